"""What the scale of a KPI takes from elsewhere for a period: references, targets in force, the share of the time."""

from __future__ import annotations

from datetime import date

from scorecard.actuals import Actuals
from scorecard.model import Change, Kpi, OtherKpi, PeriodTargets
from scorecard.model.target import EARLIER
from scorecard.period import Days, Period, parse_period, period_of, window
from scorecard.propagation.dated_target import target_in_force
from scorecard.propagation.scale import Terms
from scorecard.scalars import names_period
from scorecard.scoring.figures import figure_of


def terms_in(kpi_id: str, kpi: Kpi, actuals: Actuals, period: Period, as_of: date, year_starts: int) -> Terms:
    """The terms of a KPI in a period, as of a day."""
    target = kpi.target
    named: Period | None = None
    other = reference = figure = None
    if isinstance(target, OtherKpi):
        other = figure_of(actuals, target.kpi, period).value
    elif isinstance(target, Change):
        named = parse_period(target.against) if target.against and names_period(target.against) else None
        reference = _reference(kpi_id, target, actuals, period)
    elif isinstance(target, PeriodTargets):
        named, figure = target_in_force(target.steps, period) or (None, None)
    begun = not isinstance(target, Change) or not target.from_period or target.from_period.start <= period.end
    days = measured(kpi, period, figure_of(actuals, kpi_id, period).end, year_starts)
    whole = not is_flow(kpi_id, kpi, actuals) or _is_cut_already(kpi, period, as_of)
    part = 1.0 if whole else _part(days, as_of, named)
    return Terms(other=other, reference=reference, figure=figure, part=part, begun=begun)


def _reference(kpi_id: str, target: Change, actuals: Actuals, period: Period) -> float | None:
    """What a relative target is a step from; of a KPI without dated figures the other KPI as it stands."""
    if (kpi_id, period) in actuals.references or target.against in (None, *EARLIER):
        return actuals.references.get((kpi_id, period))
    other = figure_of(actuals, target.against or "", period)
    return None if other.reason else other.value


def is_flow(kpi_id: str, kpi: Kpi, actuals: Actuals) -> bool:
    """Whether figures of the KPI add up over time."""
    return (kpi.kind or actuals.kinds.get(kpi_id)) == "flow"


def measured(kpi: Kpi, period: Period, last: date | None, year_starts: int) -> Days:
    """The days that the figure in force in a period speaks of: of a KPI that is measured more rarely those of the
    period of its own that holds ``last``, the last day it was measured over."""
    return window(period_of(last or period.end, kpi.cadence) if kpi.cadence else period, kpi.over, year_starts)


def _is_cut_already(kpi: Kpi, period: Period, as_of: date) -> bool:
    """Whether the reference of a relative target spans only so many days as have passed of the period."""
    a_year_ago = isinstance(kpi.target, Change) and kpi.target.against == "same-period-last-year"
    return a_year_ago and kpi.cadence in (None, period.rhythm) and period.end > as_of


def _part(whole: Days, as_of: date, named: Period | None) -> float:
    """The share of the target that a flow should have reached: of a target named for a longer period, or a step from
    the figure of one, the share of its days that the window has, of any other the share of the window that has
    passed."""
    passed = Days(whole.start, min(whole.end, max(as_of, whole.start))).length
    if named is not None:
        longer = period_of(whole.end, named.rhythm)
        days = Days(longer.start, longer.end).length
        if days > whole.length:
            return passed / days
    return passed / whole.length
