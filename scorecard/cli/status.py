"""``scorecard status``: the review in the terminal."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.api.select import Selection, select
from scorecard.api.status import StatusOptions, status_text
from scorecard.cli.opening import open_card
from scorecard.cli.options import AsOf, ColourOption, MapArgument, Verbose
from scorecard.cli.terminal import Colour, screen, write
from scorecard.result import Status


class Format(StrEnum):
    """How the review is written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


class Sort(StrEnum):
    """How goals are ordered within their perspective."""

    map = "map"
    urgency = "urgency"


class FailOn(StrEnum):
    """A status that makes the command end with code 1."""

    off_track = "off-track"
    at_risk = "at-risk"
    no_data = "no-data"


_STATUSES: dict[str, Status] = {
    "on-track": "on-track",
    "at-risk": "at-risk",
    "off-track": "off-track",
    "no-data": "no-data",
}


def _status(text: str) -> Status:
    """Both spellings: ``on-track`` and ``on track``."""
    found = _STATUSES.get(text.strip().lower().replace(" ", "-").replace("_", "-"))
    if found is None:
        raise typer.BadParameter(f"{text!r} is not a status; there are: on-track, at-risk, off-track, no-data")
    return found


def status(
    strategy_map: MapArgument = None,
    as_of: AsOf = None,
    style: Annotated[Format, typer.Option("--format", "-f", help="How the review is written.")] = Format.table,
    kpis: Annotated[bool, typer.Option("--kpis", help="Show the KPIs of each goal.")] = False,
    initiatives: Annotated[bool, typer.Option("--initiatives", help="Show the initiatives.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Show every number and what it is made of.")] = False,
    sort: Annotated[Sort, typer.Option("--sort", help="Order of the goals.")] = Sort.map,
    perspective: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only goals of this perspective.")] = None,
    goal: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this goal.")] = None,
    owner: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only goals of this owner.")] = None,
    only: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", parser=_status, help="Only goals of this status.")
    ] = None,
    fail_on: Annotated[
        list[FailOn] | None, typer.Option(metavar="STATUS", help="End with code 1 when a shown goal is so.")
    ] = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Review the strategy in the terminal.

    Shows every goal with its status, results, drivers, outlook and diagnosis. Filters may be
    repeated; perspectives and index stay those of the whole map.

    scorecard status --kpis

    scorecard status --format json --fail-on off-track
    """
    _, card = open_card(strategy_map, as_of, colour, verbose)
    selection = Selection(
        perspectives=tuple(perspective or ()),
        goals=tuple(goal or ()),
        owners=tuple(owner or ()),
        statuses=tuple(only or ()),  # type: ignore[arg-type]
    )
    shown = select(card, selection)
    options = StatusOptions(kpis=kpis, initiatives=initiatives, full=full, sort=sort.value)
    write(status_text(shown, style.value, options, screen(colour)))
    if any(score.status in (fail_on or ()) for score in shown.goals):
        raise typer.Exit(1)
