"""A key stands once.

Of two keys of the same name most programs silently keep one. Here both are shown.

Good:
    goals:
      growth: {perspective: financial}

Bad:
    name: Coffee
    name: Tea
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(key: str, first: Position, again: Position, *, section: bool) -> Problem:
    """``key`` stands at ``first`` and ``again``; a ``section`` when that is at the top level of the map."""
    return Problem(
        rule="doubled-key",
        position=again,
        message="the key `{key}` stands here for the second time",
        label="already on line {line}",
        hint="keep one `{key}:` and put everything under it"
        if section
        else "keep one of the two, or give one of them another name",
        params={"key": key, "line": first.line},
    )
