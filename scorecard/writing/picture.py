"""Pictures of DOT text, drawn by Graphviz."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from scorecard.extras import install
from scorecard.writing.engine import EngineError, NoEngineError, ask, engines_present

PictureFormat: TypeAlias = Literal["svg", "png", "pdf"]

# SVG and PDF measure in points, of which an inch has 72; a PNG is drawn twice as fine, to be sharp.
_DPI = {"svg": 72, "pdf": 72, "png": 144}
_STARTS = {"svg": (b"<?xml", b"<svg"), "png": (b"\x89PNG\r\n\x1a\n",), "pdf": (b"%PDF-",)}

# The engines write the time of day into a PDF; of the same length, so that no offset in the file moves.
_CREATED = re.compile(rb"/CreationDate \(D:\d{14}")
_NO_DAY = b"/CreationDate (D:19700101000000"

_NO_ENGINE = "The formats .dot and .mmd (Mermaid) and the board style as .svg or .png need no Graphviz."
_INSTALL = f"""\
the plain style needs Graphviz, which is not installed; one of these installs it:
  {install("pygraphviz")}
  sudo apt install graphviz
  brew install graphviz
  winget install graphviz
{_NO_ENGINE}"""


def draw(dot_text: str, format: PictureFormat, limit: float = 10.0) -> bytes:
    """Draw DOT text, with the program ``dot`` if it is on the PATH, else with pygraphviz.

    ``limit`` is the time the engine may take, in seconds. Text stays text in SVG and PDF. The same engine gives the
    same bytes for the same text.

    Raises:
        NoEngineError: when neither is installed.
        EngineError: when the engine fails, takes longer than its limit, or returns something else than a picture.
    """
    present = engines_present()
    if not present:
        raise NoEngineError(_INSTALL)
    try:
        answer = ask(present[0], dot_text, (f"-T{format}", f"-Gdpi={_DPI[format]}"), limit)
    except EngineError as error:
        raise EngineError(f"{error}.\n{_NO_ENGINE}") from None
    if answer.code != 0:
        raise EngineError(f"{present[0]} could not draw the picture: {answer.complaint}\n{_NO_ENGINE}")
    if not answer.written.startswith(_STARTS[format]):
        raise EngineError(f"{present[0]} returned no {format.upper()}: {answer.complaint}\n{_NO_ENGINE}")
    return _CREATED.sub(_NO_DAY, answer.written) if format == "pdf" else answer.written
