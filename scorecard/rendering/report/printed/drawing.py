"""Drawings of the page as pictures that stand alone, in the light colours."""

from __future__ import annotations

import re
from functools import cache

from scorecard.rendering.palette import LIGHT, roles
from scorecard.rendering.report.element import Html
from scorecard.rendering.report.marks import symbols
from scorecard.rendering.report.printed.markup import Typst, as_string, call

_START = "<svg "
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LINES = """
.cut{{fill:none;stroke:{cut};stroke-width:2.7;stroke-linecap:round;stroke-linejoin:round}}
.ring{{fill:none;stroke:{no-data};stroke-width:2.6;stroke-dasharray:5 3.4}}
.zone{{opacity:.1}}
.grid{{stroke:{rule};stroke-width:1}}
.axis{{font-family:Inter;font-size:16px;fill:{muted}}}
.minor{{display:none}}
.event{{stroke:{link};stroke-width:1;stroke-dasharray:2 3}}
.lagging{{fill:none;stroke:{ink};stroke-width:2.4;stroke-linejoin:round;stroke-linecap:round}}
.leading{{fill:none;stroke:{theme-0};stroke-width:1.6;stroke-dasharray:5 3;stroke-linejoin:round}}
.line{{fill:none;stroke:{link};stroke-width:1.6;stroke-linejoin:round}}
.alone{{fill:{link}}}
.now{{fill:{ink}}}
.break{{stroke:{muted};stroke-width:1;stroke-dasharray:2 2}}
.tick{{fill:{ink};opacity:.45}}
"""


@cache
def _style() -> str:
    """What the style sheet of the page says of drawings, for a reader of SVG that knows no variables."""
    colours = roles(LIGHT)
    filled = "".join(f".f-{role}{{fill:{colour}}}" for role, colour in colours.items() if "band" not in role)
    return f"<style>{_LINES.format_map(colours)}{filled}</style>"


def drawing(svg: Html, *, around: int = 0) -> Typst:
    """A drawing of the page (one element ``svg``) as bytes of a picture, with so much more room ``around`` it."""
    head, body = svg.removeprefix(_START).split(">", 1)
    head = _BOX.sub(lambda box: f'viewBox="{-around} {-around} {_more(box[1], around)} {_more(box[2], around)}"', head)
    marks = symbols() if "#mark-" in body else ""
    return call("bytes", as_string(f'{_START}xmlns="http://www.w3.org/2000/svg" {head}>{_style()}{marks}{body}'))


def _more(length: str, around: int) -> str:
    return f"{float(length) + 2 * around:g}"
