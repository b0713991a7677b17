"""The KPIs in the periods before the scored one, each worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from scorecard.actuals import Actuals
from scorecard.closed import ClosedPeriod
from scorecard.model import StrategyMap
from scorecard.period import Period, period_before, period_of, year_before
from scorecard.propagation.compared import compared_with
from scorecard.scoring.figures import figure_of
from scorecard.scoring.kpis import Judged, Scales, judged

Performances: TypeAlias = Mapping[str, float | None]

_FURTHEST = 120
"""So many periods back an alarm looks for values."""
_UNLIKE = ("partial", "small-sample")
"""Values that are shown and compare with none."""


class Past:
    """Judged KPIs and their values, ``ago`` periods before the scored one.

    A period that was closed is read and not judged again. An undated figure is in force at every period and is judged
    on the scored day, so where no figure is dated the past is as now.
    """

    def __init__(
        self,
        strategy_map: StrategyMap,
        actuals: Actuals,
        period: Period,
        as_of: date,
        closed: Mapping[Period, ClosedPeriod],
    ) -> None:
        self.strategy_map, self.actuals, self.period, self.as_of, self.closed = (
            strategy_map,
            actuals,
            period,
            as_of,
            closed,
        )
        self._with_dates = {item_id for item_id, when, _ in actuals.figures if when is not None}
        self.dated = bool(self._with_dates)
        self._day = min(period.end, as_of)
        self._judged: dict[int, Mapping[str, Judged]] = {}
        self._scales: Scales = {}
        self._performances: dict[int, Performances] = {}

    def closed_at(self, ago: int) -> ClosedPeriod | None:
        """What was reported so many periods ago; None for now, and for a period that was not closed."""
        return self.closed.get(period_before(self.period, ago)) if self.closed and ago > 0 else None

    def any_dated(self, kpi_ids: Iterable[str]) -> bool:
        """Whether any of these KPIs has a figure with a date: the others are now as they were."""
        return not self._with_dates.isdisjoint(kpi_ids)

    def judged(self, ago: int) -> Mapping[str, Judged]:
        """Every KPI with its figure on its scale."""
        if not self.dated:
            ago = 0
        if ago not in self._judged:
            period = period_before(self.period, ago)
            self._judged[ago] = {
                kpi_id: judged(self.strategy_map, self.actuals, kpi_id, period, self._day, self.as_of, self._scales)
                for kpi_id in self.strategy_map.kpis
            }
        return self._judged[ago]

    def performances(self, ago: int) -> Performances:
        """The performance of every KPI."""
        if not self.dated and self.closed_at(ago) is None:
            ago = 0
        if ago not in self._performances:
            reported = self.closed_at(ago)
            self._performances[ago] = (
                {kpi_id: found.performance for kpi_id, found in self.judged(ago).items()}
                if reported is None
                else {kpi_id: reported.performances.get(kpi_id) for kpi_id in self.strategy_map.kpis}
            )
        return self._performances[ago]

    def before(self, kpi_id: str) -> float | None:
        """The value that the trend of a KPI is measured from; None where there is none that compares."""
        period = self.period
        figure = self.actuals.figures.get((kpi_id, period, ()))
        if figure is None or not self.dated:
            return None
        then = period_of(self._compared(kpi_id)[0].end, period.rhythm)
        found = self.actuals.figures.get((kpi_id, then, ()))
        if found is not None and (found.used != figure.used or found.reason in _UNLIKE):
            return None
        if then in self.closed:
            return self.closed[then].values.get(kpi_id)
        if (kpi_id, period) in self.actuals.before:
            return None if figure.used else self.actuals.before[kpi_id, period]
        return None if found is None else found.value

    def _compared(self, kpi_id: str) -> tuple[Period, Period]:
        """The periods of a KPI's own rhythm that are compared: the one before, and the one in force."""
        kpi = self.strategy_map.kpis[kpi_id]
        last = figure_of(self.actuals, kpi_id, self.period).end or self.period.end
        own = period_of(last, kpi.cadence) if kpi.cadence else self.period
        return compared_with(own, kpi.over), own

    def closed_values(self, kpi_id: str) -> Iterator[float | None]:
        """The values of the periods that are over, newest first, each measurement once; those that lack something
        are None. A value without a date is one measurement."""
        ended: date | None = None
        for ago in range(_FURTHEST):
            period = period_before(self.period, ago)
            figure = figure_of(self.actuals, kpi_id, period)
            if period.end > self.as_of or (figure.end is not None and figure.end == ended):
                continue
            ended = figure.end
            yield figure.value if figure.reason is None else None
            if (kpi_id, period, ()) not in self.actuals.figures and (kpi_id, None, ()) in self.actuals.figures:
                return

    def broken(self, kpi_id: str) -> str | None:
        """Why the value does not compare with the one before: a break has begun in between, or within the twelve
        months that both of them span."""
        kpi = self.strategy_map.kpis[kpi_id]
        if not kpi.breaks:
            return None
        earlier, own = self._compared(kpi_id)
        last = year_before(earlier).end + timedelta(days=1) if kpi.over == "last-12-months" else earlier.end
        return next((text for begun, text in kpi.breaks.items() if last < begun.start <= own.end), None)
