"""The options of ``scorecard status`` that say what of the review is shown, and how."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from scorecard.cli.choices import option


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


FormatOption: TypeAlias = Annotated[
    Format,
    option(Format, "--format", "-f", metavar="FORMAT", help="How the review is written: table, json, csv or markdown."),
]
DrawOption: TypeAlias = Annotated[
    bool, typer.Option("--draw", help="Draw the strategy map: goals as cards, links as lines.")
]
KpisOption: TypeAlias = Annotated[bool, typer.Option("--kpis", help="Show the KPIs of each goal.")]
InitiativesOption: TypeAlias = Annotated[
    bool, typer.Option("--initiatives", help="Show the initiatives, late and over budget first.")
]
FullOption: TypeAlias = Annotated[bool, typer.Option("--full", help="Show every number and what it is made of.")]
SortOption: TypeAlias = Annotated[
    Sort,
    option(
        Sort,
        "--sort",
        metavar="ORDER",
        help="The order of the goals within their perspective: map, or urgency (most urgent first).",
    ),
]
PerspectiveFilter: TypeAlias = Annotated[
    list[str] | None, typer.Option("--perspective", metavar="ID", help="Only goals of this perspective.")
]
GoalFilter: TypeAlias = Annotated[list[str] | None, typer.Option("--goal", metavar="ID", help="Only this goal.")]
OwnerFilter: TypeAlias = Annotated[
    list[str] | None, typer.Option("--owner", metavar="NAME", help="Only goals of this owner.")
]
StatusFilter: TypeAlias = Annotated[
    list[Only] | None,
    option(
        Only,
        "--status",
        metavar="STATUS",
        help="Only goals of this status: on-track, at-risk, off-track or no-data.",
    ),
]
FailOnOption: TypeAlias = Annotated[
    list[FailOn] | None,
    option(
        FailOn,
        "--fail-on",
        metavar="STATUS",
        help="End with code 1 when a shown goal is off-track, at-risk (or worse), or has no-data.",
    ),
]
ByOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="DIMENSION", help="Only the headline figures, side by side for each value, as by network."
    ),
]
ByKpiOption: TypeAlias = Annotated[
    list[str] | None, typer.Option("--kpi", metavar="ID", help="Show this KPI or measure with --by.")
]
CompareOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--compare", metavar="PERIOD", help="Only what moved since this period, and what that did to the goals."
    ),
]
AsciiOption: TypeAlias = Annotated[
    bool, typer.Option("--ascii", help="Write marks, bars and lines in ASCII; letters of names stay what they are.")
]
