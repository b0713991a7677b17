"""PDF by typst, whose text can be searched and copied: an SVG on a page of its size, or a whole document."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import Any, Literal, TypeAlias

from scorecard.extras import lacking
from scorecard.writing.engine import EngineError, NoEngineError
from scorecard.writing.inter import inter_file
from scorecard.writing.svg_size import size_of

Standard: TypeAlias = Literal["ua-1"]

# What comes from a map goes in as an input, never into this text, so nothing in it can be a command of typst.
_PAGE = b"""\
#set document(title: sys.inputs.title, date: none)
#set page(width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.title)
"""
# No page of a PDF may be longer; readers show nothing of one that is.
_LONGEST = 14_400.0


def pdf_of(svg: str, title: str, *, system_fonts: bool = True) -> bytes:
    """Put an SVG of ours on a page of its own size, a point for each px; ``title`` is the document's.

    The same SVG gives the same bytes on every day. Text is drawn with Inter; for ``system_fonts`` see `png_of`.

    Raises:
        NoEngineError: when typst is not installed; the message says how to install it.
        EngineError: when nothing can be drawn.
    """
    width, height = size_of(svg)
    scale = min(1.0, _LONGEST / max(width, height))
    inputs = {"svg": svg, "title": title, "width": str(width * scale), "height": str(height * scale)}
    return _compiled(_PAGE, "the board", inputs, system_fonts)


def typeset(document: str, *, system_fonts: bool = True, standard: Standard | None = None) -> bytes:
    """Set a document of typst; its pictures stand in it, and it reads no file.

    The same document gives the same bytes on every day. ``standard`` names one of PDF that it has to keep:
    ``ua-1`` is the one for screen readers; for the fonts see `pdf_of`.

    Raises:
        NoEngineError: when typst is not installed; the message says how to install it.
        EngineError: when the document is none, or does not keep the standard.
    """
    return _compiled(document.encode("utf-8", "replace"), "the report", {}, system_fonts, standard)


def _compiled(
    document: bytes, what: str, inputs: dict[str, str], system_fonts: bool, standard: Standard | None = None
) -> bytes:
    try:
        import typst
    except ImportError:
        raise NoEngineError(lacking(f"{what} as a PDF", "typst")) from None
    # Documents read files below their root only, which would be the working folder: an empty one holds nothing to read.
    with TemporaryDirectory() as nothing:
        root: Any = nothing  # its hints want the root to be bytes where the document is
        try:
            return typst.compile(
                document,
                root=root,
                format="pdf",
                font_paths=typst.Fonts(include_system_fonts=system_fonts, font_paths=[inter_file().parent]),
                timestamp=0,
                sys_inputs=inputs,
                pdf_standards=standard,
            )
        except typst.TypstError as error:
            raise EngineError(f"no PDF could be drawn: {error.message}") from None
