"""Draws of a linear network against pgmpy and DoWhy's gcm, which are asked for the same network and as many draws.

The network is a map of 100 goals and 200 KPIs whose scales are straight: KPIs are normal, every goal is the weighted
sum of its KPIs and causes. All three draw every KPI and work out every goal; here the chance of each outlook status is
counted, too. Needs the extra ``bench`` (pgmpy and dowhy; they bring PyTorch with them).
"""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import numpy
import pandas

import scorecard
from scorecard.propagation.flat_outlooks import flat_outlooks
from scorecard.propagation.outlook_system import OutlookSystem, outlook_system
from scorecard.propagation.shape import Shape
from scorecard.simulating.counted import chances_of_limits
from scorecard.simulating.draws import Plan, tallied
from tests.benchmarks.measured import in_turn, large_map, report

GOALS = 100
DRAWS = 10_000
SPREAD = 0.05


def main() -> None:
    """Print both comparisons."""
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(large_map(GOALS), encoding="utf-8")
        card = scorecard.score(scorecard.load(path), folder=folder)
    system = outlook_system(card)
    means = {kpi.id: kpi.performance or 0.0 for kpi in card.kpis}
    flat = flat_outlooks(system, list(means), {})
    straight = Shape(((-10.0, -10.0), (10.0, 10.0)), -10.0, 10.0)
    plan = Plan(
        flat=flat,
        ids=tuple(means),
        middle=numpy.array(list(means.values())),
        deviation=numpy.full(len(means), SPREAD),
        shapes=[straight] * len(means),
        fixed=numpy.empty(0),
        factor=None,
        watched=numpy.array(list(flat.rows["goal"].values()), dtype=numpy.intp),
        limits=numpy.array([[goal.limits.at_risk, goal.limits.on_track] for goal in card.goals]),
        smooth=0,
        top=1.0,
    )
    sides: dict[str, Callable[[], object]] = {
        "ours": lambda: chances_of_limits(plan, tallied(plan, 1, DRAWS), numpy.empty(0), DRAWS),
        "pgmpy": _pgmpy(system, means),
        "DoWhy": _dowhy(system, means),
    }
    times = in_turn(sides, 5)
    for other in ("pgmpy", "DoWhy"):
        report(f"{GOALS} goals, {DRAWS:,} draws against {other}", times, other, "ours", ">= 2")


def _pgmpy(system: OutlookSystem, means: dict[str, float]) -> Callable[[], object]:
    from pgmpy.factors.continuous import LinearGaussianCPD
    from pgmpy.models import LinearGaussianBayesianNetwork

    arrows = [(part.id, goal) for goal, parts in system.parts.items() for part in parts]
    network: Any = LinearGaussianBayesianNetwork(arrows)
    network.add_cpds(
        *(LinearGaussianCPD(kpi, [mean], SPREAD) for kpi, mean in means.items()),
        *(
            LinearGaussianCPD(goal, [0.0, *(part.share for part in parts)], 1e-9, [part.id for part in parts])
            for goal, parts in system.parts.items()
        ),
    )
    return lambda: network.simulate(n_samples=DRAWS, seed=1)


def _dowhy(system: OutlookSystem, means: dict[str, float]) -> Callable[[], object]:
    from dowhy import gcm
    from scipy.stats import norm

    graph = nx.DiGraph([(part.id, goal) for goal, parts in system.parts.items() for part in parts])
    model = gcm.StructuralCausalModel(graph)
    random = numpy.random.default_rng(1)
    columns = {kpi: random.normal(mean, SPREAD, 200) for kpi, mean in means.items()}
    for goal in (goal for component in system.components for goal in component):
        columns[goal] = sum(part.share * columns[part.id] for part in system.parts[goal]) + random.normal(0, 1e-6, 200)
    for kpi in means:
        model.set_causal_mechanism(kpi, gcm.ScipyDistribution(norm))
    for goal in system.parts:
        linear = gcm.AdditiveNoiseModel(gcm.ml.create_linear_regressor(), gcm.ScipyDistribution(norm))
        model.set_causal_mechanism(goal, linear)
    gcm.config.disable_progress_bars()
    gcm.fit(model, pandas.DataFrame(columns))
    return lambda: gcm.draw_samples(model, DRAWS)


if __name__ == "__main__":
    main()
