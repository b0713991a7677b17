"""``scorecard due``: which KPIs wait for a figure."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.cli.choices import ids, option
from scorecard.cli.opening import explained, open_map
from scorecard.cli.options import AsOf, ColourOption, MapArgument, Output, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the list is written."""

    table = "table"
    csv = "csv"
    markdown = "markdown"


def due(
    strategy_map: MapArgument = None,
    owner: Annotated[
        list[str] | None, typer.Option("--owner", metavar="NAME", help="Only KPIs of this owner; may be repeated.")
    ] = None,
    style: Annotated[
        Format,
        option(Format, "--format", "-f", metavar="FORMAT", help="How the list is written: table, csv or markdown."),
    ] = Format.table,
    period: Annotated[
        str | None,
        typer.Option(
            "--period", metavar="PERIOD", help="The period, as 2026-10; the last that is over.", show_default=False
        ),
    ] = None,
    output: Output = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """List the KPIs that wait for a figure.

    Those that people record and that have no figure for the period yet, by owner, with the last figure beside. As csv
    it is the form to fill in and to hand to `scorecard record --from`.

    scorecard due

    scorecard due maps/corner-cafe --owner Owner --format csv -o to-fill-in.csv
    """
    from scorecard.api.due import due as waiting
    from scorecard.api.due import due_text, owners_of

    opened = open_map(strategy_map, as_of, colour, verbose)
    owners = ids(owner, ((name, None) for name in owners_of(opened.strategy_map)))
    with explained(opened, colour):
        asked, kpis = waiting(opened.strategy_map, opened.folder, opened.as_of, period, owners)
    text = due_text(opened.strategy_map, asked, kpis, style.value, screen(colour, output=output))
    write(text, output, data=style is not Format.table)
