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

from scorecard.problem import Loc, Problem
from scorecard.scalars import read_number


def missing(loc: Loc, text: str) -> Problem:
    """A bare number in a KPI that is in per cent."""
    fraction = text.lstrip("+-").startswith(("0.", "."))
    plain = text if text[-1].isdigit() else f"{read_number(text):.10g}"
    return Problem(
        rule="percent-sign",
        loc=loc,
        message="`{text}` has no % sign, but the KPI is in %",
        label="without a sign",
        hint="write `{plain}%` or `{share}%`, whichever is meant" if fraction else "write `{plain}%`",
        params={"text": text, "plain": plain, "share": f"{float(text) * 100:.10g}" if fraction else ""},
    )


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
