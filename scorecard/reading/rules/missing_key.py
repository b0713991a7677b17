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

from scorecard.problem import Loc, Position, Problem


def problem(loc: Loc, key: str, *, of: str, choices: Sequence[str] = ()) -> Problem:
    """The ``of`` (goal, KPI ...) at ``loc`` has no ``key``, which could be one of ``choices``."""
    return Problem(
        rule="missing-key",
        loc=loc,
        part="key",
        message="the {of} names no `{key}`",
        label="`{key}` is missing",
        hint="add `{key}: {first}`" + (" (or {others})" if choices[1:] else "") if choices else "add `{key}:`",
        params={"of": of, "key": key, "first": "".join(choices[:1]), "others": ", ".join(choices[1:])},
    )


def empty_target(loc: Loc) -> Problem:
    """A target that is a block says neither a change nor a KPI."""
    return Problem(
        rule="missing-key",
        loc=loc,
        part="key",
        message="the target says neither `change` nor `kpi`",
        label="by how much, or like which KPI?",
        hint="write `target: {{change: +12%}}`, `target: {{kpi: id-of-another-kpi}}` or a number",
        params={"key": "change"},
    )


def before_colon(loc: Loc = (), position: Position | None = None) -> Problem:
    """A colon has nothing in front of it."""
    return Problem(
        rule="missing-key",
        loc=loc,
        part="key",
        position=position,
        message="a colon stands here with no key in front of it",
        label="no key",
        hint="write a key in front of the colon, or delete it with what stands behind it",
    )
