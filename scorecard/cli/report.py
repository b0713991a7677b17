"""``scorecard report``: everything of one period on one page."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from scorecard.api.report import ENDINGS, report_text, save_report
from scorecard.api.report import report as collect
from scorecard.cli.choices import option
from scorecard.cli.opening import explained, map_path, open_map, uncollected
from scorecard.cli.options import AsOf, ColourOption, MapArgument, PeriodOption, Verbose, document
from scorecard.cli.terminal import Colour, screen, write_note
from scorecard.model import StrategyMap
from scorecard.naming import counted
from scorecard.rendering.spans import printable


class Audience(StrEnum):
    """Whom the report is for."""

    board = "board"
    team = "team"
    newcomer = "newcomer"


class Asked(NamedTuple):
    """What of a report was asked for, in the words of `scorecard.api.report.report`."""

    period: str | None
    audience: Literal["board", "team", "newcomer"]
    evidence: bool
    forecast: bool


def report(
    strategy_map: MapArgument = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            parser=document,
            help="The file to write; its ending says the format. Default: report.html.",
            show_default=False,
        ),
    ] = Path("report.html"),
    audience: Annotated[
        Audience,
        option(
            Audience,
            "--audience",
            metavar="WHO",
            help="How deep it goes: board (the big picture), team (everything) or newcomer (key figures with their "
            "definitions beside them).",
        ),
    ] = Audience.team,
    period: PeriodOption = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Say also whether the data support the arrows (extra reasoning).")
    ] = False,
    forecast: Annotated[
        bool, typer.Option("--forecast", help="Say also where the outlooks are expected to go (extra reasoning).")
    ] = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help="Show the page in the browser and make it anew whenever the map or its data change; Ctrl-C ends it.",
        ),
    ] = False,
    verbose: Verbose = False,
) -> None:
    """Write everything of one period on one page.

    The ending of the file says the format: .html is a page that loads nothing, with the strategy map to explore; .md
    is Markdown for a pull request; .pdf is the page on paper, with everything open (needs the extra pdf).

    scorecard report -o report.html

    scorecard report --audience board -o board.html

    scorecard report my-strategy --period 2026-09 -o report.md

    scorecard report --audience board -o board.pdf

    scorecard report --evidence --forecast -o report.html

    scorecard report --watch
    """
    asked = Asked(period, audience.value, evidence, forecast)
    if watch:
        _follow(map_path(strategy_map, verbose), output, colour, as_of, asked)
        return
    opened = open_map(strategy_map, as_of, colour, verbose)
    with uncollected(), explained(opened, colour):
        found = collect(opened.strategy_map, opened.as_of, folder=opened.folder, **asked._asdict())
        save_report(found, output)
    goals = counted(goal=len(found.card.goals))
    write_note(f"wrote {printable(str(output))}: {found.card.period}, {goals}, as of {found.card.as_of}")


def _follow(path: Path, output: Path, colour: Colour, as_of: date | None, asked: Asked) -> None:
    """Keep the page up to date until somebody interrupts it."""
    from scorecard.api.watch import watch

    if ENDINGS.get(output.suffix.lower()) != "html":
        raise typer.BadParameter(f"--watch shows a page; {output.name!r} does not end with .html")

    def page(strategy_map: StrategyMap) -> str:
        day = as_of or strategy_map.as_of or date.today()
        found = collect(strategy_map, day, folder=path.parent, **asked._asdict())
        return report_text(found, "html")

    watch(path, output, page, screen=screen(colour, sys.stderr), tell=write_note)
