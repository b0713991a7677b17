"""What a card says of a KPI: each case is worked out in its comments."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from scorecard.actuals import Figure
from scorecard.period import parse_period
from tests.scoring.by_hand import FULL, JUNE, YEAR, card_of, figures_of, kpi_of


@pytest.mark.parametrize(
    ("settings", "share"),
    [
        ({"baseline": 0, "target": 450, "value": 396}, 0.88),
        ({"baseline": 600, "target": 450, "value": 396}, None),  # lower is better: 88 % of the target says nothing
        ({"worst": -10, "target": 0, "value": -4}, None),
        ({"worst": -10, "target": -2, "value": -4}, None),
        ({"direction": "none", "target": 450, "value": 396}, None),
        ({"worst": 0, "best": 450, "value": 396}, None),
    ],
)
def test_a_share_of_the_target_is_told_where_higher_is_better_and_the_target_above_zero(
    settings: dict[str, Any], share: float | None
) -> None:
    assert kpi_of(settings).of_target == (None if share is None else pytest.approx(share, abs=1e-12))


@pytest.mark.parametrize(
    ("period", "as_of", "elapsed"),
    [
        ("2026-06", date(2026, 6, 30), 181 / 365),
        # the period is not over: judged on the day itself, 31 + 28 + 31 + 30 + 31 + 10 days
        ("2026-06", date(2026, 6, 10), 161 / 365),
        # the period is long over: judged at its end
        ("2026-06", date(2026, 12, 31), 181 / 365),
        ("2026", date(2026, 6, 10), 161 / 365),
        ("2025", date(2026, 6, 10), 0.0),
    ],
)
def test_a_plan_is_judged_at_the_end_of_the_period_and_never_in_the_future(
    period: str, as_of: date, elapsed: float
) -> None:
    kpi = kpi_of({"baseline": 0, "target": 10, "value": 0, **YEAR}, as_of, parse_period(period))
    assert kpi.expected == pytest.approx(elapsed, abs=1e-12)
    assert kpi.plan == pytest.approx(10 * elapsed, abs=1e-12)
    assert kpi.performance == pytest.approx(1 - elapsed, abs=1e-12)


def test_a_pace_is_told_at_exactly_a_tenth_of_the_time() -> None:
    """From 21 June to 28 September are 100 days, of which ten have passed: a twentieth of the road is half the pace."""
    plan = {"baseline": 0, "target": 20, "value": 1, "since": "2026-06-21", "by": "2026-09-28"}
    assert kpi_of(plan).pace == pytest.approx(0.5, abs=1e-12)
    assert kpi_of(plan, date(2026, 6, 29)).pace is None


def test_a_kpi_without_a_value_still_shows_where_the_plan_is() -> None:
    """181 of 365 days from 100 to 465 are 181 steps of 1."""
    kpi = kpi_of({"baseline": 100, "target": 465, **YEAR})
    assert kpi.expected == pytest.approx(181 / 365, abs=1e-12)
    assert kpi.plan == pytest.approx(281, abs=1e-9)
    assert (kpi.progress, kpi.pace, kpi.of_target, kpi.performance) == (None, None, None, None)
    assert (kpi.status, kpi.reason) == ("no-data", "no-value")


@pytest.mark.parametrize(("value", "performance"), [(110, 1.0), (111, 1.0), (109.999, 0.0)])
def test_a_tenth_more_than_a_hundred_is_reached_at_a_hundred_and_ten(value: float, performance: float) -> None:
    """In binary, 100 + 10 % is 110.00000000000001."""
    kpi = kpi_of({"scale": "binary", "baseline": 100, "target": {"change": "+10%"}, "value": value})
    assert kpi.performance == performance
    assert kpi.progress == pytest.approx((value - 100) / 10, abs=1e-12)


def test_a_curve_has_no_baseline() -> None:
    kpi = kpi_of({"curve": [[10, "80%"], [20, "100%"]], "value": 15})
    assert (kpi.scale, kpi.direction) == ("curve", "maximise")
    assert (kpi.baseline, kpi.target, kpi.worst, kpi.best, kpi.progress) == (None, None, None, None, None)
    assert kpi.performance == pytest.approx(0.9, abs=1e-12)


def own_of(own: dict[str, Any], other: dict[str, Any]) -> tuple[float | None, str, str | None]:
    """A KPI whose target is the value of another one."""
    kpis = {"own": {"target": {"kpi": "other"}, **own}, "other": other}
    kpi = card_of({"goals": {"goal": {"perspective": "financial", "lagging": ["own"]}}, "kpis": kpis}).kpis[0]
    return kpi.performance, kpi.status, kpi.reason


def test_a_target_that_another_kpi_moved_behind_the_worst_value() -> None:
    """From 10 down to 4, 7 is half of the way; where the other stands at 10 or above, no way is left."""
    cheaper = {"direction": "minimise", "worst": 10, "value": 7}
    assert own_of(cheaper, {"value": 4}) == (0.5, "at-risk", None)
    assert own_of(cheaper, {"value": 10}) == (None, "no-data", "target-beyond-worst")
    assert own_of(cheaper, {"value": 11}) == (None, "no-data", "target-beyond-worst")
    dearer = {"direction": "maximise", "worst": 10, "value": 16}
    assert own_of(dearer, {"value": 18}) == (0.75, "at-risk", None)
    assert own_of(dearer, {"value": 9}) == (None, "no-data", "target-beyond-worst")


def test_a_target_that_another_kpi_does_not_say() -> None:
    assert own_of({"direction": "minimise", "worst": 10, "value": 7}, {}) == (None, "no-data", "no-target")
    assert own_of({"direction": "minimise", "worst": 10}, {}) == (None, "no-data", "no-target")
    # with a best value the other KPI sets no end of the scale
    assert own_of({"worst": 10, "best": 0, "value": 5}, {}) == (0.5, "at-risk", None)


def reason_of(settings: dict[str, Any], figure: Figure | None) -> str | None:
    data = {"goals": {"goal": {"perspective": "financial", "lagging": ["it"]}}, "kpis": {"it": settings}}
    return card_of(data, figures={} if figure is None else {("it", JUNE, ()): figure}).kpis[0].reason


def test_why_there_is_no_value_is_what_the_figure_says() -> None:
    """Measuring knows the reason and scoring hands it on; a scale that cannot score any value goes first."""
    unreached = Figure(reason=cast(Any, "source-unreachable"))
    assert reason_of(FULL, unreached) == "source-unreachable"
    assert reason_of(FULL, Figure()) == "no-value"
    assert reason_of(FULL, None) == "no-value"
    assert reason_of({}, unreached) == "no-target"
    assert reason_of({"direction": "none"}, unreached) == "not-scored"
    assert reason_of(FULL, Figure(value=0.5)) is None


def test_a_dated_gap_is_not_filled_by_an_undated_figure() -> None:
    data = {"goals": {"goal": {"perspective": "financial", "lagging": ["it"]}}, "kpis": {"it": FULL}}
    undated = figures_of("it", undated=0.4)
    assert card_of(data, figures=undated).kpis[0].performance == 0.4
    assert card_of(data, figures=figures_of("it", undated=0.4, may=0.9)).kpis[0].performance == 0.4
    assert card_of(data, figures=figures_of("it", undated=0.4, june=0.7)).kpis[0].performance == 0.7
    gap = card_of(data, figures=figures_of("it", undated=0.4, june=Figure(reason="no-value"))).kpis[0]
    assert (gap.performance, gap.reason) == (None, "no-value")
    part = card_of(data, figures={("it", JUNE, (("network", "instagram"),)): 0.9}).kpis[0]
    assert part.value is None
