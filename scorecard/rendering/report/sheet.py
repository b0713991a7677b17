"""A part of a report that is a table with a line above it and remarks below: the same for page, paper and Markdown."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from scorecard.result import Status


class Marked(NamedTuple):
    """A text behind the shape of a status, which it says in words itself."""

    status: Status
    text: str


Cell: TypeAlias = str | Marked


class Sheet(NamedTuple):
    """What stands in the part; the columns ``numbers`` are set to the right, ``widths`` are those on paper in typst's
    words."""

    title: str
    lead: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: tuple[int, ...] = ()
    widths: str = ""
    remarks: tuple[str, ...] = ()
