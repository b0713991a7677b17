"""A map is one plain YAML document.

Merge keys (`<<`), keys that are lists, and several documents in one file are refused: whoever reads the map should
not have to run it in their head.

Good:
    goals:
      growth: {perspective: financial}

Bad:
    goals:
      growth: {perspective: financial}
    ---
    goals:
      other: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Loc, Position, Problem


def several_documents(position: Position, line: str = "---") -> Problem:
    """A second document begins, parted from the first by ``line``."""
    return Problem(
        rule="yaml-feature",
        position=position,
        message="a second document begins here; one file is one strategy map",
        label="the second document",
        hint="delete the line `{line}`"
        + (" above" if line != "---" else "")
        + ", or move what follows to a file of its own",
        params={"line": line},
    )


def odd_key(position: Position, alias: bool) -> Problem:
    """A key that is a list, a block or an alias."""
    return Problem(
        rule="yaml-feature",
        position=position,
        message="a key must be plain text, not {what}",
        label="used as a key",
        hint="put quotes around it if it is meant as text; an id has small letters, digits and hyphens",
        params={"what": "an alias" if alias else "a list or a block in brackets"},
    )


def merge_key(loc: Loc) -> Problem:
    """The key ``<<``."""
    return Problem(
        rule="yaml-feature",
        loc=loc,
        part="key",
        message="merge keys (`<<`) are not used in a strategy map",
        label="a merge key",
        hint="write out here the keys that `<<` would copy",
    )
