"""Code of typst: whatever is no code of ours is a string, and a string can only ever be text.

A text of the map never stands in a document as markup, only between quotation marks, where two characters mean
something; so no name can begin a formula, a command or a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from scorecard.rendering.spans import printable


class Typst(str):
    """Text that is code already; only the functions of this module and constants of ours make it."""

    __slots__ = ()


Child: TypeAlias = "str | Typst | None"
"""What stands in a part of the document; None is nothing."""
Value: TypeAlias = "str | Typst | int | float | bool | Sequence[Value] | None"
"""An argument of a function: a string is a string there too, a sequence an array."""

NOTHING = Typst("none")
_SPECIAL = re.compile(r'[\\"]')
_LONG = re.compile(r"\S{25,}")
_STEP = re.compile(r"([0-9A-Za-z]{8}|[_/.,=(&?])(?=[0-9A-Za-z])")
BREAK = "\u200b"
"""A blank of no width, where a long word may be broken."""
_TURNED = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\U00010800-\U00010fff]|[\U0001e800-\U0001efff]")
_ISOLATE, _END = "\u2068", "\u2069"


def literal(words: str) -> Typst:
    """A text as a string of typst: the one place where anything is escaped.

    Control characters are made visible, a number stays beside its per cent sign, words that are longer than a column
    may be broken, and a text that runs from the right ends where it ends.
    """
    shown = _LONG.sub(lambda found: _STEP.sub(rf"\1{BREAK}", found[0]), printable(words)).replace(" %", "\u00a0%")
    if _TURNED.search(shown):
        shown = f"{_ISOLATE}{shown}{_END}"
    return as_string(shown)


def as_string(text: str) -> Typst:
    """A text of ours, such as a picture, between quotation marks as it is."""
    return Typst('"' + _SPECIAL.sub(r"\\\g<0>", text) + '"')


def call(function: str, *children: Value, **named: Value) -> Typst:
    """A call of a function; names of arguments are written with underscores for dashes."""
    given: list[str] = [written(child) for child in children]
    given += [f"{key.replace('_', '-')}: {written(value)}" for key, value in named.items()]
    return Typst(f"{function}({', '.join(given)})")


def joined(children: Iterable[Child], between: str = "") -> Typst:
    """Several children one behind the other, with a text between them."""
    parts = [written(child) for child in children if child is not None]
    joint = f"; {literal(between)}; " if between else "; "
    return Typst(f"{{ {joint.join(parts)} }}" if parts else NOTHING)


def written(value: Value) -> Typst:
    """A value as code."""
    if isinstance(value, Typst):
        return value
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return Typst("true" if value else "false")
    if isinstance(value, str):
        return literal(value)
    if isinstance(value, int | float):
        return Typst(f"{value:g}")
    items = "".join(f"{written(item)}, " for item in value)
    return Typst(f"({items})" if items else "()")
