"""Measured text: how wide a line is, and how to make it fit.

Widths are those of Inter with 2 % to spare, the same on every machine, so that a picture is laid out alike everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal, TypeAlias

from scorecard.rendering.inter_widths import ADVANCES
from scorecard.rendering.spans import printable

Weight: TypeAlias = Literal[400, 500, 600, 700]

_SPARE = 1.02
_UNKNOWN = 60
_WIDE = 100
_SIGN = 90
_EMOJI = 125


@cache
def _widths(weight: Weight) -> dict[str, int]:
    if weight == 500:
        # It lies between 400 and 600, and so do its widths; a blank is wider in the lighter one, a letter in the other.
        lighter, bolder = _widths(400), _widths(600)
        return {character: max(width, bolder[character]) for character, width in lighter.items()}
    return {character: width for width, characters in ADVANCES[weight].items() for character in characters}


def width_of(text: str, size: float, weight: Weight = 400) -> float:
    """How wide a line of text is, in px, at a font size in px."""
    widths = _widths(weight)
    try:
        total = sum([widths[character] for character in text])
    except KeyError:
        total = sum(_guessed(character) if character not in widths else widths[character] for character in text)
    return total * size * _SPARE / 100


def all_known(text: str) -> bool:
    """Whether Inter has every character of a text; line breaks do not count."""
    return set(text) <= {*_widths(400), "\n"}


def _guessed(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    wide = unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF
    if unicodedata.category(character) == "So":
        return _EMOJI if wide else _SIGN
    return _WIDE if wide else _UNKNOWN


def fitted(text: str, width: float, size: float, weight: Weight = 400) -> str:
    """The text on one line, or as much of it as fits ``width`` px with an ellipsis."""
    line = " ".join(printable(text).split())
    if width_of(line, size, weight) <= width:
        return line
    return line[: _fitting(line, width - width_of("…", size, weight), size, weight)].rstrip() + "…"


def _fitting(text: str, width: float, size: float, weight: Weight) -> int:
    """How many characters from the start fit, at least one."""
    taken = 0.0
    for count, character in enumerate(text):
        taken += width_of(character, size, weight)
        if taken > width and count:
            return count
    return len(text)


def wrapped(text: str, width: float, lines: int, size: float, weight: Weight = 400) -> tuple[str, ...]:
    """The text in at most ``lines`` lines of ``width`` px; what does not fit ends in an ellipsis."""
    rest = " ".join(printable(text).split())
    found: list[str] = []
    while len(found) < lines - 1 and width_of(rest, size, weight) > width:
        end = _fitting(rest, width, size, weight)
        space = rest.rfind(" ", 0, end + 1)
        end = space if space > 0 else end
        found.append(rest[:end])
        rest = rest[end:].lstrip()
    return (*found, fitted(rest, width, size, weight))
