"""A KPI of the unit yes-no has the values `yes` and `no`, and no other KPI has.

Good:
    goals:
      growth: {perspective: financial, lagging: [agreed]}
    kpis:
      agreed: {unit: yes-no, target: yes, value: no}

Bad:
    goals:
      growth: {perspective: financial, lagging: [agreed]}
    kpis:
      agreed: {unit: yes-no, target: 1, value: no}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def wanted(loc: Loc, text: str) -> Problem:
    """Something else than yes or no in a yes-no KPI."""
    return Problem(
        rule="yes-no",
        loc=loc,
        message="`{text}` stands here, but the KPI answers yes or no",
        label="neither yes nor no",
        hint="write `yes` or `no`",
        params={"text": text},
    )


def unexpected(loc: Loc, text: str) -> Problem:
    """Yes or no in a KPI that has another unit."""
    return Problem(
        rule="yes-no",
        loc=loc,
        message="`{text}` is an answer, but the KPI wants a number",
        label="not a number",
        hint="write a number, or say `unit: yes-no`",
        params={"text": text},
    )
