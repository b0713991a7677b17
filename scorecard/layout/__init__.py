"""The geometry of a strategy map: rows, order, places and lines, from sizes and links alone.

``arrange`` deals the goals out to rows, ``built_in`` or an engine says who stands left of whom, ``across`` gives every
slot its x and ``place`` everything its place. The layout knows no text, no colour and no unit: the board picture and
the map in the terminal both use it.
"""

from __future__ import annotations

from scorecard.layout.across import Across, across, needed
from scorecard.layout.arrange import arrange
from scorecard.layout.order import better, built_in, crossings, from_positions
from scorecard.layout.place import place
from scorecard.layout.request import dot_request

__all__ = [
    "Across",
    "across",
    "arrange",
    "better",
    "built_in",
    "crossings",
    "dot_request",
    "from_positions",
    "needed",
    "place",
]
