"""What stands where on a strategy map: what is to be laid out, the room for it, and the places that come out.

Lengths are in the unit of the room: px of a picture, cells of a terminal. x grows to the right, y downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias


class Box(NamedTuple):
    """A rectangle by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The x of its vertical axis."""
        return self.x + self.width / 2


class Point(NamedTuple):
    """A place."""

    x: float
    y: float


class Node(NamedTuple):
    """A goal to be placed: ``band`` is the number of its perspective from the top, ``column`` that of its theme."""

    id: str
    band: int
    column: int = 0


class Arrow(NamedTuple):
    """A link to be led: hindrances have ends of their own, ``delay`` decides which link closes a loop."""

    cause: str
    effect: str
    hinders: bool = False
    delay: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """The room for a map: where cards may stand, how wide they are, and how near things may come to each other.

    ``left`` to ``right`` is the range of the cards, ``top`` the upper side of the first band; bands reach from
    ``band_left`` to ``edge`` beyond the right end of the cards. ``gap`` lies between cards, ``beside`` between a card
    and a line, ``apart`` between two lines. A gutter is at least ``gutter`` high; lanes in it are ``lane`` apart, with
    ``head`` free below the upper cards and ``foot`` above the lower ones. ``padding`` is the space between cards and
    the border of their band, ``band_gap`` that between bands. A card's corner keeps its ends of links ``corner`` away.
    ``snap``: cards of different rows nearer to each other than this are put into one line. ``columns`` is the
    number of columns, ``column_gap`` lies between them. ``whole``: everything stands on whole numbers.
    ``bundled_from``: from so many links on, those to one effect share a line. ``label`` is the height that a line with
    a delay needs for its words above the card that it leaves, ``beside_label`` how far other lines stay away from it.
    """

    left: float
    right: float
    top: float
    band_left: float
    edge: float
    card_min: float
    card_max: float
    gap: float
    beside: float = 10.0
    apart: float = 9.0
    padding: float = 16.0
    band_gap: float = 10.0
    gutter: float = 52.0
    lane: float = 8.0
    head: float = 20.0
    foot: float = 12.0
    corner: float = 10.0
    snap: float = 28.0
    columns: int = 1
    column_gap: float = 26.0
    whole: bool = False
    bundled_from: int = 26
    label: float = 0.0
    beside_label: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """A place in a row: a goal's card, or one through which a line passes (``goal`` is None)."""

    row: int
    column: int
    goal: str | None


Chain: TypeAlias = tuple[int, ...]

Line: TypeAlias = tuple[str, str, Literal["driven", "hindered", "alone"]]
"""What may lie on each other: effect, cause and kind. Links that share a line into their effect name no cause."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrangement:
    """The goals in rows, and the lines through them, before anything has a place.

    ``rows`` holds numbers of ``slots`` from left to right, the top row first; ``bands`` the row numbers of each
    perspective. ``steps`` are the pieces of lines as (lower slot, upper slot) in neighbouring rows, each once.
    ``chains`` gives for every link that climbs its slots from the cause up to the effect; ``aside`` are the links that
    run down or stay in a row.
    """

    slots: tuple[Slot, ...]
    rows: tuple[tuple[int, ...], ...]
    bands: tuple[range, ...]
    steps: tuple[tuple[int, int], ...]
    chains: Mapping[Arrow, Chain]
    aside: tuple[Arrow, ...]
    bundled: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """The way of a link from the edge of its cause to the edge of its effect.

    ``corner``: straight pieces with right angles; ``curve``: a piece between points of different x is a curve that
    leaves and arrives upright. Routes with one ``bundle`` may share pieces. ``label`` is where the delay is written.
    """

    arrow: Arrow
    points: tuple[Point, ...]
    shape: Literal["curve", "corner"]
    bundle: Line
    label: Box | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Geometry:
    """Where everything stands; ``columns`` are the frames of the themes, empty where there is only one column.

    ``right`` and ``bottom`` are the ends of the bands, nothing around them included. ``bundled``: links share lines.
    """

    cards: Mapping[str, Box]
    bands: tuple[Box, ...]
    columns: tuple[Box, ...]
    routes: tuple[Route, ...]
    right: float
    bottom: float
    bundled: bool
