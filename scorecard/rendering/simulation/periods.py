"""Outlooks period by period for the terminal: numbers where there is room for them, else bars."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.columns import GAP, Row, natural_width, paragraph, table_rows
from scorecard.rendering.history.sparkline import GAP as NO_BAR
from scorecard.rendering.history.sparkline import LEVELS
from scorecard.rendering.numbers import points
from scorecard.rendering.simulation import phrases
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import STATUS_STYLE
from scorecard.simulation import Outcome, Path, Simulation

_INDENT = 2
_LEAST_NAME = 20
SCALE = "Hindrances are in these outlooks, once: they take their share from the goals that they hinder."


def shown_paths(outcome: Outcome) -> list[Path]:
    """The index, and the goals whose outlook is otherwise in any period."""
    return [path for path in outcome.paths if path.kind == "index" or (path.kind == "goal" and _moves(path))]


def _moves(path: Path) -> bool:
    if path.start is None:
        return any(value is not None for value in path.values)
    return any(value is None or points(value - path.start) != points(0.0) for value in path.values)


def paths_lines(simulation: Simulation, outcome: Outcome, title: str, width: int | None) -> list[Line]:
    """The outlooks of a scenario, a row each."""
    shown, periods = shown_paths(outcome), simulation.periods
    head = "Outlook period by period" + (f": {title}" if title else "")
    lines = paragraph(head, "strong", width=width)
    rows = [_headings(("", "now", *map(str, periods))), *map(_numbers, shown)]
    if width is not None and _INDENT + natural_width([row[1:] for row in rows]) + GAP + _LEAST_NAME > width:
        span = f"Bars: {periods[0]} to {periods[-1]}, each from 0 to 100 %."
        lines += paragraph(span, "muted", indent=_INDENT, width=width)
        rows = [_headings(("", "now", "in the end", "")), *map(_bars, shown)]
    below = width is not None and _INDENT + natural_width([row[1:] for row in rows]) + GAP + _LEAST_NAME > width
    if below:  # the bars have lines of their own
        rows = [row[:-1] for row in rows]
    blocks = table_rows(rows, right=range(1, 2 + len(periods)), indent=_INDENT, width=width, folding=0)
    for path, block in zip([None, *shown], blocks, strict=True):
        lines += block
        if path is not None and below and width is not None:
            lines += _bars_below(path, width - 2 * _INDENT)
        if path is not None:
            words = [*([] if path.kind == "index" else [path.id]), *phrases.path_remarks(path)]
            lines += paragraph(" · ".join(words), "muted", indent=_INDENT * 2, width=width)
    return [*lines, *_notes(outcome, shown, width)]


def _notes(outcome: Outcome, shown: Sequence[Path], width: int | None) -> list[Line]:
    """How many goals are left out, and what the marks mean."""
    notes = []
    rest = sum(path.kind == "goal" for path in outcome.paths) - sum(path.kind == "goal" for path in shown)
    if rest:
        notes.append(f"{rest} {'goal keeps its' if rest == 1 else 'goals keep their'} outlook, or nearly so.")
    if any(map(phrases.shows_hindrance, outcome.hindrances)):
        notes.append(SCALE)
    if any(map(phrases.is_clamped, shown)):
        notes.append(phrases.CLAMPED_LINE)
    return [line for note in notes for line in paragraph(note, "muted", indent=_INDENT, width=width)]


def _headings(words: Sequence[str]) -> Row:
    return tuple((Span(word, "muted"),) for word in words)


def _numbers(path: Path) -> Row:
    return (
        (Span(printable(path.name)),),
        (Span(phrases.path_value(path.start, path.limits), "muted"),),
        *(
            (Span(phrases.path_value(value, path.limits), STATUS_STYLE[status]),)
            for value, status in zip(path.values, path.statuses, strict=True)
        ),
    )


def _bars(path: Path) -> Row:
    return (
        (Span(printable(path.name)),),
        (Span(phrases.path_value(path.start, path.limits), "muted"),),
        (Span(phrases.path_value(path.values[-1], path.limits)),),
        tuple(
            Span(bar_of(value), STATUS_STYLE[status]) for value, status in zip(path.values, path.statuses, strict=True)
        ),
    )


def _bars_below(path: Path, room: int) -> list[Line]:
    """The bars of a path in lines of their own."""
    cells = _bars(path)[-1]
    return [(Span(" " * 2 * _INDENT), *cells[first : first + room]) for first in range(0, len(cells), room)]


def bar_of(value: float | None) -> str:
    """One bar, from 0 to 100 %, the highest at 100 % and only there."""
    highest = len(LEVELS) - 1
    return NO_BAR if value is None else LEVELS[min(max(int(value * highest + 1e-9), 0), highest)]


def bars(values: Sequence[float | None]) -> str:
    """A bar for each period."""
    return "".join(map(bar_of, values))
