"""PNG from SVG, drawn by resvg with the font Inter; no other program and no font of the system is needed."""

from __future__ import annotations

from math import sqrt

from scorecard.writing.engine import EngineError
from scorecard.writing.inter import inter_file
from scorecard.writing.svg_size import size_of

# 64 million pixels are 256 MB while they are drawn; a map that large is drawn coarser instead.
_MOST_PIXELS = 64_000_000


def zoom_of(svg: str, zoom: float) -> float:
    """The zoom with which an SVG is drawn that is to be drawn with ``zoom``: that, or what 64 million pixels allow."""
    width, height = size_of(svg)
    return min(zoom, sqrt(_MOST_PIXELS / (width * height)))


def png_of(svg: str, zoom: float = 2.0, *, system_fonts: bool = True) -> bytes:
    """Draw an SVG of ours; ``zoom`` is the number of pixels to a px, 2 for sharp text on any screen.

    Text is drawn with Inter. ``system_fonts`` allows the fonts of the machine for characters that Inter lacks (Chinese,
    emoji); without it the picture is the same on every machine, and such characters are boxes. A picture of more than
    64 million pixels is drawn with a smaller zoom.

    Raises:
        EngineError: when nothing can be drawn of it.
    """
    import resvg_py

    zoom = zoom_of(svg, zoom)
    try:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            dpi=96.0,
            font_files=[str(inter_file())],
            skip_system_fonts=not system_fonts,
        )
    except ValueError as error:
        raise EngineError(f"no PNG could be drawn: {error}") from None
