"""The worked example of the scoring rules: A -> B -> C, computed by hand."""

from datetime import date

import pytest

from scorecard.api.score import score
from scorecard.model import StrategyMap
from scorecard.result import GoalScore

KPI = {"worst": 0, "best": 1}


def goals(b_lagging: float | None) -> dict[str, GoalScore]:
    kpis: dict[str, dict[str, float]] = {
        "a": {**KPI, "value": 0.9},
        "b": {**KPI},
        "b-lead": {**KPI, "value": 0.5},
        "c": {**KPI, "value": 0.6},
    }
    if b_lagging is not None:
        kpis["b"]["value"] = b_lagging
    strategy_map = StrategyMap.model_validate(
        {
            "goals": {
                "goal-a": {"perspective": "learning", "lagging": ["a"]},
                "goal-b": {"perspective": "internal", "lagging": ["b"], "leading": ["b-lead"], "driven_by": ["goal-a"]},
                "goal-c": {"perspective": "customer", "lagging": ["c"], "driven_by": ["goal-b"]},
            },
            "kpis": kpis,
        }
    )
    card = score(strategy_map, as_of=date(2026, 10, 31))
    return {goal.id: goal for goal in card.goals}


def test_with_all_values() -> None:
    found = goals(0.2)
    assert found["goal-b"].leading == pytest.approx(0.70, abs=1e-12)
    assert found["goal-c"].leading == pytest.approx(0.20, abs=1e-12)
    assert found["goal-a"].outlook == pytest.approx(0.90, abs=1e-12)
    assert found["goal-b"].outlook == pytest.approx(0.45, abs=1e-12)
    assert found["goal-c"].outlook == pytest.approx(0.525, abs=1e-12)


def test_without_the_result_of_b() -> None:
    found = goals(None)
    assert found["goal-c"].leading is None
    assert found["goal-b"].outlook == pytest.approx(0.70, abs=1e-12)
    assert found["goal-c"].outlook == pytest.approx(0.65, abs=1e-12)
    assert found["goal-b"].coverage.outlook == pytest.approx(0.5, abs=1e-12)
    assert found["goal-c"].coverage.outlook == pytest.approx(0.75, abs=1e-12)
