"""Figures by a dimension: columns, totals, substitutes, and what the total has beyond its parts."""

from __future__ import annotations

from datetime import date
from typing import Any

from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.model import StrategyMap
from scorecard.period import Period, parse_period
from scorecard.scoring.splitting import split_by
from scorecard.split import Split, SplitCell

MAY, JUNE = map(parse_period, ("2026-05", "2026-06"))
DATA: dict[str, Any] = {
    "dimensions": ["network"],
    "currency": "EUR",
    "goals": {"g": {"perspective": "financial", "lagging": ["likes", "rate", "reach", "csat"]}},
    "measures": {"spend": {"unit": "money", "kind": "flow"}},
    "kpis": {
        "likes": {"unit": "count", "kind": "flow", "direction": "maximise"},
        "rate": {"unit": "%", "direction": "maximise"},
        "reach": {"unit": "count", "kind": "stock", "additive": "no", "else": "rate", "direction": "maximise"},
        "csat": {"unit": "%", "direction": "maximise"},
    },
}
IG, FB = ((("network", name),) for name in ("instagram", "facebook"))


def split_of(figures: dict[FigureKey, Figure], *asked: str, period: Period = JUNE, **more: Any) -> Split:
    strategy_map = StrategyMap.model_validate(DATA | more)
    actuals = Actuals(
        figures=figures,
        kinds={"rate": "rate"},
        periods=(MAY, JUNE),
        parts={"network": ("facebook", "instagram")},
    )
    return split_by(strategy_map, actuals, period, date(2026, 6, 30), "network", asked)


LIKES: dict[FigureKey, Figure] = {
    ("likes", JUNE, ()): Figure(value=30.0),
    ("likes", JUNE, IG): Figure(value=20.0),
    ("likes", JUNE, FB): Figure(value=10.0),
}
CSAT: dict[FigureKey, Figure] = {("csat", JUNE, ()): Figure(value=0.8)}


def test_columns_are_the_values_and_the_total_is_the_figure_of_the_whole() -> None:
    split = split_of(LIKES, "likes")
    (row,) = split.rows
    assert split.columns == ("facebook", "instagram")
    assert [cell.value for cell in row.parts] == [10.0, 20.0]
    assert (row.total.value, row.rest, row.name) == (30.0, None, "Likes")


def test_the_total_of_a_rate_is_no_mean_of_its_parts() -> None:
    figures: dict[FigureKey, Figure] = {
        ("rate", JUNE, ()): Figure(value=0.29),
        ("rate", JUNE, IG): Figure(value=0.3),
        ("rate", JUNE, FB): Figure(value=0.1),
    }
    (row,) = split_of(figures, "rate").rows
    assert row.kind == "rate"
    assert row.total.value == 0.29
    assert row.rest is None


def test_what_belongs_to_no_network_is_the_rest() -> None:
    (row,) = split_of(LIKES | {("likes", JUNE, ()): Figure(value=34.0)}, "likes").rows
    assert row.rest == 4.0
    (row,) = split_of(LIKES | {("likes", JUNE, ()): Figure(value=25.0)}, "likes").rows
    assert row.rest == -5.0


def test_the_rest_of_rounded_figures_is_none() -> None:
    """0.1 + 0.2 is not 0.3 in binary, and nobody is missing."""
    figures: dict[FigureKey, Figure] = {
        ("likes", JUNE, IG): Figure(value=0.1),
        ("likes", JUNE, FB): Figure(value=0.2),
        ("likes", JUNE, ()): Figure(value=0.3),
    }
    (row,) = split_of(figures, "likes").rows
    assert row.rest is None


def test_an_upper_bound_has_no_rest_and_says_so() -> None:
    figures: dict[FigureKey, Figure] = {
        ("reach", JUNE, IG): Figure(value=5.0),
        ("reach", JUNE, ()): Figure(value=5.0, at_most=True),
    }
    (row,) = split_of(figures, "reach").rows
    assert row.total == SplitCell(value=5.0, unit="count", at_most=True)
    assert row.rest is None


def test_a_figure_that_never_had_a_part_does_not_split() -> None:
    split = split_of(LIKES | CSAT, "likes", "csat")
    assert [row.splits for row in split.rows] == [True, False]
    assert [cell.value for cell in split.rows[1].parts] == [None, None]
    assert split.rows[1].total.value == 0.8


def test_a_part_that_was_there_in_the_period_before_keeps_its_column() -> None:
    figures = {key: figure for key, figure in LIKES.items() if key[2] != FB}
    assert split_of(figures, "likes").columns == ("instagram",)
    earlier: dict[FigureKey, Figure] = {("likes", MAY, FB): Figure(value=9.0)}
    split = split_of(figures | earlier, "likes")
    assert split.columns == ("facebook", "instagram")
    assert [cell.value for cell in split.rows[0].parts] == [None, 20.0]


def test_what_stands_in_brings_its_own_unit() -> None:
    figures: dict[FigureKey, Figure] = {
        ("reach", JUNE, IG): Figure(value=0.25, used="rate"),
        ("reach", JUNE, ()): Figure(value=0.25, used="rate"),
    }
    (row,) = split_of(figures, "reach").rows
    assert [(cell.value, cell.unit, cell.used) for cell in (*row.parts, row.total)] == [(0.25, "%", "rate")] * 2


def test_the_headline_else_all_kpis_that_split() -> None:
    assert [row.id for row in split_of(LIKES | CSAT).rows] == ["likes"]
    assert [row.id for row in split_of(LIKES | CSAT, headline=["csat", "spend"]).rows] == ["csat", "spend"]
    assert [row.id for row in split_of(LIKES | CSAT, "spend", headline=["csat"]).rows] == ["spend"]
    assert split_of({}).rows == ()


def test_a_period_that_still_runs_is_not_closed() -> None:
    assert split_of(LIKES).closed
    assert not split_of(LIKES, period=parse_period("2026-07")).closed
