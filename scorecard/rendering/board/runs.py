"""Lines of text taken apart where the characters of Inter end and others begin.

A browser takes another font for each character that Inter lacks. The converters to PNG and PDF take it for the whole
line, so that one emoji would make a line wider than its box. Apart, every piece keeps to its own font.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape, unescape
from itertools import groupby

from scorecard.rendering.board.pen import num
from scorecard.rendering.letters import Weight, all_known, width_of

_LINE = re.compile(r"<text (?P<attributes>[^>]*)>(?P<content>[^<]*)</text>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_WEIGHTS: dict[str, Weight] = {"400": 400, "500": 500, "600": 600, "700": 700}


def in_runs(svg: str) -> str:
    """The picture with every line that Inter has only in part as several, side by side where one was.

    Lines that hold text written from right to left stay whole: their pieces would have to change places.
    """
    return _LINE.sub(_apart, svg)


def foreign(svg: str) -> tuple[str, ...]:
    """The characters that Inter lacks in what is drawn, each once in the order in which they come; tooltips and ids,
    which nobody draws, do not count."""
    seen = dict.fromkeys(character for line in _LINE.finditer(svg) for character in unescape(line["content"]))
    return tuple(character for character in seen if not all_known(character))


def _apart(line: re.Match[str]) -> str:
    content = unescape(line["content"])
    runs = _runs(content)
    if len(runs) < 2 or any(unicodedata.bidirectional(character) in ("R", "AL") for character in content):
        return line[0]
    given = dict(_ATTRIBUTE.findall(line["attributes"]))
    size, weight = float(given["font-size"]), _WEIGHTS[given.get("font-weight", "400")]
    widths = [width_of(run, size, weight) for run in runs]
    shift = {"middle": 0.5, "end": 1.0}.get(given.pop("text-anchor", ""), 0.0)
    x = float(given.pop("x")) - shift * sum(widths)
    rest = "".join(f' {name}="{value}"' for name, value in given.items())
    pieces = []
    for run, width in zip(runs, widths, strict=True):
        pieces.append(f'<text x="{num(x)}"{rest} xml:space="preserve">{escape(run)}</text>')
        x += width
    return "".join(pieces)


def _runs(content: str) -> list[str]:
    """The pieces, in turn known to Inter and not; blanks and signs between unknown characters belong to them."""
    pieces = ["".join(found) for _, found in groupby(content, all_known)]
    runs: list[str] = []
    for number, piece in enumerate(pieces):
        inner = 0 < number < len(pieces) - 1 and all_known(piece)
        if runs and ((not all_known(piece) and not all_known(runs[-1])) or (inner and not _has_letters(piece))):
            runs[-1] += piece
        else:
            runs.append(piece)
    return runs


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)
