"""``scorecard show``: one item with everything behind it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.api.show import find_item, show_text
from scorecard.cli.opening import open_card
from scorecard.cli.options import AsOf, ColourOption, MapOption, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the item is written."""

    table = "table"
    json = "json"


def show(
    item: Annotated[
        str,
        typer.Argument(metavar="ID", help="A goal, KPI, perspective or initiative; goal:ID, kpi:ID where both exist."),
    ],
    strategy_map: MapOption = None,
    as_of: AsOf = None,
    style: Annotated[Format, typer.Option("--format", "-f", help="How the item is written.")] = Format.table,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Show one item of the map.

    A goal, KPI, perspective or initiative with its definition, its numbers and what they are made of.

    scorecard show engaging-content

    scorecard show impressions --map maps/city.yaml
    """
    opened, card = open_card(strategy_map, as_of, colour, verbose)
    kind, item_id = find_item(card, item)
    write(show_text(opened, card, kind, item_id, style.value, screen(colour)))
