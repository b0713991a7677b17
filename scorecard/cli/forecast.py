"""``scorecard forecast``: where it is going."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.cli.choices import ids, option
from scorecard.cli.opening import explained, open_map, uncollected
from scorecard.cli.options import AsOf, ColourOption, MapOption, Output, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the forecast is written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


_MOST_PERIODS = 60


def _periods(given: str | int) -> int:
    text = str(given)  # what is left out comes as the default, a number
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST_PERIODS)) else 0
    if not 1 <= number <= _MOST_PERIODS:
        raise typer.BadParameter(f"{text!r} is no number of periods; write one from 1 to {_MOST_PERIODS}")
    return number


def forecast(
    goals: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="GOAL", help="Goals, perspectives or index; all of them when left out.", show_default=False
        ),
    ] = None,
    strategy_map: MapOption = None,
    periods: Annotated[
        int, typer.Option("--periods", metavar="N", parser=_periods, help="How many periods, 1 to 60.")
    ] = 6,
    style: Annotated[
        Format,
        option(
            Format,
            "--format",
            "-f",
            metavar="FORMAT",
            help="How the forecast is written: table, json, csv or markdown.",
        ),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Say when it is expected on track.

    Each KPI goes on as it did: by exponential smoothing where that erred less than the last value in a backtest. The
    outlooks follow along the arrows with their delays, each with an interval and the chance of being on track.

    scorecard forecast

    scorecard forecast engaging-content index --periods 12 --format markdown
    """
    from scorecard.api.forecast import ForecastError, choose, forecast_text
    from scorecard.api.forecast import forecast as expected

    opened = open_map(strategy_map, as_of, colour, verbose)
    with uncollected(), explained(opened, colour):
        try:
            found = expected(opened.strategy_map, opened.as_of, periods=periods, folder=opened.folder)
        except ForecastError as error:
            raise typer.BadParameter(str(error)) from None
    found = choose(found, ids(goals, ((one.id, one.name) for one in found.outlooks)))
    write(forecast_text(found, style.value, screen(colour, output=output)), output, data=style is not Format.table)
