"""A scenario begins with its name, `scenario:`.

It is a file of its own beside the map, and says what would be otherwise and what is expected to come of it.

Good:
    scenario: Train the ground crew
    set: {crew-trained: target}

Bad:
    set: {crew-trained: target}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem

_SMALLEST = "scenario: A name, and below it set: {{id-of-a-kpi: +10%}}"
_TOP = Position(line=1, column=1)


def empty() -> Problem:
    """There is nothing in the file, or comments only."""
    return _problem("the file is empty", f"a scenario has two lines at least: {_SMALLEST}")


def no_mapping(found: str) -> Problem:
    """The top level is a list or a text."""
    return _problem("the file is a {found}, not a scenario", "a scenario begins with `scenario:` and its name", found)


def a_map() -> Problem:
    """The file holds goals, so it is a map."""
    return _problem("this is a strategy map, not a scenario", "name the map with --map, and scenarios with --scenario")


def unnamed() -> Problem:
    """The key ``scenario`` is missing."""
    return _problem("the file has no `scenario`, so it is none", "begin it with `scenario:` and a name")


def outside(path: str) -> Problem:
    """The file is a link to one elsewhere."""
    return Problem(
        rule="not-a-scenario",
        path=path,
        message="{path} is a link that leads out of the folder of the map, so it is not read",
        hint="put the file itself there",
        params={"path": path},
    )


def _problem(message: str, hint: str, found: str = "") -> Problem:
    return Problem(rule="not-a-scenario", position=_TOP, message=message, hint=hint, params={"found": found})
