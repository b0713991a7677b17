"""Scoring by hand: each case is worked out in the comments."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scoring.by_hand import FULL, YEAR, card_of, figures_of, goal_of, kpi_of


@pytest.mark.parametrize(
    ("settings", "progress", "performance"),
    [
        ({"baseline": 0, "target": 10, "value": 4}, 0.4, 0.4),
        ({"baseline": 24, "target": 2, "value": 13}, 0.5, 0.5),
        ({"baseline": 0, "target": 10, "value": 15}, 1.5, 1.0),
        ({"baseline": 0, "target": 10, "value": -5}, -0.5, 0.0),
        # half of the way when 181/365 of the time is over: ahead of the plan
        ({"baseline": 0, "target": 10, "value": 5, **YEAR}, 0.5, 1.0),
        # nothing of the way: 1 - 181/365
        ({"baseline": 0, "target": 10, "value": 0, **YEAR}, 0.0, 1 - 181 / 365),
        # maximise without baseline and worst starts at 0
        ({"target": 50, "direction": "maximise", "value": 10}, 0.2, 0.2),
        # worst and best set the ends; the dates are shown and not scored
        ({"baseline": 20, "target": 60, "worst": 0, "best": 80, "value": 40, **YEAR}, 0.5, 0.5),
        # best left out is the target, worst left out the baseline
        ({"worst": 10, "target": 60, "value": 35}, None, 0.5),
        ({"baseline": 10, "target": 60, "best": 110, "value": 60}, 1.0, 0.5),
        ({"scale": "binary", "baseline": 0, "target": 10, "value": 9}, 0.9, 0.0),
        ({"scale": "binary", "target": 10, "direction": "minimise", "value": 10}, None, 1.0),
        ({"unit": "yes-no", "target": "yes", "value": "no"}, 0.0, 0.0),
        ({"range": [900, 1100], "worst": [600, 1400], "value": 750}, None, 0.5),
        ({"range": [900, 1100], "worst": [600, 1400], "value": 1400}, None, 0.0),
        ({"range": [900, 1100], "worst": [600, 1400], "value": 1100}, None, 1.0),
        ({"curve": [[10, "80%"], [20, "100%"], [25, "120%"]], "value": 15}, None, 0.9),
        ({"curve": [[10, "80%"], [20, "100%"], [25, "120%"]], "value": 9}, None, 0.0),
        ({"curve": [[10, "80%"], [20, "100%"], [25, "120%"]], "value": 90}, None, 1.2),
        ({"curve": [[1, "100%"], [3, "50%"]], "value": 0}, None, 1.0),
        ({"curve": [[1, "100%"], [3, "50%"]], "value": 4}, None, 0.0),
        # +12 % of 200 is 224
        ({"baseline": 200, "target": {"change": "+12%"}, "value": 212}, 0.5, 0.5),
        ({"baseline": 200, "target": {"change": "-50"}, "value": 175}, 0.5, 0.5),
        ({"unit": "%", "baseline": "2%", "target": {"change": "+0.5pp"}, "value": "2.25%"}, 0.5, 0.5),
    ],
)
def test_a_value_becomes_progress_and_performance(
    settings: dict[str, Any], progress: float | None, performance: float
) -> None:
    kpi = kpi_of(settings)
    assert kpi.progress == (None if progress is None else pytest.approx(progress, abs=1e-12))
    assert kpi.performance == pytest.approx(performance, abs=1e-12)
    assert kpi.reason is None


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"baseline": 0, "target": 10}, "no-value"),
        ({"value": 3}, "no-target"),
        ({"direction": "none", "target": 10, "value": 3}, "not-scored"),
        ({"target": {"change": "+10%"}, "value": 3}, "no-baseline"),
        ({"baseline": 0, "target": {"change": "+10%"}, "value": 3}, "no-baseline"),
        ({"scale": "binary", "target": 10, "direction": "maximise", "value": 3, "by": "2026-07-01"}, "not-due"),
        ({"worst": 0, "direction": "maximise", "target": {"kpi": "other"}, "value": 3}, "no-target"),
    ],
)
def test_what_is_not_scored_says_why(settings: dict[str, Any], reason: str) -> None:
    kpi = kpi_of(settings)
    assert kpi.performance is None
    assert kpi.status == "no-data"
    assert kpi.reason == reason


def test_a_milestone_is_due_on_its_day() -> None:
    settings = {"unit": "yes-no", "target": "yes", "value": "no", "by": "2026-06-30"}
    assert kpi_of(settings).performance == 0
    assert kpi_of({**settings, "by": "2026-07-01", "value": "yes"}).performance == 1


def test_plan_pace_and_share_of_the_target_are_shown() -> None:
    kpi = kpi_of({"baseline": 100, "target": 200, "value": 150, **YEAR})
    assert kpi.expected == pytest.approx(181 / 365)
    assert kpi.plan == pytest.approx(100 + 100 * 181 / 365)
    assert kpi.pace == pytest.approx(0.5 / (181 / 365))
    assert kpi.of_target == pytest.approx(0.75)
    early = kpi_of({"baseline": 100, "target": 200, "value": 150, "since": "2026-06-15", "by": "2026-12-31"})
    assert early.expected is not None
    assert early.expected < 0.1
    assert early.pace is None


def test_a_target_that_is_another_kpi() -> None:
    kpis = {
        "own": {"worst": 10, "direction": "minimise", "target": {"kpi": "other"}, "value": 7},
        "other": {"value": 4},
    }
    card = card_of({"goals": {"goal": {"perspective": "financial", "lagging": ["own"]}}, "kpis": kpis})
    assert card.kpis[0].performance == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("lagging", "leading", "diagnosis"),
    [
        (0.9, 0.9, "healthy"),
        (0.9, 0.6, "watch"),
        (0.9, 0.2, "early-warning"),
        (0.9, None, "drivers-not-measured"),
        (0.6, 0.9, "results-pending"),
        (0.2, 0.9, "results-pending"),
        (0.6, 0.6, "needs-action"),
        (0.2, 0.2, "needs-action"),
        (0.2, None, "drivers-not-measured"),
        (None, 0.9, "results-not-measured"),
        (None, 0.2, "results-not-measured"),
        (None, None, "no-data"),
    ],
)
def test_diagnosis(lagging: float | None, leading: float | None, diagnosis: str) -> None:
    kpis = {
        "result": FULL if lagging is None else {**FULL, "value": lagging},
        "driver": FULL if leading is None else {**FULL, "value": leading},
    }
    goal = goal_of({"lagging": ["result"], "leading": ["driver"]}, kpis)
    assert goal.diagnosis == diagnosis


def test_without_declared_drivers_there_is_no_word() -> None:
    assert goal_of({"lagging": ["result"]}, {"result": {**FULL, "value": 0.9}}).diagnosis is None
    assert goal_of({"lagging": ["result"]}, {"result": FULL}).diagnosis == "no-data"


def test_a_goal_without_lagging_kpi_stands_on_its_drivers_and_says_so() -> None:
    goal = goal_of({"leading": ["driver"]}, {"driver": {**FULL, "value": 0.6}})
    assert (goal.performance, goal.basis, goal.status) == (0.6, "leading", "at-risk")
    assert goal.outlook == pytest.approx(0.6)


def test_a_goal_without_kpis_has_no_performance_whatever_drives_it() -> None:
    data = {
        "goals": {
            "top": {"perspective": "financial", "driven_by": ["skills"]},
            "skills": {"perspective": "learning", "lagging": ["it"]},
        },
        "kpis": {"it": {**FULL, "value": 0.7}},
    }
    top = card_of(data).goals[0]
    assert (top.performance, top.reason, top.status) == (None, "no-kpis", "no-data")
    assert top.leading == pytest.approx(0.7)
    assert top.outlook == pytest.approx(0.7)


def test_low_coverage_takes_the_colour_and_keeps_the_number() -> None:
    kpis = {"known": {**FULL, "value": 0.9}, "one": FULL, "two": FULL}
    goal = goal_of({"lagging": ["known", "one", "two"]}, kpis)
    assert goal.performance == pytest.approx(0.9)
    assert goal.coverage.lagging == pytest.approx(1 / 3)
    assert (goal.status, goal.reason) == ("no-data", "low-coverage")
    assert goal_of({"lagging": ["known", "one", "two"]}, kpis, min_coverage="30%").status == "on-track"


def test_a_kpi_for_information_is_no_missing_part() -> None:
    goal = goal_of(
        {"lagging": ["it", "note"]}, {"it": {**FULL, "value": 0.9}, "note": {"direction": "none", "value": 5}}
    )
    assert goal.coverage.lagging == 1
    assert goal.lagging == pytest.approx(0.9)
    assert goal.kpis_lagging == ("it", "note")


@pytest.mark.parametrize(
    ("value", "status"), [(0.8 - 1e-10, "on-track"), (0.8 - 1e-8, "at-risk"), (0.4999, "off-track")]
)
def test_bands_are_half_open_with_a_tolerance(value: float, status: str) -> None:
    assert goal_of({"lagging": ["it"]}, {"it": {**FULL, "value": value}}).status == status


def test_each_limit_is_inherited_by_itself() -> None:
    kpis = {"it": {**FULL, "value": 0.65, "thresholds": {"at_risk": "70%"}}}
    card = card_of(
        {
            "thresholds": {"on_track": "60%"},
            "goals": {"goal": {"perspective": "financial", "lagging": ["it"], "thresholds": {"at_risk": "10%"}}},
            "kpis": {**kpis, "it": {**kpis["it"], "thresholds": {"at_risk": "20%"}}},
        }
    )
    assert (card.goals[0].limits.at_risk, card.goals[0].limits.on_track) == (0.1, 0.6)
    assert (card.kpis[0].limits.at_risk, card.kpis[0].limits.on_track) == (0.2, 0.6)
    assert card.perspectives[0].status == "on-track"


def test_roll_up_is_weighted_and_counts_the_unknown_in_the_coverage() -> None:
    data = {
        "goals": {
            "a": {"perspective": "financial", "lagging": ["ka"], "weight": 3},
            "b": {"perspective": "financial", "lagging": ["kb"]},
            "c": {"perspective": "customer", "lagging": ["kc"]},
        },
        "kpis": {"ka": {**FULL, "value": 0.8}, "kb": FULL, "kc": {**FULL, "value": 0.2}},
    }
    card = card_of(data)
    assert card.perspectives[0].performance == pytest.approx(0.8)
    assert card.perspectives[0].performance_coverage == pytest.approx(0.75)
    # perspectives without goals declare nothing: (0.8 + 0.2) / 2 and (0.75 + 1) / 2
    assert card.index.performance == pytest.approx(0.5)
    assert card.index.performance_coverage == pytest.approx(0.875)
    assert (card.index.counts.on_track, card.index.counts.off_track, card.index.counts.no_data) == (1, 1, 1)


def test_a_loop_that_no_figure_enters_has_no_outlook() -> None:
    data = {
        "goals": {
            "a": {"perspective": "financial", "driven_by": [{"b": {"delay": 1}}]},
            "b": {"perspective": "customer", "driven_by": ["a"]},
        }
    }
    assert [goal.outlook for goal in card_of(data).goals] == [None, None]


def test_a_loop_is_solved() -> None:
    # a = ½·0.8 + ½·b, b = ½·0.4 + ½·a  =>  a = 2/3, b = 8/15
    data = {
        "goals": {
            "a": {"perspective": "financial", "lagging": ["ka"], "driven_by": ["b"]},
            "b": {"perspective": "customer", "lagging": ["kb"], "driven_by": [{"a": {"delay": 2}}]},
        },
        "kpis": {"ka": {**FULL, "value": 0.8}, "kb": {**FULL, "value": 0.4}},
    }
    found = card_of(data).goals
    assert found[0].outlook == pytest.approx(2 / 3, abs=1e-12)
    assert found[1].outlook == pytest.approx(8 / 15, abs=1e-12)
    assert [goal.coverage.outlook for goal in found] == [1, 1]


def test_delays_reach_back_to_dated_figures() -> None:
    data = {
        "goals": {
            "top": {
                "perspective": "financial",
                "driven_by": [{"low": {"delay": 2}}],
                "leading": [{"lead": {"delay": 1}}],
            },
            "low": {"perspective": "learning", "lagging": ["it"]},
        },
        "kpis": {"it": FULL, "lead": FULL},
    }
    figures = {**figures_of("it", june=0.9, april=0.3), **figures_of("lead", may=0.5)}
    top, low = card_of(data, figures=figures).goals
    assert low.lagging == pytest.approx(0.9)
    assert top.leading == pytest.approx((0.3 + 0.5) / 2)
    undated = card_of(data, figures={**figures_of("it", undated=0.9), **figures_of("lead", undated=0.5)}).goals[0]
    assert undated.leading == pytest.approx((0.9 + 0.5) / 2)


def test_a_trade_off_is_flagged_on_the_effect() -> None:
    data = {
        "goals": {
            "support": {"perspective": "customer", "lagging": ["ks"], "hindered_by": ["growth"]},
            "growth": {"perspective": "financial", "lagging": ["kg"]},
        },
        "kpis": {"ks": FULL, "kg": FULL},
    }
    figures = {**figures_of("ks", may=0.9, june=0.8), **figures_of("kg", may=0.5, june=0.6)}
    support, growth = card_of(data, figures=figures).goals
    assert [flag.kind for flag in support.flags] == ["trade-off"]
    assert growth.flags == ()
    calm = {**figures, **figures_of("ks", june=0.89)}
    assert card_of(data, figures=calm).goals[0].flags == ()


def test_late_and_over_budget() -> None:
    initiatives = {
        "late": {"due": "2026-06-29"},
        "due-today": {"due": "2026-06-30"},
        "done": {"due": "2026-01-01", "status": "done"},
        "complete": {"due": "2026-01-01", "completion": "100%"},
        "dear": {"budget": 100, "spent": 101},
        "thrifty": {"budget": 100, "spent": 100},
    }
    data = {
        "goals": {"goal": {"perspective": "financial", "initiatives": list(initiatives)}},
        "initiatives": initiatives,
    }
    found = {item.id: item for item in card_of(data).initiatives}
    assert [item for item, score in found.items() if score.late] == ["late"]
    assert [item for item, score in found.items() if score.over_budget] == ["dear"]
    assert found["late"].goals == ("goal",)


def test_focus_and_what_is_satisfied() -> None:
    kpis = {"low": {**FULL, "value": 0.1}, "high": {**FULL, "value": 0.9}}
    goals: dict[str, dict[str, Any]] = {
        "unranked": {"lagging": ["low"]},
        "urgent": {"lagging": ["low"], "urgency": 5, "importance": 2},
        "important": {"lagging": ["low"], "urgency": 3, "importance": 5},
        "fine": {"lagging": ["high"], "urgency": 4},
        "quiet": {"lagging": ["high"], "urgency": 3},
    }
    data = {"goals": {name: {"perspective": "financial", **goal} for name, goal in goals.items()}, "kpis": kpis}
    card = card_of(data)
    assert card.focus == ("important", "urgent", "unranked")
    assert card.satisfied == ("fine",)


def test_heading_compares_the_outlook_with_the_results() -> None:
    def heading(lead: float) -> str | None:
        kpis = {"it": {**FULL, "value": 0.5}, "lead": {**FULL, "value": lead}}
        return goal_of({"lagging": ["it"], "leading": ["lead"]}, kpis).heading

    # the outlook is half results, half drivers: 0.6 moves it by exactly five points
    assert [heading(lead) for lead in (0.62, 0.6, 0.4, 0.38)] == ["rising", "steady", "steady", "falling"]


def test_the_top_is_the_highest_perspective_that_has_goals() -> None:
    perspectives = {"owners": "Owners", "guests": "Guests", "staff": "Staff"}
    goals = {"train": {"perspective": "staff"}, "welcome": {"perspective": "guests"}}
    assert card_of({"perspectives": perspectives, "goals": goals}).top == "guests"
    assert card_of({"perspectives": perspectives, "goals": {"train": goals["train"]}}).top == "staff"
    assert (
        card_of({"perspectives": perspectives, "goals": {**goals, "earn": {"perspective": "owners"}}}).top == "owners"
    )


def test_a_missing_rank_counts_as_the_middle_and_no_rank_comes_last() -> None:
    """urgency × importance: 2·5 = 10, 3·3 = 9 twice (in the order of the file), 2·3 = 6, 3·1 = 3, 1·1 = 1, none."""
    ranks: dict[str, dict[str, int]] = {
        "silent": {},
        "least": {"urgency": 1, "importance": 1},
        "one": {"importance": 1},
        "six": {"urgency": 2},
        "nine-urgent": {"urgency": 3},
        "quiet": {},
        "ten": {"urgency": 2, "importance": 5},
        "nine": {"urgency": 3, "importance": 3},
    }
    goals = {name: {"perspective": "financial", "lagging": ["low"], **rank} for name, rank in ranks.items()}
    card = card_of({"goals": goals, "kpis": {"low": {**FULL, "value": 0.1}}})
    assert card.focus == ("ten", "nine-urgent", "nine", "six", "one", "least", "silent", "quiet")
