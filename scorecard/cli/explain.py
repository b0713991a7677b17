"""``scorecard explain``: why a number is what it is, and why it moved."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scorecard.cli.choices import ids, option
from scorecard.cli.opening import explained, open_card
from scorecard.cli.options import AsOf, ColourOption, MapOption, Output, PeriodOption, Verbose
from scorecard.cli.terminal import Colour, screen, write


class Format(StrEnum):
    """How the explanation is written."""

    table = "table"
    json = "json"
    markdown = "markdown"


class Number(StrEnum):
    """A number of a goal, a perspective or the index."""

    performance = "performance"
    lagging = "lagging"
    leading = "leading"
    outlook = "outlook"


def explain(
    item: Annotated[
        str,
        typer.Argument(
            metavar="GOAL",
            help="A goal, a perspective or index. Where an id stands for both, say which: goal:ID or perspective:ID.",
        ),
    ],
    strategy_map: MapOption = None,
    number: Annotated[
        Number | None,
        option(
            Number,
            "--number",
            metavar="NUMBER",
            help="Which number: performance, lagging (its results), leading (its drivers) or outlook. The performance "
            "when left out, which tables show first; the outlook of a goal without one.",
        ),
    ] = None,
    compare: Annotated[
        str | None,
        typer.Option(
            "--compare",
            metavar="PERIOD",
            help="Why it moved since this earlier period, as 2026-08.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        Format,
        option(Format, "--format", "-f", metavar="FORMAT", help="How it is written: table, json or markdown."),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Explain a number down to the KPIs.

    The number as a sum that can be done again with a pocket calculator: for every KPI how good it is, what share of
    the number it is and by which way, and the points that it gives. An outlook goes up all arrows; the 20 largest
    ways are listed, the rest is one sum. With --compare what moved the number, and how the change is split: what each
    KPI's value did, what its target or plan did, and what other shares did because data came or went.

    scorecard explain engaging-content --number outlook

    scorecard explain index --compare 2026-08
    """
    from scorecard.api.explain import card_explained, explanation_text

    opened, card = open_card(strategy_map, as_of, colour, verbose, period)
    names = [*((goal.id, goal.name) for goal in card.goals), *((one.id, one.name) for one in card.perspectives)]
    (name,) = ids([item], names)
    with explained(opened, colour):
        found = card_explained(
            opened.strategy_map,
            card,
            name,
            None if number is None else number.value,
            against=compare,
            folder=opened.folder,
        )
    write(explanation_text(found, style.value, screen(colour, output=output)), output, data=style is not Format.table)
