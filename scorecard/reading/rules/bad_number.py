"""A number is written so that it can mean one thing only.

`1200`, `1_000`, `80k`, `1.2M`, `2%` and `0.5` are numbers. A comma could be a thousand or a decimal, so it is
refused.

Good:
    goals:
      growth: {perspective: financial, lagging: [deals]}
    kpis:
      deals: {unit: count, direction: maximise, target: 1200}

Bad:
    goals:
      growth: {perspective: financial, lagging: [deals]}
    kpis:
      deals:
        unit: count
        direction: maximise
        target: 1,200
"""

from __future__ import annotations

import re

from scorecard.problem import Loc, Problem

_COMMA = re.compile(r"([+-]?\d+),(\d+)([%kM]?)")
_GROUPS = re.compile(r"([+-]?\d{1,3}(?:([,. ’'])\d{3})(?:\2\d{3})*)([.,]\d+)?([%kM]?)")
_COMPARED = re.compile(r"([<>≥≤~≈=]+)\s*([+-]?[\d.]\S*)")
_BLANK_BEFORE_SIGN = re.compile(r"([+-]?[\d.]+)\s+([%kKM])")
_WITH_UNIT = re.compile(r"([^\d\s.+-]*)\s*([+-]?\d[\d_.]*[kM]?)\s*([^\d\s]*)")
_SPAN = re.compile(r"([+-]?\d[\d_.]*[kM]?%?)\s*(?:-|–|—|\.\.\.?|to)\s*(\d[\d_.]*[kM]?%?)")
_BILLIONS = re.compile(r"([+-]?[\d.]+)\s*(?:bn|b|billion|billions|mrd)", re.IGNORECASE)
_UNKNOWN = {
    "",
    "-",
    "--",
    "—",
    "–",
    "?",
    "~",
    "n/a",
    "na",
    "null",
    "none",
    "nil",
    "tbd",
    "unknown",
    "nan",
    "inf",
    "todo",
}
_ANSWERS = {"yes", "no", "true", "false", "on", "off", "y", "n"}
_WANTED = {
    "weight": "write a number: `1` is usual, `2` counts double",
    "importance": "write a number from 1 to 5, 5 most",
    "urgency": "write a number from 1 to 5, 5 most",
    "format": "write `format: 1`",
    "delay": "write a whole number of periods: `2`",
}


def problem(loc: Loc, text: str) -> Problem:
    """``text`` is no number."""
    hint, params = _hint(text.strip(), str(loc[-1]) if loc else "")
    return Problem(
        rule="bad-number",
        loc=loc,
        message="`{text}` is not a number here",
        label="not a number",
        hint=hint,
        params={"text": text, **params},
    )


def beyond(loc: Loc, text: str, *, large: bool) -> Problem:
    """``text`` is a number that is too ``large`` for a figure, or too near to 0."""
    return Problem(
        rule="bad-number",
        loc=loc,
        message="`{text}` is too large for a figure" if large else "`{text}` is too near to 0 for a figure",
        label="too large" if large else "too small",
        hint="figures go up to 1e15, a thousand million million; choose a larger unit"
        if large
        else "figures other than 0 are 1e-12 or more; choose a smaller unit",
        params={"text": text},
    )


def not_whole(loc: Loc, key: str, text: str) -> Problem:
    """``text`` is a number, but ``key`` wants a whole one."""
    return Problem(
        rule="bad-number",
        loc=loc,
        message="`{key}` is a whole number, not {text}",
        label="not a whole number",
        hint=_WANTED.get(key, "write a whole number"),
        params={"key": key, "text": text},
    )


def _hint(text: str, key: str) -> tuple[str, dict[str, str]]:
    if comma := _COMMA.fullmatch(text):
        whole, behind, sign = comma.groups()
        return "a comma can mean two things: write `{joined}` or `{point}`, whichever is meant", {
            "joined": whole + behind + sign,
            "point": f"{whole}.{behind}{sign}",
        }
    if groups := _GROUPS.fullmatch(text):
        digits = re.sub(r"[,. ’']", "", groups[1])
        return "write the digits without separators: `{number}`", {
            "number": digits + (groups[3] or "").replace(",", ".") + groups[4]
        }
    if key in _WANTED:
        return _WANTED[key], {}
    if compared := _COMPARED.fullmatch(text):
        hint = "write the number alone: `{number}`"
        if compared[1] in ("<", ">", "<=", ">=", "≤", "≥"):
            hint += "; which way is better follows from `baseline`, `worst` or `direction`"
        return hint, {"number": compared[2]}
    if text.lower().strip(".+") in _UNKNOWN:
        return "leave the key out while the figure is not known", {}
    if text.lower() in _ANSWERS:
        return "write `yes` or `no` in a KPI with `unit: yes-no`, a number in any other", {}
    return _with_unit(text[:50], key)


def _with_unit(text: str, key: str) -> tuple[str, dict[str, str]]:
    """Numbers with something before or behind them that does not belong there."""
    if sign := _BLANK_BEFORE_SIGN.fullmatch(text):
        return "write it without the blank: `{number}`", {"number": sign[1] + sign[2]}
    if billions := _BILLIONS.fullmatch(text):
        return "write `{number}`", {"number": billions[1] + "e9"}
    if key == "target" and (span := _SPAN.fullmatch(text)):
        hint = "write one number; a KPI that is to stay within limits has `range: [{low}, {high}]` instead of `target`"
        return hint, {"low": span[1], "high": span[2]}
    unit = _WITH_UNIT.fullmatch(text)
    if unit and (unit[1] or unit[3]):
        return "write the number alone: `{number}`, and what it counts under `unit:`", {"number": unit[2]}
    return "write digits, with `k`, `M` or `%` behind them if you like: `1200`, `80k`, `2%`", {}
