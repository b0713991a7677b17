"""Scenarios as CSV: a row for each KPI that is otherwise, each goal and perspective, and the index; with periods a row
for each period of each path instead."""

from __future__ import annotations

from scorecard.distribution import QUANTILES, OutlookDistribution
from scorecard.rendering.csv_table import Field, csv_table
from scorecard.rendering.simulation.chances import CHANCES
from scorecard.simulation import KpiMove, Move, Outcome, Path, ScoreMove, Simulation

_NUMBERS = ("performance", "lagging", "leading", "outlook")
_ENDS = ("_before", "_after", "_change")
COLUMNS = (
    *("as_of", "period", "scenario", "kind", "id", "name", "why", "unit"),
    *(f"value{end}" for end in _ENDS),
    *(f"{number}{end}" for number in _NUMBERS for end in _ENDS),
    *("status_before", "status_after", "outlook_status_before", "outlook_status_after"),
    *("performance_coverage", "outlook_coverage", "hindered"),
    *(
        "outlook_told_from",
        "outlook_mean",
        "outlook_deviation",
        *(f"outlook_p{round(share * 100):02}" for share in QUANTILES),
    ),
    *(f"chance_{status.replace('-', '_')}" for status in CHANCES),
)
_OF_DISTRIBUTION = 3 + len(QUANTILES) + len(CHANCES)
COLUMNS_OF_PATHS = (
    *("as_of", "scored", "scenario", "kind", "id", "name", "period", "outlook_before", "outlook", "outlook_status"),
    "outlook_coverage",
)


def simulation_csv(simulation: Simulation) -> str:
    """Numbers and their changes as fractions, values in the KPI's unit, no data as an empty field."""
    card = simulation.before
    when: tuple[Field, ...] = (card.as_of, str(card.period))
    outcomes = simulation.outcomes
    if simulation.periods:
        of_paths = ((outcome, path) for outcome in outcomes for path in outcome.paths)
        return csv_table(
            COLUMNS_OF_PATHS,
            [(*when, *row) for outcome, path in of_paths for row in _path(simulation, outcome, path)],
        )
    rows = [(*when, outcome.scenario.name, *_kpi(kpi)) for outcome in outcomes for kpi in outcome.kpis]
    for outcome in outcomes:
        told = {(one.kind, one.id): one for one in outcome.distribution.outlooks} if outcome.distribution else {}
        rows += [
            (*when, outcome.scenario.name, *_score(score), *_distribution(told.get((score.kind, score.id))))
            for score in outcome.scores
        ]
    return csv_table(COLUMNS, rows)


def _kpi(kpi: KpiMove) -> tuple[Field, ...]:
    return (
        *("kpi", kpi.id, kpi.name, kpi.why, kpi.unit),
        *_move(kpi.value),
        *_move(kpi.performance),
        *(None,) * 9,
        *(kpi.status_before, kpi.status_after),
        *(None,) * (5 + _OF_DISTRIBUTION),
    )


def _score(score: ScoreMove) -> tuple[Field, ...]:
    of_goal = score.kind == "goal"
    return (
        *(score.kind, score.id, score.name, None, None),
        *(None,) * 3,
        *(end for move in (score.performance, score.lagging, score.leading, score.outlook) for end in _move(move)),
        *(score.status_before, score.status_after, score.outlook_status_before, score.outlook_status_after),
        *(score.performance_coverage, score.coverage, score.hindered if of_goal else None),
    )


def _distribution(one: OutlookDistribution | None) -> tuple[Field, ...]:
    if one is None or one.mean is None:
        return (None,) * _OF_DISTRIBUTION
    known = not one.chances["no-data"]
    chances = (one.chances[status] if known else None for status in CHANCES)
    return (one.law, one.mean, one.deviation, *one.quantiles, *chances)


def _move(move: Move) -> tuple[Field, ...]:
    return move.before, move.after, move.change


def _path(simulation: Simulation, outcome: Outcome, path: Path) -> list[tuple[Field, ...]]:
    return [
        (outcome.scenario.name, path.kind, path.id, path.name, str(period), path.start, value, status, path.coverage)
        for period, value, status in zip(simulation.periods, path.values, path.statuses, strict=True)
    ]
