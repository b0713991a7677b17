"""Figures of earlier periods, which delays reach back to."""

from __future__ import annotations

from datetime import date

import pytest

from scorecard.actuals import Figure
from tests.scoring.by_hand import FULL, YEAR, Figures, card_of, figures_of

DRIVEN = {
    "top": {"perspective": "financial", "driven_by": [{"low": {"delay": 1}}]},
    "low": {"perspective": "learning", "lagging": ["it"]},
}


def test_an_undated_figure_is_judged_on_the_scored_day_in_every_period() -> None:
    """0 of 10 after 181 of 365 days is 1 - 181/365. Judged at the end of May it would be 1 - 151/365, which nobody
    measured: the figure is today's, in force a month ago as now."""
    data = {
        "goals": {**DRIVEN, "other": {"perspective": "learning", "lagging": ["dated"]}},
        "kpis": {"it": {"baseline": 0, "target": 10, **YEAR}, "dated": FULL},
    }
    card = card_of(data, figures={**figures_of("it", undated=0.0), **figures_of("dated", may=0.5, june=0.5)})
    assert card.goals[1].lagging == pytest.approx(1 - 181 / 365, abs=1e-12)
    assert card.goals[0].leading == pytest.approx(1 - 181 / 365, abs=1e-12)


def test_a_dated_figure_is_judged_at_the_end_of_its_own_period() -> None:
    """On 10 June 161 of 365 days have passed, at the end of May 151."""
    data = {"goals": DRIVEN, "kpis": {"it": {"baseline": 0, "target": 10, **YEAR}}}
    top, low = card_of(data, date(2026, 6, 10), figures=figures_of("it", may=0.0, june=0.0)).goals
    assert low.lagging == pytest.approx(1 - 161 / 365, abs=1e-12)
    assert top.leading == pytest.approx(1 - 151 / 365, abs=1e-12)


def test_a_period_without_a_figure_of_its_own_takes_the_undated_one() -> None:
    data = {"goals": DRIVEN, "kpis": {"it": FULL}}
    assert card_of(data, figures=figures_of("it", undated=0.2, june=0.9)).goals[0].leading == 0.2
    assert card_of(data, figures=figures_of("it", undated=0.2, may=0.7)).goals[0].leading == 0.7
    assert card_of(data, figures=figures_of("it", undated=0.2, may=Figure())).goals[0].leading is None


def test_a_figure_of_a_part_says_nothing_of_the_whole() -> None:
    data = {"goals": DRIVEN, "kpis": {"it": FULL}}
    figures: Figures = {("it", None, (("network", "instagram"),)): 0.1, **figures_of("it", june=0.9)}
    assert card_of(data, figures=figures).goals[0].leading is None


def test_a_target_that_is_another_kpi_is_that_of_the_time() -> None:
    """From 10 to the other's 6 in May, 8 is half of the way; to its 5 in June, 8 is 2/5 of it."""
    own = {"direction": "minimise", "worst": 10, "target": {"kpi": "other"}}
    data = {"goals": DRIVEN, "kpis": {"it": own, "other": {"direction": "none"}}}
    figures = {**figures_of("it", undated=8), **figures_of("other", may=6, june=5)}
    top, low = card_of(data, figures=figures).goals
    assert low.lagging == pytest.approx(0.4, abs=1e-12)
    assert top.leading == pytest.approx(0.5, abs=1e-12)
