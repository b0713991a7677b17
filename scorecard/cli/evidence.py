"""``scorecard evidence``: whether the data support the arrows."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from scorecard.cli.choices import option
from scorecard.cli.opening import explained, open_map, uncollected
from scorecard.cli.options import AsOf, ColourOption, MapArgument, Output, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the evidence is written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


def evidence(
    strategy_map: MapArgument = None,
    style: Annotated[
        Format,
        option(
            Format,
            "--format",
            "-f",
            metavar="FORMAT",
            help="How the evidence is written: table, json, csv or markdown.",
        ),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Say whether the data support the arrows.

    For every arrow and every leading KPI: do the changes of cause and effect go together as declared, and after the
    declared delay? Says supported, contradicted, not seen, too short to say, or no data, with how sure that is. Below
    24 periods it is too short to say. Needs scipy.

    scorecard evidence

    scorecard evidence maps/city.yaml --format markdown -o evidence.md
    """
    from scorecard.api.evidence import evidence as found_in
    from scorecard.api.evidence import evidence_text

    opened = open_map(strategy_map, as_of, colour, verbose)
    with uncollected(), explained(opened, colour):
        found = found_in(opened.strategy_map, opened.as_of, folder=opened.folder)
    write(evidence_text(found, style.value, screen(colour, output=output)), output, data=style is not Format.table)
