"""The KPIs under each goal: value and target, share of the target and of the way, trend, performance, status or reason;
below them what has to be known to read the value, and alarms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.rendering.columns import GAP, Row, indented, natural_width, paragraph, table_rows
from scorecard.rendering.kpi_words import (
    alert_kinds,
    kpi_notes,
    kpis_of,
    of_target,
    of_the_way,
    plan_words,
    standing,
    trend_mark,
    verdict,
)
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE, TREND_STYLE
from scorecard.result import KpiScore, Scorecard

ON_NO_GOAL = ""
"""No id of a goal, so it can stand beside them."""

_INDENT = 6
_LEAST_NAME = 16
_NAME, _VALUE, _NUMBER = 1, 3, 7
_RIGHT = (_VALUE, 4, 5, _NUMBER)


def kpi_blocks(card: Scorecard, width: int | None, *, plans: bool = False) -> Mapping[str, list[Line]]:
    """The lines of the KPIs and guardrails of every goal, under the goal's id, in columns that are the same for all;
    under ``ON_NO_GOAL`` those of the KPIs that are on none.

    ``plans``: below a KPI with dates stands what its plan says.
    """
    kpis = {kpi.id: kpi for kpi in card.kpis}
    used = [(goal.id, part, kpis[kpi_id]) for goal in card.goals for part, kpi_id in kpis_of(goal)]
    on_goals = {kpi.id for _, _, kpi in used}
    used += [
        (ON_NO_GOAL, "headline" if kpi.id in card.headline else "", kpi) for kpi in card.kpis if kpi.id not in on_goals
    ]
    rows = kpi_rows([(part, kpi) for _, part, kpi in used], card, width, _INDENT)
    blocks: dict[str, list[Line]] = {}
    for (goal_id, _, kpi), lines in zip(used, rows, strict=True):
        block = blocks.setdefault(goal_id, [])
        block.extend(lines)
        if plans and (words := plan_words(kpi, card.map.currency)):
            block += paragraph(f"plan: {words}", "muted", indent=_INDENT + 2, width=width)
    return blocks


def kpi_rows(kpis: Sequence[tuple[str, KpiScore]], card: Scorecard, width: int | None, indent: int) -> list[list[Line]]:
    """Each KPI with its part in the goal ("result", "driver", "guardrail") as aligned lines, its notes below it.

    Where the width does not suffice the name goes first, then the shares of target and way and the trend move to a
    second line, then everything does.
    """
    rows = _aligned(kpis, card, width, indent)
    return [[*lines, *_notes(kpi, card, width, indent + 2)] for lines, (_, kpi) in zip(rows, kpis, strict=True)]


def _notes(kpi: KpiScore, card: Scorecard, width: int | None, indent: int) -> list[Line]:
    """What has to be known to read the value; of alarms only the word, because the flags of the goal say the rest."""
    notes = kpi_notes(kpi, card)
    lines = paragraph("; ".join(notes), "muted", indent=indent, width=width) if notes else []
    if alerts := alert_kinds(kpi):
        lines += paragraph(alerts, "caution", indent=indent, width=width)
    return lines


def _aligned(kpis: Sequence[tuple[str, KpiScore]], card: Scorecard, width: int | None, indent: int) -> list[list[Line]]:
    rows = [_cells(part, kpi, card) for part, kpi in kpis]
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


def _cells(part: str, kpi: KpiScore, card: Scorecard) -> Row:
    style = STATUS_STYLE[kpi.status]
    return (
        (Span(f"{STATUS_GLYPH[kpi.status]} ", style), Span(kpi.id)),
        (Span(printable(kpi.name), "muted"),),
        (Span(part, "muted"),),
        (Span(standing(kpi, card.map.currency)),),
        (Span(of_target(kpi), "muted"),),
        (Span(of_the_way(kpi), "muted"),),
        (Span(trend_mark(kpi), TREND_STYLE[kpi.trend_word or "same"]),),
        (Span("" if kpi.performance is None else percent(kpi.performance, kpi.limits), style),),
        (Span(verdict(kpi, card.period), style),),
    )


def _short(row: Row) -> Row:
    """The id, the value and, as one cell, performance with status or the reason."""
    state = [span for cell in row[_NUMBER:] for span in cell if span.text]
    joined = Span(" ".join(span.text for span in state), state[-1].style)
    return row[0], row[_VALUE], (joined,)


def _second(part: str, kpi: KpiScore, width: int, indent: int) -> list[Line]:
    words = ", ".join(filter(None, (of_target(kpi), of_the_way(kpi), trend_mark(kpi))))
    return paragraph(f"{part}: {words}" if words else part, "muted", indent=indent + 2, width=width)


def _stacked(row: Row, width: int, indent: int) -> list[Line]:
    identity, value, state = _short(row)
    words = f"{value[0].text}, {state[0].text}"
    return [indented(identity, indent), *paragraph(words, state[0].style, indent=indent + 2, width=width)]
