"""A change is written with its sign, and a target says which it is: a number or a change.

`{change: +12%}` is 12 % more than the baseline, `{change: +500}` is 500 more, `{change: +0.5pp}` half a percentage
point more (of a KPI in %). A bare `target: +12%` could be either, so it is refused.

Good:
    goals:
      growth: {perspective: financial, lagging: [deals]}
    kpis:
      deals: {baseline: 100, target: {change: +12%}}

Bad:
    goals:
      growth: {perspective: financial, lagging: [deals]}
    kpis:
      deals: {baseline: 100, target: +12%}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def problem(loc: Loc, text: str) -> Problem:
    """``text`` is no change, or a target that looks like one."""
    if text.startswith("+") and loc and loc[-1] == "target":
        return Problem(
            rule="bad-change",
            loc=loc,
            message="`{text}` could be a target or a change",
            label="with a plus sign",
            hint="write `target: {{change: {text}}}` for a change, `target: {plain}` for the number itself",
            params={"text": text, "plain": text.lstrip("+")},
        )
    return Problem(
        rule="bad-change",
        loc=loc,
        message="`{text}` is not a change",
        label="not a change",
        hint="write it with its sign: `+12%`, `-500`, `+0.5pp`",
        params={"text": text},
    )


def points_without_percent(loc: Loc, text: str) -> Problem:
    """A change in percentage points of a KPI that is not in per cent."""
    return Problem(
        rule="bad-change",
        loc=loc,
        message="`{text}` is in percentage points, but the KPI is not in %",
        label="percentage points",
        hint='write `unit: "%"` if it is in %, else the change without `pp`',
        params={"text": text},
    )
