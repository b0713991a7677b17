"""A heading that formulas name stands once in a file.

Some exports have two columns of the same name that count different things. The first of them is taken, which may not
be the one that is meant.

Good:
    Date,Views,Reach

Bad:
    Date,Views,Reach,Views
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def problem(loc: Loc, path: str, heading: str) -> Problem:
    """A wanted column whose ``heading`` stands more than once in the file."""
    return Problem(
        rule="heading-twice",
        severity="warning",
        loc=loc,
        message="`{path}` has more than one column `{heading}`; the first of them is taken",
        label="twice in that file",
        hint="rename one of them in the file, or export it without the other",
        params={"path": path, "heading": heading},
    )
