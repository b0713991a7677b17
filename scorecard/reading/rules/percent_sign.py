"""Figures in per cent carry the sign, other figures do not.

`2%` is 0.02. A bare `2` in a KPI of the unit % could be 2 % or 200 %, and a factor of 100 is the commonest mistake in
scorecards. `0` needs no sign.

Good:
    goals:
      growth: {perspective: financial, lagging: [share]}
    kpis:
      share: {unit: "%", baseline: 5%, target: 8%}

Bad:
    goals:
      growth: {perspective: financial, lagging: [share]}
    kpis:
      share: {unit: "%", baseline: 5, target: 8}
"""

from __future__ import annotations

import re
from decimal import Decimal

from scorecard.problem import Loc, Problem
from scorecard.scalars import read_number

_DECIMAL = re.compile(r"[+-]?(\d[\d_]*)?\.?\d+", re.ASCII)


def missing(loc: Loc, text: str) -> Problem:
    """A bare number in a KPI that is in per cent."""
    number = read_number(text)
    fraction = abs(number) < 1 or text.lstrip("+-").startswith(("0.", "."))
    plain = text if _DECIMAL.fullmatch(text) else _digits(number)
    return Problem(
        rule="percent-sign",
        loc=loc,
        message="`{text}` has no % sign, but the KPI is in %",
        label="without a sign",
        hint="write `{plain}%` or `{share}%`, whichever is meant" if fraction else "write `{plain}%`",
        params={"text": text, "plain": plain, "share": _digits(number * 100) if fraction else ""},
    )


def _digits(number: float) -> str:
    """A number without a power of ten, which cannot stand before a % sign."""
    return f"{Decimal(f'{number:.10g}'):f}"


def unexpected(loc: Loc, text: str, unit: str | None) -> Problem:
    """A percentage in a KPI of another unit."""
    return Problem(
        rule="percent-sign",
        loc=loc,
        message="`{text}` is a percentage, but the unit of the KPI is `{unit}`"
        if unit
        else "`{text}` is a percentage, but the KPI has no unit",
        label="with a sign",
        hint='write `unit: "%"`, or the number without the sign',
        params={"text": text, "unit": unit or ""},
    )
