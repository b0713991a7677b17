"""What stands in a field of a map, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from scorecard.model import Alarm, Change, OtherKpi, OutlookSettings, PeriodTargets, SourceFile, Thresholds
from scorecard.rendering.numbers import day, exact_amount, limit_percent

_SHARES = frozenset({"min_coverage", "trend_same", "completion"})
_AMOUNTS = frozenset({"target", "baseline", "worst", "best", "range", "value"})
_MONEY = frozenset({"budget", "spent"})


def value_words(value: object, field: str | None, unit: str | None, currency: str | None) -> str:
    """A value as one reads it aloud; "none" where there is none."""
    if value is None or value == () or value == {}:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return _number(float(value), field, unit, currency)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {value_words(item, field, unit, currency)}" for key, item in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        joint = " to " if field in ("range", "worst") else ", "
        return joint.join(value_words(item, field, unit, currency) for item in value)
    return _part(value, field, unit, currency)


def _number(value: float, field: str | None, unit: str | None, currency: str | None) -> str:
    if field in _SHARES:
        return limit_percent(value)
    if field in _AMOUNTS:
        return exact_amount(value, unit, currency)
    return exact_amount(value, "money" if field in _MONEY else None, currency)


def _part(value: object, field: str | None, unit: str | None, currency: str | None) -> str:
    if isinstance(value, Change):
        against = f" against {value.against}" if value.against else ""
        return f"{value.change}{against}{f' from {value.from_period} on' if value.from_period else ''}"
    if isinstance(value, OtherKpi):
        return f"the value of {value.kpi}"
    if isinstance(value, PeriodTargets):
        return value_words(value.steps, field, unit, currency)
    if isinstance(value, Thresholds):
        limits = (("on track from", value.on_track), ("at risk from", value.at_risk))
        return ", ".join(f"{word} {limit_percent(limit)}" for word, limit in limits if limit is not None) or "none"
    if isinstance(value, OutlookSettings):
        return f"{limit_percent(value.drivers)} drivers"
    if isinstance(value, Alarm):
        limits = (("above", value.above), ("below", value.below))
        words = [f"{word} {exact_amount(limit, unit, currency)}" for word, limit in limits if limit is not None]
        return " or ".join([*words]) + (
            f" in {value.lasting[0]} of {value.lasting[1]}" if value.lasting != (1, 1) else ""
        )
    if isinstance(value, SourceFile):
        return value.file
    return str(value)
