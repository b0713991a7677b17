"""``scorecard simulate``: what would come of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from scorecard.cli.choices import ids, option
from scorecard.cli.drawing import drawing
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


def _whole(given: str | int, least: int, most: int, what: str) -> int:
    text = str(given)
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) else -1
    if not least <= number <= most:
        raise typer.BadParameter(f"{text!r} is no {what}; write a whole number from {least} to {most:,}")
    return number


def _draws(given: str | int) -> int:
    return _whole(given, 100, 100_000_000, "number of draws")


def _seed(given: str | int) -> int:
    return _whole(given, 0, 999_999_999, "seed")


def _workers(given: str | int) -> int:
    return _whole(given, 1, 64, "number of workers")


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
_Uncertain: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--uncertain",
        metavar="[KPI=]SPREAD",
        help="How uncertain a value is: 15% of it (two of three times within), 400..600 (90 of 100 times inside) or "
        "history (what it changed by from period to period); without a KPI all of them; may be repeated.",
    ),
]
_Correlated: TypeAlias = Annotated[
    bool, typer.Option("--correlated", help="Uncertain KPIs move together as they did in their history.")
]
_Draws: TypeAlias = Annotated[
    int, typer.Option("--draws", metavar="N", parser=_draws, help="How often values are drawn, 100 or more.")
]
_Seed: TypeAlias = Annotated[
    int, typer.Option("--seed", metavar="N", parser=_seed, help="Another number draws other values.")
]
_Workers: TypeAlias = Annotated[
    int, typer.Option("--workers", metavar="N", parser=_workers, help="So many threads draw; the answer is the same.")
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
    uncertain: _Uncertain = None,
    correlated: _Correlated = False,
    draws: _Draws = 10_000,
    seed: _Seed = 1,
    workers: _Workers = 1,
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

    scorecard simulate --uncertain history --uncertain social-revenue=15%
    """
    from scorecard.api.simulate import simulate as simulated
    from scorecard.api.simulate import simulation_text

    opened = open_map(strategy_map, as_of, colour, verbose)
    with uncollected(), explained(opened, colour), explained_scenario(colour):
        scenarios = _scenarios(opened, files or (), settings or (), dropped or (), weights or (), uncertain or ())
        with drawing(draws, seed, workers, correlated) as chance:
            found = simulated(
                opened.strategy_map,
                opened.as_of,
                scenarios,
                period=period,
                folder=opened.folder,
                periods=periods,
                chance=chance,
            )
    write(simulation_text(found, style.value, screen(colour, output=output)), output, data=style != Format.table)
    _gate(found)


def _scenarios(
    opened: Opened,
    files: Iterable[Path],
    settings: Sequence[str],
    dropped: Sequence[str],
    weights: Sequence[str],
    uncertain: Sequence[str],
) -> list[Scenario]:
    """Those of the files, and the one that the options make."""
    from scorecard.api.scenario import load_scenario, made_scenario

    found = [load_scenario(path, opened.strategy_map) for path in files]
    if settings or dropped or weights or uncertain:
        names = [(kpi_id, kpi.name) for kpi_id, kpi in opened.strategy_map.kpis.items()]
        pairs = [(ids([kpi], names)[0], text) for kpi, text in _pairs("--set", settings, "followers=+10%")]
        spread = [item if "=" in item else f"*={item}" for item in uncertain]
        spreads = _pairs("--uncertain", spread, "followers=15%")
        spreads = [(kpi if kpi == "*" else ids([kpi], names)[0], text) for kpi, text in spreads]
        changed = _pairs("--weight", weights, "growth=2")
        found.append(made_scenario(opened.strategy_map, pairs, dropped, changed, spreads))
    if not found:
        raise typer.BadParameter("say what would be otherwise: --set, --drop-link, --weight, --uncertain or --scenario")
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
