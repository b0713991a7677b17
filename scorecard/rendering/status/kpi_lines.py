"""The KPIs under each goal: value and target, share of the target and of the way, performance, status or reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.rendering.columns import GAP, Row, indented, natural_width, paragraph, table_rows
from scorecard.rendering.kpi_words import of_target, of_the_way, plan_words, standing, verdict
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE
from scorecard.result import KpiScore, Scorecard

_INDENT = 6
_LEAST_NAME = 16
_NAME, _VALUE, _NUMBER = 1, 3, 6
_RIGHT = (_VALUE, 4, 5, _NUMBER)


def kpi_blocks(card: Scorecard, width: int | None, *, plans: bool = False) -> Mapping[str, list[Line]]:
    """The lines of the KPIs of every goal, under the goal's id, in columns that are the same for all of them.

    ``plans``: below a KPI with dates stands what its plan says.
    """
    kpis = {kpi.id: kpi for kpi in card.kpis}
    used = [
        (goal.id, "result" if kpi_id in goal.kpis_lagging else "driver", kpis[kpi_id])
        for goal in card.goals
        for kpi_id in (*goal.kpis_lagging, *goal.kpis_leading)
    ]
    rows = kpi_rows([(part, kpi) for _, part, kpi in used], card.map.currency, width, _INDENT)
    blocks: dict[str, list[Line]] = {}
    for (goal_id, _, kpi), lines in zip(used, rows, strict=True):
        block = blocks.setdefault(goal_id, [])
        block.extend(lines)
        if plans and (words := plan_words(kpi, card.map.currency)):
            block += paragraph(f"plan: {words}", "muted", indent=_INDENT + 2, width=width)
    return blocks


def kpi_rows(
    kpis: Sequence[tuple[str, KpiScore]], currency: str | None, width: int | None, indent: int
) -> list[list[Line]]:
    """Each KPI with its part in the goal ("result", "driver") as aligned lines.

    Where the width does not suffice the name goes first, then the shares of target and way move to a second line,
    then everything does.
    """
    rows = [_cells(part, kpi, currency) for part, kpi in kpis]
    if not rows or width is None:
        return table_rows(rows, right=_RIGHT, indent=indent)
    nameless = [_without(row, _NAME) for row in rows]
    needed = indent + natural_width(nameless)
    if needed + GAP + _LEAST_NAME <= width:
        return table_rows(rows, right=_RIGHT, indent=indent, width=width, folding=_NAME)
    if needed <= width:
        return table_rows(nameless, right=_RIGHT, indent=indent)
    short = [_short(row) for row in rows]
    if indent + natural_width(short) <= width:
        firsts = table_rows(short, right=(1,), indent=indent)
    else:
        firsts = [_stacked(row, width, indent) for row in rows]
    return [[*first, *_second(part, kpi, width, indent)] for first, (part, kpi) in zip(firsts, kpis, strict=True)]


def _without(row: Row, column: int) -> Row:
    return [*row[:column], (), *row[column + 1 :]]


def _cells(part: str, kpi: KpiScore, currency: str | None) -> Row:
    style = STATUS_STYLE[kpi.status]
    return (
        (Span(f"{STATUS_GLYPH[kpi.status]} ", style), Span(kpi.id)),
        (Span(printable(kpi.name), "muted"),),
        (Span(part, "muted"),),
        (Span(standing(kpi, currency)),),
        (Span(of_target(kpi), "muted"),),
        (Span(of_the_way(kpi), "muted"),),
        (Span("" if kpi.performance is None else percent(kpi.performance, kpi.limits), style),),
        (Span(verdict(kpi), style),),
    )


def _short(row: Row) -> Row:
    """The id, the value and, as one cell, performance with status or the reason."""
    state = [span for cell in row[_NUMBER:] for span in cell if span.text]
    joined = Span(" ".join(span.text for span in state), state[-1].style)
    return row[0], row[_VALUE], (joined,)


def _second(part: str, kpi: KpiScore, width: int, indent: int) -> list[Line]:
    words = ", ".join(filter(None, (of_target(kpi), of_the_way(kpi))))
    return paragraph(f"{part}: {words}" if words else part, "muted", indent=indent + 2, width=width)


def _stacked(row: Row, width: int, indent: int) -> list[Line]:
    identity, value, state = _short(row)
    words = f"{value[0].text}, {state[0].text}"
    return [indented(identity, indent), *paragraph(words, state[0].style, indent=indent + 2, width=width)]
