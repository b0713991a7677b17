"""The arguments and options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from scorecard.cli.choices import option
from scorecard.cli.terminal import Colour
from scorecard.scalars import read_last_day


def last_day(text: str) -> date:
    """A day, or the last one of a period."""
    try:
        return read_last_day(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date; write 2026-10-31, or a period such as 2026-10") from None


def document(text: str) -> Path:
    """The path of a file to write; one that is called like a map would overwrite one."""
    path = Path(text)
    if path.suffix.lower() in (".yaml", ".yml"):
        raise typer.BadParameter(f"{text!r} is called like a map and would overwrite one; nothing was written")
    return path


def map_file(text: str) -> Path:
    """The path of a map; an empty one is a slip, an unset variable of a script say."""
    if not text:
        raise typer.BadParameter("an empty name is no file; leave it out, or name the map")
    return Path(text)


_WHICH = "The map, or a folder with one; strategy.yaml here, or else the only map here."

MapArgument: TypeAlias = Annotated[
    Path | None, typer.Argument(metavar="MAP", parser=map_file, help=_WHICH, show_default=False)
]
MapOption: TypeAlias = Annotated[
    Path | None, typer.Option("--map", "-m", metavar="MAP", parser=map_file, help=_WHICH, show_default=False)
]
AsOf: TypeAlias = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=last_day,
        help="The day to judge plans and due dates for, as 2026-10-31 or 2026-Q3; the map's as_of, or else today. "
        "Nothing after it is seen.",
        show_default=False,
    ),
]
PeriodOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help="The period to score, as 2026-10; the latest that is over and has at least half of its figures.",
        show_default=False,
    ),
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        parser=document,
        help="Write to this file instead of the screen; - is stdout.",
        show_default=False,
    ),
]
ColourOption: TypeAlias = Annotated[
    Colour,
    option(Colour, "--color", metavar="WHEN", help="When to colour: auto, always or never."),
]
Verbose: TypeAlias = Annotated[bool, typer.Option("--verbose", "-v", help="Say which map is used; show tracebacks.")]
