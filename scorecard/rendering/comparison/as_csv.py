"""The comparison as CSV: one row for each KPI, goal and perspective, and one for the index."""

from __future__ import annotations

from scorecard.comparison import Change, Comparison, KpiChange, ScoreChange
from scorecard.rendering.csv_table import Field, csv_table

_NUMBERS = ("performance", "lagging", "leading", "outlook")
COLUMNS = (
    *("as_of", "period", "compared_with", "kind", "id", "name", "status_before", "status"),
    *("unit", "value_before", "value", "word", "no_comparison", "why"),
    *(f"{number}{which}" for number in _NUMBERS for which in ("_before", "", "_change")),
)


def comparison_csv(comparison: Comparison) -> str:
    """Numbers and their changes as fractions, values in the KPI's unit, no data as an empty field."""
    scores = (*comparison.goals, *comparison.perspectives, comparison.index)
    rows = [(*_when(comparison), *_kpi(kpi)) for kpi in comparison.kpis]
    return csv_table(COLUMNS, [*rows, *((*_when(comparison), *_score(score)) for score in scores)])


def _when(comparison: Comparison) -> tuple[Field, ...]:
    return comparison.as_of, str(comparison.period), str(comparison.before)


def _kpi(kpi: KpiChange) -> tuple[Field, ...]:
    return (
        *("kpi", kpi.id, kpi.name, None, kpi.status_now),
        *(kpi.unit, kpi.value_before, kpi.value_now, kpi.word, kpi.obstacle, kpi.why),
        *_change(kpi.performance),
        *(None,) * 9,
    )


def _score(score: ScoreChange) -> tuple[Field, ...]:
    changes = (score.performance, score.lagging, score.leading, score.outlook)
    return (
        *(score.kind, score.id, score.name, score.status_before, score.status_now),
        *(None,) * 6,
        *(field for change in changes for field in _change(change)),
    )


def _change(change: Change) -> tuple[Field, ...]:
    return change.before, change.now, change.change
