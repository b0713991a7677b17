"""From a map to its scorecard."""

from __future__ import annotations

from datetime import date

from scorecard import scoring
from scorecard.api.notebook import show_in_notebooks
from scorecard.measuring import measure
from scorecard.model import StrategyMap
from scorecard.period import period_of
from scorecard.result import Contribution, Scorecard

show_in_notebooks()


def score(strategy_map: StrategyMap, as_of: date | None = None) -> Scorecard:
    """Score a map for the period in which a day lies.

    ``strategy_map`` comes from `load`, which lets no map with errors pass. ``as_of`` is the day for which plans and
    due dates are judged; left out, it is the map's own ``as_of``. All numbers of the card are fractions (1.0 =
    100 %) and ``None`` is no data: performance, lagging, leading and outlook lie in [0, 1] (above 1 only where a
    KPI's ``curve`` says so), coverage in [0, 1], the shares of the parts of a number add up to 1; progress is not
    clamped. The formulas stand one function each in `scorecard.propagation`: ``performance`` (a KPI on its scale),
    ``plan`` (the straight line to the target), ``mean`` (lagging, leading, roll-up), ``outlook`` with ``system``
    and ``loop`` (drivers carried up all arrows), ``status`` (limits and diagnosis).

    Raises:
        ValueError: when neither the call nor the map says a day.
    """
    day = as_of or strategy_map.as_of
    if day is None:
        raise ValueError(
            "the map says no as_of, so say for which day to score: score(strategy_map, as_of=date.today())"
        )
    return scoring.score(strategy_map, measure(strategy_map), period_of(day, strategy_map.period), day)


def unrolled(strategy_map: StrategyMap, card: Scorecard, goal_id: str) -> tuple[Contribution, ...]:
    """The outlook of a goal unrolled to the KPIs behind it; their products add up to it."""
    return scoring.unrolled_outlook(strategy_map, card, goal_id)
