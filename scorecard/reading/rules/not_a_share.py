"""A share of a whole lies between 0 % and 100 %.

Thresholds, coverage and completion are shares. A factor of 100 is the commonest mistake in scorecards, so the sign is
wanted for whole numbers.

Good:
    thresholds: {at_risk: 40%, on_track: 75%}
    goals:
      growth: {perspective: financial}

Bad:
    thresholds: {at_risk: 40, on_track: 75}
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

import re

from scorecard.problem import Loc, Problem


def problem(loc: Loc, text: str) -> Problem:
    """``text`` is a number outside 0 to 1."""
    plain = re.fullmatch(r"\d{1,2}|100", text)
    return Problem(
        rule="not-a-share",
        loc=loc,
        message="`{text}` is not a share between 0 % and 100 %",
        label="not a share",
        hint="did you mean `{text}%`?" if plain else "write a percentage from `0%` to `100%`",
        params={"text": text},
    )
