"""The system read off a card is the one that made its outlooks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

import scorecard
from scorecard import scoring
from scorecard.explaining import outlook_by_kpi
from scorecard.model import StrategyMap
from scorecard.propagation.outlook_system import causes_of, kpis_of, outlook_system
from scorecard.propagation.system import path_sums, solve
from tests.maps import Case, cases


@given(cases())
def test_the_system_of_a_card_gives_its_outlooks_and_their_coefficients(case: Case) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    card = scoring.score(strategy_map, case.actuals(strategy_map), case.period, case.as_of)
    system = outlook_system(card)
    performance = {kpi.id: kpi.performance for kpi in card.kpis}
    causes, own = causes_of(system), kpis_of(system)
    constants = {
        goal: sum(share * (performance[kpi] or 0.0) for kpi, share in row.items()) for goal, row in own.items()
    }
    solved = solve(causes, constants, system.components)
    for goal in card.goals:
        assert sum(part.share for part in system.parts[goal.id]) == pytest.approx(1.0 if system.parts[goal.id] else 0.0)
        assert solved.get(goal.id) == (None if goal.outlook is None else pytest.approx(goal.outlook, abs=1e-9))
    for goal in card.goals[-1:]:
        if goal.outlook is None:
            continue
        reach = path_sums(causes, system.components, goal.id)
        unrolled: dict[str, float] = {}
        for other, weight in reach.items():
            for kpi, share in own[other].items():
                unrolled[kpi] = unrolled.get(kpi, 0.0) + weight * share
        expected = {row.id: row.share for row in outlook_by_kpi(card, goal.id)}
        assert {kpi: share for kpi, share in unrolled.items() if share} == {
            kpi: pytest.approx(share, abs=1e-9) for kpi, share in expected.items() if share
        }


def test_delays_are_those_of_leading_kpis_and_arrows() -> None:
    strategy_map = StrategyMap.model_validate(
        {
            "perspectives": {"customer": {}, "people": {}},
            "goals": {
                "happy": {
                    "perspective": "customer",
                    "lagging": ["ratings"],
                    "leading": {"answers": {"delay": 1}},
                    "driven_by": {"trained": {"delay": 2, "weight": 3}},
                },
                "trained": {"perspective": "people", "lagging": ["courses"]},
            },
            "kpis": {name: {"value": 5, "worst": 0, "best": 10} for name in ("ratings", "answers", "courses")},
        }
    )
    card = scorecard.score(strategy_map, date(2026, 6, 30))
    assert [tuple(part) for part in outlook_system(card).parts["happy"]] == [
        ("kpi", "ratings", 0.5, 0),
        ("kpi", "answers", 0.125, 1),
        ("goal", "trained", 0.375, 2),
    ]
