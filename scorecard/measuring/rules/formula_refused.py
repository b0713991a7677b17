"""An expression consists of columns, constants, operators and listed functions.

A map is opened by people who did not write it, so nothing that it says may read a file, look at a clock, draw a
random number or never end. What is not listed is refused by name before anything runs. A formula speaks of all rows
of a period: columns stand inside of `sum(…)`, `avg(…)` and the like.

Good:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      attention: {perspective: customer, lagging: [engagement]}
    kpis:
      engagement: {source: posts, formula: "sum(likes) / sum(reach)", direction: none}

Bad:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      attention: {perspective: customer, lagging: [engagement]}
    kpis:
      engagement: {source: posts, formula: "sum(likes) / random()", direction: none}
"""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.problem import Loc, Problem


def problem(loc: Loc, message: str, hint: str, params: Mapping[str, str]) -> Problem:
    """``message`` and ``hint`` are templates that name the offending ``part`` of the expression at ``loc``."""
    return Problem(
        rule="formula-refused",
        loc=loc,
        message=message,
        label="not allowed in an expression",
        hint=hint,
        params=params,
    )
