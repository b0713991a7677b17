"""Pictures of a scorecard."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias, cast, overload

from scorecard.result import Scorecard

TextFormat: TypeAlias = Literal["dot", "mmd"]
PictureFormat: TypeAlias = Literal["svg", "png", "pdf"]


@overload
def render(card: Scorecard, format: TextFormat) -> str: ...
@overload
def render(card: Scorecard, format: PictureFormat = "svg") -> bytes: ...
def render(card: Scorecard, format: TextFormat | PictureFormat = "svg") -> str | bytes:
    """Draw a scorecard as a strategy map in the plain style.

    ``dot`` and ``mmd`` (Mermaid) are text and need nothing; ``svg``, ``png`` and ``pdf`` are drawn by Graphviz:
    ``dot`` where it is installed, else the libraries of the extra ``scorecard[dot]``.

    Raises:
        EngineError: when there is no Graphviz, or it fails or takes longer than its limit.
        ValueError: for another format.
    """
    if format == "mmd":
        from scorecard.rendering.mermaid import mermaid

        return mermaid(card)
    from scorecard.rendering.plain.dot import plain_dot

    if format == "dot":
        return plain_dot(card)
    if format not in ("svg", "png", "pdf"):
        raise ValueError(f"{format!r} is no format; there are: svg, png, pdf, dot, mmd")
    from scorecard.writing.picture import draw

    return draw(plain_dot(card), format)


class PictureNameError(Exception):
    """The ending of a file name stands for no format; the message lists those that do."""


def save(card: Scorecard, path: Path) -> None:
    """Draw a scorecard into a file whose ending says the format: .svg, .png, .pdf, .dot or .mmd.

    Raises:
        PictureNameError: for another ending.
        EngineError: see `render`.
        OSError: when the file cannot be written.
    """
    from scorecard.writing.text import write_bytes

    ending = path.suffix.lower().lstrip(".")
    if ending in ("dot", "mmd"):
        write_bytes(path, render(card, "dot" if ending == "dot" else "mmd").encode())
    elif ending in ("svg", "png", "pdf"):
        write_bytes(path, render(card, cast(PictureFormat, ending)))
    else:
        raise PictureNameError(f"{path.name!r} names no format; end it with .svg, .png, .pdf, .dot or .mmd")
