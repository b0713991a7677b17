"""The review of a scorecard, in each of its formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from scorecard import __version__
from scorecard.result import Scorecard

if TYPE_CHECKING:
    from scorecard.rendering.spans import Line

StatusFormat: TypeAlias = Literal["table", "json", "csv", "markdown"]

_WIDTH_OF_A_PIPE = 100
"""A drawing cannot be as wide as needed: it is made for so many columns where nothing says how many there are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Screen:
    """What text is written for: ``width`` in cells (None: as wide as needed), colour or not, ASCII only or not."""

    width: int | None = None
    colour: bool = False
    ascii: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusOptions:
    """What a review shows beside the goals, and in which order; ``draw``: the goals as a map instead of a table."""

    kpis: bool = False
    initiatives: bool = False
    full: bool = False
    sort: Literal["map", "urgency"] = "map"
    draw: bool = False


def status_text(card: Scorecard, style: StatusFormat, options: StatusOptions, screen: Screen) -> str:
    """The review as text."""
    if style == "json":
        from scorecard.rendering.status.as_json import status_json

        return status_json(card, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.status.as_csv import status_csv

        return status_csv(card, kpis=options.kpis)
    if style == "markdown":
        from scorecard.rendering.status.as_markdown import status_markdown

        return status_markdown(card, kpis=options.kpis, initiatives=options.initiatives, sort=options.sort)
    from scorecard.rendering.spans import as_text

    if options.draw:
        return as_text(_drawn(card, options, screen), colour=screen.colour)
    from scorecard.rendering.status.terminal import status_table

    lines = status_table(
        card,
        width=screen.width,
        ascii=screen.ascii,
        kpis=options.kpis,
        initiatives=options.initiatives,
        full=options.full,
        sort=options.sort,
    )
    return as_text(lines, colour=screen.colour)


def _drawn(card: Scorecard, options: StatusOptions, screen: Screen) -> tuple[Line, ...]:
    """The head of the review above the map."""
    from scorecard.api.drawing import drawing
    from scorecard.rendering.columns import paragraph
    from scorecard.rendering.spans import as_ascii
    from scorecard.rendering.status.terminal import head_lines
    from scorecard.rendering.words import SCALE_LINE

    width = screen.width or _WIDTH_OF_A_PIPE
    lines = [*head_lines(card, width), (), *drawing(card, width, ascii=screen.ascii, kpis=options.kpis)]
    lines += paragraph(SCALE_LINE, "muted", width=width)
    return as_ascii(lines) if screen.ascii else tuple(lines)
