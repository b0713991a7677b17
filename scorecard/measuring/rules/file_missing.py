"""Every file that a source names is there.

A figure that is worked out from some of its files only would be too small without saying so.

Good:
    files: [data/posts-january.csv, data/posts-february.csv]

Bad:
    files: [data/posts-january.csv, data/post-february.csv]
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def problem(loc: Loc, file: str, *, pattern: bool, near: str = "") -> Problem:
    """There is no such file, or no file that a pattern finds; ``near`` is one with a similar name."""
    hint = "did you mean `{near}`?" if near else "paths start at the folder of the map; put the file there"
    return Problem(
        rule="file-missing",
        loc=loc,
        message="no file matches `{file}`" if pattern else "there is no file `{file}`",
        label="nothing found" if pattern else "not there",
        hint=hint,
        params={"file": file, "near": near},
    )
