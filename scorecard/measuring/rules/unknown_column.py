"""An expression names columns that its source has.

Capital letters and blanks at the ends do not matter; a name with a blank in it stands in double quotes. Text stands
in single quotes.

Good:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      attention: {perspective: customer, lagging: [clicks]}
    kpis:
      clicks: {source: posts, formula: "sum(clicks)", direction: none}

Bad:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      attention: {perspective: customer, lagging: [clicks]}
    kpis:
      clicks: {source: posts, formula: "sum(clikcs)", direction: none}
"""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.problem import Loc, Problem


def problem(loc: Loc, message: str, hint: str, params: Mapping[str, str]) -> Problem:
    """``message`` and ``hint`` are templates that name the unknown ``column`` of the expression at ``loc``."""
    return Problem(
        rule="unknown-column",
        loc=loc,
        message=message,
        label="no such column",
        hint=hint,
        params=params,
    )
