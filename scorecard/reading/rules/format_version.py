"""`format: 1` is the format this version reads.

A file of a later format may mean something else by the same words, so it is not read at all.

Good:
    format: 1
    goals:
      growth: {perspective: financial}

Bad:
    format: 2
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Problem


def problem(written: str) -> Problem:
    """The file says ``format: written``."""
    return Problem(
        rule="format-version",
        loc=("format",),
        message="the file has format {written}; this version of scorecard reads format 1",
        label="another format",
        hint="install the version of scorecard that reads format {written}, or write `format: 1`"
        if written.isdigit() and int(written[:9]) > 1
        else "write `format: 1`",
        params={"written": written},
    )
