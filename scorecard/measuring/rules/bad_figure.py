"""A recorded value is one plain number in the unit of its KPI.

`12280`, `1_000`, `80k`, `1.2M` and `0.5` are numbers. A KPI in per cent takes `2.5%`, with the sign (a bare `5` could
be 5 % or 500 %; `0` needs none); a yes-no KPI takes `yes` or `no`. A comma could be a thousand or a decimal, so it
is refused. While a figure is not known its row is left out: an empty cell says nothing.

Good:
    date,kpi,value
    2026-10,followers,12280
    2026-10,sharing-rate,2.5%

Bad:
    date,kpi,value
    2026-10,followers,12.280.000
    2026-10,sharing-rate,2.5
"""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite

from pydantic_core import PydanticCustomError

from scorecard.measuring.spot import Spot
from scorecard.problem import Problem
from scorecard.scalars import read_number

_COMMA = re.compile(r"([+-]?\d+),(\d+)([%kM]?)", re.ASCII)
_GROUPS = re.compile(r"([+-]?\d{1,3}(?:([,. ’'\u00a0\u202f])\d{3})(?:\2\d{3})*)([.,]\d+)?([%kM]?)", re.ASCII)
_BLANK_BEFORE_SIGN = re.compile(r"([+-]?[\d.]+)\s+([%kKM])", re.ASCII)
_WITH_UNIT = re.compile(r"([^\d\s.+-]*)\s*([+-]?\d[\d_.]*[kM]?)\s*([^\d\s]*)", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d[\d_]*)?\.?\d+", re.ASCII)
_UNKNOWN = {"-", "--", "—", "–", "?", "n/a", "na", "null", "none", "nan", "tbd", "unknown", "inf"}
_LEFT_OUT = "leave the row out while the figure is not known"


def problem(text: str, kpi: str, unit: str | None, at: Spot) -> Problem:
    """``text`` is no value of a KPI of that unit."""
    if not text:
        return _problem(at, "KPI '{kpi}' has no value here", "empty", _LEFT_OUT, kpi=kpi)
    if text.lower().strip(".") in _UNKNOWN:
        return _problem(at, "`{text}` is not a number{where}", "not a number", _LEFT_OUT, text=text)
    if unit == "yes-no":
        message = "`{text}` stands here, but KPI '{kpi}' answers yes or no"
        return _problem(at, message, "neither yes nor no", "write `yes` or `no`", text=text, kpi=kpi)
    try:
        number = read_number(text)
    except PydanticCustomError as error:
        return _no_number(text, at, large=(error.context or {}).get("large"))
    if text in ("yes", "no"):
        message = "`{text}` is an answer, but KPI '{kpi}' wants a number"
        return _problem(at, message, "not a number", "write a number", text=text, kpi=kpi)
    if unit in ("%", "percent"):
        return _sign_missing(text, number, kpi, at)
    message = "`{text}` is a percentage, but the unit of KPI '{kpi}' is `{unit}`"
    if unit is None:
        message = "`{text}` is a percentage, but KPI '{kpi}' has no unit"
    hint = 'write the number without the sign, or say `unit: "%"` in the map'
    return _problem(at, message, "with a sign", hint, text=text, kpi=kpi, unit=unit or "")


def count(text: str, at: Spot) -> Problem:
    """``text`` is no number of rows or answers."""
    message = "`{text}` is not a number of rows or answers{where}"
    hint = "write how many rows or answers stand behind the value, 0 or more, or leave the cell empty"
    return _problem(at, message, "not a count", hint, text=text)


def either(text: str, joined: str, point: str, at: Spot) -> Problem:
    """``text`` can be read as ``joined`` or as ``point``, and nothing in the file says which."""
    message = "`{text}` can mean two things{where}: {joined} or {point}"
    hint = "write `{joined}` or `{point}`, whichever is meant"
    return _problem(at, message, "which of the two?", hint, text=text, joined=joined, point=point)


def _no_number(text: str, at: Spot, *, large: object) -> Problem:
    if large is not None:
        message = "`{text}` is too large for a figure" if large else "`{text}` is too near to 0 for a figure"
        label = "too large" if large else "too small"
        hint = "figures go up to 1e15; choose a larger unit" if large else "choose a smaller unit"
        return _problem(at, message, label, hint, text=text)
    hint, words = _hint(text)
    return _problem(at, "`{text}` is not a number{where}", "not a number", hint, text=text, **words)


def _hint(text: str) -> tuple[str, dict[str, str]]:
    if comma := _COMMA.fullmatch(text):
        whole, behind, sign = comma.groups()
        words = {"joined": whole + behind + sign, "point": f"{whole}.{behind}{sign}"}
        return "a comma can mean two things: write `{joined}` or `{point}`, whichever is meant", words
    if groups := _GROUPS.fullmatch(text):
        digits = re.sub("[,. ’'\u00a0\u202f]", "", groups[1]) + (groups[3] or "").replace(",", ".")
        return "write the digits without separators: `{number}`", {"number": digits + groups[4]}
    if sign := _BLANK_BEFORE_SIGN.fullmatch(text):
        return "write it without the blank: `{number}`", {"number": sign[1] + sign[2]}
    with_unit = _WITH_UNIT.fullmatch(text[:50])
    if with_unit and (with_unit[1] or with_unit[3]):
        return "write the number alone: `{number}`; its unit stands in the map", {"number": with_unit[2]}
    return "write digits, with `k`, `M` or `%` behind them if you like: `1200`, `80k`, `2%`", {}


def _sign_missing(text: str, number: float, kpi: str, at: Spot) -> Problem:
    fraction = abs(number) < 1 or text.lstrip("+-").startswith(("0.", "."))
    plain = text if _DECIMAL.fullmatch(text) else _digits(number)
    hint = "write `{plain}%` or `{share}%`, whichever is meant" if fraction else "write `{plain}%`"
    share = _digits(number * 100) if fraction else ""
    message = "`{text}` has no % sign, but KPI '{kpi}' is in %"
    return _problem(at, message, "without a sign", hint, text=text, kpi=kpi, plain=plain, share=share)


def _digits(number: float) -> str:
    """A number without a power of ten, which cannot stand before a % sign."""
    return f"{Decimal(f'{number:.10g}'):f}" if isfinite(number) else str(number)


def _problem(at: Spot, message: str, label: str, hint: str, **params: object) -> Problem:
    return Problem(
        rule="bad-figure",
        path=at.path,
        position=at.position,
        message=message.replace("{where}", " in column '{column}'" if at.column else ""),
        label=label,
        hint=hint,
        params={**params, "column": at.column},
    )
