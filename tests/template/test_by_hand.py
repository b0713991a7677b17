"""The package gives the figures that `by_hand` adds up, for three months of the template: one in the autumn that is
reported, one in the crisis, one before the break and the plan."""

from __future__ import annotations

import calendar
from datetime import date
from functools import cache
from math import isclose

import pytest

from scorecard import Scorecard, load, score
from tests.cli.commands import TEMPLATE
from tests.template import by_hand

AS_OF = date(2026, 10, 31)
MONTHS = [(2025, 12), (2026, 3), (2026, 10)]


@cache
def card(month: by_hand.Month) -> Scorecard:
    """The template scored for a month."""
    year, number = month
    return score(load(TEMPLATE), as_of=AS_OF, period=f"{year}-{number:02}", folder=TEMPLATE.parent)


def told(month: by_hand.Month) -> dict[str, float | None]:
    """What the package says of every KPI and measure of a month."""
    found = card(month)
    return {kpi.id: kpi.value for kpi in found.kpis} | {measure.id: measure.value for measure in found.measures}


def agree(one: float | None, other: float | None) -> bool:
    """Both are nothing, or the same to nine digits."""
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=1e-9)


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: "{}-{:02}".format(*month))
def test_every_kpi_and_every_measure(month: by_hand.Month) -> None:
    mine, its = by_hand.values(month), told(month)
    assert sorted(mine) == sorted(its)
    assert {item: (mine[item], its[item]) for item in mine if not agree(mine[item], its[item])} == {}


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: "{}-{:02}".format(*month))
def test_the_targets_that_come_from_another_time(month: by_hand.Month) -> None:
    its = {kpi.id: kpi.target for kpi in card(month).kpis}
    wrong = {item: (mine, its[item]) for item, mine in by_hand.targets(month).items() if not agree(mine, its[item])}
    assert wrong == {}


@pytest.mark.parametrize("month", MONTHS, ids=lambda month: "{}-{:02}".format(*month))
def test_how_good_a_kpi_is_for_each_kind_of_scale(month: by_hand.Month) -> None:
    its = {kpi.id: kpi.performance for kpi in card(month).kpis}
    wrong = {
        item: (mine, its[item]) for item, mine in by_hand.performances(month).items() if not agree(mine, its[item])
    }
    assert wrong == {}


def test_what_is_not_scored_in_october_and_why() -> None:
    reasons = {kpi.id: kpi.reason for kpi in card((2026, 10)).kpis if kpi.performance is None and kpi.lagging_of}
    assert reasons["first-response-time"] == reasons["complaint-resolution-rate"] == "missing"
    assert reasons["followers-with-known-profile"] == "stale"
    assert reasons.keys() == {
        "subscribers",
        "first-response-time",
        "complaint-resolution-rate",
        "followers-with-known-profile",
    }
    by_id = {kpi.id: kpi for kpi in card((2026, 10)).kpis}
    assert (by_id["readability-index"].reason, by_id["readability-index"].n) == ("small-sample", 5)
    assert by_id["csat"].reason == "stale"


def test_what_stands_in_and_what_is_an_upper_bound() -> None:
    by_id = {month: {kpi.id: kpi for kpi in card(month).kpis} for month in MONTHS}
    assert by_id[2026, 10]["reach"].used == "impressions"
    assert (by_id[2025, 12]["reach"].used, by_id[2025, 12]["reach"].at_most) == (None, True)


def test_the_alarms() -> None:
    """An alarm of the sources in October, a warning beside it, and the crisis in March."""
    alerts = {
        month: {kpi.id: {a.kind for a in kpi.alerts} for kpi in card(month).kpis if kpi.alerts} for month in MONTHS
    }
    assert alerts[2026, 10] == {"next-post-reach-ratio": {"alarm"}, "unfollow-rate": {"warning"}}
    assert alerts[2026, 3]["negative-comment-share"] >= {"alarm"}
    assert alerts[2026, 3]["csat"] == {"alarm"}
    flags = {flag.kpi for goal in card((2026, 10)).goals if goal.id == "engaging-content" for flag in goal.flags}
    assert flags == {"next-post-reach-ratio", "unfollow-rate"}


def test_the_hand_knows_the_calendar() -> None:
    """What is tested by hand rests on months that begin and end where they do."""
    assert [by_hand.last_day(month).day for month in [(2024, 2), (2025, 2), (2025, 12)]] == [29, 28, 31]
    assert calendar.monthrange(2026, 10)[1] == by_hand.last_day((2026, 10)).day
