"""Numbers as text: the one place where a number is rounded."""

from __future__ import annotations

from datetime import date

from scorecard.result import Limits

NO_DATA = "no data"


def percent(share: float | None, limits: Limits | None = None) -> str:
    """A share as whole per cent, ``87 %``; "no data" for None.

    Where rounding would show a limit that was not reached, more decimals are shown: ``79.6 %``.
    """
    if share is None:
        return NO_DATA
    return f"{_hundredths(share, limits)} %"


def _hundredths(share: float, limits: Limits | None) -> str:
    value = share * 100
    text = _signed_zero(f"{value:.0f}")
    for limit in (limits.at_risk * 100, limits.on_track * 100) if limits else ():
        decimals = 0
        while value < limit - 1e-7 and float(text) >= limit and decimals < 8:
            decimals += 1
            text = f"{value:.{decimals}f}"
    return text.replace("-", "−")


def _signed_zero(text: str) -> str:
    return text.lstrip("-") if float(text) == 0 else text


def exact_percent(share: float | None) -> str:
    """A share with two decimals, ``52.50 %``, for tables in which the parts must be seen to add up."""
    return NO_DATA if share is None else _signed_zero(f"{share * 100:.2f}").replace("-", "−") + " %"


def plain_number(value: float) -> str:
    """A number with thousands set apart by commas and at most the decimals that matter: ``12,280``, ``4.12``."""
    if abs(value) >= 1000:
        text = f"{value:,.0f}"
    elif value == round(value):
        text = f"{value:.0f}"
    else:
        text = f"{value:.3g}" if abs(value) < 100 else f"{value:.1f}"
        text = f"{float(text):f}".rstrip("0").rstrip(".")
    return _minus(text)


def _minus(text: str) -> str:
    return text.replace("-", "−")


def amount(value: float | None, unit: str | None, currency: str | None) -> str:
    """A KPI's value with its unit: ``12,280``, ``4.1 %``, ``EUR 9,500``, ``3.5 hours``, ``yes``."""
    if value is None:
        return NO_DATA
    if unit == "yes-no":
        return "yes" if value >= 1 else "no" if value <= 0 else plain_number(value)
    if unit == "%":
        return plain_number(round(value * 100, 10)) + " %"
    if unit == "money" or unit is not None and len(unit) == 3 and unit.isupper():
        return f"{currency if unit == 'money' and currency else unit} {plain_number(value)}"
    if unit in (None, "count"):
        return plain_number(value)
    return f"{plain_number(value)} {unit}"


def day(when: date) -> str:
    """A date as people write it: ``31 December 2026``."""
    return f"{when.day} {when:%B %Y}"
