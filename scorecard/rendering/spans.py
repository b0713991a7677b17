"""Styled text for the terminal: lines of spans, which become plain or coloured text only at the very end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

STYLES: Mapping[str, str] = {
    "good": "green",
    "caution": "yellow",
    "bad": "red",
    "none": "bright_black",
    "muted": "bright_black",
    "strong": "bold",
    "good strong": "bold green",
    "caution strong": "bold yellow",
    "bad strong": "bold red",
    "none strong": "bold bright_black",
}


class Span(NamedTuple):
    """A piece of text and the name of its style, a key of `STYLES`; the empty name is plain."""

    text: str
    style: str = ""


Line: TypeAlias = tuple[Span, ...]


def cell_width(text: str) -> int:
    """How many terminal cells a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def printable(text: str) -> str:
    """The text with every control character made visible, so that no name can move the cursor or set a colour."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else " " if character in "\n\t\r" else "�" for character in text
    )


def as_text(lines: Iterable[Line], *, colour: bool) -> str:
    """The lines as text, each ended by a line feed; with ``colour`` with the escape codes of an ANSI terminal."""
    if not colour:
        return "".join("".join(span.text for span in line).rstrip() + "\n" for line in lines)
    from rich.style import Style

    styles = {name: Style.parse(definition) for name, definition in STYLES.items()}
    return "".join(
        "".join(styles[span.style].render(span.text) if span.style else span.text for span in line) + "\n"
        for line in lines
    )
