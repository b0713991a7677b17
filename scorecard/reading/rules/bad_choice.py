"""Some keys have a few possible values only.

Good:
    period: month
    goals:
      growth: {perspective: financial}

Bad:
    period: monthly
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.problem import Loc, Problem


def problem(loc: Loc, key: str, text: str, choices: Sequence[str]) -> Problem:
    """``text`` is none of the ``choices``."""
    from difflib import get_close_matches

    near = get_close_matches(text.lower(), choices, n=1, cutoff=0.5)
    return Problem(
        rule="bad-choice",
        loc=loc,
        message="`{key}` cannot be `{text}`",
        label="not one of the choices",
        hint="did you mean `{near}`? it can be {choices}" if near else "it can be {choices}",
        params={"key": key, "text": text, "near": near[0] if near else "", "choices": ", ".join(choices)},
    )
