"""A key that is written has a value.

A key with nothing behind it is a slip more often than it means "none", so leave the key out. `name: # of leads` has
no value either: the text begins with `#` and is a comment.

Good:
    name: "# of leads"
    goals:
      growth: {perspective: financial}

Bad:
    name: # of leads
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.naming import name_from
from scorecard.problem import Loc, Position, Problem
from scorecard.reading.quoting import in_quotes


def problem(loc: Loc, key: str, comment: str = "", *, quoted: bool = False, block: bool = False) -> Problem:
    """``key`` at ``loc`` has no value: a ``comment`` follows, or ``quoted`` there are quotes with nothing in them.

    A ``block`` of keys is wanted, otherwise a value.
    """
    if comment:
        return Problem(
            rule="empty-value",
            loc=loc,
            part="key",
            message="`{key}` is empty: YAML takes `{comment}` for a comment",
            label="nothing behind it",
            hint="write `{key}: {quoted}`",
            params={"key": key, "comment": comment, "quoted": in_quotes(comment)},
        )
    return Problem(
        rule="empty-value",
        loc=loc,
        part="key",
        message="`{key}` has nothing below it" if block else "`{key}` has no value",
        label="nothing between the quotes" if quoted else "nothing behind it",
        hint="write its keys below it, two blanks further in, or leave it out"
        if block
        else "write a value, or leave the key out",
        params={"key": key},
    )


def unnamed(loc: Loc, key: str) -> Problem:
    """The perspective or theme ``key`` has neither a name nor keys."""
    return Problem(
        rule="empty-value",
        loc=loc,
        part="key",
        message="`{key}` has no name behind its colon",
        label="nothing behind it",
        hint="write a name behind it: `{key}: {name}`",
        params={"key": key, "name": name_from(key)},
    )


def weight(loc: Loc, key: str) -> Problem:
    """The entry ``key`` has a colon, and no weight behind it."""
    return Problem(
        rule="empty-value",
        loc=loc,
        part="key",
        message="`{key}` has no weight behind its colon",
        label="nothing behind it",
        hint="write `{key}: 1`, which is the usual weight",
        params={"key": key},
    )


def entry(loc: Loc = (), position: Position | None = None) -> Problem:
    """An entry of a list is empty."""
    return Problem(
        rule="empty-value",
        loc=loc,
        position=position,
        message="an entry of this list is empty",
        label="nothing here",
        hint="write an id, or delete the entry" if position is None else "delete one comma",
    )
