"""``scorecard decisions``: what was decided and is not done yet."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.cli.choices import option
from scorecard.cli.opening import explained, open_map
from scorecard.cli.options import AsOf, ColourOption, MapArgument, Output, Verbose
from scorecard.cli.terminal import Colour, screen, write

_MOST_DIGITS = 6


class Format(StrEnum):
    """How the list is written."""

    table = "table"
    json = "json"


def _place(text: str) -> int:
    """The number of a decision in the list."""
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        raise typer.BadParameter(f"{text!r} is no number of a decision; scorecard decisions lists them with theirs")
    return int(text)


def decisions(
    strategy_map: MapArgument = None,
    close: Annotated[
        list[int] | None,
        typer.Option(
            "--close", metavar="N", parser=_place, help="Mark the one with this number as done; may be repeated."
        ),
    ] = None,
    style: Annotated[
        Format, option(Format, "--format", "-f", metavar="FORMAT", help="How the list is written: table or json.")
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """List the decisions that are open.

    Those of every review in reviews/*.md beside the map, the newest review first. Closing one writes an x into the box
    of its line; to open it again, take the x out.

    scorecard decisions

    scorecard decisions maps/corner-cafe --format json
    """
    from scorecard.api.review import close_decision, decision_number, decisions_text, names_of, open_decisions
    from scorecard.rendering.decisions import closed_text

    if close and (style is not Format.table or output is not None):
        raise typer.BadParameter("--close lists nothing, so it goes without --format json and --output")
    opened = open_map(strategy_map, as_of, colour, verbose)
    with explained(opened, colour):
        found = open_decisions(opened.folder, None, names_of(opened.strategy_map))
        for decision in [decision_number(found, number) for number in dict.fromkeys(close or ())]:
            write(closed_text(decision, close_decision(opened.strategy_map, opened.folder, decision)))
    if not close:
        text = decisions_text(opened.strategy_map, found, opened.as_of, style.value, screen(colour, output=output))
        write(text, output, data=style is not Format.table)
