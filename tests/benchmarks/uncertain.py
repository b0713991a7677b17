"""Uncertain values on a map of 1,000 goals and 2,000 KPIs, against one forward sweep and against drawing everything.

Closed form: from the system of a scored card to the means and variances of every goal, perspective and the index (rows
and their path sums made anew each time), against one forward sweep of all outlooks over the same system. Draws: half
of the KPIs vary as far as their scale clamps them, the other half stay inside; 10,000 draws with the chance of each
outlook status, against numpy filling KPIs × draws with normal numbers and one sweep of outlooks over them. Then the
memory of 10,000 and of a million draws.
"""

from __future__ import annotations

import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy

import scorecard
from scorecard.propagation.clamped_normal import corners_of, is_linear, moments
from scorecard.propagation.flat_outlooks import FlatOutlooks, flat_outlooks, path_sums, swept
from scorecard.propagation.outlook_system import causes_of, kpis_of, outlook_system
from scorecard.propagation.shape import Shape, shape_of
from scorecard.propagation.sweep_sums import Floats
from scorecard.propagation.system import solve
from scorecard.result import Scorecard
from scorecard.simulating.counted import chances_of_limits, quantile, shares_of_cells
from scorecard.simulating.distributions import rolled_up
from scorecard.simulating.draws import Plan, Tally, tallied
from tests.benchmarks.measured import in_turn, large_map, report

GOALS = 1000
DRAWS = 10_000
MANY = 1_000_000
WIDE, NARROW = 0.15, 0.002
REACH = 5.0


def main() -> None:
    """Print all comparisons."""
    card = _card()
    shapes = [shape for kpi in card.kpis if (shape := shape_of(kpi))]
    values = numpy.array([kpi.value for kpi in card.kpis if kpi.value is not None])
    _closed_form(card, shapes, values)
    for title, share in (("half of the KPIs clamped", 2), ("every KPI clamped", 1)):
        spread = numpy.where(numpy.arange(len(values)) % share == 0, WIDE, NARROW) * values
        _draws(f"{DRAWS:,} draws, {title}", card, shapes, values, spread)
    _memory(_plan(card, shapes, values, numpy.where(numpy.arange(len(values)) % 2 == 0, WIDE, NARROW) * values))


def _card() -> Scorecard:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(large_map(GOALS), encoding="utf-8")
        return scorecard.score(scorecard.load(path), folder=folder)


def _closed_form(card: Scorecard, shapes: list[Shape], values: Floats) -> None:
    system, rolled = outlook_system(card), rolled_up(card)
    kpis = [kpi.id for kpi in card.kpis]
    performance = {kpi.id: kpi.performance or 0.0 for kpi in card.kpis}
    causes, own_kpis = causes_of(system), kpis_of(system)
    spread = values * WIDE

    def forward() -> None:
        own = {goal: sum(share * performance[kpi] for kpi, share in row.items()) for goal, row in own_kpis.items()}
        solve(causes, own, system.components)

    def closed_form() -> None:
        sums = path_sums(flat_outlooks(system, kpis, rolled))
        mean, variance = moments(corners_of(shapes), values, spread)
        sums.mean(mean)
        sums.variance(variance)

    times = in_turn({"forward": forward, "closed form": closed_form}, 51)
    report(f"{GOALS:,} goals, means and variances", times, "closed form", "forward", "<= 3")


def _flat(card: Scorecard, kpis: list[str]) -> FlatOutlooks:
    return flat_outlooks(outlook_system(card), kpis, rolled_up(card))


def _plan(card: Scorecard, shapes: list[Shape], values: Floats, spread: Floats) -> tuple[Plan, Floats]:
    """What is drawn, and the deviations of the normal parts of goals that are added afterwards."""
    bent = [not is_linear(*one, REACH) for one in zip(shapes, values.tolist(), spread.tolist(), strict=True)]
    order = sorted(range(len(bent)), key=lambda number: not bent[number])
    drawn = order[: sum(bent)]
    flat = _flat(card, [card.kpis[number].id for number in order])
    mean, variance = moments(corners_of([shapes[number] for number in order]), values[order], spread[order])
    variance[: len(drawn)] = 0.0
    rest = numpy.sqrt(path_sums(flat).variance(variance))
    rows = {flat.rows["goal"][goal.id]: goal for goal in card.goals}
    watched = sorted(rows, key=lambda row: not rest[row])
    plan = Plan(
        flat=flat,
        ids=tuple(card.kpis[number].id for number in drawn),
        middle=values[drawn],
        deviation=spread[drawn],
        shapes=[shapes[number] for number in drawn],
        fixed=mean[len(drawn) :],
        factor=None,
        watched=numpy.array(watched, dtype=numpy.intp),
        limits=numpy.array([[rows[row].limits.at_risk, rows[row].limits.on_track] for row in watched]),
        smooth=sum(rest[row] > 0 for row in watched),
        top=1.0,
    )
    return plan, rest[watched]


def _draws(title: str, card: Scorecard, shapes: list[Shape], values: Floats, spread: Floats) -> None:
    plan, rest = _plan(card, shapes, values, spread)
    flat = plan.flat
    random = numpy.random.default_rng(1)

    def fill_and_sweep() -> None:
        block = numpy.empty((flat.size, DRAWS))
        random.standard_normal(out=block[: flat.kpis])
        swept(flat, block)

    def draws(workers: int = 1) -> Tally:
        tally = tallied(plan, 1, DRAWS, workers)
        chances_of_limits(plan, tally, rest, DRAWS)
        return tally

    sides: dict[str, Callable[[], object]] = {
        "fill and sweep": fill_and_sweep,
        "draws": draws,
        "two workers": lambda: draws(2),
        "with quantiles": lambda: [
            quantile(row, 0.05, plan.top) for row in shares_of_cells(plan, draws(), rest, DRAWS)
        ],
    }
    size = f"{len(plan.ids):,} drawn, {plan.smooth:,} goals with a normal part"
    report(f"{title} ({size})", in_turn(sides, 7), "draws", "fill and sweep", "<= 1.3")


def _memory(planned: tuple[Plan, Floats]) -> None:
    plan, rest = planned
    for draws in (DRAWS, MANY):
        tracemalloc.start()
        tally = tallied(plan, 1, draws, workers=2)
        chances_of_limits(plan, tally, rest, draws)
        shares_of_cells(plan, tally, rest, draws)
        print(f"{draws:,} draws: {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB at most")
        tracemalloc.stop()


if __name__ == "__main__":
    main()
