"""``scorecard render``: the picture of a map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scorecard.api.render import WIDTH, Picture, save
from scorecard.cli.choices import ids, option
from scorecard.cli.opening import Opened, explained, open_card, uncollected
from scorecard.cli.options import AsOf, ColourOption, MapArgument, PeriodOption, Verbose
from scorecard.cli.picture_choice import STEPS, Detail, Engine, PictureChoice, Style, pixels, steps
from scorecard.cli.terminal import Colour, write_note
from scorecard.naming import counted
from scorecard.rendering.spans import printable
from scorecard.result import GoalScore, Scorecard

if TYPE_CHECKING:
    from scorecard.arrow_evidence import Evidence
    from scorecard.comparison import Comparison


def render(
    strategy_map: MapArgument = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The file to write; its ending says the format. Default: map.svg."
        ),
    ] = Path("map.svg"),
    style: Annotated[
        Style | None,
        option(
            Style,
            "--style",
            metavar="STYLE",
            help="board for people who look, plain (drawn by Graphviz) for people who edit DOT. board when left out.",
        ),
    ] = None,
    detail: Annotated[
        Detail | None,
        option(
            Detail,
            "--detail",
            metavar="DETAIL",
            help="How much a goal shows: full (its KPIs), standard (results and drivers) or chip (name and number). "
            "By the size of the map when left out.",
        ),
    ] = None,
    dark: Annotated[bool, typer.Option("--dark", help="Light text on a dark ground.")] = False,
    width: Annotated[
        int | None,
        typer.Option(
            "--width",
            metavar="PX",
            parser=pixels,
            help=f"How wide the board is, from 600 px; {WIDTH} when left out. A map that needs more takes more.",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        Engine | None,
        option(
            Engine,
            "--engine",
            metavar="ENGINE",
            help="What orders the goals from left to right: dot, pygraphviz, builtin, or auto, the first that is here.",
        ),
    ] = None,
    goal: Annotated[
        str | None,
        typer.Option("--goal", metavar="ID", help="Only this goal with its causes and effects.", show_default=False),
    ] = None,
    depth: Annotated[
        int | None,
        typer.Option(
            "--depth",
            metavar="N",
            parser=steps,
            help=f"How many arrows from --goal the picture goes; {STEPS} when left out.",
            show_default=False,
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--compare", metavar="PERIOD", help="Mark what moved since this period, as 2026-08.", show_default=False
        ),
    ] = None,
    evidence: Annotated[
        bool,
        typer.Option(
            "--evidence", help="Mark what the figures say of each arrow, as scorecard evidence does; needs scipy."
        ),
    ] = False,
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Draw the strategy map.

    The ending of the file says the format. .svg and .png need nothing else, .pdf needs typst. .dot (the language of
    Graphviz) and .mmd (Mermaid, which GitHub and GitLab show as a picture) are text.

    scorecard render -o map.png

    scorecard render maps/city.yaml -o city.svg --detail standard --dark

    scorecard render --goal engaging-content --depth 2 -o content.svg

    scorecard render --compare 2026-08 -o moved.svg

    scorecard render --evidence -o hypotheses.svg

    scorecard render maps/city.yaml -o city.mmd
    """
    choice = PictureChoice(style, detail, dark, width, engine, against, goal, depth, evidence)
    choice.check(output)
    opened, card = open_card(strategy_map, as_of, colour, verbose, period)
    shown, centre = _around(card, goal, depth or STEPS)
    comparison = _compared(opened, card, against, colour)
    tested = _tested(opened, colour) if evidence else None
    options = choice.options(comparison, centre.id if centre else None, tested)
    picture = save(shown, output, style.value if style else None, options)
    write_note(_done(output, card, shown, picture, comparison, centre))
    for notice in picture.notices:
        write_note(f"note: {notice}")


def _around(card: Scorecard, goal: str | None, depth: int) -> tuple[Scorecard, GoalScore | None]:
    """What is drawn, and the goal in its middle when one was asked for."""
    if goal is None:
        return card, None
    from scorecard.api.neighbourhood import neighbourhood

    (goal_id,) = ids([goal], ((item.id, item.name) for item in card.goals))
    return neighbourhood(card, goal_id, depth), next((item for item in card.goals if item.id == goal_id), None)


def _compared(opened: Opened, card: Scorecard, against: str | None, colour: Colour) -> Comparison | None:
    if against is None:
        return None
    from scorecard.api.compare import card_compared

    with uncollected(), explained(opened, colour):
        return card_compared(opened.strategy_map, card, against, opened.folder)


def _tested(opened: Opened, colour: Colour) -> Evidence:
    from scorecard.api.evidence import evidence

    with uncollected(), explained(opened, colour):
        return evidence(opened.strategy_map, opened.as_of, folder=opened.folder)


def _done(
    output: Path,
    card: Scorecard,
    shown: Scorecard,
    picture: Picture,
    comparison: Comparison | None,
    centre: GoalScore | None,
) -> str:
    words = [counted(goal=len(card.goals), arrow=len(card.links)), f"as of {card.as_of}"]
    if centre is not None:
        drawn = f"{len(shown.goals)} of {counted(goal=len(card.goals))} around '{printable(centre.name)}'"
        words[0] = f"{drawn}, {counted(arrow=len(shown.links))}"
    words += [f"compared with {comparison.before}"] if comparison else []
    words += [f"in the {picture.style} style"] if picture.style else []
    return f"wrote {printable(str(output))}: {', '.join(words)}"
