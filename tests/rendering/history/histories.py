"""Histories by hand, so that what is made from them is tested without any scoring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from scorecard.history import Compared, History, Series
from scorecard.naming import name_from
from scorecard.period import parse_period, period_after
from scorecard.result import Restated
from tests.cards import LIMITS, status_of


def scores(kind: Any, item_id: str, *values: float | None, **given: Any) -> Series:
    """The performances of a goal, a perspective or the index; what is not given follows from them."""
    fields: dict[str, Any] = {
        "kind": kind,
        "id": item_id,
        "name": name_from(item_id),
        "number": "performance",
        "unit": None,
        "limits": LIMITS,
        "values": values,
        "statuses": tuple(map(status_of, values)),
        "reasons": tuple("no-data" if value is None else None for value in values),
        "compared": way(*values),
    }
    return Series(**fields | given)


def figures(item_id: str, *values: float | None, **given: Any) -> Series:
    """The values of a KPI that is on track wherever there is one."""
    fields: dict[str, Any] = {
        "kind": "kpi",
        "id": item_id,
        "name": name_from(item_id),
        "number": "value",
        "unit": "count",
        "limits": None,
        "values": values,
        "statuses": tuple("no-data" if value is None else "on-track" for value in values),
        "reasons": tuple("missing" if value is None else None for value in values),
        "compared": way(*values),
    }
    return Series(**fields | given)


def way(*values: float | None) -> Compared | None:
    """From the first known value to the last, without any break."""
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    if not known:
        return None
    (first, before), (last, now) = known[0], known[-1]
    return Compared(first, last, None if first == last else now - before)


def make_history(*series: Series, **given: Any) -> History:
    """A history that ends in October 2026, every period of it over and none of them closed."""
    count = len(series[0].values) if series else 3
    periods = [parse_period("2026-11")]
    month = parse_period("2016-01")
    months = [month]
    while month < parse_period("2026-10"):
        month = period_after(month)
        months.append(month)
    periods = months[-count:]
    fields: dict[str, Any] = {
        "map": "Coffee",
        "currency": "EUR",
        "as_of": date(2026, 10, 31),
        "rhythm": "month",
        "scored": periods[-1],
        "periods": tuple(periods),
        "over": (True,) * count,
        "reported": (False,) * count,
        "series": series,
    }
    return History(**fields | given)


BREAK = (parse_period("2026-08"), "Meta counts views instead of impressions")

SAMPLE = replace(
    make_history(
        figures("views", 8200, 9100, 12000, None, 14300, breaks=(BREAK,), compared=Compared(0, 4, None, False)),
        figures("sharing-rate", 0.011, 0.0125, 0.013, 0.02, 0.017, unit="%", name="Sharing rate"),
        scores("goal", "engaging-content", 0.41, 0.5, 0.62, 0.7949, 1.0, name="Content that people share"),
        scores(
            "goal",
            "loyal",
            None,
            0.6,
            0.82,
            0.74,
            0.9,
            number="outlook",
            reasons=("no-data", None, None, None, None),
        ),
    ),
    over=(True, True, True, True, False),
    reported=(True, True, False, False, False),
    as_of=date(2026, 10, 12),
    scored=parse_period("2026-09"),
    events=(
        (parse_period("2026-07-14"), "The campaign begins"),
        (parse_period("2026-Q3"), "Summer sale"),
    ),
    restated=(Restated(period=parse_period("2026-06"), kpi="views", closed=8200.0, now=8250.0),),
)
"""Two KPIs and two goals over five months: a break, events, closed periods, a missing figure and an open month."""
