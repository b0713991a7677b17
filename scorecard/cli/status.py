"""``scorecard status``: the review in the terminal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import typer

from scorecard.api.select import Selection, select
from scorecard.api.status import StatusOptions, status_text
from scorecard.cli.choices import ids
from scorecard.cli.opening import open_card
from scorecard.cli.options import AsOf, ColourOption, MapArgument, Output, PeriodOption, Verbose
from scorecard.cli.review_options import (
    AsciiOption,
    ByKpiOption,
    ByOption,
    CompareOption,
    DrawOption,
    FailOn,
    FailOnOption,
    Format,
    FormatOption,
    FullOption,
    GoalFilter,
    InitiativesOption,
    KpisOption,
    Only,
    OwnerFilter,
    PerspectiveFilter,
    Sort,
    SortOption,
    StatusFilter,
)
from scorecard.cli.side_tables import SideTable, View, side_table
from scorecard.cli.terminal import Colour, screen, write, write_note
from scorecard.result import Scorecard, Status

_FAILING: Mapping[FailOn, tuple[Status, ...]] = {
    FailOn.off_track: ("off-track",),
    # A gate that opens again when a goal at risk falls off track would be none.
    FailOn.at_risk: ("at-risk", "off-track"),
    FailOn.no_data: ("no-data",),
}

_OF_THE_REVIEW = (
    *("--draw", "--kpis", "--initiatives", "--full", "--sort"),
    *("--perspective", "--goal", "--owner", "--status", "--fail-on", "--ascii"),
)
"""The options that only the review knows, in the order in which `status` takes them."""

_UNKNOWN_TO: Mapping[str, tuple[str, ...]] = {
    "json": ("--ascii",),
    "csv": ("--initiatives", "--full", "--sort", "--ascii"),
    "markdown": ("--full", "--ascii"),
    "a drawing": ("--initiatives", "--full", "--sort"),
}
"""What a form of the review does not show; JSON always has everything, in the order of the map."""


def status(
    strategy_map: MapArgument = None,
    style: FormatOption = Format.table,
    draw: DrawOption = False,
    kpis: KpisOption = False,
    initiatives: InitiativesOption = False,
    full: FullOption = False,
    sort: SortOption = Sort.map,
    perspective: PerspectiveFilter = None,
    goal: GoalFilter = None,
    owner: OwnerFilter = None,
    only: StatusFilter = None,
    fail_on: FailOnOption = None,
    by: ByOption = None,
    kpi: ByKpiOption = None,
    against: CompareOption = None,
    output: Output = None,
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    ascii: AsciiOption = False,
    verbose: Verbose = False,
) -> None:
    """Review the strategy in the terminal.

    Shows every goal with its status, results, drivers, outlook and diagnosis, and where to look first. Filters and
    --fail-on may be repeated; perspectives and index stay those of the whole map.

    scorecard status --kpis

    scorecard status --draw

    scorecard status --perspective customer --sort urgency

    scorecard status --format json --fail-on off-track

    scorecard status --by network

    scorecard status --compare 2026-09
    """
    asked = (draw, kpis, initiatives, full, sort != Sort.map, perspective, goal, owner, only, fail_on, ascii)
    given = dict(zip(_OF_THE_REVIEW, map(bool, asked), strict=True))
    view = View(strategy_map, as_of, period, style.value, output, colour, verbose)
    table = side_table(SideTable(by, kpi, against), view, given)
    if table is not None:
        write(table, output, data=style != Format.table)
        return
    if draw and style != Format.table:
        raise typer.BadParameter(f"--draw draws for a terminal and knows no --format {style}; ask for one of them")
    _, card = open_card(strategy_map, as_of, colour, verbose, period)
    shown = select(card, _selection(card, perspective, goal, owner, only))
    options = StatusOptions(kpis=kpis, initiatives=initiatives, full=full, sort=sort.value, draw=draw)
    _say_unknown("a drawing" if draw else style.value, given)
    surface = screen(colour, output=output)
    surface = replace(surface, ascii=surface.ascii or ascii)
    write(status_text(shown, style.value, options, surface), output, data=style != Format.table)
    _gate(shown, fail_on or ())


def _say_unknown(form: str, given: Mapping[str, bool]) -> None:
    """Say of every option that was given and changes nothing that it does not."""
    for switch in _UNKNOWN_TO.get(form, ()):
        if given[switch]:
            write_note(f"note: {switch} changes nothing in {form}")


def _gate(shown: Scorecard, fail_on: Sequence[FailOn]) -> None:
    """End with code 1 when a shown goal has a status that was asked to fail."""
    statuses: Collection[Status] = {status for asked in fail_on for status in _FAILING[asked]}
    failing = [score.id for score in shown.goals if score.status in statuses]
    if failing:
        write_note(f"--fail-on {', '.join(fail_on)} is met by: {', '.join(failing)}")
        raise typer.Exit(1)


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
