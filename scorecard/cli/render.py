"""``scorecard render``: the picture of a map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorecard.api.render import save
from scorecard.cli.opening import open_card
from scorecard.cli.options import AsOf, ColourOption, MapArgument, PeriodOption, Verbose
from scorecard.cli.terminal import Colour, write_note
from scorecard.naming import counted
from scorecard.rendering.spans import printable


def render(
    strategy_map: MapArgument = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write; its ending says the format. Default: map.svg."
        ),
    ] = Path("map.svg"),
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Draw the strategy map.

    The ending of the file says the format: .svg, .png and .pdf are drawn by Graphviz; .dot (its language) and .mmd
    (Mermaid, which GitHub and GitLab show as a picture) need nothing installed.

    scorecard render -o map.svg

    scorecard render maps/city.yaml -o city.mmd
    """
    _, card = open_card(strategy_map, as_of, colour, verbose, period)
    save(card, output)
    write_note(
        f"wrote {printable(str(output))}: {counted(goal=len(card.goals), arrow=len(card.links))}, as of {card.as_of}"
    )
