"""What stands in a board picture, read back from the text of its SVG and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree import ElementTree

import numpy
import numpy.typing

from scorecard.rendering.letters import Weight, width_of
from tests.rendering.board.paths import Piece, Point, Points, pieces, sampled

SVG = "{http://www.w3.org/2000/svg}"
_STEP = 2.0
_ASCENT, _DESCENT = 0.74, 0.2
"""How far the letters of Inter reach above and below their baseline, as shares of the font size."""
_WEIGHTS: dict[str, Weight] = {"400": 400, "500": 500, "600": 600, "700": 700}


class Box(NamedTuple):
    """A rectangle by its sides."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Box:
        """The box with so much more on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, other: Box, across: float = 0.0, down: float = 0.0) -> bool:
        """Whether another box lies inside, with so much to spare at the sides and at top and bottom."""
        return (
            self.left + across <= other.left
            and other.right <= self.right - across
            and self.top + down <= other.top
            and other.bottom <= self.bottom - down
        )

    def meets(self, other: Box) -> bool:
        """Whether the boxes overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def distance(self, point: Point) -> float:
        """How far outside a point lies; inside it is the negative distance to the nearest side."""
        x, y = point
        outside = max(self.left - x, 0.0, x - self.right), max(self.top - y, 0.0, y - self.bottom)
        if any(outside):
            return float((outside[0] ** 2 + outside[1] ** 2) ** 0.5)
        return -min(x - self.left, self.right - x, y - self.top, self.bottom - y)

    def around(self, points: Points) -> numpy.typing.NDArray[numpy.bool_]:
        """Which of the points lie inside."""
        x, y = points[:, 0], points[:, 1]
        return (x > self.left) & (x < self.right) & (y > self.top) & (y < self.bottom)


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A line of text, and the box that its letters take by the width table; ``part`` is where it belongs."""

    content: str
    box: Box
    part: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link: the pieces and points of its line, the corners of its head, tip first."""

    cause: str
    effect: str
    hinders: bool
    line: tuple[Piece, ...]
    points: Points
    head: tuple[Point, ...]
    thick: float

    @property
    def name(self) -> str:
        """Which link it is, in words."""
        return f"link {self.cause} → {self.effect}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """The delay of a link, written on it."""

    cause: str
    effect: str
    box: Box


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """Everything that a check looks at; ``shapes`` are the boxes of all that is drawn, with what they are."""

    page: Box
    bands: dict[str, Box]
    panels: dict[str, Box]
    cards: dict[str, Box]
    links: tuple[Link, ...]
    labels: tuple[Label, ...]
    texts: tuple[Text, ...]
    pills: tuple[Box, ...]
    shapes: tuple[tuple[str, Box], ...]
    ids: tuple[str, ...]
    faults: tuple[str, ...]


def classes(element: ElementTree.Element) -> list[str]:
    """The classes of an element."""
    return element.get("class", "").split()


def number(element: ElementTree.Element, name: str, default: float = 0.0) -> float:
    """An attribute as a number."""
    return float(element.get(name, default))


def box_of(element: ElementTree.Element) -> Box:
    """The box around a rectangle, a circle or a path."""
    if element.tag == f"{SVG}rect":
        x, y = number(element, "x"), number(element, "y")
        return Box(x, y, x + number(element, "width"), y + number(element, "height"))
    if element.tag == f"{SVG}circle":
        x, y, radius = number(element, "cx"), number(element, "cy"), number(element, "r")
        return Box(x - radius, y - radius, x + radius, y + radius)
    return box_around(sampled(pieces(element.get("d", "")), _STEP))


def box_around(points: Points | Sequence[Point]) -> Box:
    """The box around some points."""
    found = numpy.asarray(points)
    return Box(*found.min(axis=0).tolist(), *found.max(axis=0).tolist())


def text_box(element: ElementTree.Element) -> Box:
    """The box that a line of text takes."""
    size, content = number(element, "font-size"), element.text or ""
    width = width_of(content, size, _WEIGHTS[element.get("font-weight", "400")])
    width += number(element, "letter-spacing") * len(content)
    x, y = number(element, "x"), number(element, "y")
    x -= {"start": 0.0, "middle": width / 2, "end": width}[element.get("text-anchor", "start")]
    return Box(x, y - _ASCENT * size, x + width, y + _DESCENT * size)


def walked(element: ElementTree.Element, part: str = "page") -> Iterator[tuple[str, ElementTree.Element]]:
    """Every element below one, each with the part of the picture that it belongs to."""
    for child in element:
        inner = _part(child, part)
        yield inner, child
        yield from walked(child, inner)


def _part(element: ElementTree.Element, part: str) -> str:
    if element.tag != f"{SVG}g":
        return part
    name, words = element.get("id", ""), classes(element)
    if name.startswith(("goal--", "band--", "edge--")):
        return name
    if "delay-label" in words:
        return f"label--{element.get('data-from')}--{element.get('data-to')}"
    return words[0] if part == "page" and words else part


def link_of(group: ElementTree.Element) -> Link:
    """A link from its group.

    Raises:
        KeyError: when its line or head is missing.
    """
    paths = {name: path for path in group.iter(f"{SVG}path") for name in classes(path)}
    line = pieces(paths["line"].get("d", ""))
    head = pieces(paths["head"].get("d", ""))
    return Link(
        cause=group.get("data-from", ""),
        effect=group.get("data-to", ""),
        hinders="hindered-by" in classes(group),
        line=tuple(line),
        points=sampled(line, _STEP),
        head=tuple(piece[0] for piece in head),
        thick=number(paths["line"], "stroke-width", 1.0),
    )
