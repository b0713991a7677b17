"""Explanations by hand: the worked example of the scoring, changes, closed periods, edited maps."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from typing import Any

import pytest

from scorecard.actuals import Figure
from scorecard.closed import ClosedNumbers, ClosedPeriod
from scorecard.explaining import explain
from scorecard.explanation import Explanation, NumberChange
from scorecard.result import Scorecard
from tests.scoring.by_hand import FULL, MAY, YEAR, card_of, figures_of

CHAIN: dict[str, Any] = {
    "goals": {
        "c": {"perspective": "financial", "lagging": ["kc"], "driven_by": ["b"]},
        "b": {"perspective": "customer", "lagging": ["kb"], "leading": ["ab"], "driven_by": ["a"]},
        "a": {"perspective": "internal", "lagging": ["ka"]},
    },
    "kpis": {
        "ka": {**FULL, "value": 0.9},
        "kb": {**FULL, "value": 0.2},
        "kc": {**FULL, "value": 0.6},
        "ab": {**FULL, "value": 0.5},
    },
}
"""outlook(b) = 0.5·0.2 + 0.5·(0.5 + 0.9)/2 = 0.45, outlook(c) = 0.5·0.6 + 0.5·0.45 = 0.525."""


def near(number: float | None, abs: float = 1e-12) -> Any:
    """About this number."""
    return pytest.approx(number, abs=abs)


def ways(explanation: Explanation) -> dict[str, Any]:
    return {"/".join(step.id for step in path.steps): near(path.product) for path in explanation.paths}


def test_the_worked_example_unrolls_to_its_kpis() -> None:
    found = explain(card_of(CHAIN), "goal", "c", "outlook")
    assert found.value == near(0.525)
    assert ways(found) == {"kc": 0.30, "b/a/ka": 0.1125, "b/ab": 0.0625, "b/kb": 0.05}
    assert [path.end.id for path in found.paths] == ["kc", "ka", "ab", "kb"]
    assert (found.more, found.rest, found.coverage, found.missing) == (0, 0.0, 1.0, ())
    assert [(step.share, step.value) for step in found.paths[1].steps] == [
        (0.5, near(0.45)),
        (0.25, near(0.9)),
        (1.0, near(0.9)),
    ]


def test_what_is_not_listed_is_counted_and_summed() -> None:
    found = explain(card_of(CHAIN), "goal", "c", "outlook", most=1)
    assert (found.more, found.rest, found.rest_share) == (3, near(0.225), near(0.5))


def test_drivers_are_one_step_away_with_the_results_of_causes() -> None:
    found = explain(card_of(CHAIN), "goal", "b", "leading")
    assert [(path.end.kind, path.end.id, path.value) for path in found.paths] == [
        ("goal", "a", near(0.9)),
        ("kpi", "ab", near(0.5)),
    ]


def test_what_has_no_data_is_named_with_the_share_that_it_was_declared_with() -> None:
    data = {**CHAIN, "kpis": {**CHAIN["kpis"], "kb": FULL}}
    found = explain(card_of(data), "goal", "c", "outlook")
    assert found.value == near(0.65)
    (row,) = found.missing
    assert (row.id, row.of_id, row.share, row.of_whole) == ("kb", "b", 0.5, 0.25)
    assert (row.reason, found.coverage) == ("no-value", 0.75)


def test_a_goal_without_data_or_without_kpis_says_which() -> None:
    empty = {**CHAIN, "kpis": dict.fromkeys(CHAIN["kpis"], FULL)}
    assert explain(card_of(empty), "goal", "c", "outlook").reason == "no-data"
    bare = {"goals": {"g": {"perspective": "customer"}}, "kpis": {}}
    assert explain(card_of(bare), "goal", "g", "outlook").reason == "no-kpis"


def test_round_a_loop_paths_have_no_end_and_the_rest_is_exact() -> None:
    data = {
        "goals": {
            "x": {"perspective": "customer", "lagging": ["kx"], "driven_by": [{"y": {"delay": 1}}]},
            "y": {"perspective": "internal", "lagging": ["ky"], "driven_by": ["x"]},
        },
        "kpis": {"kx": {**FULL, "value": 0.6}, "ky": {**FULL, "value": 0.9}},
    }
    found = explain(card_of(data), "goal", "x", "outlook", most=3)
    assert found.value == near(0.7)  # x = 0.3 + y/2, y = 0.45 + x/2
    assert ways(found) == {"kx": 0.3, "y/ky": 0.225, "y/x/kx": 0.075}
    assert [path.round for path in found.paths] == [False, False, True]
    assert (found.more, found.rest, found.rest_share) == (None, near(0.1), near(0.125))
    assert {total.id: total.share for total in found.totals} == {"kx": near(2 / 3), "ky": near(1 / 3)}


PAIR: dict[str, Any] = {
    "goals": {
        "top": {"perspective": "financial", "lagging": ["sales"], "driven_by": ["fans"]},
        "fans": {"perspective": "customer", "lagging": [{"likes": 3}, "shares"]},
    },
    "kpis": {"sales": FULL, "likes": FULL, "shares": FULL},
}
FIGURES = {
    **figures_of("sales", may=0.9, june=0.9),
    **figures_of("likes", may=0.8, june=0.4),
    **figures_of("shares", may=0.4, june=0.6),
}


def both(data: dict[str, Any], figures: Any, then: dict[str, Any] | None = None) -> tuple[Scorecard, Scorecard]:
    return card_of(data, figures=figures), card_of(then or data, figures=figures, period=MAY)


def change(cards: tuple[Scorecard, Scorecard], goal: str, number: Any = "outlook") -> NumberChange:
    found = explain(cards[0], "goal", goal, number, earlier=cards[1]).change
    assert found is not None
    return found


def moved(found: NumberChange) -> dict[tuple[str, str], Any]:
    return {(move.what, move.id): near(move.change) for move in found.moves}


def test_a_change_is_split_down_to_the_kpis() -> None:
    found = change(both(PAIR, FIGURES), "top")
    assert found.change == near(-0.125)
    assert moved(found) == {("performance", "likes"): -0.15, ("performance", "shares"): 0.025}
    assert [(split.id, split.reach) for split in found.splits] == [("top", 1.0), ("fans", 0.5)]
    assert found.splits[1].change == near(-0.25)


def test_data_that_go_change_shares_by_the_mean_values() -> None:
    figures = {**FIGURES, **figures_of("shares", may=0.4, june=Figure(reason="missing"))}
    found = change(both(PAIR, figures), "fans", "lagging")
    # 0.7 -> 0.4: likes 0.875 · (0.4 − 0.8) = −0.35; shares go: 0.6 · (1 − 0.75) + 0.4 · (0 − 0.25) = +0.05.
    assert moved(found) == {("performance", "likes"): -0.35, ("data", "fans"): 0.05}
    (split,) = found.splits
    assert (split.came, split.went) == ((), ("Shares",))
    assert {part.id: (part.share_before, part.share_now) for part in split.parts} == {
        "likes": (0.75, 1.0),
        "shares": (0.25, 0.0),
    }


def test_edited_weights_and_arrows_are_told_from_data() -> None:
    edited = {**PAIR, "goals": {**PAIR["goals"], "fans": {"perspective": "customer", "lagging": ["likes", "shares"]}}}
    found = change(both(edited, FIGURES, then=PAIR), "fans", "lagging")
    # Shares of likes 0.75 -> 0.5 at a mean of 0.6, of shares 0.25 -> 0.5 at a mean of 0.5.
    assert moved(found)["weights", "fans"] == near(-0.25 * 0.6 + 0.25 * 0.5)
    bare = {**PAIR, "goals": {**PAIR["goals"], "top": {"perspective": "financial", "lagging": ["sales"]}}}
    grown = change(both(PAIR, FIGURES, then=bare), "top")
    (move,) = [move for move in grown.moves if move.what == "weights"]
    assert (move.added, move.removed) == (("Fans",), ())
    assert fsum(one.change for one in grown.moves) == near(grown.change)


def test_a_performance_is_split_into_its_value_and_the_plan_that_moved_on() -> None:
    kpi = {"baseline": 0, "target": 1, **YEAR}
    data = {"goals": {"g": {"perspective": "customer", "lagging": ["k"]}}, "kpis": {"k": kpi}}
    (move,) = change(both(data, figures_of("k", may=0.3, june=0.4)), "g", "lagging").moves
    then, now = 151 / 365, 181 / 365  # the days of the plan that have passed
    assert (move.before, move.now) == (near(1 - then + 0.3), near(1 - now + 0.4))
    assert (move.by_value, move.by_terms, move.terms) == (near(0.1), near(then - now), "plan")


def test_a_performance_is_split_into_its_value_and_its_target() -> None:
    targets = {"direction": "maximise", "baseline": 0, "target": {"2026-05": 1, "2026-06": 2}}
    data = {"goals": {"g": {"perspective": "customer", "lagging": ["k"]}}, "kpis": {"k": targets}}
    (move,) = change(both(data, figures_of("k", may=0.4, june=0.6)), "g", "lagging").moves
    # f = v / T: by value ½[(0.6 − 0.4)/2 + (0.6 − 0.4)/1], by target ½[0.6/2 − 0.6/1 + 0.4/2 − 0.4/1].
    assert (move.before, move.now) == (near(0.4), near(0.3))
    assert (move.by_value, move.by_terms, move.terms) == (near(0.15), near(-0.25), "target")


def test_a_number_without_data_in_one_period_cannot_be_split() -> None:
    found = change(both(PAIR, figures_of("sales", june=0.9)), "top")
    assert (found.before, found.now, found.change, found.moves) == (None, near(0.9), None, ())
    earlier = card_of({**PAIR, "goals": {"top": {"perspective": "financial", "lagging": ["sales"]}}}, figures=FIGURES)
    assert change((card_of(PAIR, figures=FIGURES), earlier), "fans").before is None


def closed_may(card: Scorecard, **performances: float) -> ClosedPeriod:
    """May as it was reported: as a card gives it, but for some performances of KPIs."""

    def numbers(item: Any) -> ClosedNumbers:
        return ClosedNumbers(
            performance=item.performance,
            lagging=item.lagging,
            leading=item.leading,
            outlook=item.outlook,
            lagging_coverage=item.coverage.lagging,
            status=item.status,
        )

    return ClosedPeriod(
        period=MAY,
        values={kpi.id: kpi.value for kpi in card.kpis},
        performances={kpi.id: performances.get(kpi.id, kpi.performance) for kpi in card.kpis},
        goals={goal.id: numbers(goal) for goal in card.goals},
        perspectives={item.id: numbers(item) for item in card.perspectives},
        index=numbers(card.index),
        map_text="",
    )


def test_a_closed_period_that_is_still_the_same_is_split_like_any_other() -> None:
    now, may = both(PAIR, FIGURES)
    open_ = explain(now, "goal", "top", "outlook", earlier=may).change
    assert explain(now, "goal", "top", "outlook", earlier=may, reported=closed_may(may)).change == open_


def test_of_one_that_was_reported_otherwise_only_todays_shares_are_known() -> None:
    now, may = both(PAIR, FIGURES)
    reported = closed_may(may, likes=0.9)
    found = explain(now, "goal", "top", "outlook", earlier=may, reported=reported).change
    assert found is not None
    assert found.reported
    # fans 0.7 -> 0.45 as reported: likes 0.75 · (0.4 − 0.9), shares 0.25 · (0.6 − 0.4), and 0.075 is not kept.
    assert moved(found) == {
        ("performance", "likes"): -0.1875,
        ("performance", "shares"): 0.025,
        ("not-kept", "fans"): 0.0375,
    }
    assert [split.rest for split in found.splits] == [0.0, near(0.075)]
    assert fsum(move.change for move in found.moves) == near(found.change, abs=1e-12)
    gone = replace(reported, goals={key: value for key, value in reported.goals.items() if key != "top"})
    assert explain(now, "goal", "top", "outlook", earlier=may, reported=gone).change == NumberChange(
        period=MAY, before=None, now=now.goals[0].outlook, change=None, reported=True
    )


def test_the_smaller_moves_are_one_sum() -> None:
    now, may = both(PAIR, FIGURES)
    found = explain(now, "index", "index", "lagging", earlier=may, most=1).change
    assert found is not None
    assert (len(found.moves), found.more) == (1, 1)
    assert fsum([found.moves[0].change, found.rest]) == near(found.change)


def test_a_delayed_driver_is_that_of_its_own_time() -> None:
    data = {
        "goals": {"g": {"perspective": "customer", "leading": [{"k": {"delay": 1}}]}},
        "kpis": {"k": FULL},
    }
    figures = figures_of("k", april=0.2, may=0.5, june=0.9)
    now, may = both(data, figures)
    found = explain(now, "goal", "g", "leading", earlier=may)
    assert [(path.value, path.delay) for path in found.paths] == [(0.5, 1)]
    assert found.change is not None
    (move,) = found.change.moves
    assert (move.before, move.now, move.by_value) == (0.2, 0.5, None)
