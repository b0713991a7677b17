"""The rows of a map as plain sums are the outlooks of its card, loops and all."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings

from scorecard import scoring
from scorecard.model import StrategyMap
from scorecard.propagation.flat_outlooks import flat_outlooks, path_sums, swept
from scorecard.propagation.outlook_system import outlook_system
from scorecard.propagation.sensitivity import outlook_shares, sensitivities
from scorecard.result import Scorecard
from scorecard.simulating.distributions import rolled_up
from tests.maps import Case, cases

LOOPS = 1e-9


def card_of(case: Case) -> Scorecard:
    strategy_map = StrategyMap.model_validate(case.data)
    return scoring.score(strategy_map, case.actuals(strategy_map), case.period, case.as_of)


def outlooks(card: Scorecard) -> dict[tuple[str, str], float]:
    found = {("goal", one.id): one.outlook for one in card.goals}
    found |= {("perspective", one.id): one.outlook for one in card.perspectives}
    found["index", "index"] = card.index.outlook
    return {key: outlook for key, outlook in found.items() if outlook is not None}


@settings(max_examples=60)
@given(cases())
def test_rows_are_the_outlooks_and_path_sums_the_levers(case: Case) -> None:
    card = card_of(case)
    kpis = [kpi.id for kpi in card.kpis]
    system = outlook_system(card)
    flat = flat_outlooks(system, kpis, rolled_up(card))
    sums = path_sums(flat)
    performance = numpy.array([kpi.performance or 0.0 for kpi in card.kpis])
    block = numpy.empty((flat.size, 2))
    block[: flat.kpis] = performance[:, None] * [1.0, 0.5]
    swept(flat, block)
    mean, variance = sums.mean(performance), sums.variance(performance**2)
    expected = outlooks(card)
    assert {(kind, item) for kind, rows in flat.rows.items() for item in rows if kind != "kpi"} == set(expected)
    for (kind, item), outlook in expected.items():
        row = flat.rows[kind][item]
        assert mean[row] == pytest.approx(outlook, abs=LOOPS)
        assert block[row].tolist() == pytest.approx([outlook, outlook / 2], abs=LOOPS)
        levers = sensitivities(system, outlook_shares(card, kind, item)).kpis
        own = sums.row == row
        found = {kpis[kpi]: share for kpi, share in zip(sums.kpi[own].tolist(), sums.share[own].tolist(), strict=True)}
        assert found == pytest.approx({kpi: share for kpi, share in levers.items() if share}, abs=LOOPS)
        assert variance[row] == pytest.approx(
            sum((share * performance[kpis.index(kpi)]) ** 2 for kpi, share in levers.items()), abs=LOOPS
        )
    reached = sums.reached(numpy.arange(1))
    assert {row for row in range(flat.size) if reached[row]} == {
        0,
        *(flat.rows[kind][item] for kind, item in expected if sensitivities(
            system, outlook_shares(card, kind, item)).kpis.get(kpis[0])),
    }  # fmt: skip
