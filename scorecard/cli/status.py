"""``scorecard status``: the review in the terminal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import typer

from scorecard.api.select import Selection, select
from scorecard.api.status import StatusOptions, status_text
from scorecard.cli.choices import ids, option
from scorecard.cli.opening import open_card
from scorecard.cli.options import AsOf, ColourOption, MapArgument, Output, PeriodOption, Verbose
from scorecard.cli.side_tables import SideTable, View, side_table
from scorecard.cli.terminal import Colour, screen, write, write_note
from scorecard.result import Scorecard, Status


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


class Only(StrEnum):
    """A status, as a filter."""

    on_track = "on-track"
    at_risk = "at-risk"
    off_track = "off-track"
    no_data = "no-data"


class FailOn(StrEnum):
    """What makes the command end with code 1."""

    off_track = "off-track"
    at_risk = "at-risk"
    no_data = "no-data"


_FAILING: Mapping[FailOn, tuple[Status, ...]] = {
    FailOn.off_track: ("off-track",),
    # A gate that opens again when a goal at risk falls off track would be none.
    FailOn.at_risk: ("at-risk", "off-track"),
    FailOn.no_data: ("no-data",),
}

_UNKNOWN_TO: Mapping[Format, tuple[str, ...]] = {
    Format.csv: ("--initiatives", "--full", "--sort"),
    Format.markdown: ("--full",),
}
"""What a format does not show; JSON always has everything, in the order of the map."""


def status(
    strategy_map: MapArgument = None,
    style: Annotated[
        Format,
        option(
            Format, "--format", "-f", metavar="FORMAT", help="How the review is written: table, json, csv or markdown."
        ),
    ] = Format.table,
    kpis: Annotated[bool, typer.Option("--kpis", help="Show the KPIs of each goal.")] = False,
    initiatives: Annotated[
        bool, typer.Option("--initiatives", help="Show the initiatives, late and over budget first.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="Show every number and what it is made of.")] = False,
    sort: Annotated[
        Sort,
        option(
            Sort,
            "--sort",
            metavar="ORDER",
            help="The order of the goals within their perspective: map, or urgency (most urgent first).",
        ),
    ] = Sort.map,
    perspective: Annotated[
        list[str] | None, typer.Option("--perspective", metavar="ID", help="Only goals of this perspective.")
    ] = None,
    goal: Annotated[list[str] | None, typer.Option("--goal", metavar="ID", help="Only this goal.")] = None,
    owner: Annotated[
        list[str] | None, typer.Option("--owner", metavar="NAME", help="Only goals of this owner.")
    ] = None,
    only: Annotated[
        list[Only] | None,
        option(
            Only,
            "--status",
            metavar="STATUS",
            help="Only goals of this status: on-track, at-risk, off-track or no-data.",
        ),
    ] = None,
    fail_on: Annotated[
        list[FailOn] | None,
        option(
            FailOn,
            "--fail-on",
            metavar="STATUS",
            help="End with code 1 when a shown goal is off-track, at-risk (or worse), or has no-data.",
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="DIMENSION", help="Only the headline figures, side by side for each value, as by network."
        ),
    ] = None,
    kpi: Annotated[
        list[str] | None, typer.Option("--kpi", metavar="ID", help="Show this KPI or measure with --by.")
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--compare", metavar="PERIOD", help="Only what moved since this period, and what that did to the goals."
        ),
    ] = None,
    output: Output = None,
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Review the strategy in the terminal.

    Shows every goal with its status, results, drivers, outlook and diagnosis, and where to look first. Filters and
    --fail-on may be repeated; perspectives and index stay those of the whole map.

    scorecard status --kpis

    scorecard status --perspective customer --sort urgency

    scorecard status --format json --fail-on off-track

    scorecard status --by network

    scorecard status --compare 2026-09
    """
    of_the_review = {
        "--kpis": kpis,
        "--initiatives": initiatives,
        "--full": full,
        "--sort": sort != Sort.map,
        "--perspective": bool(perspective),
        "--goal": bool(goal),
        "--owner": bool(owner),
        "--status": bool(only),
        "--fail-on": bool(fail_on),
    }
    view = View(strategy_map, as_of, period, style.value, output, colour, verbose)
    table = side_table(SideTable(by, kpi, against), view, of_the_review)
    if table is not None:
        write(table, output, data=style != Format.table)
        return
    _, card = open_card(strategy_map, as_of, colour, verbose, period)
    shown = select(card, _selection(card, perspective, goal, owner, only))
    options = StatusOptions(kpis=kpis, initiatives=initiatives, full=full, sort=sort.value)
    for switch, given in (("--initiatives", initiatives), ("--full", full), ("--sort", sort != Sort.map)):
        if given and switch in _UNKNOWN_TO.get(style, ()):
            write_note(f"note: {switch} changes nothing in {style}")
    write(status_text(shown, style.value, options, screen(colour, output=output)), output, data=style != Format.table)
    failing = [score.id for score in shown.goals if score.status in _statuses(fail_on or ())]
    if failing:
        write_note(f"--fail-on {', '.join(fail_on or ())} is met by: {', '.join(failing)}")
        raise typer.Exit(1)


def _statuses(fail_on: Sequence[FailOn]) -> Collection[Status]:
    return {status for asked in fail_on for status in _FAILING[asked]}


def _selection(
    card: Scorecard,
    perspectives: Sequence[str] | None,
    goals: Sequence[str] | None,
    owners: Sequence[str] | None,
    statuses: Sequence[Only] | None,
) -> Selection:
    return Selection(
        perspectives=ids(perspectives, ((item.id, item.name) for item in card.perspectives)),
        goals=ids(goals, ((item.id, item.name) for item in card.goals)),
        owners=ids(owners, ((item.owner, None) for item in card.goals if item.owner)),
        statuses=tuple(asked.value for asked in statuses or ()),
    )
