"""The board picture: everything in its place, as the text of an SVG file."""

from __future__ import annotations

from math import ceil

from scorecard.geometry import Geometry
from scorecard.naming import counted
from scorecard.rendering.board.bands import bands_svg, columns_svg
from scorecard.rendering.board.cards import card_svg
from scorecard.rendering.board.header import MARGIN, header_svg
from scorecard.rendering.board.legend import legend
from scorecard.rendering.board.links import links_svg
from scorecard.rendering.board.look import Look
from scorecard.rendering.board.pen import group, num, safe
from scorecard.result import GoalScore

_FONTS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'Narrowed DejaVu', 'DejaVu Sans', sans-serif"

# Texts have room for Inter. The other fonts are no wider but for DejaVu Sans, often the only one on a server: a picture
# that stands alone in a browser asks for it by that much smaller. A page carries Inter and lets no other styles in.
_NARROWED = (
    "<style>"
    + "".join(
        f"@font-face{{font-family:'Narrowed DejaVu';font-weight:{weight};src:local('DejaVu Sans{face}');"
        f"size-adjust:{percent}%}}"
        for weight, face, percent in (("400 500", "", 92), ("600", " Bold", 84), ("700", " Bold", 86))
    )
    + "</style>"
)


def board_svg(geometry: Geometry, look: Look) -> str:
    """The picture of a scorecard; ``geometry`` is that of its goals and links for the same look."""
    width = float(ceil(max(look.width, geometry.right + MARGIN)))
    footer, draw_legend = legend(look, width)
    height = float(ceil(geometry.bottom + footer))
    name = look.card.map.name
    size = f'viewBox="0 0 {num(width)} {num(height)}" width="{num(width)}" height="{num(height)}"'
    ids = f"{look.prefix}map-title", f"{look.prefix}map-description"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="strategy-map" {size} role="group" '
        f'aria-labelledby="{ids[0]} {ids[1]}" font-family="{_FONTS}">',
        f'<title id="{ids[0]}">{safe(name)}</title><desc id="{ids[1]}">{_description(look)}</desc>',
        "" if look.linked else _NARROWED,
        look.pen.rect(0, 0, width, height, "page"),
        group([header_svg(look, width)], class_="header"),
        bands_svg(geometry.bands, look),
        columns_svg(geometry.columns, look),
        links_svg(geometry, look),
        group((card_svg(goal, geometry.cards[goal.id], look) for goal in _as_read(geometry, look)), class_="goals"),
        group([draw_legend(geometry.bottom)], class_="legend"),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _as_read(geometry: Geometry, look: Look) -> list[GoalScore]:
    """The goals row by row and from left to right: so the tab key and a screen reader walk through them."""
    return sorted(look.card.goals, key=lambda goal: (geometry.cards[goal.id].y, geometry.cards[goal.id].x))


def _description(look: Look) -> str:
    card = look.card
    goals, links = counted(goal=len(card.goals)), f"{len(card.links)} cause-and-effect link"
    plural = "" if len(card.links) == 1 else "s"
    return f"{goals} in {counted(perspective=len(card.perspectives))}, {links}{plural}."
