"""``scorecard levers``: which KPI moves a number, and what it would take."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.cli.choices import ids, option
from scorecard.cli.opening import open_card
from scorecard.cli.options import AsOf, ColourOption, MapOption, Output, PeriodOption, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the levers are written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


_MOST = 20


def levers(
    item: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A goal, a perspective, or index, which it is when left out. Where an id stands for several, say "
            "which: goal:ID or perspective:ID.",
            show_default=False,
        ),
    ] = "index",
    strategy_map: MapOption = None,
    whole: Annotated[bool, typer.Option("--all", help=f"Show all levers, not only the {_MOST} largest.")] = False,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Show instead how much each goal moves every other one.")
    ] = False,
    style: Annotated[
        Format,
        option(Format, "--format", "-f", metavar="FORMAT", help="How it is written: table, json, csv or markdown."),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Find the KPIs that move an outlook.

    For every KPI from which arrows lead there: how much the outlook moves with it, what reaching its target would add,
    and the smallest change that brings the outlook on track by this KPI alone. json and csv hold all levers.

    scorecard levers

    scorecard levers engaging-content --all

    scorecard levers --matrix --format csv -o effects.csv
    """
    from scorecard.api.levers import levers_of, levers_text, total_effects_of, total_effects_text

    if matrix and (item != "index" or whole):
        raise typer.BadParameter("--matrix shows all goals at once; leave out the goal and --all")
    _, card = open_card(strategy_map, as_of, colour, verbose, period)
    surface = screen(colour, output=output)
    if matrix:
        text = total_effects_text(total_effects_of(card), style.value, surface)
    else:
        known = [(goal.id, goal.name) for goal in card.goals] + [(one.id, one.name) for one in card.perspectives]
        (name,) = ids([item], known)
        text = levers_text(levers_of(card, name), style.value, surface, most=None if whole else _MOST)
    write(text, output, data=style != Format.table)
