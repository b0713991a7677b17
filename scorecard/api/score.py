"""From a map to its scorecard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from scorecard import scoring
from scorecard.actuals import Actuals
from scorecard.api.closed import closed_periods
from scorecard.api.notebook import show_in_notebooks
from scorecard.measuring import measure
from scorecard.model import StrategyMap
from scorecard.period import Period, parse_period, period_of
from scorecard.problem import Problem
from scorecard.result import Scorecard

show_in_notebooks()


class PeriodError(Exception):
    """A period cannot be scored; the message says why."""


class InvalidDataError(Exception):
    """The data of a map have errors, so there is nothing to score; ``problems`` holds every one of them."""

    def __init__(self, folder: Path | None, problems: Sequence[Problem]) -> None:
        first = problems[0].path or "the map"
        super().__init__(f"{len(problems)} {'error' if len(problems) == 1 else 'errors'} in the data, first in {first}")
        self.folder = folder
        self.problems = tuple(problems)


def score(
    strategy_map: StrategyMap,
    as_of: date | None = None,
    *,
    period: str | Period | None = None,
    folder: str | Path | None = None,
) -> Scorecard:
    """Score a map for a period, as of a day.

    ``strategy_map`` comes from `load`, which lets no map with errors pass. ``as_of`` is the day for which plans and
    due dates are judged, and nothing after it is seen; left out, it is the map's own ``as_of``. ``period`` is a
    period of the map's rhythm (``"2026-10"``); left out, it is the latest that is over and in which at least half of
    the KPIs due have a figure, or, for a map whose values have no dates, the one in which the day lies. ``folder`` is
    that of the map: its sources, recorded figures and closed periods lie there.

    All numbers of the card are fractions (1.0 = 100 %) and ``None`` is no data: performance, lagging, leading and
    outlook lie in [0, 1] (above 1 only where a KPI's ``curve`` says so), coverage in [0, 1], the shares of the parts
    of a number add up to 1; progress is not clamped. The formulas stand one function each in
    `scorecard.propagation`: ``performance`` (a KPI on its scale), ``plan`` (the straight line to the target),
    ``mean`` (lagging, leading, roll-up), ``outlook`` with ``system`` and ``loop`` (drivers carried up all arrows),
    ``status`` (limits and diagnosis), ``trend`` and ``alarm``.

    Raises:
        ValueError: when neither the call nor the map says a day, or the map has sources and no folder is said.
        InvalidDataError: when sources, formulas or recorded figures have errors.
        PeriodError: when the period is none of the map's rhythm, or begins after the day.
    """
    if not isinstance(strategy_map, StrategyMap):
        raise TypeError("score takes a map: score(load('strategy.yaml'))")
    day = as_of.date() if isinstance(as_of, datetime) else as_of or strategy_map.as_of
    if isinstance(day, str):
        raise TypeError("as_of is a day: date(2026, 10, 31)")
    if day is None:
        raise ValueError(
            "the map says no as_of, so say for which day to score: score(strategy_map, as_of=date.today())"
        )
    where = None if folder is None else Path(folder)
    asked = asked_period(strategy_map, period, day)
    return scored(strategy_map, actuals_of(strategy_map, where, day, since=asked), day, asked, where)


def actuals_of(
    strategy_map: StrategyMap,
    folder: Path | None,
    as_of: date,
    split: Sequence[str] = (),
    since: Period | None = None,
) -> Actuals:
    """The figures of a map as they are known on a day, also of the values of the dimensions ``split``; ``since`` is
    the earliest period that is asked for.

    Raises:
        InvalidDataError: when sources, formulas or recorded figures have errors.
        OSError: when a file cannot be read.
    """
    if folder is None and strategy_map.sources:
        raise ValueError("the map has sources, so say where their files lie: score(strategy_map, folder=path.parent)")
    measured = measure(strategy_map, folder, as_of, split, since)
    errors = [problem for problem in measured.problems if problem.severity == "error"]
    if errors:
        raise InvalidDataError(folder, errors)
    return measured.actuals


def scored(
    strategy_map: StrategyMap, actuals: Actuals, as_of: date, period: Period | None, folder: Path | None
) -> Scorecard:
    """The card of a period from figures that are known; left out, the period is chosen as `score` does."""
    chosen, later = (period, None) if period else scoring.scored_period(strategy_map, actuals, as_of)
    return scoring.score(
        strategy_map, actuals, chosen, as_of, closed=closed_periods(folder, strategy_map.period, as_of), later=later
    )


def asked_period(strategy_map: StrategyMap, period: str | Period | None, as_of: date) -> Period | None:
    """The period that was asked for.

    Raises:
        PeriodError: when it is none of the map's rhythm, or begins after ``as_of``.
    """
    if period is None:
        return None
    example = period_of(as_of, strategy_map.period)
    try:
        found = parse_period(period) if isinstance(period, str) else period
    except ValueError:
        raise PeriodError(f"{period!r} is no period; write {example}") from None
    if found.rhythm != strategy_map.period:
        raise PeriodError(f"{found} is a {found.rhythm}, and the map is scored by the {strategy_map.period}: {example}")
    if found.start > as_of:
        raise PeriodError(f"{found} has not begun on {as_of}; the last that has is {example}")
    return found
