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

from scorecard.problem import Loc, Problem
from scorecard.reading.quoting import in_quotes


def problem(loc: Loc, key: str | None, comment: str) -> Problem:
    """Nothing is written at ``loc``; ``comment`` is what follows on the line, if anything."""
    if comment:
        return Problem(
            rule="empty-value",
            loc=loc,
            part="key",
            message="`{key}` is empty: YAML takes `{comment}` for a comment",
            label="nothing behind it",
            hint="write `{key}: {quoted}`",
            params={"key": key or "", "comment": comment, "quoted": in_quotes(comment)},
        )
    if key is None:
        return Problem(
            rule="empty-value",
            loc=loc,
            message="an entry of this list is empty",
            label="nothing here",
            hint="write an id, or delete the line",
        )
    return Problem(
        rule="empty-value",
        loc=loc,
        part="key",
        message="`{key}` has no value",
        label="nothing behind it",
        hint="write a value, or leave the line out",
        params={"key": key},
    )
