"""The explanation for the terminal: a tree of the paths, or what moved the number and the steps behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scorecard.explanation import Explanation, Path, Split, Step
from scorecard.rendering.columns import Row, folded, natural_width, paragraph, table
from scorecard.rendering.explanation import sentences
from scorecard.rendering.numbers import day, exact_change, exact_percent, exact_points
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.words import SCALE_LINE, STATUS_GLYPH, STATUS_STYLE

_WIDEST = 110
"""Sentences are not read well in longer lines."""
_MOST_SPLITS = 20
_LEAST_TEXT = 24
_INDENT = 4
_JOINT, _LAST, _BESIDE, _UNDER = "├─ ", "╰─ ", "│  ", "   "


@dataclass(kw_only=True, slots=True)
class _Branch:
    """A line of the tree and what hangs below it."""

    line: Line
    below: list[_Branch] = field(default_factory=list)


def explanation_tree(explanation: Explanation, *, width: int | None, ascii: bool = False) -> tuple[Line, ...]:
    """The explanation as lines of at most ``width`` cells, and of 110 where there is room for more."""
    width = min(width or _WIDEST, _WIDEST)
    lines = _head(explanation, width)
    if explanation.change is None:
        lines += [*_paths(explanation, width), *_missing(explanation, width)]
    else:
        lines += [*_moves(explanation, width), *_steps(explanation, width)]
    lines += paragraph(SCALE_LINE, "muted", width=width)
    return as_ascii(lines) if ascii else tuple(lines)


def _head(explanation: Explanation, width: int) -> list[Line]:
    words = sentences.outlook_words(explanation)
    style = "strong"
    if explanation.number == "performance":  # the one number whose status has a colour
        words = f"{STATUS_GLYPH[explanation.status]} {words}"
        style = f"{STATUS_STYLE[explanation.status]} strong"
    about = "index" if explanation.kind == "index" else f"{explanation.kind} {explanation.id}"
    sentence = sentences.change_sentence if explanation.change else sentences.head_sentence
    return [
        *folded((Span(printable(explanation.name), "strong"), Span("  "), Span(words, style)), width, indent=2),
        *paragraph(f"{about} · {sentences.when(explanation)} · as of {day(explanation.as_of)}", "muted", width=width),
        (),
        *paragraph(printable(sentence(explanation)), width=width),
        (),
    ]


def _paths(explanation: Explanation, width: int) -> list[Line]:
    if explanation.value is None:
        return []
    points = sentences.points_of(explanation)
    top: list[_Branch] = []
    inner: dict[tuple[Step, ...], _Branch] = {}
    for path, text in zip(explanation.paths, points, strict=False):
        place = top
        for depth, step in enumerate(path.steps[:-1], start=1):
            way = path.steps[:depth]
            if way not in inner:
                inner[way] = _Branch(line=_inner(explanation, step))
                place.append(inner[way])
            place = inner[way].below
        place.append(_Branch(line=_leaf(explanation, path, text)))
    if rest := sentences.rest_sentence(explanation, points[-1]):
        top.append(_Branch(line=(Span(f"{rest}.", "muted"),)))
    total = f"= {exact_percent(explanation.value)}"
    return [*_drawn(top, width), *paragraph(total, "strong", width=width), ()]


def _inner(explanation: Explanation, step: Step) -> Line:
    return Span(printable(sentences.branch_sentence(explanation, step))), Span(f" {step.id}", "muted")


def _leaf(explanation: Explanation, path: Path, points: str) -> Line:
    return (
        Span(f"{points}  ", "strong"),
        Span(printable(sentences.path_sentence(explanation, path, points, through=False))),
        Span(f" {path.end.id}", "muted"),
    )


def _drawn(branches: Sequence[_Branch], width: int) -> list[Line]:
    """The tree, each sentence folded beside its branch; deep ones stop moving to the right where no room is left."""
    return list(_below(branches, "", width))


def _below(branches: Sequence[_Branch], before: str, width: int) -> Iterator[Line]:
    for number, branch in enumerate(branches, start=1):
        last = number == len(branches)
        joint, beside = (_LAST, _UNDER) if last else (_JOINT, _BESIDE)
        beside = before + beside
        stem = _BESIDE if branch.below else ""
        first, *more = folded(branch.line, max(width - len(beside + stem), _LEAST_TEXT))
        yield Span(before + joint, "muted"), *first
        for line in more:
            yield Span(beside + stem, "muted"), *line
        yield from _below(branch.below, beside if width - len(beside) > _LEAST_TEXT else before, width)


def _missing(explanation: Explanation, width: int) -> list[Line]:
    if not explanation.missing:
        return []
    lines: list[Line] = [(Span("What is missing", "strong"),)]
    for row in explanation.missing:
        line = Span(printable(sentences.missing_sentence(explanation, row))), Span(f" {row.id}", "muted")
        lines += folded((Span("  "), *line), width, indent=4)
    return [*lines, *paragraph(sentences.SHARES_LINE, "muted", indent=2, width=width), ()]


def _moves(explanation: Explanation, width: int) -> list[Line]:
    change = explanation.change
    if change is None or change.before is None or change.now is None:
        return []
    points = sentences.points_of_moves(explanation)
    branches = [
        _Branch(
            line=(
                Span(f"{text}  ", "strong"),
                Span(printable(sentences.move_sentence(explanation, move, text))),
                Span(f" {move.id}", "muted"),
            )
        )
        for move, text in zip(change.moves, points, strict=False)
    ]
    if more := sentences.more_moves_sentence(explanation, points[-1]):
        branches.append(_Branch(line=(Span(f"{more}.", "muted"),)))
    lines = [*_drawn(branches, width), *paragraph(f"= {exact_change(change.before, change.now)} points", "strong"), ()]
    if reported := sentences.reported_sentence(explanation):
        lines += [*paragraph(printable(reported), width=width), ()]
    return lines


def _steps(explanation: Explanation, width: int) -> list[Line]:
    """Every sum on the way that moved, with what each part had of it."""
    change = explanation.change
    moved = [split for split in change.splits if _shows(split)] if change else []
    if not moved:
        return []
    lines: list[Line] = [(Span("Step by step", "strong"),)]
    for split in moved[:_MOST_SPLITS]:
        lines += folded(
            (Span("  "), Span(printable(sentences.split_sentence(split))), Span(f"  {split.id}", "muted")),
            width,
            indent=4,
        )
        lines += _part_lines(sentences.split_rows(split), width)
        lines.append(())
    if len(moved) > _MOST_SPLITS:
        more = f"and {len(moved) - _MOST_SPLITS} more steps; --format json has them all"
        lines += [*paragraph(more, "muted", indent=2), ()]
    return [*lines, *paragraph(sentences.SPLIT_LINE, "muted", width=width), ()]


def _shows(split: Split) -> bool:
    return exact_points(split.change) != exact_points(0.0)


def _part_lines(parts: Sequence[tuple[str, ...]], width: int) -> list[Line]:
    """A table of the parts of a step; where it has no room, each part with its numbers below its name."""
    head = tuple((Span(word, "muted"),) for word in sentences.SPLIT_HEAD)
    rows: list[Row] = [head, *(tuple((Span(printable(cell)),) for cell in cells) for cells in parts)]
    if _INDENT + natural_width([row[1:] for row in rows]) + _LEAST_TEXT <= width:
        return table(rows, right=(3, 4), indent=_INDENT, width=width, folding=0)
    lines: list[Line] = []
    for name, *numbers in parts:
        lines += paragraph(printable(name), indent=_INDENT, width=width)
        words = [f"{word} {number}" for word, number in zip(sentences.SPLIT_HEAD[1:], numbers, strict=True) if number]
        lines += paragraph(", ".join(words), "muted", indent=_INDENT + 2, width=width)
    return lines
