"""How uncertain values are drawn, and what is known of how they varied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import accumulate, repeat

from scorecard import simulating
from scorecard.actuals import Actuals
from scorecard.model import StrategyMap
from scorecard.period import Period, period_after
from scorecard.result import Scorecard


@dataclass(frozen=True, kw_only=True, slots=True)
class Chance:
    """How often values are drawn, which ones (``seed``), in how many threads (the answer is the same), whether they
    are ``correlated`` as in their history, and who is told of the ``progress`` (how many draws more were made)."""

    draws: int = simulating.DEFAULT_DRAWS
    seed: int = simulating.DEFAULT_SEED
    workers: int = 1
    correlated: bool = False
    progress: Callable[[int], None] | None = None


CERTAIN = Chance()


def series_of(strategy_map: StrategyMap, actuals: Actuals, card: Scorecard) -> Mapping[str, Mapping[Period, float]]:
    """The figures of every KPI in the periods of its own rhythm that were over, oldest first, from its last break on;
    gaps lie on a straight line."""
    from scorecard.forecasting.past import pasts

    until = min(card.period.end, card.as_of)
    return {
        kpi_id: dict(
            zip(
                accumulate(repeat(past.first, len(past.values)), lambda earlier, _: period_after(earlier)),
                past.values,
                strict=True,
            )
        )
        if past.first is not None
        else {}
        for kpi_id, past in pasts(strategy_map, actuals, until).items()
    }
