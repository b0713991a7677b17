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
_GROUPS = re.compile(r"[+-]?\d{1,3}(?:[,. ’']\d{3})+([.,]\d+)?[%kM]?")
_COMPARED = re.compile(r"[<>≥≤~≈=]+\s*(\S+)")


def problem(loc: Loc, text: str) -> Problem:
    """``text`` is no number."""
    hint, params = _hint(text)
    return Problem(
        rule="bad-number",
        loc=loc,
        message="`{text}` is not a number here",
        label="not a number",
        hint=hint,
        params={"text": text, **params},
    )


def _hint(text: str) -> tuple[str, dict[str, str]]:
    if comma := _COMMA.fullmatch(text):
        whole, behind, sign = comma.groups()
        return "write `{joined}` or `{point}`, whichever is meant", {
            "joined": whole + behind + sign,
            "point": f"{whole}.{behind}{sign}",
        }
    if _GROUPS.fullmatch(text):
        return "write the digits without separators: `{digits}`", {"digits": re.sub(r"[,. ’']", "", text)}
    if compared := _COMPARED.fullmatch(text):
        return "write the number alone: `{number}`; which way is better follows from the rest", {"number": compared[1]}
    if text.lower().strip(".+-") in ("inf", "nan", "infinity"):
        return "a figure that is not known is left out", {}
    if re.fullmatch(r"[+-]?[\d_.]+(e[+-]?\d+)?[kM%]?", text, re.IGNORECASE):
        return "figures lie between 1e-12 and 1e15; choose a larger or smaller unit", {}
    return "write digits, with `k`, `M` or `%` behind them if you like: `1200`, `80k`, `2%`", {}
