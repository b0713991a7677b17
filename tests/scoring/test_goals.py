"""What a card says of a goal: each case is worked out in its comments."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scorecard.api.score import score
from scorecard.model import StrategyMap
from scorecard.result import Flag, KpiNote
from tests.scoring.by_hand import MAY, card_of, figures_of, full, goal_of


def test_a_goal_stands_on_what_it_declares_and_not_on_what_can_be_scored() -> None:
    """Its only lagging KPI is shown and not scored: the goal has no result, and its drivers do not step in."""
    kpis = {**full(driver=0.9), "note": {"direction": "none", "value": 5}}
    goal = goal_of({"lagging": ["note"], "leading": ["driver"]}, kpis)
    assert (goal.basis, goal.performance, goal.status, goal.reason) == ("lagging", None, "no-data", "no-data")
    assert (goal.leading, goal.diagnosis) == (0.9, "results-not-measured")
    alone = goal_of({"leading": ["driver"]}, kpis)
    assert (alone.basis, alone.performance, alone.status) == ("leading", 0.9, "on-track")


@pytest.mark.parametrize(("known", "status"), [(2, "on-track"), (1, "no-data")])
def test_exactly_the_least_coverage_is_enough(known: float, status: str) -> None:
    """Of weights 2 and 2 one half is known; of 1 and 2 a third."""
    goal = goal_of({"lagging": [{"known": known}, {"missing": 2}]}, full(known=0.9, missing=None))
    assert goal.performance == pytest.approx(0.9, abs=1e-12)
    assert goal.status == status
    assert goal.reason == (None if status == "on-track" else "low-coverage")


def test_the_outlook_has_no_status_where_too_little_of_it_is_known() -> None:
    """d = 0.5, so three unknown of four lagging KPIs leave 1/8 of the outlook and three of four drivers another 1/8."""
    kpis = full(a=0.9, b=None, c=None, d=None, e=0.9, f=None, g=None, h=None)
    parts: dict[str, Any] = {"lagging": ["a", "b", "c", "d"], "leading": ["e", "f", "g", "h"]}
    goal = goal_of(parts, kpis)
    assert goal.outlook == pytest.approx(0.9, abs=1e-12)
    assert goal.coverage.outlook == pytest.approx(0.25, abs=1e-12)
    assert goal.outlook_status == "no-data"
    assert goal_of(parts, kpis, min_coverage="25%").outlook_status == "on-track"


def test_a_goals_own_limits_judge_its_results_its_drivers_and_its_outlook() -> None:
    """0.4 and 0.6 and their mean 0.5 are at risk or off track for the map, and on track from 40 % on."""
    kpis = full(result=0.4, driver=0.6)
    parts: dict[str, Any] = {"lagging": ["result"], "leading": ["driver"]}
    goal = goal_of(parts, kpis)
    assert (goal.lagging_status, goal.leading_status, goal.outlook_status) == ("off-track", "at-risk", "at-risk")
    assert goal.diagnosis == "needs-action"
    easy = goal_of({**parts, "thresholds": {"at_risk": "20%", "on_track": "40%"}}, kpis)
    assert (easy.lagging_status, easy.leading_status, easy.outlook_status) == ("on-track", "on-track", "on-track")
    assert (easy.status, easy.diagnosis) == ("on-track", "healthy")
    hard = goal_of({**parts, "thresholds": {"at_risk": "70%"}}, kpis)
    assert (hard.lagging_status, hard.leading_status, hard.outlook_status) == ("off-track", "off-track", "off-track")


def test_a_heading_needs_drivers() -> None:
    """Without declared drivers the outlook is the result itself, and nothing pulls anywhere."""
    assert goal_of({"lagging": ["it"]}, full(it=0.6)).outlook == 0.6
    assert goal_of({"lagging": ["it"]}, full(it=0.6)).heading is None
    assert goal_of({"lagging": ["it"], "leading": ["lead"]}, full(it=0.6, lead=0.6)).heading == "steady"
    assert goal_of({"leading": ["lead"]}, full(lead=0.6)).heading is None


def test_what_the_author_says_of_a_kpi_in_a_goal() -> None:
    goal = goal_of(
        {
            "lagging": [{"plain": 2}, {"result": {"because": "It is what people pay for"}}],
            "leading": [{"slow": {"delay": 2}}, {"quick": {"because": "It shows at once"}}, "silent"],
        },
        full(plain=0.1, result=0.1, slow=0.1, quick=0.1, silent=0.1),
    )
    assert goal.kpi_notes == (
        KpiNote("result", 0, "It is what people pay for"),
        KpiNote("slow", 2, None),
        KpiNote("quick", 0, "It shows at once"),
    )


def flags(own: tuple[float, float], other: tuple[float, float]) -> tuple[Flag, ...]:
    """Those of a goal whose result went from one number to the next, hindered by another that moved too."""
    data = {
        "goals": {
            "support": {"perspective": "customer", "lagging": ["ks"], "hindered_by": ["fast-growth"]},
            "fast-growth": {"perspective": "financial", "lagging": ["kg"]},
        },
        "kpis": full(ks=None, kg=None),
    }
    (before, now), (then, today) = own, other
    figures = {**figures_of("ks", may=before, june=now), **figures_of("kg", may=then, june=today)}
    return card_of(data, figures=figures).goals[0].flags


@pytest.mark.parametrize(
    ("own", "other", "flagged"),
    [
        ((0.90, 0.87), (0.50, 0.53), True),  # three points each
        ((0.90, 0.879), (0.50, 0.521), True),
        ((0.90, 0.88), (0.50, 0.60), False),  # exactly two points down (in binary a hair more) are not enough
        ((0.90, 0.80), (0.50, 0.52), False),  # exactly two points up neither
        ((0.90, 0.80), (0.50, 0.50), False),  # the hindering goal did not rise
        ((0.90, 0.80), (0.50, 0.40), False),
        ((0.90, 0.90), (0.50, 0.60), False),  # this goal did not fall
        ((0.90, 0.95), (0.50, 0.60), False),
    ],
)
def test_a_trade_off_is_more_than_two_points_each_way(
    own: tuple[float, float], other: tuple[float, float], flagged: bool
) -> None:
    found = flags(own, other)
    assert [flag.kind for flag in found] == (["trade-off"] if flagged else [])
    assert all("Fast growth" in flag.text and flag.kpi is None for flag in found)


def test_a_trade_off_names_only_the_goals_that_rose() -> None:
    data = {
        "goals": {
            "calm": {"perspective": "customer", "lagging": ["kc"], "hindered_by": ["idle", "busy"]},
            "busy": {"name": "Busy shops", "perspective": "financial", "lagging": ["kb"]},
            "idle": {"perspective": "financial", "lagging": ["ki"]},
        },
        "kpis": full(kc=None, kb=None, ki=None),
    }
    figures = {
        **figures_of("kc", may=0.9, june=0.5),
        **figures_of("kb", may=0.1, june=0.5),
        **figures_of("ki", may=0.1, june=0.1),
    }
    (flag,) = card_of(data, figures=figures).goals[0].flags
    assert "Busy shops" in flag.text
    del figures["kb", MAY, ()]
    assert card_of(data, figures=figures).goals[0].flags == ()


def test_reaching_the_top_follows_the_arrows_and_no_hindrance() -> None:
    """d drives c and c drives a in the top perspective; b only hinders a; the loop c, d stays one."""
    strategy_map = StrategyMap.model_validate(
        {
            "goals": {
                "a": {"perspective": "financial", "driven_by": ["c"], "hindered_by": ["b"]},
                "b": {"perspective": "customer"},
                "c": {"perspective": "internal", "driven_by": ["d"]},
                "d": {"perspective": "learning", "driven_by": [{"c": {"delay": 1}}]},
            }
        }
    )
    card = score(strategy_map, date(2026, 6, 30))
    assert {goal.id: goal.reaches_top for goal in card.goals} == {"a": True, "b": False, "c": True, "d": True}


def test_the_weakest_parts_are_judged_by_their_own_limits() -> None:
    """x is on track at 60 % because its own limit is 55 %; y at 70 % and z at 30 % are not, by the map's 80 %."""
    scale = {"worst": 0, "best": 1}
    strategy_map = StrategyMap.model_validate(
        {
            "goals": {"a": {"perspective": "financial", "lagging": ["x", "y"], "leading": ["z", "none"]}},
            "kpis": {
                "x": {**scale, "value": 0.6, "thresholds": {"on_track": "55%"}},
                "y": {**scale, "value": 0.7},
                "z": {**scale, "value": 0.3},
                "none": scale,
            },
        }
    )
    (goal,) = score(strategy_map, date(2026, 6, 30)).goals
    assert [(part.id, part.value) for part in goal.weakest] == [("z", 0.3), ("y", 0.7)]
