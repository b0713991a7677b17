"""Texts made to fit so many cells, with an ellipsis where something had to go."""

from __future__ import annotations

from scorecard.rendering.spans import cell_width, fold, printable


def clipped(text: str, width: int) -> str:
    """The text on one line, or as much of it as fits ``width`` cells, at least one, with an ellipsis."""
    line = " ".join(printable(text).split())
    if cell_width(line) <= width:
        return line
    kept, taken = "", 0
    for character in line:
        taken += cell_width(character)
        if taken > width - 1:
            break
        kept += character
    # Some signs are wider together than alone.
    while cell_width(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrapped(text: str, width: int, most: int, *, first: int | None = None) -> list[str]:
    """The text in at most ``most`` lines of ``width`` cells, the first one of ``first``; the last is clipped.

    A word that is longer than a line is broken with a hyphen.
    """
    rest = " ".join(printable(text).split())
    lines: list[str] = []
    room = width if first is None else first
    while len(lines) < most - 1 and cell_width(rest) > room:
        line = fold(rest, room)[0]
        hyphen = "-" if room > 4 and line[-1:].isalnum() and rest[len(line) : len(line) + 1].isalnum() else ""
        if hyphen:
            line = fold(rest, room - 1)[0]
        if cell_width(line + hyphen) > room:
            break
        lines.append(line + hyphen)
        rest = rest[len(line) :].lstrip()
        room = width
    return [*lines, clipped(rest, room)]
