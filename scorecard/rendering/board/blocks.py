"""What a card says, as blocks one below the other: each knows its height and how to draw itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from scorecard.rendering.board.look import Look
from scorecard.rendering.board.marks import bar, status_mark, trend_mark
from scorecard.rendering.letters import fitted, width_of, wrapped
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.words import STATUS_WORD
from scorecard.result import GoalScore, Status

Draw: TypeAlias = Callable[[float, float], str]
"""Draws at the x of the left side of the card and the y of the upper side of the block."""

PAD = 14.0
_NAME, _NAME_LINE = 15.0, 19.0
_NUMBER = 25.0
_SIGN = 13.0
_WORD = 11.5
_NARROW = 290.0
_LEAST_BAR = 24.0


class Block(NamedTuple):
    """A part of a card."""

    height: float
    draw: Draw


def number_parts(goal: GoalScore) -> tuple[str, str]:
    """The performance of a goal as digits and sign: ``("78", "%")``; a dash where there is none."""
    if goal.performance is None:
        return "–", ""
    digits, _, sign = percent(goal.performance, goal.limits).partition(" ")
    return digits, sign


def tops(goal: GoalScore, look: Look, width: float) -> list[Block]:
    """Name, performance and status: the number beside the name, on a narrow card beside the status."""
    if width < _NARROW:
        return [_head(goal, look, width, beside=0.0), _narrow_status(goal, look, width)]
    return [_head(goal, look, width, beside=_number_width(goal) + 8), _status_line(goal, look, width)]


def _number_width(goal: GoalScore) -> float:
    digits, sign = number_parts(goal)
    return width_of(digits, _NUMBER, 700) + _sign_width(sign)


def _sign_width(sign: str) -> float:
    return width_of(sign, _SIGN, 600) + 2 if sign else 0.0


def _number(goal: GoalScore, look: Look, right: float, base: float) -> str:
    digits, sign = number_parts(goal)
    fill = f"{goal.status}-text"
    drawn = look.pen.right(right - _sign_width(sign), base, digits, _NUMBER, fill, 700)
    return drawn + (look.pen.right(right, base, sign, _SIGN, fill, 600) if sign else "")


def _head(goal: GoalScore, look: Look, width: float, beside: float) -> Block:
    """Status mark and name, and the number where it has ``beside`` px."""
    lines = wrapped(goal.name, width - 2 * PAD - 26 - beside, 3, _NAME, 600)
    height = max(_NAME_LINE * len(lines), 30.0 if beside else 22.0)

    def draw(x: float, y: float) -> str:
        middle = y + height / 2
        first = middle - _NAME_LINE * (len(lines) - 1) / 2 + 5.2
        parts = [status_mark(look.pen, goal.status, x + 23, middle - 0.5, 8)]
        parts += [
            look.pen.text(x + 40, first + _NAME_LINE * place, line, _NAME, "ink", 600)
            for place, line in enumerate(lines)
        ]
        return "".join(parts) + (_number(goal, look, x + width - PAD, middle + 8.6) if beside else "")

    return Block(height, draw)


def _status_line(goal: GoalScore, look: Look, width: float) -> Block:
    """The status in a word with its coverage, and how far the goal came since the period before."""
    room = width - 2 * PAD
    word = STATUS_WORD[goal.status]
    after = width_of(word, _WORD, 600) + 2
    rest = "".join(f"· {said} " for said in _beside_status(goal, look)).rstrip()
    trend = look.trend(goal)
    change = f"{trend[1]} pts" if trend else ""
    # What is known of the number comes first; when the trend is from stands in the legend, too.
    if trend and after + width_of(rest, 11) + width_of(f"{change} vs {look.against}", 11, 500) + 26 <= room:
        change += f" vs {look.against}"
    trend_width = width_of(change, 11, 500) + 14 if trend else 0.0

    def draw(x: float, y: float) -> str:
        drawn = look.pen.text(x + PAD, y + 12, word, _WORD, f"{goal.status}-text", 600)
        if rest:
            drawn += look.pen.text(
                x + PAD + after, y + 12, fitted(rest, room - after - trend_width - 6, 11), 11, "muted"
            )
        if trend:
            drawn += look.pen.right(x + width - PAD, y + 12, change, 11, "muted", 500)
            drawn += trend_mark(look.pen, trend[0], x + width - PAD - trend_width + 6, y + 8, 8)
        return drawn

    return Block(18.0, draw)


def _narrow_status(goal: GoalScore, look: Look, width: float) -> Block:
    """On two lines, the status with the trend and what is known, with the number beside them."""
    room = width - 2 * PAD - _number_width(goal) - 8
    word = STATUS_WORD[goal.status]
    after = width_of(word, _WORD, 600) + 8
    trend = look.trend(goal)
    said = fitted(" · ".join(_beside_status(goal, look)), room, 11)

    def draw(x: float, y: float) -> str:
        drawn = look.pen.text(x + PAD, y + 12, word, _WORD, f"{goal.status}-text", 600)
        drawn += _number(goal, look, x + width - PAD, y + 23)
        if trend:
            drawn += trend_mark(look.pen, trend[0], x + PAD + after + 4.5, y + 8, 8)
            if after + 13 + width_of(trend[1], 11, 500) <= room:
                drawn += look.pen.text(x + PAD + after + 13, y + 12, trend[1], 11, "muted", 500)
        if said:
            drawn += look.pen.text(x + PAD, y + 27, said, 11, "muted")
        return drawn

    return Block(31.0, draw)


def _beside_status(goal: GoalScore, look: Look) -> list[str]:
    said = []
    if look.is_new_status(goal):
        before = look.changes[goal.id].status_before
        said.append(f"was {STATUS_WORD[before]}" if before else "new")
    if goal.performance is not None and goal.performance_coverage < 1:
        said.append(f"coverage {percent(goal.performance_coverage, WHOLE)}")
    if goal.basis == "leading" and goal.performance is not None:
        said.append("results not measured")
    if goal.flags:
        said.append(f"{len(goal.flags)} flag{'s' if len(goal.flags) > 1 else ''}")
    return said


def score_bar(goal: GoalScore, look: Look, width: float) -> Block:
    """The performance as a bar with the limits of the goal."""

    def draw(x: float, y: float) -> str:
        box = (x + PAD, y + 3, width - 2 * PAD, 8)
        return bar(look.pen, goal.performance, goal.status, box, goal.limits)

    return Block(15.0, draw)


def rule(look: Look, width: float) -> Block:
    """A thin line between two parts."""
    return Block(6.0, lambda x, y: look.pen.rect(x + PAD, y + 3, width - 2 * PAD, 1, "rule"))


def part_number(share: float | None, known: float, goal: GoalScore) -> str:
    """A number of a goal beside its performance, with a mark where only a part of it is known: ``~58 %``."""
    return "–" if share is None else f"{'~' if known < 1 else ''}{percent(share, goal.limits)}"


def caption(
    word: str,
    share: float | None,
    status: Status,
    note: str,
    goal: GoalScore,
    look: Look,
    width: float,
    known: float = 1.0,
) -> Block:
    """A heading in small capitals with its bar and number: results or drivers; how much is known, where that fits."""
    number = part_number(share, known, goal)
    heading = 66.0
    beside = max(44.0, width_of(number, 11.5, 600) + 6)
    room = width - 2 * PAD - heading - beside - 2
    if known < 1:
        longer = " · ".join(part for part in (note, f"{percent(known, WHOLE)} known") if part)
        note = longer if width_of(longer, 10.5) + 8 + _LEAST_BAR <= room else note
    note_width = width_of(note, 10.5) + 8 if note else 0.0
    length = room - note_width

    def draw(x: float, y: float) -> str:
        base = y + 13
        parts = [look.pen.text(x + PAD, base, word, 10, "muted", 600, letter_spacing="0.7")]
        if length >= _LEAST_BAR:
            parts.append(bar(look.pen, share, status, (x + PAD + heading, base - 6, length, 4.5)))
        if note:
            parts.append(look.pen.right(x + width - PAD - beside, base, note, 10.5, "muted"))
        parts.append(look.pen.right(x + width - PAD, base, number, 11.5, "ink", 600))
        return "".join(parts)

    return Block(19.0, draw)


def outlook(goal: GoalScore, look: Look, width: float) -> Block:
    """Where the drivers pull: rising, steady or falling where there is a result to compare with, and the number."""
    number = part_number(goal.outlook, goal.coverage.outlook, goal)

    def draw(x: float, y: float) -> str:
        base = y + 13
        parts = [look.pen.text(x + PAD, base, "OUTLOOK", 10, "muted", 600, letter_spacing="0.7")]
        if goal.heading is not None:
            parts.append(trend_mark(look.pen, goal.heading, x + PAD + 71, base - 4, 8))
            parts.append(look.pen.text(x + PAD + 80, base, goal.heading, 11.5, "ink", 500))
        parts.append(look.pen.right(x + width - PAD, base, number, 11.5, "ink", 600))
        return "".join(parts)

    return Block(19.0, draw)


def height_of(blocks: Sequence[Block]) -> float:
    """The height of a card with these blocks."""
    return sum(block.height for block in blocks)


def stacked(blocks: Sequence[Block], x: float, y: float) -> str:
    """The blocks one below the other."""
    parts = []
    for block in blocks:
        parts.append(block.draw(x, y))
        y += block.height
    return "".join(parts)
