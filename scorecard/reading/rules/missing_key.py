"""What an item cannot do without is there.

A goal names its perspective; a target that is a change says by how much.

Good:
    goals:
      growth: {perspective: financial}

Bad:
    goals:
      growth: {owner: Sales}
"""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.problem import Loc, Problem


def problem(loc: Loc, key: str, *, of: str, choices: Sequence[str] = ()) -> Problem:
    """The ``of`` at ``loc`` has no ``key``, which could be one of ``choices``."""
    return Problem(
        rule="missing-key",
        loc=loc,
        part="key",
        message="the {of} says no `{key}`",
        label="`{key}` is missing",
        hint="add `{key}:`, one of {choices}" if choices else "add `{key}:`",
        params={"of": of, "key": key, "choices": ", ".join(choices)},
    )
