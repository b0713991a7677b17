"""From the text of an SVG to the picture in it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from tests.rendering.board.paths import PathError
from tests.rendering.board.picture import (
    SVG,
    Box,
    Label,
    Link,
    Picture,
    Text,
    box_of,
    classes,
    link_of,
    number,
    text_box,
    walked,
)

_ELEMENTS = {f"{SVG}{name}" for name in ("svg", "title", "desc", "g", "a", "rect", "circle", "path", "text")}
_LOADING = re.compile(r"url\s*\(|@import|@media|\{[^}]*\b(display|transform|fill|d|x|y)\s*:", re.IGNORECASE)
"""What a style sheet may not do: fetch, hide, move or paint something. Naming fonts of the machine is fine."""
_SHAPES = {f"{SVG}{name}" for name in ("rect", "circle", "path")}


def read_picture(svg: str) -> Picture:
    """The picture in an SVG; what no converter would draw alike is among its ``faults``.

    Raises:
        ElementTree.ParseError: when the text is no XML.
    """
    root = ElementTree.fromstring(svg)
    reading = _Reading(root)
    for part, element in walked(root):
        reading.take(part, element)
    return reading.picture()


class _Reading:
    """A picture that is being read."""

    def __init__(self, root: ElementTree.Element) -> None:
        left, top, width, height = map(float, root.get("viewBox", "0 0 0 0").split())
        self.page = Box(left, top, left + width, top + height)
        self.bands: dict[str, Box] = {}
        self.panels: dict[str, Box] = {}
        self.cards: dict[str, Box] = {}
        self.links: list[Link] = []
        self.labels: list[Label] = []
        self.texts: list[Text] = []
        self.pills: list[Box] = []
        self.shapes: list[tuple[str, Box]] = []
        self.ids: list[str] = [root.get("id", "")]
        self.faults: list[str] = []
        if (number(root, "width"), number(root, "height")) != (width, height):
            self.faults.append("width and height of the picture are not those of its view box")

    def take(self, part: str, element: ElementTree.Element) -> None:
        """Take in one element."""
        self.ids.append(element.get("id", ""))
        if element.tag == f"{SVG}style" and not _LOADING.search(element.text or ""):
            return
        if element.tag not in _ELEMENTS:
            self.faults.append(f"{part}: element {element.tag.removeprefix(SVG)}")
        if "transform" in element.attrib or "style" in element.attrib:
            self.faults.append(f"{part}: {element.tag.removeprefix(SVG)} with a transform or a style")
        try:
            self._take(part, element)
        except (PathError, KeyError, ValueError) as error:
            self.faults.append(f"{part}: {type(error).__name__} {error}")

    def _take(self, part: str, element: ElementTree.Element) -> None:
        if element.tag in _SHAPES:
            self._shape(part, element, box_of(element))
        elif element.tag == f"{SVG}text":
            self.texts.append(Text(content=element.text or "", box=text_box(element), part=part))
        elif "link" in classes(element) and element.get("id", "").startswith("edge--"):
            self.links.append(link_of(element))

    def _shape(self, part: str, element: ElementTree.Element, box: Box) -> None:
        kind, _, name = part.partition("--")
        self.shapes.append((part, box))
        if element.tag == f"{SVG}rect" and kind == "band":
            self.bands.setdefault(name, box)
        elif kind == "band" and any(word.endswith("-panel") for word in classes(element)):
            self.panels[name] = box
        elif kind == "goal" and "card" in classes(element):
            self.cards.setdefault(name, box)
        elif kind == "label" and element.tag == f"{SVG}rect":
            cause, _, effect = name.partition("--")
            self.labels.append(Label(cause=cause, effect=effect, box=box))
        elif element.tag == f"{SVG}rect" and kind not in ("goal", "legend", "page") and number(element, "rx"):
            self.pills.append(box)

    def picture(self) -> Picture:
        """What was read."""
        return Picture(
            page=self.page,
            bands=self.bands,
            panels=self.panels,
            cards=self.cards,
            links=tuple(self.links),
            labels=tuple(self.labels),
            texts=tuple(self.texts),
            pills=tuple(self.pills),
            shapes=tuple(self.shapes),
            ids=tuple(found for found in self.ids if found),
            faults=tuple(self.faults),
        )
