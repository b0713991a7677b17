"""A file of figures is a file inside the folder of the map.

What lies elsewhere, behind a link for instance, is not read: a map could otherwise show any file of the machine to
whoever opens it. A file of more than 50 MB or two million lines holds no figures that people record; raw rows belong
under `sources`.

Good:
    data/actuals.csv
    data/actuals-anna.csv

Bad:
    data/actuals.csv -> /home/anna/actuals.csv
"""

from __future__ import annotations

from scorecard.problem import Problem

_RAW = "are these raw rows? a source reads them: put the file under `sources` of the map"


def outside(path: str) -> Problem:
    """The file, or its folder, is a link to another place than the folder of the map."""
    message = "{path} is a link that leads out of the folder of the map, so it is not read"
    return _problem(path, message, "put the file itself there")


def no_file(path: str) -> Problem:
    """A folder or a device has the name of a file of figures."""
    return _problem(path, "{path} is not a file", "give it another name, or put a file in its place")


def unreadable(path: str, reason: str) -> Problem:
    """The system does not let us read the file."""
    return _problem(path, "{path} cannot be read: {reason}", "", reason=reason)


def too_large(path: str, most: int) -> Problem:
    """The file has more than the ``most`` bytes that are allowed."""
    return _problem(path, "{path} has more than {most} MB; no file of figures has", _RAW, most=round(most / 1e6))


def too_long(path: str, most: int) -> Problem:
    """The file has more than the ``most`` lines that are allowed."""
    return _problem(path, "{path} has more than {most} lines; no file of figures has", _RAW, most=f"{most:,}")


def no_table(path: str, reason: str) -> Problem:
    """The workbook cannot be opened, or has no sheet."""
    return _problem(path, "{path} is not a workbook that can be read: {reason}", "save it as CSV", reason=reason)


def _problem(path: str, message: str, hint: str, **params: object) -> Problem:
    return Problem(rule="figure-file", path=path, message=message, hint=hint, params={"path": path, **params})
