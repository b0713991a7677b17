"""Distributions of outlooks: worked out by hand, and the laws that hold on random maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import erfc, pi, sqrt
from typing import Any

import numpy
import numpy.typing
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.distribution import QUANTILES, Distribution, OutlookDistribution
from scorecard.model import StrategyMap
from scorecard.period import Period, parse_period, period_after
from scorecard.propagation.flat_outlooks import flat_outlooks, swept
from scorecard.propagation.outlook_system import outlook_system
from scorecard.propagation.shape import performance_at
from scorecard.result import Scorecard
from scorecard.scenario import Uncertain
from scorecard.simulating.distributions import distribution, rolled_up
from tests.maps import Case, cases

DRAWS = 3000
CHAIN: dict[str, Any] = {
    "name": "Chain",
    "as_of": "2026-06-30",
    "period": "month",
    "min_coverage": 0.6,
    "goals": {
        "profit": {"perspective": "top", "lagging": ["margin"], "driven_by": ["loyal"]},
        "loyal": {"perspective": "low", "lagging": [{"guests": {"weight": 3}}, {"smiles": {"weight": 1}}]},
        "half": {"perspective": "low", "lagging": [{"guests": {"weight": 1}}, {"nothing": {"weight": 1}}]},
    },
    "perspectives": {"top": {"name": "Top"}, "low": {"name": "Low"}},
    "kpis": {
        "margin": {"unit": "%", "worst": 0, "best": 10, "value": 6},
        "guests": {"unit": "count", "worst": 0, "best": 1000, "value": 800},
        "smiles": {"unit": "points", "worst": 0, "best": 10, "value": 10},
        "nothing": {"unit": "points", "worst": 0, "best": 10},
        "done": {"unit": "yes-no", "target": "yes", "direction": "maximise", "value": "yes"},
    },
}  # fmt: skip


def card_of(data: dict[str, Any] = CHAIN) -> Scorecard:
    return card_of_case(Case(data, {}, date(2026, 6, 30)))


def card_of_case(case: Case) -> Scorecard:
    strategy_map = StrategyMap.model_validate(case.data)
    return scoring.score(strategy_map, case.actuals(strategy_map), case.period, case.as_of)


def share(kpi: str, part: float) -> Uncertain:
    return Uncertain(kpi, f"{part:%}", "share", share=part)


def of(found: Distribution, item: str) -> OutlookDistribution:
    return next(one for one in found.outlooks if one.id == item)


def above(limit: float, mean: float, deviation: float) -> float:
    return 0.5 * erfc((limit - mean) / deviation / sqrt(2))


def test_a_straight_scale_is_normal_all_the_way_up() -> None:
    """Guests 800 ± 24: performance 80 % ± 2.4 points, three quarters of it in loyal."""
    found = distribution(card_of(), [share("guests", 0.03)], {})
    loyal, profit = of(found, "loyal"), of(found, "profit")
    assert (loyal.law, found.draws, found.error) == ("exact", 0, 0.0)
    assert (loyal.now, loyal.mean, loyal.deviation) == pytest.approx((0.85, 0.85, 0.018), abs=1e-12)
    assert loyal.quantiles[0] == pytest.approx(0.85 - 1.6448536 * 0.018, abs=1e-8)
    assert loyal.chances["on-track"] == pytest.approx(above(0.8, 0.85, 0.018), abs=1e-6)
    assert profit.deviation == pytest.approx(0.018 * profit_share(), abs=1e-12)
    assert sum(profit.chances.values()) == pytest.approx(1)


def profit_share() -> float:
    rows = next(goal for goal in card_of().goals if goal.id == "profit").contributions.outlook
    return next(row.share for row in rows if row.id == "loyal" and row.share is not None)


def test_half_of_the_values_beyond_the_best() -> None:
    """Smiles 10 ± 1 with a best of 10: mean 1 - 0.1/√2π, and half of the draws are at 100 %."""
    found = distribution(card_of(), [share("smiles", 0.1)], {})
    loyal = of(found, "loyal")
    assert loyal.law == "draws"
    assert loyal.mean == pytest.approx(0.75 * 0.8 + 0.25 * (1 - 0.1 / sqrt(2 * pi)), abs=1e-12)
    assert loyal.deviation == pytest.approx(0.025 * sqrt(0.5 - 1 / (2 * pi)), abs=1e-12)
    assert loyal.quantiles[2] == pytest.approx(0.85, abs=0.001)
    assert loyal.quantiles[0] == pytest.approx(0.85 - 0.25 * 0.1 * 1.6448536, abs=0.002)


def test_a_drawn_part_and_a_normal_part() -> None:
    """Smiles at 0.4 make loyal 0.8 at best: half of the draws hit the limit exactly, and guests smear it."""
    data = {**CHAIN, "kpis": {**CHAIN["kpis"], "smiles": {**CHAIN["kpis"]["smiles"], "best": 10, "value": 10}}}
    asked = [share("smiles", 0.1), share("guests", 0.02)]
    found = distribution(card_of(data), asked, {}, draws=200_000)
    loyal = of(found, "loyal")
    deviation = 0.75 * 0.016
    expected = 0.5 * above(0.8, 0.85, deviation)
    steps = 4000
    for step in range(steps):  # the other half lies below 100 % as a half normal distribution
        z = (step + 0.5) / steps * 6
        weight = 2 / sqrt(2 * pi) * 6 / steps * 2.718281828459045 ** (-z * z / 2) / 2
        expected += weight * above(0.8, 0.85 - 0.025 * z, deviation)
    assert loyal.law == "draws"
    assert loyal.chances["on-track"] == pytest.approx(expected, abs=4 * 0.5 / sqrt(200_000))


def test_steps_are_counted_exactly_at_a_limit() -> None:
    """A goal at 80 % half of the time, and at 0 % else: at its limit it is on track."""
    data = {
        **CHAIN,
        "goals": {"only": {"perspective": "top", "lagging": [{"coin": {"weight": 4}}, {"zero": {"weight": 1}}]}},
        "kpis": {
            "coin": {"unit": "count", "scale": "binary", "target": 50, "direction": "maximise", "value": 50},
            "zero": {"unit": "count", "worst": 0, "best": 1, "value": 0},
        },
    }
    only = of(distribution(card_of(data), [share("coin", 0.1)], {}), "only")
    assert only.mean == pytest.approx(0.4)
    assert only.chances["on-track"] == pytest.approx(0.5, abs=0.02)
    assert only.chances["off-track"] == pytest.approx(0.5, abs=0.02)
    assert only.chances["at-risk"] == 0


def test_a_range_moves_the_mean() -> None:
    found = distribution(card_of(), [Uncertain("guests", "500..700", "range", low=500.0, high=700.0)], {})
    assert of(found, "loyal").mean == pytest.approx(0.75 * 0.6 + 0.25)
    (kpi,) = found.kpis
    assert (kpi.low, kpi.middle, kpi.high) == pytest.approx((500, 600, 700))


def test_a_mean_that_moves_on_a_level_piece_does_not_stay() -> None:
    """Far above its best a KPI does not vary at all, but it is not where it was."""
    found = distribution(card_of(), [Uncertain("guests", "5000..5100", "range", low=5000.0, high=5100.0)], {})
    loyal = of(found, "loyal")
    assert (loyal.now, loyal.mean, loyal.deviation) == pytest.approx((0.85, 1.0, 0.0), abs=1e-9)
    assert loyal.chances["on-track"] == 1


def test_history_is_the_deviation_of_changes() -> None:
    values = [700, 710, 690, 720, 700, 730, 710, 740]
    found = distribution(card_of(), [Uncertain("guests", "history", "history")], {"guests": months(values)})
    (kpi,) = found.kpis
    assert kpi.changes == 7
    assert kpi.deviation == pytest.approx(25.0713, abs=1e-4)  # of 10, -20, 30, -20, 30, -20, 30


def months(values: Sequence[float]) -> dict[Period, float]:
    found, period = {}, parse_period("2025-01")
    for value in values:
        found[period] = float(value)
        period = period_after(period)
    return found


def test_what_cannot_be_uncertain_says_why() -> None:
    asked = [share("nothing", 0.1), share("done", 0.1), Uncertain("margin", "history", "history")]
    found = distribution(card_of(), asked, {"margin": months([1, 2, 3])})
    assert found.kpis == ()
    assert found.certain == (
        ("margin", "its history has 2 changes from period to period, and 6 are needed"),
        ("nothing", "it has no score now"),
        ("done", "it is yes or no"),
    )
    assert all(one.law == "certain" for one in found.outlooks)
    assert of(found, "profit").mean == of(found, "profit").now


def test_all_of_them_means_those_that_are_scored() -> None:
    found = distribution(card_of(), [share("*", 0.1), share("margin", 0.01)], {})
    assert [(kpi.id, kpi.written) for kpi in found.kpis] == [
        ("margin", "1.000000%"),
        ("guests", "10.000000%"),
        ("smiles", "10.000000%"),
    ]
    assert found.certain == (("done", "it is yes or no"),)


def test_too_little_known_is_no_status_however_it_falls() -> None:
    half = of(distribution(card_of(), [share("guests", 0.1)], {}), "half")
    assert half.coverage == pytest.approx(0.5)
    assert half.mean is not None
    assert half.chances == {"on-track": 0.0, "at-risk": 0.0, "off-track": 0.0, "no-data": 1.0}


def test_kpis_that_moved_together_are_drawn_together() -> None:
    """Two equal series: their sum varies twice as much as that of independent ones, less what is shrunk."""
    data = {
        **CHAIN,
        "goals": {"both": {"perspective": "top", "lagging": ["guests", "smiles"]}},
        "kpis": {
            "guests": {"unit": "count", "worst": 0, "best": 1000, "value": 500},
            "smiles": {"unit": "points", "worst": 0, "best": 10, "value": 5},
        },
    }
    steps = [500, 530, 490, 520, 480, 505, 515, 470, 540, 500, 525, 490, 510]
    series = {"guests": months(steps), "smiles": months([step / 100 for step in steps])}
    asked = [share("guests", 0.05), share("smiles", 0.05)]
    alone = distribution(card_of(data), asked, series)
    together = distribution(card_of(data), asked, series, correlated=True, draws=50_000)
    assert (alone.correlated, together.correlated, together.asked_correlated) == (0, 12, True)
    one, other = of(alone, "both"), of(together, "both")
    assert one.deviation == pytest.approx(0.025 / sqrt(2), abs=1e-9)
    assert other.deviation == pytest.approx(0.025, rel=0.02)
    assert other.mean == pytest.approx(0.5)


def test_too_few_common_changes_are_said() -> None:
    found = distribution(card_of(), [share("*", 0.05)], {"guests": months([1, 2])}, correlated=True)
    assert (found.asked_correlated, found.correlated) == (True, 0)
    assert of(found, "loyal").law == of(distribution(card_of(), [share("*", 0.05)], {}), "loyal").law


@pytest.mark.parametrize("workers", [2, 3, 7])
def test_the_answer_does_not_depend_on_the_workers(workers: int) -> None:
    asked = [share("smiles", 0.2), share("guests", 0.02), share("margin", 0.5)]
    alone = distribution(card_of(), asked, {}, draws=9000)
    assert distribution(card_of(), asked, {}, draws=9000, workers=workers) == alone


def test_other_seeds_are_other_draws_and_other_kpis_are_not() -> None:
    one = distribution(card_of(), [share("smiles", 0.2)], {})
    assert distribution(card_of(), [share("smiles", 0.2)], {}, seed=2).outlooks != one.outlooks
    more = distribution(card_of(), [share("margin", 0.5), share("smiles", 0.2)], {})
    assert of(more, "loyal") == of(one, "loyal")


def test_progress_is_told_until_the_end() -> None:
    told: list[int] = []
    distribution(card_of(), [share("smiles", 0.2)], {}, draws=5000, progress=told.append)
    assert sum(told) == 5000
    assert len(told) == 3


@settings(max_examples=40, deadline=None)
@given(cases(), st.floats(0.01, 1.0), st.integers(0, 2**31))
def test_laws_of_every_distribution(case: Case, part: float, seed: int) -> None:
    """Quantiles rise, chances and shapes sum to 1, and what nothing uncertain reaches stays as it is."""
    for one in distribution(card_of_case(case), [share("*", part)], {}, draws=500, seed=seed).outlooks:
        assert sum(one.chances.values()) == pytest.approx(1)
        if one.now is None:
            assert (one.mean, one.deviation, one.quantiles, one.chances["no-data"]) == (None, None, (), 1)
            continue
        assert one.mean is not None
        assert one.deviation is not None
        assert list(one.quantiles) == sorted(one.quantiles)
        if one.law == "certain":
            assert (one.mean, one.deviation) == (one.now, 0.0)
        elif one.shape:
            assert sum(one.shape) == pytest.approx(1)


@settings(max_examples=25, deadline=None)
@given(cases(), st.floats(0.02, 0.6))
def test_chances_are_those_of_drawing_everything(case: Case, part: float) -> None:
    """A plain simulation, every value drawn by numpy and scored by its scale, gives the same within sampling error."""
    card = card_of_case(case)
    asked = [share("*", part)]
    found = distribution(card, asked, {}, draws=DRAWS)
    outlooks = drawn_plainly(card, {kpi.id: (kpi.middle, kpi.deviation) for kpi in found.kpis})
    for one in found.outlooks:
        if one.law == "certain":
            continue
        plain = outlooks[one.kind, one.id]
        assert one.deviation is not None
        assert one.mean == pytest.approx(plain.mean(), abs=6 * one.deviation / DRAWS**0.5 + 1e-9)
        assert one.deviation**2 == pytest.approx(plain.var(), abs=6 * 1.2 * one.deviation / DRAWS**0.5 + 1e-12)
        known = one.chances["no-data"] == 0
        for limit, chance in (
            (one.limits.on_track, one.chances["on-track"]),
            (one.limits.at_risk, one.chances["on-track"] + one.chances["at-risk"]),
        ):
            assert not known or chance == pytest.approx((plain >= limit - 1e-9).mean(), abs=5 * (0.5 / DRAWS) ** 0.5)
        for place, value in zip(QUANTILES, one.quantiles, strict=True):
            assert (plain <= value + 0.0015).mean() >= place - 5 * 0.5 / DRAWS**0.5
            assert (plain >= value - 0.0015).mean() >= 1 - place - 5 * 0.5 / DRAWS**0.5


def drawn_plainly(
    card: Scorecard, spread: Mapping[str, tuple[float, float]]
) -> dict[tuple[str, str], numpy.typing.NDArray[numpy.float64]]:
    """The outlooks of independent draws."""
    random = numpy.random.default_rng(5)
    flat = flat_outlooks(outlook_system(card), [kpi.id for kpi in card.kpis], rolled_up(card))
    block = numpy.empty((flat.size, DRAWS))
    for row, kpi in enumerate(card.kpis):
        block[row] = kpi.performance or 0.0
        if kpi.id in spread:
            middle, deviation = spread[kpi.id]
            values = random.normal(middle, deviation, DRAWS)
            block[row] = [performance_at(kpi, value) or 0.0 for value in values.tolist()]
    swept(flat, block)
    return {(kind, item): block[row] for kind, rows in flat.rows.items() for item, row in rows.items()}
