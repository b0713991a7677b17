"""A file of a source has at least its headings.

An empty file is mostly a download that broke off. A file with headings and no rows is fine: nothing happened.

Good:
    date,reach
    2026-01-31,1200

Bad:
    # a file of 0 bytes
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def nothing(loc: Loc, path: str) -> Problem:
    """There is nothing in the file."""
    return _problem(loc, path, "the file `{path}` is empty", "download it again, or take it out of the map", above=0)


def no_headings(loc: Loc, path: str, *, above: int) -> Problem:
    """There is nothing below the lines that are skipped."""
    if not above:
        return _problem(loc, path, "there are no headings in `{path}`", "its first line names the columns", above=0)
    message = "nothing is left of `{path}` below the {above} lines that `skip` leaves out"
    return _problem(loc, path, message, "`skip` counts the lines above the headings", above=above)


def _problem(loc: Loc, path: str, message: str, hint: str, *, above: int) -> Problem:
    params = {"path": path, "above": above}
    return Problem(rule="file-empty", loc=loc, message=message, label="no headings", hint=hint, params=params)
