"""What the scale of a KPI takes from elsewhere for a period: references, targets in force, the share of the time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from scorecard.actuals import Actuals
from scorecard.model import Change, Kpi, OtherKpi, PeriodTargets
from scorecard.model.target import EARLIER
from scorecard.period import Days, Period, days_around, named_days, parse_period, period_of, window
from scorecard.propagation.dated_target import due_share, target_in_force
from scorecard.propagation.scale import Terms
from scorecard.scalars import names_period
from scorecard.scoring.figures import figure_of

_PLAIN = Terms()
"""Nothing is taken from elsewhere, and all of the scale is asked for."""


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
        named, figure = target_in_force(target.steps, period, kpi.over, year_starts) or (None, None)
    days = measured(kpi, period, figure_of(actuals, kpi_id, period).end, year_starts)
    whole = not is_flow(kpi_id, kpi, actuals) or _is_cut_already(kpi, period, as_of)
    part = 1.0 if whole else due_share(days, min(as_of, period.end), _longer(kpi, days, named, year_starts))
    begun = _has_begun(kpi, period, year_starts)
    return Terms(other=other, reference=reference, figure=figure, part=part, begun=begun)


def _longer(kpi: Kpi, days: Days, named: Period | None, year_starts: int) -> Days | None:
    """The days that the target in force speaks of: those of the named rhythm in which the window ends. None where
    they are those of the window, as a year is to twelve months, be there a 29th of February in one of them or not."""
    if named is None or (kpi.over == "last-12-months" and named.rhythm == "year"):
        return None
    return days_around(days.end, named.rhythm, kpi.over, year_starts)


def _has_begun(kpi: Kpi, period: Period, year_starts: int) -> bool:
    """Whether a step is asked for already in a period."""
    if not isinstance(kpi.target, Change) or kpi.target.from_period is None:
        return True
    return named_days(kpi.target.from_period, kpi.over, year_starts).start <= period.end


def terms_over(
    kpi_id: str, kpi: Kpi, actuals: Actuals, periods: Sequence[Period], as_of: date, year_starts: int
) -> list[Terms]:
    """The terms of a KPI in each of the periods, as of a day; only one where they are the same in all of them."""
    is_plain = kpi.target is None or isinstance(kpi.target, float)
    if is_plain and not is_flow(kpi_id, kpi, actuals):
        return [_PLAIN]
    ends_with_period = kpi.cadence is None and kpi.over not in ("quarter", "year")
    return [
        _PLAIN
        if is_plain and ends_with_period and period.end <= as_of
        else terms_in(kpi_id, kpi, actuals, period, as_of, year_starts)
        for period in periods
    ]


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
    """Whether the reference of a relative target spans only so many days as have passed of the period, or of a
    window that is wider than it."""
    if isinstance(kpi.target, Change) and kpi.target.against in EARLIER and kpi.over in ("quarter", "year"):
        return True
    a_year_ago = isinstance(kpi.target, Change) and kpi.target.against == "same-period-last-year"
    return a_year_ago and kpi.cadence in (None, period.rhythm) and period.end > as_of
