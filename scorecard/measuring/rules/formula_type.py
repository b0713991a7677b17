"""The parts of an expression fit together: numbers with numbers, dates with dates, text with text.

A column is one of number, date, text or yes/no in all expressions of its source. A formula gives a number, a `where`
gives yes or no.

Good:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      attention: {perspective: customer, lagging: [videos]}
    kpis:
      videos: {source: posts, formula: "count(*) filter (where format = 'video')", direction: none}

Bad:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      attention: {perspective: customer, lagging: [videos]}
    kpis:
      videos: {source: posts, formula: "sum(format = 'video')", direction: none}
"""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.problem import Loc, Problem


def problem(loc: Loc, message: str, hint: str, params: Mapping[str, str]) -> Problem:
    """``message`` and ``hint`` are templates that say which kinds meet in the expression at ``loc``."""
    return Problem(
        rule="formula-type",
        loc=loc,
        message=message,
        label="of another kind",
        hint=hint,
        params=params,
    )
