"""``scorecard close``: what was reported of a period stays."""

from __future__ import annotations

from typing import Annotated

import typer

from scorecard.cli.opening import explained, open_map
from scorecard.cli.options import AsOf, ColourOption, MapOption, Verbose
from scorecard.cli.terminal import Colour, write


def close(
    period: Annotated[
        str | None,
        typer.Argument(
            metavar="PERIOD", help="The period, as 2026-10; the one that would be scored.", show_default=False
        ),
    ] = None,
    strategy_map: MapOption = None,
    reopen: Annotated[bool, typer.Option("--reopen", help="Report a closed period anew.")] = False,
    because: Annotated[
        str | None, typer.Option("--because", metavar="WHY", help="Why it is reopened; the file keeps the reason.")
    ] = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Close a period.

    Writes closed/PERIOD.json beside the map: the whole review and the text of the map. From then on history, trends
    and comparisons read the period from there. Figures that differ later are listed as restated, and change nothing.

    scorecard close 2026-10

    scorecard close 2026-10 --reopen --because "the shop's orders came late"
    """
    from scorecard.api.close import close as closing
    from scorecard.rendering.closing import closing_text

    opened = open_map(strategy_map, as_of, colour, verbose)
    with explained(opened, colour):
        done = closing(opened.strategy_map, opened.path, opened.as_of, period, reopen=reopen, because=because)
    write(closing_text(done.card, done.path, reopened=done.reopened))
