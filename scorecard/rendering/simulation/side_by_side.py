"""Several scenarios side by side for the terminal: a column for each, as many as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from scorecard.rendering.columns import Row, paragraph, table_rows
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.simulation import phrases
from scorecard.rendering.spans import Line, Span, printable
from scorecard.simulation import Move, ScoreMove, Simulation

_INDENT = 2
_COLUMN = 13
_NAMES = 32
"""Cells that names and the numbers without any scenario take."""

Number: TypeAlias = Callable[[ScoreMove], Move]
NUMBERS: Mapping[str, Number] = {"Outlook": lambda score: score.outlook, "Performance": lambda score: score.performance}
"""What is set side by side."""


def side_by_side(simulation: Simulation, width: int | None) -> list[Line]:
    """Outlooks, then performances: without any scenario, and with each."""
    first, second = (_block(title, simulation, width) for title in NUMBERS)
    return [*first, (), *second]


def rows_of(simulation: Simulation, number: Number) -> list[tuple[ScoreMove, ...]]:
    """For the index, the perspectives and the goals that any scenario moves: its moves in all of them."""
    rows = list(zip(*(outcome.scores for outcome in simulation.outcomes), strict=True))
    order = [row for row in reversed(rows) if row[0].kind == "index"]
    order += [row for row in rows if row[0].kind == "perspective"]
    return order + [row for row in rows if row[0].kind == "goal" and any(phrases.shows(number(score)) for score in row)]


def _block(title: str, simulation: Simulation, width: int | None) -> list[Line]:
    number = NUMBERS[title]
    rows, count = rows_of(simulation, number), len(simulation.outcomes)
    most = count if width is None else max((width - _NAMES) // _COLUMN, 1)
    lines: list[Line] = [(Span(title, "strong"),)]
    for first in range(0, count, most):
        columns = range(first, min(first + most, count))
        words = ("", "now", *map(phrases.letter, columns))
        cells: list[Row] = [tuple((Span(word, "muted"),) for word in words)]
        cells += [_row(row, columns, number) for row in rows]
        blocks = table_rows(cells, right=range(1, 2 + len(columns)), indent=_INDENT, width=width, folding=0)
        for row, block in zip([None, *rows], blocks, strict=True):
            lines += block
            said = [] if row is None else _said(row, columns, title)
            lines += paragraph(" · ".join(said), "muted", indent=_INDENT * 2, width=width) if said else []
    still = sum(score.kind == "goal" for score in simulation.outcomes[0].scores)
    still -= sum(row[0].kind == "goal" for row in rows)
    if still:
        text = f"{still} {'goal is' if still == 1 else 'goals are'} as now, or moved by less than half a point."
        lines += paragraph(text, "muted", indent=_INDENT, width=width)
    return lines


def _row(row: Sequence[ScoreMove], columns: Sequence[int], number: Number) -> Row:
    first = row[0]
    moves = (phrases.after_and_change(number(row[column]), first.limits) for column in columns)
    return (
        (Span(printable(first.name)),),
        (Span(percent(number(first).before, first.limits)),),
        *((Span(text),) for text in moves),
    )


def _said(row: Sequence[ScoreMove], columns: Sequence[int], title: str) -> list[str]:
    """The id, and in which scenarios the status is another one."""
    words = [*([] if row[0].kind == "index" else [row[0].id]), *known(row, title)]
    for column in columns:
        said = phrases.new_outlook_status(row[column]) if title == "Outlook" else phrases.new_status(row[column])
        words += [f"{phrases.letter(column)} {said}"] if said else []
    return words


def known(row: Sequence[ScoreMove], title: str) -> list[str]:
    """How much of a number is known: ``coverage 91 %``, or of each scenario where they differ; nothing where all is."""
    shares = [score.coverage if title == "Outlook" else score.performance_coverage for score in row]
    moves = [NUMBERS[title](score) for score in row]
    texts = [
        "" if move.after is None else f"coverage {percent(share, WHOLE)}"
        for share, move in zip(shares, moves, strict=True)
    ]
    if all(text in ("", "coverage 100 %") for text in texts):
        return []
    if len(set(texts)) == 1:
        return texts[:1]
    return [f"{phrases.letter(place)} {text}" for place, text in enumerate(texts) if text]
