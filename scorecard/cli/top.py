"""``scorecard top``: the best or the worst rows of a source."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.api.top import top as ranked
from scorecard.api.top import top_text
from scorecard.cli.choices import ids, option
from scorecard.cli.opening import explained, open_map
from scorecard.cli.options import AsOf, ColourOption, MapOption, Output, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the ranking is written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


_MOST = 10_000


def _count(written: str | int) -> int:
    text = str(written)  # the default is handed over, too
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST)) else 0
    if not 1 <= number <= _MOST:
        raise typer.BadParameter(f"{text!r} is no number of rows; write one from 1 to {_MOST:,}")
    return number


def top(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A source of the map, by its id.")],
    by: Annotated[
        str,
        typer.Option("--by", metavar="EXPRESSION", help="The figure of a row: likes + comments + shares."),
    ],
    strategy_map: MapOption = None,
    per: Annotated[
        str | None, typer.Option("--per", metavar="COLUMN", help="A ranking for each value of this column.")
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(
            "--group",
            metavar="COLUMN",
            help="Rank the values of this column by the mean of their rows, each with its sample size.",
        ),
    ] = None,
    lowest: Annotated[bool, typer.Option("--lowest", help="The lowest figures instead of the highest.")] = False,
    count: Annotated[
        int, typer.Option("--count", "-n", metavar="N", parser=_count, help="How many rows to show; 5 when left out.")
    ] = 5,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="PERIOD",
            help="The rows of this period, as 2026-10, 2026-Q3 or 2026; the latest that is over and has rows.",
        ),
    ] = None,
    style: Annotated[
        Format,
        option(
            Format, "--format", "-f", metavar="FORMAT", help="How the ranking is written: table, json, csv or markdown."
        ),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Rank the rows of a source.

    Shows the rows with the highest figure, or the lowest, with their labels; with --group the means of groups and
    how many rows they stand on. Rows without a figure are left out.

    scorecard top posts --by likes+comments+shares --per network -n 3

    scorecard top posts --by shares/reach --group theme --period 2026-Q3
    """
    opened = open_map(strategy_map, as_of, colour, verbose)
    (name,) = ids([source], ((source_id, None) for source_id in opened.strategy_map.sources))
    with explained(opened, colour):
        question, ranking = ranked(
            *(opened.strategy_map, opened.as_of, name, by),
            folder=opened.folder,
            period=period,
            per=per,
            group=group,
            lowest=lowest,
            count=count,
        )
    text = top_text(question, ranking, style.value, screen(colour, output=output))
    write(text, output, data=style != Format.table)
