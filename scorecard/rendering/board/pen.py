"""Elements of SVG as text: only shapes, paths and text, colours as attributes, a class for the role of each.

A page may recolour a picture through the classes; converters, which know no classes, find the colours beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from scorecard.geometry import Point
from scorecard.rendering.letters import Weight
from scorecard.rendering.palette import Palette, roles
from scorecard.rendering.spans import printable


def num(value: float) -> str:
    """A coordinate to a tenth of a px: ``12``, ``12.5``."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def safe(text: str) -> str:
    """Text for the inside of an element or an attribute."""
    return escape(printable(text))


def group(parts: Iterable[str], **attributes: str) -> str:
    """Elements that belong together; ``class_`` and ``data_goal`` are written class and data-goal."""
    return f"<g{_attributes(attributes)}>{''.join(parts)}</g>"


def titled(text: str) -> str:
    """What is read out and shown on pointing at the group that begins with it."""
    return f"<title>{safe(text)}</title>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"' for name, value in values.items())


class Pen:
    """Draws with the colours of one palette, which it knows by their roles."""

    def __init__(self, palette: Palette) -> None:
        self._colour = roles(palette)

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0, **more: str
    ) -> str:
        """A filled rectangle; ``stroke`` is a role, ``kind`` one more class."""
        round_ = f' rx="{num(radius)}"' if radius else ""
        place = f'x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}"{round_}'
        return f"<rect {place}{self._paint(fill, more)}/>"

    def path(self, way: str, fill: str = "", **more: str) -> str:
        """A path, filled, stroked or both."""
        return f'<path d="{way}"{self._paint(fill, more)}/>'

    def circle(self, x: float, y: float, radius: float, fill: str = "", **more: str) -> str:
        """A circle, filled, stroked or both."""
        return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}"{self._paint(fill, more)}/>'

    def text(
        self, x: float, y: float, content: str, size: float, fill: str = "ink", weight: Weight = 400, **more: str
    ) -> str:
        """One line of text on its baseline; ``text_anchor`` as in SVG."""
        heavy = f' font-weight="{weight}"' if weight != 400 else ""
        place = f'x="{num(x)}" y="{num(y)}" font-size="{num(size)}"{heavy}'
        return f"<text {place}{self._paint(fill, more)}>{safe(content)}</text>"

    def right(self, x: float, y: float, content: str, size: float, fill: str = "ink", weight: Weight = 400) -> str:
        """One line of text that ends at x."""
        return self.text(x, y, content, size, fill, weight, text_anchor="end")

    def _paint(self, fill: str, more: dict[str, str]) -> str:
        classes = [more.pop("kind")] if "kind" in more else []
        paint = ""
        if fill:
            classes.append(f"f-{fill}")
            paint = f' fill="{self._colour[fill]}"'
        elif "stroke" in more:
            paint = ' fill="none"'
        if "stroke" in more:
            role = more.pop("stroke")
            classes.append(f"s-{role}")
            paint += f' stroke="{self._colour[role]}"'
        named = f' class="{" ".join(classes)}"' if classes else ""
        return f"{named}{paint}{_attributes(more)}"


def polygon(*points: tuple[float, float]) -> str:
    """The way round a polygon."""
    corners = " L".join(f"{num(x)},{num(y)}" for x, y in points)
    return f"M{corners} Z"


def comma(point: Point) -> str:
    """A point of a path."""
    return f"{num(point.x)},{num(point.y)}"
