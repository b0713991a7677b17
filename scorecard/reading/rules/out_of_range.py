"""Weights, ranks and delays stay within their limits.

A weight lies between 0.001 and 1000, importance and urgency between 1 and 5, a delay between 0 and 1000 periods.

Good:
    goals:
      growth: {perspective: financial, importance: 5}

Bad:
    goals:
      growth: {perspective: financial, importance: 9}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem

_NOT_COUNTED = "; leave out what should not count"


def problem(loc: Loc, key: str, text: str, limits: tuple[str, str]) -> Problem:
    """``text`` is a number outside ``limits``."""
    low, high = limits
    return Problem(
        rule="out-of-range",
        loc=loc,
        message="`{key}` is {text}; it goes from {low} to {high}"
        if high
        else "`{key}` is {text}; it is at least {low}",
        label="outside",
        hint="write a number from {low} to {high}" + (_NOT_COUNTED if key == "weight" else "")
        if high
        else "write {low} or more",
        params={"key": key, "text": text, "low": low, "high": high},
    )
