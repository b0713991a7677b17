"""The arguments and options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from scorecard.cli.terminal import Colour
from scorecard.scalars import read_last_day


def _day(text: str) -> date:
    try:
        return read_last_day(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write 2026-10-31 or a period such as 2026-10") from None


MapArgument: TypeAlias = Annotated[
    Path | None,
    typer.Argument(metavar="MAP", help="The map; strategy.yaml here, or the only map here.", show_default=False),
]
MapOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--map", "-m", metavar="MAP", help="The map; strategy.yaml here, or the only map here.", show_default=False
    ),
]
AsOf: TypeAlias = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=_day,
        help="The day to judge plans and due dates for; else the map's as_of, else today.",
        show_default=False,
    ),
]
ColourOption: TypeAlias = Annotated[Colour, typer.Option("--color", help="When to colour the output.")]
Verbose: TypeAlias = Annotated[bool, typer.Option("--verbose", "-v", help="Say which files are used; show tracebacks.")]
