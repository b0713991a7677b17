"""Pieces of the label language of DOT, which looks like HTML: text, tables, lines of a card, bars."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from html import escape
from itertools import pairwise

from scorecard.rendering.palette import LIGHT
from scorecard.rendering.spans import printable
from scorecard.result import Limits

_NARROW = frozenset("fijlrtIJ .,:;'\"!|()[]{}-/`")
_WIDE = frozenset("mwMWOQG@%&—…")


def measure(text: str) -> float:
    """About how wide a text will be, in small letters; the fonts themselves are known only where it is drawn."""
    return sum(map(_measured, text))


def _measured(character: str) -> float:
    if character in _NARROW:
        return 0.55
    if character in _WIDE:
        return 1.5
    if character.isascii():
        return 1.25 if character.isupper() else 1.0
    if unicodedata.combining(character):
        return 0.0
    return 1.9 if unicodedata.east_asian_width(character) in "WF" else 1.15


def shortened(text: str, width: float) -> str:
    """The text, or as much of it as fits ``width`` small letters with an ellipsis."""
    if measure(text) <= width:
        return text
    return text[: _fitting(text, width - measure("…"))].rstrip() + "…"


def _fitting(text: str, width: float) -> int:
    """How many characters from the start fit, at least one."""
    taken = 0.0
    for count, character in enumerate(text):
        taken += _measured(character)
        if taken > width and count:
            return count
    return len(text)


def wrapped(text: str, width: float, lines: int) -> tuple[str, ...]:
    """The text in at most ``lines`` lines of ``width`` small letters; what does not fit ends in an ellipsis."""
    rest = " ".join(printable(text).split())
    found: list[str] = []
    while len(found) < lines - 1 and measure(rest) > width:
        end = _fitting(rest, width)
        space = rest.rfind(" ", 0, end + 1)
        end = space if space > 0 else end
        found.append(rest[:end])
        rest = rest[end:].lstrip()
    return (*found, shortened(rest, width))


def styled(text: str, size: float, colour: str = LIGHT.ink, *, bold: bool = False) -> str:
    """One line of text in points; hostile characters are escaped."""
    # An empty FONT element is a syntax error, on which dot would fall back to the name of the node.
    # A backslash would be read as the start of an escape, and "\\N" as the name of the node, even in here.
    content = escape(printable(text)).replace("\\", "\\\\") or " "
    if bold:
        content = f"<B>{content}</B>"
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}">{content}</FONT>'


def paragraph(lines: tuple[str, ...], size: float, colour: str = LIGHT.ink, *, bold: bool = False) -> str:
    """Several lines of text, set to the left."""
    end = '<BR ALIGN="LEFT"/>'
    body = end.join(styled(line, size, colour, bold=bold) for line in lines)
    return body + end if len(lines) > 1 else body


def _attributes(settings: Mapping[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in settings.items())


def cell(content: str, *, align: str = "LEFT", width: int = 0, **attributes: str) -> str:
    """A cell of a table, at least ``width`` points wide."""
    settings = {"ALIGN": align, **({"WIDTH": str(width)} if width else {}), **attributes}
    return f"<TD{_attributes(settings)}>{content}</TD>"


def table(rows: list[str], *, padding: int = 0, **attributes: str) -> str:
    """A table without lines, of rows that are made of cells."""
    settings = {"BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": str(padding), **attributes}
    return f"<TABLE{_attributes(settings)}>{''.join(f'<TR>{row}</TR>' for row in rows)}</TABLE>"


def block(width: int, height: int, colour: str = "") -> str:
    """A cell of exactly that size, filled with a colour or left empty."""
    ground = f' BGCOLOR="{colour}"' if colour else ""
    return f'<TD FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"{ground}></TD>'


def bar(share: float | None, limits: Limits, colour: str, width: int, height: int) -> str:
    """A bar that is full at 100 %, with a tick at each of the two limits; empty for no data."""
    filled = round(min(max(share or 0.0, 0.0), 1.0) * width)
    ticks = {min(round(limit * width), width - 1) for limit in (limits.at_risk, limits.on_track)}
    edges = sorted({0, filled, width} | ticks | {tick + 1 for tick in ticks})
    blocks = [
        block(end - start, height, LIGHT.ink if start in ticks else colour if start < filled else LIGHT.track)
        for start, end in pairwise(edges)
    ]
    return table(["".join(blocks)])
