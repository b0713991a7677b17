"""``scorecard decide``: a decision on a goal, with who does it until when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from scorecard.cli.choices import choice, choices
from scorecard.cli.note import GoalArgument, ReviewOf, goal_meant
from scorecard.cli.opening import explained, open_map
from scorecard.cli.options import AsOf, ColourOption, MapOption, Verbose, last_day
from scorecard.cli.terminal import Colour, write


class Kind(StrEnum):
    """What is decided of what is being done."""

    continue_ = "continue"
    intensify = "intensify"
    slow_down = "slow-down"
    stop = "stop"
    change = "change"


def decide(
    goal: GoalArgument,
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="KIND",
            parser=choice(Kind),
            autocompletion=choices(Kind),
            help="What is decided: continue, intensify, slow-down, stop or change.",
        ),
    ],
    text: Annotated[str, typer.Argument(metavar="WORDS", help="The decision, in quotes.")],
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="NAME", help="Who does it.", show_default=False)
    ] = None,
    due: Annotated[
        date | None,
        typer.Option(
            "--due",
            metavar="DATE",
            parser=last_day,
            help="Until when, as 2026-12-15, or a period for its last day.",
            show_default=False,
        ),
    ] = None,
    period: ReviewOf = None,
    strategy_map: MapOption = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Decide something on a goal.

    It is kept in reviews/PERIOD.md beside the map, in one line with its owner, day and goal. `scorecard decisions`
    lists what is open, and closes it.

    scorecard decide engaging-content change "Two formats only" --owner Ana

    scorecard decide quick-coffee stop Queues --due 2026-Q4 -m maps/corner-cafe
    """
    from scorecard.api.review import add_decision, names_of, new_decision, period_under_review
    from scorecard.rendering.decisions import decided_text

    opened = open_map(strategy_map, as_of, colour, verbose)
    meant = goal_meant(opened, goal)
    with explained(opened, colour):
        asked = period_under_review(opened.strategy_map, opened.folder, opened.as_of, period)
        decision = new_decision(asked, meant, kind.value, text, owner, due)
        path = add_decision(opened.strategy_map, opened.folder, decision)
        write(decided_text(decision, path, names_of(opened.strategy_map), opened.as_of))
