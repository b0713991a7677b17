"""Reads a drawn map as a person does: finds the cards, and follows every line from its end down to its causes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.rendering.spans import cell_width

NORTH, EAST, SOUTH, WEST = (0, -1), (1, 0), (0, 1), (-1, 0)
JOINTS = {
    "│": (NORTH, SOUTH),
    "─": (EAST, WEST),
    "╭": (EAST, SOUTH),
    "╮": (WEST, SOUTH),
    "╰": (EAST, NORTH),
    "╯": (WEST, NORTH),
    "├": (NORTH, EAST, SOUTH),
    "┤": (NORTH, WEST, SOUTH),
    "┬": (EAST, SOUTH, WEST),
    "┴": (EAST, NORTH, WEST),
    "┼": (NORTH, EAST, SOUTH, WEST),
}
ENDS = {"▲": "driven-by", "┯": "hindered-by"}
MARKS = "✔▲✖○"
LABEL = 17


class Card(NamedTuple):
    """A card as it is seen: where it stands and which name it shows."""

    x: int
    y: int
    right: int
    bottom: int
    name: str

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell belongs to it, its frame included."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom


class Drawn(NamedTuple):
    """What was read: the cards, and the links by the names on the cards of cause and effect."""

    cards: list[Card]
    links: set[tuple[str, str, str]]


def cells(text: str) -> list[list[str]]:
    """The text in cells; a wide letter fills two, the second of which is empty."""
    rows = []
    for line in text.split("\n"):
        row: list[str] = []
        for character in line:
            width = cell_width(character)
            if width == 0 and row:
                letter = max(at for at in range(len(row)) if row[at])
                row[letter] += character
                # Some signs become wider by what follows them.
                row += [""] * (cell_width(row[letter]) - (len(row) - letter))
            else:
                row += [character, *[""] * (width - 1)]
        rows.append(row)
    longest = max(map(len, rows))
    return [row + [" "] * (longest - len(row)) for row in rows]


def read(text: str) -> Drawn:
    """Read a map without its legend; raises AssertionError for a line that leads nowhere or that nobody ends."""
    grid = cells(text)
    cards = list(_cards(grid))
    for number, card in enumerate(cards):
        assert not any(
            one.x <= card.right and card.x <= one.right and one.y <= card.bottom and card.y <= one.bottom
            for one in cards[number + 1 :]
        ), "cards overlap"
    links: set[tuple[str, str, str]] = set()
    seen: set[tuple[int, int]] = set()
    for card in cards:
        for x in range(card.x, card.right + 1):
            end = grid[card.bottom + 1][x] if card.bottom + 1 < len(grid) else " "
            if end in ENDS:
                causes, passed = _followed(grid, cards, (x, card.bottom + 1))
                assert causes, f"the line that ends below {card.name} begins nowhere"
                links |= {(cause.name, card.name, ENDS[end]) for cause in causes}
                seen |= passed
    for y, row in enumerate(grid):
        for x, character in enumerate(row):
            if x >= LABEL and character in JOINTS and (x, y) not in seen:
                assert any(card.holds(x, y) for card in cards), f"a line at {x}, {y} that leads to no goal"
    return Drawn(cards, links)


def _cards(grid: Sequence[Sequence[str]]) -> Iterator[Card]:
    for y, row in enumerate(grid[:-1]):
        for x, character in enumerate(row):
            if character == "╭" and x + 2 < len(row) and grid[y + 1][x] == "│" and grid[y + 1][x + 2] in MARKS:
                right = next((at for at in range(x + 1, len(row)) if row[at] != "─"), x)
                bottom = next((at for at in range(y + 1, len(grid)) if grid[at][x] != "│"), y)
                closed = row[right] == "╮" and grid[bottom][x] == "╰" and grid[bottom][right] == "╯"
                if closed and all(grid[bottom][at] == "─" for at in range(x + 1, right)):
                    assert all(grid[at][right] == "│" for at in range(y + 1, bottom)), "a frame is broken"
                    yield Card(x, y, right, bottom, _name(grid, x, y, right))


def _name(grid: Sequence[Sequence[str]], x: int, y: int, right: int) -> str:
    """The first words beside the mark, up to a gap, as far as the lines that follow are indented like them."""
    words: list[str] = []
    for row in grid[y + 1 :]:
        inside = "".join(row[x + 2 : right - 1])
        if words and not inside.startswith("  "):
            break
        words.append(inside[2:].split("  ")[0].strip())
    return " ".join(word for word in words if word)


def _followed(
    grid: Sequence[Sequence[str]], cards: Sequence[Card], end: tuple[int, int]
) -> tuple[set[Card], set[tuple[int, int]]]:
    """The cards from which a line comes that ends here, and the cells it passes."""
    causes: set[Card] = set()
    passed = {end}
    waiting = [(end, SOUTH)]
    while waiting:
        (x, y), (step_x, step_y) = waiting.pop()
        x, y = x + step_x, y + step_y
        into = next((card for card in cards if card.holds(x, y)), None)
        if into is not None:
            assert (step_x, step_y) == SOUTH, f"a line runs into the card of {into.name} at {x}, {y}"
            assert y == into.y, f"a line leaves {into.name} from inside"
            causes.add(into)
            continue
        character = grid[y][x]
        back = (-step_x, -step_y)
        if character == "│" and step_y == 0:
            waiting.append(((x, y), (step_x, step_y)))  # below a bridge
            continue
        assert back in JOINTS.get(character, ()), f"a line breaks off at {x}, {y}: {character!r}"
        if (x, y) not in passed:
            passed.add((x, y))
            waiting += [((x, y), ahead) for ahead in JOINTS[character] if ahead != back]
    return causes, passed
