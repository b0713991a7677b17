"""A change is written with its sign, and a target says which it is: a number or a change.

`{change: +12%}` is 12 % more than the baseline, `{change: +500}` is 500 more. For a KPI in %, `{change: +0.5pp}` is
half a percentage point more, and a bare `+12` is refused. A bare `target: +12%` could be either, so it is refused.

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

import re

from scorecard.problem import Loc, Problem

_BARE = re.compile(r"\d+(\.\d+)?(%|pp|[kM])?")


def problem(loc: Loc, text: str) -> Problem:
    """``text`` is no change, or a target that looks like one."""
    bare = _BARE.fullmatch(text) is not None
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
        message="`{text}` has no sign, so it is not a change" if bare else "`{text}` is not a change",
        label="more or less?" if bare else "not a change",
        hint="write `+{text}` or `-{text}`, whichever is meant" if bare else "write it like `+12%`, `-500` or `+0.5pp`",
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


def without_percent(loc: Loc, text: str) -> Problem:
    """A bare change of a KPI that is in per cent."""
    return Problem(
        rule="bad-change",
        loc=loc,
        message="`{text}` has neither % nor pp, but the KPI is in %",
        label="of the baseline, or in points?",
        hint="write `{text}pp` for {points} percentage points, `{text}%` for {points} % of the baseline",
        params={"text": text, "points": text.lstrip("+-")},
    )
