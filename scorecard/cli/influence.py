"""``scorecard influence``: weights of arrows from the judgement of experts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.choices import option
from scorecard.cli.opening import explained_file, open_map
from scorecard.cli.options import ColourOption, MapOption, Output, Verbose, map_file
from scorecard.cli.terminal import Colour, screen, write, write_note


class Format(StrEnum):
    """How the judgement is written."""

    table = "table"
    json = "json"
    csv = "csv"
    yaml = "yaml"


def influence(
    files: Annotated[
        list[Path],
        typer.Option(
            "--from",
            metavar="FILE",
            parser=map_file,
            help="A table with the goals as rows and columns: how strongly the goal of the row influences that of the "
            "column, from 0 up. May be repeated, one for each expert; the mean counts.",
        ),
    ],
    strategy_map: MapOption = None,
    alone: Annotated[
        bool, typer.Option("--no-map", help="Work out the matrix alone; its rows may have any names.")
    ] = False,
    style: Annotated[
        Format,
        option(
            Format,
            "--format",
            "-f",
            metavar="FORMAT",
            help="How it is written: table, json, csv (the total relation), or yaml (arrows to paste into the map).",
        ),
    ] = Format.table,
    output: Output = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Propose weights of arrows from judgement.

    Experts fill in a table of how strongly each goal influences each other one. From it come the total influence over
    all paths, which goals are causes and which effects, and a weight for every arrow of the map.

    scorecard influence --from maps/influence.csv -m maps/low-cost-airline.yaml

    scorecard influence --from maps/influence.csv --no-map --format csv
    """
    from scorecard.api.influence import influence as worked_out
    from scorecard.api.influence import influence_text

    opened = None if alone else open_map(strategy_map, None, colour, verbose)
    with explained_file(files[0], colour):
        found = worked_out(files, None if opened is None else opened.strategy_map)
    for note in found.notes:
        write_note(f"note: {note}")
    write(influence_text(found, style.value, screen(colour, output=output)), output, data=style != Format.table)
