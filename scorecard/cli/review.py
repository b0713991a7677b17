"""``scorecard review``: the meeting in the terminal."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

import typer

from scorecard.cli.opening import explained, open_map
from scorecard.cli.options import AsOf, ColourOption, MapArgument, PeriodOption, Verbose
from scorecard.cli.terminal import Colour, screen, write
from scorecard.extras import lacking


def review(
    strategy_map: MapArgument = None,
    period: PeriodOption = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Hold the review of a period.

    A screen for the meeting: left the order of business and the map, right the goal that is talked about. Comments and
    decisions are written to reviews/PERIOD.md beside the map as they are made; ? shows the keys.

    scorecard review

    scorecard review maps/corner-cafe --period 2026-09
    """
    _refuse_without_a_screen()
    opened = open_map(strategy_map, as_of, colour, verbose)
    shown = screen(colour)
    if shown.colour:
        os.environ.pop("NO_COLOR", None)
    else:
        os.environ["NO_COLOR"] = "1"  # how the library is told

    from scorecard.meeting.app import Meeting
    from scorecard.meeting.session import Session
    from scorecard.rendering.decisions import review_text

    with explained(opened, colour):
        session = Session(opened.strategy_map, opened.folder, opened.as_of, period)
    Meeting(session, ascii=shown.ascii).hold()
    write(review_text(session.shown.review))


def _refuse_without_a_screen() -> None:
    if find_spec("textual") is None:
        raise typer.BadParameter(lacking("the meeting", "textual"))
    if not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise typer.BadParameter(
            "a meeting needs a terminal, and this is none; scorecard note, decide and decisions do without"
        )
