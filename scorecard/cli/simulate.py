"""``scorecard simulate``: what would come of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from scorecard.cli.choices import ids, option
from scorecard.cli.opening import Opened, explained, explained_scenario, open_map, uncollected
from scorecard.cli.options import AsOf, ColourOption, MapArgument, Output, PeriodOption, Verbose, map_file
from scorecard.cli.terminal import Colour, screen, write, write_note
from scorecard.scenario import Scenario
from scorecard.simulation import Simulation


class Format(StrEnum):
    """How the scenarios are written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


_MOST_PERIODS = 240


def _periods(given: str | int) -> int:
    text = str(given)  # what is left out comes as the default, a number
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST_PERIODS)) else -1
    if not 0 <= number <= _MOST_PERIODS:
        raise typer.BadParameter(f"{text!r} is no number of periods; write one from 1 to {_MOST_PERIODS}")
    return number


_Settings: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KPI=VALUE",
        help="What a KPI would be: a figure as in the map, a change such as +10%, -500 or +3pp, or target; may be "
        "repeated. A figure below 0 has a second equals sign: profit==-5%.",
    ),
]
_Dropped: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--drop-link", metavar="CAUSE:EFFECT", help="Without this arrow; may be repeated."),
]
_Weights: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--weight",
        metavar="WHAT=WEIGHT",
        help="Another weight of a goal or perspective, of an arrow CAUSE:EFFECT, or of a KPI in a goal, GOAL/KPI; may "
        "be repeated.",
    ),
]
_Files: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--scenario",
        metavar="FILE",
        parser=map_file,
        help="A file with a scenario; may be repeated, each is a column of its own.",
    ),
]
_Periods: TypeAlias = Annotated[
    int,
    typer.Option(
        "--periods",
        metavar="N",
        parser=_periods,
        help="Show the way there, too: the scored period and so many after it.",
        show_default=False,
    ),
]


def simulate(
    strategy_map: MapArgument = None,
    settings: _Settings = None,
    dropped: _Dropped = None,
    weights: _Weights = None,
    files: _Files = None,
    periods: _Periods = 0,
    style: Annotated[
        Format,
        option(
            Format,
            "--format",
            "-f",
            metavar="FORMAT",
            help="How it is written: table, json, csv or markdown; csv with --periods has the way there.",
        ),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Say what would come of it.

    Sets KPIs, drops arrows and changes weights, and shows every goal before and after; with --periods when it arrives
    along the arrows. Nothing is written down. Scenarios may be kept in files and compared; what they expect is
    checked, and the command ends with code 1 when it is not met.

    scorecard simulate --set followers=target --set bounce-rate=-5pp

    scorecard simulate --drop-link paid-ads-audience:engaging-content

    scorecard simulate --scenario scenarios/fewer-better-posts.yaml --periods 6

    scorecard simulate --scenario scenarios/proven-tactics.yaml --set followers=7k
    """
    from scorecard.api.simulate import simulate as simulated
    from scorecard.api.simulate import simulation_text

    opened = open_map(strategy_map, as_of, colour, verbose)
    with uncollected(), explained(opened, colour), explained_scenario(colour):
        scenarios = _scenarios(opened, files or (), settings or (), dropped or (), weights or ())
        found = simulated(
            opened.strategy_map, opened.as_of, scenarios, period=period, folder=opened.folder, periods=periods
        )
    write(simulation_text(found, style.value, screen(colour, output=output)), output, data=style != Format.table)
    _gate(found)


def _scenarios(
    opened: Opened,
    files: Iterable[Path],
    settings: Sequence[str],
    dropped: Sequence[str],
    weights: Sequence[str],
) -> list[Scenario]:
    """Those of the files, and the one that the options make."""
    from scorecard.api.scenario import load_scenario, made_scenario

    found = [load_scenario(path, opened.strategy_map) for path in files]
    if settings or dropped or weights:
        names = [(kpi_id, kpi.name) for kpi_id, kpi in opened.strategy_map.kpis.items()]
        pairs = [(ids([kpi], names)[0], text) for kpi, text in _pairs("--set", settings, "followers=+10%")]
        found.append(made_scenario(opened.strategy_map, pairs, dropped, _pairs("--weight", weights, "growth=2")))
    if not found:
        raise typer.BadParameter("say what would be otherwise: --set, --drop-link, --weight or --scenario")
    return found


def _pairs(switch: str, given: Iterable[str], example: str) -> list[tuple[str, str]]:
    pairs = [(name.strip(), equals, text.strip()) for name, equals, text in (item.partition("=") for item in given)]
    for (name, equals, text), item in zip(pairs, given, strict=True):
        if not name or not equals or not text:
            raise typer.BadParameter(f"{switch} {item!r} says no {'value' if name else 'name'}; write {example}")
    return [(name, text) for name, _, text in pairs]


def _gate(simulation: Simulation) -> None:
    """End with code 1 when something that a scenario expects is not met."""
    unmet = [outcome for outcome in simulation.outcomes if not all(verdict.met for verdict in outcome.verdicts)]
    if unmet:
        write_note(f"not as expected: {', '.join(outcome.scenario.path for outcome in unmet)}")
        raise typer.Exit(1)
