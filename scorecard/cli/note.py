"""``scorecard note``: a comment on a goal, for the review of a period."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from scorecard.cli.choices import ids
from scorecard.cli.opening import Opened, explained, open_map
from scorecard.cli.options import AsOf, ColourOption, MapOption, Verbose
from scorecard.cli.terminal import Colour, write

GoalArgument: TypeAlias = Annotated[str, typer.Argument(metavar="GOAL", help="The goal, by id or name.")]
ReviewOf: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help="The period under review, as 2026-10; the one that would be scored.",
        show_default=False,
    ),
]


def note(
    goal: GoalArgument,
    text: Annotated[str, typer.Argument(metavar="WORDS", help="The comment, in quotes.")],
    period: ReviewOf = None,
    strategy_map: MapOption = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Note a comment on a goal.

    It is kept in reviews/PERIOD.md beside the map, below the heading of the goal. The file may be edited by hand, and
    every line that is there stays. `scorecard review` does the same in a meeting.

    scorecard note engaging-content "Reach fell because the campaign ended"

    scorecard note quick-coffee "A second grinder helps" -m maps/corner-cafe
    """
    from scorecard.api.review import add_comment, names_of, period_under_review
    from scorecard.rendering.decisions import noted_text

    opened = open_map(strategy_map, as_of, colour, verbose)
    meant, names = goal_meant(opened, goal), names_of(opened.strategy_map)
    with explained(opened, colour):
        asked = period_under_review(opened.strategy_map, opened.folder, opened.as_of, period)
        path = add_comment(opened.strategy_map, opened.folder, asked, meant, text)
        write(noted_text(path, meant, text, names))


def goal_meant(opened: Opened, goal: str) -> str:
    """The id of the goal that was named by its id or its name; what is neither stays, so that it can be quoted."""
    return ids([goal], ((goal_id, item.name) for goal_id, item in opened.strategy_map.goals.items()))[0]
