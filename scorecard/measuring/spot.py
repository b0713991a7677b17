"""A place in a data file."""

from __future__ import annotations

from typing import NamedTuple

from scorecard.problem import Position


class Spot(NamedTuple):
    """Where a cell stands: its file as shown, its place there and the heading of its column, if it has one."""

    path: str
    position: Position | None
    column: str = ""
