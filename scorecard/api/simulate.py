"""What scenarios would do to a map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, repeat
from pathlib import Path

from scorecard import __version__, scoring, simulating
from scorecard.actuals import Actuals
from scorecard.api.closed import closed_periods
from scorecard.api.scenario import InvalidScenarioError
from scorecard.api.score import actuals_of, asked_period, scored
from scorecard.api.status import Screen, StatusFormat
from scorecard.api.uncertain import CERTAIN, Chance, series_of
from scorecard.distribution import Distribution
from scorecard.model import StrategyMap
from scorecard.period import Period, period_after
from scorecard.problem import Examination, Problem
from scorecard.reading import text_of_data
from scorecard.reading.scenario.rules import nothing_to_change
from scorecard.result import Scorecard
from scorecard.scenario import Scenario
from scorecard.simulating import Edited, Unfit
from scorecard.simulation import Outcome, Simulation


def simulate(
    strategy_map: StrategyMap,
    as_of: date,
    scenarios: Sequence[Scenario],
    *,
    period: str | Period | None = None,
    folder: Path | None = None,
    periods: int = 0,
    chance: Chance = CERTAIN,
) -> Simulation:
    """The card of a map, and what each of the scenarios would do to it.

    ``as_of``, ``period`` and ``folder`` as in `score`. Everything that a scenario changes is changed in the scored
    period, and everything else stays as it is there: it is no forecast. The card after it is the ordinary one, scored
    from the figures and the map as they would be, with all steps of the scenario made and every arrow run through;
    without any change it is the card before.

    With ``periods`` (1 or more) each outcome has the way there, too, for the scored period and so many after it:
    ``outlook + Δ_t`` with ``Δ_t(g) = Σ s·Δperformance_{t-delay}(k) + Σ s·Δ_{t-delay}(c)``, and the hindrances after
    that, once (scoring.md 2a; `scorecard.propagation.over_time`). Numbers are fractions and not clamped there.

    Where a scenario says that values are uncertain, its outcome has the distribution of every outlook after it
    (`scorecard.distribution`); ``chance`` says how it is drawn.

    Raises:
        InvalidScenarioError: when a change has no value to begin from, or a KPI no target to be set to.
        PeriodError: when the period is none of the map's rhythm, or begins after the day.
        InvalidDataError: when sources, formulas or recorded figures have errors.
    """
    asked = asked_period(strategy_map, period, as_of)
    actuals = actuals_of(strategy_map, folder, as_of, since=asked)
    before = scored(strategy_map, actuals, as_of, asked, folder)
    return simulated(strategy_map, actuals, before, scenarios, folder=folder, periods=periods, chance=chance)


def simulated(
    strategy_map: StrategyMap,
    actuals: Actuals,
    before: Scorecard,
    scenarios: Sequence[Scenario],
    *,
    folder: Path | None = None,
    periods: int = 0,
    chance: Chance = CERTAIN,
) -> Simulation:
    """The same of a card that is at hand, and the figures it was scored from."""
    world = _World(strategy_map, actuals, before, folder, chance)
    when = tuple(accumulate(repeat(before.period, periods + 1), lambda earlier, _: period_after(earlier)))
    return Simulation(
        before=before,
        outcomes=tuple(_outcome(world, scenario, when if periods else ()) for scenario in scenarios),
        periods=when if periods else (),
    )


@dataclass(frozen=True, slots=True)
class _World:
    """A map with its figures, and the card that they make."""

    strategy_map: StrategyMap
    actuals: Actuals
    before: Scorecard
    folder: Path | None
    chance: Chance

    def figures(self, values: Mapping[str, float]) -> Edited:
        """The figures with other values in the scored period."""
        return simulating.edited_figures(self.strategy_map, self.actuals, self.before.period, values)

    def card(self, strategy_map: StrategyMap, actuals: Actuals) -> Scorecard:
        """The card of the scored period as it would be."""
        before = self.before
        closed = closed_periods(self.folder, strategy_map.period, before.as_of)
        return scoring.score(strategy_map, actuals, before.period, before.as_of, closed=closed, later=before.later)


def _outcome(world: _World, scenario: Scenario, periods: Sequence[Period]) -> Outcome:
    before = world.before
    edited = simulating.edited_map(world.strategy_map, scenario)
    values = _values(scenario, before, None)
    figures = world.figures(values)
    after = world.card(edited, figures.actuals)
    cards: dict[tuple[tuple[str, float], ...], Scorecard] = {tuple(values.items()): after}
    states = [_values(scenario, before, period) for period in periods]
    for state in states:
        if tuple(state.items()) not in cards:
            cards[tuple(state.items())] = world.card(edited, world.figures(state).actuals)
    performances = {key: {kpi.id: kpi.performance for kpi in card.kpis} for key, card in cards.items()}
    ripple = simulating.ripple_of(before, after, _at_once(before, list(performances.values())))
    return Outcome(
        scenario=scenario,
        after=after,
        kpis=simulating.kpi_moves(scenario, before, after, figures.why),
        scores=simulating.score_moves(before, after, ripple.taken),
        reshared=simulating.reshared(before, after),
        unmoved=figures.unmoved,
        hindrances=simulating.hindrance_effects(ripple),
        verdicts=simulating.verdicts(scenario.expectations, after),
        distribution=_distribution(world, scenario, after) if scenario.uncertain else None,
        paths=simulating.paths(before, after, ripple, [performances[tuple(state.items())] for state in states], periods)
        if periods
        else (),
    )


def _distribution(world: _World, scenario: Scenario, after: Scorecard) -> Distribution:
    """The outlooks after a scenario, when some of its values are uncertain."""
    chance = world.chance
    found = simulating.distribution(
        after,
        scenario.uncertain,
        series_of(world.strategy_map, world.actuals, world.before),
        draws=chance.draws,
        seed=chance.seed,
        workers=chance.workers,
        correlated=chance.correlated,
        progress=chance.progress,
    )
    values = {one.id: one.middle for one in found.kpis}
    later = world.figures(values).why
    return replace(found, left=tuple(kpi.id for kpi in after.kpis if kpi.id in later and kpi.id not in values))


def _at_once(before: Scorecard, performances: Sequence[Mapping[str, float | None]]) -> frozenset[str]:
    """The KPIs that have data only sometimes: shares change with them, so they have no way from one to the other."""
    return frozenset(
        kpi.id for kpi in before.kpis if any((now[kpi.id] is None) != (kpi.performance is None) for now in performances)
    )


def _values(scenario: Scenario, card: Scorecard, period: Period | None) -> Mapping[str, float]:
    values, unfit = simulating.values_in_force(scenario.settings, card, period)
    if unfit:
        problems = tuple(map(_problem, unfit))
        text = text_of_data(Path(scenario.path)) if scenario.path else ""
        raise InvalidScenarioError(Examination(path=scenario.path, text=text, problems=problems))
    return values


def _problem(unfit: Unfit) -> Problem:
    kpi, step, why = unfit
    if why == "no target":
        return nothing_to_change.no_target((), kpi, step.at)
    say = nothing_to_change.no_value if why == "no value" else nothing_to_change.beyond
    return say(kpi, step.written, step.at)


def simulation_text(simulation: Simulation, style: StatusFormat, screen: Screen) -> str:
    """The scenarios as text."""
    if style == "json":
        from scorecard.rendering.simulation.as_json import simulation_json

        return simulation_json(simulation, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.simulation.as_csv import simulation_csv

        return simulation_csv(simulation)
    if style == "markdown":
        from scorecard.rendering.simulation.as_markdown import simulation_markdown

        return simulation_markdown(simulation)
    from scorecard.rendering.simulation.terminal import simulation_table
    from scorecard.rendering.spans import as_text

    return as_text(simulation_table(simulation, width=screen.width, ascii=screen.ascii), colour=screen.colour)
