"""A scorecard as CSV: one row for each goal, or one for each KPI of each goal; fractions, ISO dates, UTF-8."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO
from typing import TypeAlias

from scorecard.rendering.kpi_words import alert_words
from scorecard.rendering.spans import printable
from scorecard.rendering.words import goal_sentence
from scorecard.result import Contribution, GoalScore, KpiScore, Scorecard

Field: TypeAlias = str | float | date | None

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def status_csv(card: Scorecard, *, kpis: bool = False) -> str:
    """The goals as rows below a line of column names; with ``kpis`` a row for each KPI and guardrail of each goal
    instead.

    Numbers are fractions (1.0 = 100 %), values are in the KPI's unit, no data is an empty field. A text that a
    spreadsheet would take for a formula is given an apostrophe in front.
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    rows = _kpi_rows(card) if kpis else [_goal_row(card, goal) for goal in card.goals]
    writer.writerow(_KPI_COLUMNS if kpis else _GOAL_COLUMNS)
    writer.writerows([_cell(field) for field in row] for row in rows)
    return stream.getvalue()


def _cell(field: Field) -> str:
    if field is None:
        return ""
    if isinstance(field, date):
        return field.isoformat()
    if not isinstance(field, str):
        return repr(field)
    guarded = f"'{field}" if field.lstrip(" \n").startswith(_FORMULA_STARTS) else field
    return printable(guarded)


_GOAL_COLUMNS = (
    "as_of",
    "period",
    "perspective",
    "goal",
    "name",
    "owner",
    "theme",
    "importance",
    "urgency",
    "status",
    "performance",
    "basis",
    "lagging",
    "leading",
    "outlook",
    "heading",
    "outlook_status",
    "coverage",
    "coverage_lagging",
    "coverage_leading",
    "coverage_outlook",
    "reason",
    "diagnosis",
    "sentence",
)


def _goal_row(card: Scorecard, goal: GoalScore) -> tuple[Field, ...]:
    return (
        card.as_of,
        str(card.period),
        goal.perspective,
        goal.id,
        goal.name,
        goal.owner,
        goal.theme,
        goal.importance,
        goal.urgency,
        goal.status,
        goal.performance,
        goal.basis,
        goal.lagging,
        goal.leading,
        goal.outlook,
        goal.heading,
        goal.outlook_status,
        goal.performance_coverage,
        goal.coverage.lagging,
        goal.coverage.leading,
        goal.coverage.outlook,
        goal.reason,
        goal.diagnosis,
        goal_sentence(goal),
    )


_KPI_COLUMNS = (
    "as_of",
    "period",
    "perspective",
    "goal",
    "part",
    "weight",
    "share",
    "kpi",
    "name",
    "owner",
    "unit",
    "value",
    "baseline",
    "target",
    "since",
    "by",
    "of_target",
    "progress",
    "expected",
    "performance",
    "status",
    "reason",
    "trend",
    "n",
    "age",
    "used",
    "alarm",
)


def _kpi_rows(card: Scorecard) -> Iterable[tuple[Field, ...]]:
    kpis = {kpi.id: kpi for kpi in card.kpis}
    for goal in card.goals:
        for part, ids, made_of in (
            ("lagging", goal.kpis_lagging, goal.contributions.lagging),
            ("leading", goal.kpis_leading, goal.contributions.leading),
            ("guardrail", goal.guardrails, ()),
        ):
            parts = {item.id: item for item in made_of if item.kind == "kpi"}
            for kpi_id in ids:
                yield _kpi_row(card, goal, part, kpis[kpi_id], parts)


def _kpi_row(
    card: Scorecard, goal: GoalScore, part: str, kpi: KpiScore, parts: Mapping[str, Contribution]
) -> tuple[Field, ...]:
    contribution = parts.get(kpi.id)
    return (
        card.as_of,
        str(card.period),
        goal.perspective,
        goal.id,
        part,
        contribution.weight if contribution else None,
        contribution.share if contribution else None,
        kpi.id,
        kpi.name,
        kpi.owner,
        kpi.unit,
        kpi.value,
        kpi.baseline,
        kpi.target,
        kpi.since,
        kpi.by,
        kpi.of_target,
        kpi.progress,
        kpi.expected,
        kpi.performance,
        kpi.status,
        kpi.reason,
        kpi.trend,
        kpi.n,
        kpi.age,
        kpi.used,
        "; ".join(map(alert_words, kpi.alerts)) or None,
    )
