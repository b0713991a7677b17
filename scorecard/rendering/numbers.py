"""Numbers as text: the one place where a number is rounded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import floor

from scorecard.naming import MONTHS
from scorecard.result import Limits

NO_DATA = "no data"
WHOLE = Limits(at_risk=1.0, on_track=1.0)
"""The limits of a share that counts only when it is whole: 99.7 % never reads ``100 %``."""
NEARLY_NONE = 0.01
"""Chances below this are not told apart."""
_WHOLES = tuple(f"{number} %" for number in range(101))


def percent(share: float | None, limits: Limits | None = None) -> str:
    """A share as whole per cent, ``87 %``; "no data" for None.

    Where rounding would show a limit that was not reached, more decimals are shown: ``79.6 %``.
    """
    if share is None:
        return NO_DATA
    value = share * 100
    if 1 <= value <= 100:
        whole = round(value)
        if whole <= value or limits is None:
            return _WHOLES[whole]
        if not (value < limits.on_track * 100 <= whole or value < limits.at_risk * 100 <= whole):
            return _WHOLES[whole]  # rounded up, but over no limit
    return f"{_hundredths(value, limits)} %"


def chance(share: float) -> str:
    """A chance, never rounded to certainty: ``57 %``, ``below 1 %``, ``above 99 %``."""
    if share < NEARLY_NONE:
        return "below 1 %"
    return "above 99 %" if share > 1 - NEARLY_NONE else percent(share)


def _hundredths(value: float, limits: Limits | None) -> str:
    text = _signed_zero(f"{value:.0f}")
    for limit in (limits.at_risk * 100, limits.on_track * 100) if limits else ():
        decimals = 0
        while value < limit - 1e-7 and float(text) >= limit and decimals < 8:
            decimals += 1
            text = f"{value:.{decimals}f}"
    return text.replace("-", "−")


def _signed_zero(text: str) -> str:
    return text.lstrip("-") if float(text) == 0 else text


def points(change: float) -> str:
    """A change of a share in whole points with its sign: ``+5``, ``±0``, ``−3``."""
    text = f"{change * 100:+.0f}"
    return "±0" if float(text) == 0 else _minus(text)


def in_points(text: str) -> str:
    """A text of `points` with its word: ``+1 point``, ``−3 points``; a star behind the number stays there."""
    return f"{text} {'point' if text.strip('+−*') == '1' else 'points'}"


def from_to(before: float, now: float, limits: Limits | None = None) -> tuple[str, str, str]:
    """Two shares and the change between them in points, which never contradict each other: ``63 %``, ``65 %``,
    ``+2``; where the whole numbers would, all three have one decimal: ``63.4 %``, ``64.6 %``, ``+1.2``."""
    ends = percent(before, limits), percent(now, limits)
    change = round((now - before) * 100, 9)
    seen = round(now * 100, 9), round(before * 100, 9)
    if float(f"{seen[0]:.0f}") - float(f"{seen[1]:.0f}") == float(f"{change:.0f}"):
        return *ends, points(change / 100)
    tenths = float(f"{seen[0]:.1f}") - float(f"{seen[1]:.1f}")
    return _tenths(before, limits), _tenths(now, limits), _minus(f"{tenths:+.1f}")


def _tenths(share: float, limits: Limits | None) -> str:
    """A share with one decimal, or those that `percent` needs to stay below a limit."""
    text = f"{share * 100:.1f}"
    reached = (limits.at_risk, limits.on_track) if limits else ()
    below = any(share < limit and float(text) >= limit * 100 for limit in reached)
    return percent(share, limits) if below else f"{_minus(_signed_zero(text))} %"


def amount_change(change: float, unit: str | None, currency: str | None) -> str:
    """A change of a KPI's value with its sign and unit: ``+1,350``, ``−EUR 200``, ``±0``; a share in points."""
    if unit == "%":
        text = f"{plain_number(round(abs(change) * 100, 10))} points"
    else:
        before, after = _around(unit, currency)
        text = f"{before}{plain_number(abs(change))}{after}"
    if change == 0:
        return f"±{text}"
    return f"{'+' if change > 0 else '−'}{text}"


def limit_percent(limit: float) -> str:
    """A limit as it was written: ``80 %``, ``62.5 %``."""
    return f"{limit * 100:.6g} %"


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
    before, after = _around(unit, currency)
    return f"{before}{_in_unit(value, unit)}{after}"


def exact_amount(value: float, unit: str | None, currency: str | None) -> str:
    """A KPI's value as it was written, with every digit: ``1,234.5``, ``2.25 %``."""
    before, after = _around(unit, currency)
    if unit == "yes-no" and value in (0, 1):
        return "yes" if value else "no"
    number = round(value * 100, 12) if unit == "%" else value
    return f"{before}{_minus(f'{number:,.15g}')}{after}"


def amount_of(
    value: float | None,
    goal: float | tuple[float, float],
    unit: str | None,
    currency: str | None,
    *,
    brief: bool = False,
) -> str:
    """A value beside what it should reach, the unit once: ``396 / 450``, ``EUR 9,500 / 12,000``, ``– / 20–26``.

    ``brief``: thousands and millions as ``47M / 55M``.
    """
    before, after = _around(unit, currency)
    written = "–" if value is None else _in_unit(value, unit, brief)
    reach = "–".join(_in_unit(end, unit, brief) for end in (goal if isinstance(goal, tuple) else (goal,)))
    return f"{before}{written} / {reach}{after}"


def amount_range(low: float, high: float, unit: str | None, currency: str | None, joint: str = "–") -> str:
    """Two values, the unit once: ``20–26``, ``EUR 1,800 and 2,200``."""
    before, after = _around(unit, currency)
    return f"{before}{_in_unit(low, unit)}{joint}{_in_unit(high, unit)}{after}"


def _around(unit: str | None, currency: str | None) -> tuple[str, str]:
    if unit == "money" or (unit is not None and len(unit) == 3 and unit.isupper()):
        return f"{currency if unit == 'money' and currency else unit} ", ""
    if unit in (None, "count", "yes-no"):
        return "", ""
    return "", f" {unit}"


def _in_unit(value: float, unit: str | None, brief: bool = False) -> str:
    if unit == "yes-no" and value in (0, 1):
        return "yes" if value else "no"
    if brief and abs(value) >= 10_000:
        size, sign = (1_000_000, "M") if abs(value) >= 1_000_000 else (1_000, "k")
        return plain_number(float(f"{value / size:.3g}")) + sign
    return plain_number(round(value * 100, 10) if unit == "%" else value)


def parts_percent(parts: Sequence[float], total: float) -> list[str]:
    """Parts as per cent with two decimals that are seen to add up to their total, each within 0.01 of its number."""
    return [exact_percent(part) for part in _adding_up(parts, round(total * 10_000))]


def parts_points(parts: Sequence[float], before: float, now: float) -> list[str]:
    """What moved a number from ``before`` to ``now`` in points with two decimals, ``+9.13``, ``−0.40``: they are seen
    to add up to the change between the two as `exact_percent` writes them, each within 0.01 or so of its number."""
    return [exact_points(part) for part in _adding_up(parts, round(now * 10_000) - round(before * 10_000))]


def points_adding_up(parts: Sequence[float], total: str) -> list[str]:
    """As `parts_points`, adding up to a text of `exact_points`."""
    whole = float(total.replace("−", "-").replace("±", ""))
    return [exact_points(part) for part in _adding_up(parts, round(whole * 100))]


def _adding_up(parts: Sequence[float], total: int) -> list[float]:
    """Parts rounded to hundredths of a per cent so that they add up to so many of these."""
    exact = [part * 10_000 for part in parts]
    floors = [floor(part) for part in exact]
    missing = total - sum(floors)
    largest = sorted(range(len(parts)), key=lambda place: floors[place] - exact[place])
    for place in largest[: max(missing, 0)]:
        floors[place] += 1
    return [part / 10_000 for part in floors]


def exact_points(change: float) -> str:
    """A change of a share in points with two decimals and its sign: ``+9.13``, ``±0.00``, ``−0.40``."""
    text = f"{change * 100:+.2f}"
    return "±0.00" if float(text) == 0 else _minus(text)


def exact_change(before: float, now: float) -> str:
    """The change between two shares as `exact_percent` writes them, in points: ``−3.58``."""
    return exact_points((round(now * 10_000) - round(before * 10_000)) / 10_000)


def day(when: date) -> str:
    """A date as people write it: ``31 December 2026``."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
