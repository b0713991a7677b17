"""The files of a source lie inside the folder of the map.

A map could otherwise show any file of the machine to whoever opens it, and it would not work on another machine.

Good:
    files: data/posts.csv

Bad:
    files: /home/anna/posts.csv
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def named(loc: Loc, file: str) -> Problem:
    """The path itself leads out of the folder, or is none."""
    message = "`{file}` does not lie inside the folder of the map, so it is not read"
    hint = "put the file into the folder of the map and write its path from there, as `data/posts.csv`"
    if "\0" in file:
        message, hint = "`{file}` holds a character that no file name has", "write the name anew"
    return _problem(loc, message, hint, file=file.replace("\0", "␀"))


def linked(loc: Loc, path: str) -> Problem:
    """The file, or a folder above it, is a link to another place."""
    message = "`{file}` is a link that leads out of the folder of the map, so it is not read"
    return _problem(loc, message, "put the file itself there", file=path)


def _problem(loc: Loc, message: str, hint: str, **params: object) -> Problem:
    return Problem(rule="file-outside", loc=loc, message=message, label="outside", hint=hint, params=params)
