"""``scorecard history``: every number over time."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.cli.choices import ids, option
from scorecard.cli.opening import explained, open_map, uncollected
from scorecard.cli.options import AsOf, ColourOption, MapOption, Output, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the history is written."""

    table = "table"
    csv = "csv"
    json = "json"
    markdown = "markdown"


class Number(StrEnum):
    """A number of an item."""

    performance = "performance"
    lagging = "lagging"
    leading = "leading"
    outlook = "outlook"
    value = "value"


_MOST_PERIODS = 1000


def _periods(given: str | int) -> int:
    text = str(given)  # what is left out comes as the default, a number
    number = int(text) if text.isdecimal() and len(text) <= len(str(_MOST_PERIODS)) else 0
    if not 1 <= number <= _MOST_PERIODS:
        raise typer.BadParameter(f"{text!r} is no number of periods; write one from 1 to {_MOST_PERIODS}")
    return number


def history(
    items: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID",
            help="Goals, KPIs, perspectives, measures or index; index, perspectives and goals when left out. Where an "
            "id stands for several, say which: goal:ID, kpi:ID, perspective:ID or measure:ID.",
            show_default=False,
        ),
    ] = None,
    strategy_map: MapOption = None,
    last: Annotated[
        int, typer.Option("--last", metavar="N", parser=_periods, help="How many periods, 1 to 1000.")
    ] = 12,
    number: Annotated[
        list[Number] | None,
        option(
            Number,
            "--number",
            metavar="NUMBER",
            help="Which number: performance, lagging, leading, outlook, or the value of a KPI; may be repeated.",
        ),
    ] = None,
    kpis: Annotated[bool, typer.Option("--kpis", help="Show the values of all KPIs, too.")] = False,
    style: Annotated[
        Format,
        option(
            Format, "--format", "-f", metavar="FORMAT", help="How the history is written: table, csv, json or markdown."
        ),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Show numbers over time.

    A sparkline for each goal, perspective or KPI with its first and its last number; up to six of them also with the
    numbers of all periods. Closed periods are read from their files. csv and json hold every number when none is asked
    for.

    scorecard history --last 6

    scorecard history customer index --number outlook --format markdown
    """
    from scorecard.api.history import choose, history_text
    from scorecard.api.history import history as told

    opened = open_map(strategy_map, as_of, colour, verbose)
    with uncollected(), explained(opened, colour):
        found = told(opened.strategy_map, opened.as_of, last=last, folder=opened.folder)
    if items or number or kpis or style not in (Format.csv, Format.json):
        names = ids(items, ((series.id, series.name) for series in found.series))
        found = choose(found, names, kpis=kpis, numbers=[asked.value for asked in number or ()])
    write(history_text(found, style.value, screen(colour, output=output)), output, data=style is not Format.table)
