"""Elements of HTML and SVG: whatever is no element is text, and text can only ever be text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

from scorecard.rendering.spans import printable


class Html(str):
    """Text that is markup already; only `el` and `joined` make it."""

    __slots__ = ()


Child: TypeAlias = "str | Html | None"
"""What stands in an element; None is nothing."""
Value: TypeAlias = "str | int | float | bool | None"
"""The value of an attribute: True is one without a value; None and False are no attribute."""

_VOID = frozenset(("br", "hr", "meta", "wbr"))
_ALONE = frozenset(("path", "rect", "circle", "line", "polyline", "use"))


def el(tag: str, *children: Child, **attributes: Value) -> Html:
    """An element; a plain string in it is escaped, and so is every value of an attribute.

    Names of attributes are written with underscores for dashes, and with one at the end where Python has the word:
    ``class_``, ``aria_label``.
    """
    start = f"<{tag}{''.join(_attribute(key, value) for key, value in attributes.items())}"
    if tag in _VOID:
        return Html(f"{start}>")
    inner = joined(children)
    return Html(f"{start}/>" if tag in _ALONE and not inner else f"{start}>{inner}</{tag}>")


def joined(children: Iterable[Child], between: str = "") -> Html:
    """Several children one behind the other, with a text between them."""
    return Html(text(between).join(text(child) for child in children if child is not None))


def text(child: str | Html) -> Html:
    """Markup as it is, anything else escaped, without control characters; a number stays beside its per cent sign."""
    return child if isinstance(child, Html) else Html(escape(printable(child)).replace(" %", "\u00a0%"))


def name(words: str) -> Html:
    """A name from the map, whose direction of writing ends where it ends."""
    return el("bdi", words)


def _attribute(key: str, value: Value) -> str:
    written = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {written}"
    plain = f"{value:g}" if isinstance(value, float) else str(value)
    return f' {written}="{escape(printable(plain))}"'
