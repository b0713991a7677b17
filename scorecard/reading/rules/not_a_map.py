"""A strategy map has goals.

A file is a map when it has the key `goals` at its top level.

Good:
    goals:
      growth: {perspective: financial}

Bad:
    - growth
    - quality
"""

from __future__ import annotations

from scorecard.problem import Position, Problem

_SMALLEST = "goals: {grow-profit: {perspective: financial}}"


def empty() -> Problem:
    """There is nothing in the file, or comments only."""
    return Problem(
        rule="not-a-map",
        position=Position(line=1, column=1),
        message="the file is empty",
        hint="the smallest map is `{smallest}`; `scorecard init` writes a whole one",
        params={"smallest": _SMALLEST},
    )


def no_mapping(found: str) -> Problem:
    """The top level is a list or a text."""
    return Problem(
        rule="not-a-map",
        position=Position(line=1, column=1),
        message="the file is a {found}, not a strategy map",
        hint="a map begins with keys such as `name:` and `goals:`",
        params={"found": found},
    )


def no_goals(scenario: bool) -> Problem:
    """The key ``goals`` is missing."""
    return Problem(
        rule="not-a-map",
        position=Position(line=1, column=1),
        message="this is a scenario, not a strategy map"
        if scenario
        else "the file has no `goals`, so it is no strategy map",
        hint="a scenario belongs to a map; name the file of the map itself"
        if scenario
        else "the smallest map is `{smallest}`",
        params={"smallest": _SMALLEST},
    )


def misnamed(position: Position, key: str) -> Problem:
    """The goals stand under another word, ``key``."""
    return Problem(
        rule="not-a-map",
        position=position,
        message="the file has no `goals`, so it is no strategy map; it has `{key}`",
        label="the word is `goals`",
        hint="write `goals:` instead of `{key}:`",
        params={"key": key},
    )
