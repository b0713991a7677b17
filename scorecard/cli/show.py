"""``scorecard show``: one item with everything behind it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.api.show import find_item, show_text
from scorecard.cli.choices import option
from scorecard.cli.opening import open_card
from scorecard.cli.options import AsOf, ColourOption, MapOption, Output, PeriodOption, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the item is written."""

    table = "table"
    json = "json"


def show(
    item: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A goal, KPI, perspective, initiative or measure. Where an id stands for several, say which: "
            "goal:ID, kpi:ID, perspective:ID, initiative:ID or measure:ID.",
        ),
    ],
    strategy_map: MapOption = None,
    style: Annotated[
        Format,
        option(Format, "--format", "-f", metavar="FORMAT", help="How the item is written: table or json."),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Show one item of the map.

    A goal, KPI, perspective or initiative with its definition, its numbers and what they are made of, its causes
    and its effects; a KPI also with its target as a sentence and where its figure comes from; a measure.

    scorecard show engaging-content

    scorecard show kpi:punctuality-rating --map maps/low-cost-airline.yaml
    """
    _, card = open_card(strategy_map, as_of, colour, verbose, period)
    kind, item_id = find_item(card, item)
    text = show_text(card, kind, item_id, style.value, screen(colour, output=output))
    write(text, output, data=style is Format.json)
