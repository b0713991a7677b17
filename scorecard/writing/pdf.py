"""PDF from SVG by typst: one page of the picture's size, whose text can be searched and copied."""

from __future__ import annotations

from scorecard.writing.engine import EngineError, NoEngineError
from scorecard.writing.inter import inter_file
from scorecard.writing.svg_size import size_of

INSTALL_TYPST = "python -m pip install 'typst>=0.15'"

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
    try:
        import typst
    except ImportError:
        raise NoEngineError(f"typst, which draws the board as a PDF, is not installed: {INSTALL_TYPST}") from None
    width, height = size_of(svg)
    scale = min(1.0, _LONGEST / max(width, height))
    try:
        return typst.compile(
            _PAGE,
            format="pdf",
            font_paths=typst.Fonts(include_system_fonts=system_fonts, font_paths=[inter_file().parent]),
            timestamp=0,
            sys_inputs={"svg": svg, "title": title, "width": str(width * scale), "height": str(height * scale)},
        )
    except typst.TypstError as error:
        raise EngineError(f"no PDF could be drawn: {error.message}") from None
