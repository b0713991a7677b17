"""``scorecard diff``: what was edited in a map, and what that does to the scores."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.choices import option
from scorecard.cli.opening import explained, open_map, open_revision, uncollected
from scorecard.cli.options import AsOf, ColourOption, MapOption, Output, PeriodOption, Verbose
from scorecard.cli.run import FINDINGS
from scorecard.cli.terminal import Colour, screen, write, write_note


class Format(StrEnum):
    """How the differences are written."""

    table = "table"
    json = "json"
    markdown = "markdown"


_PICTURES = (".svg", ".png", ".pdf")


def diff(
    before: Annotated[
        str,
        typer.Argument(
            metavar="BEFORE",
            help="The older map: a file, or a revision of the git repository (HEAD~3, main, a tag, a commit).",
        ),
    ],
    after: Annotated[
        str | None,
        typer.Argument(
            metavar="AFTER",
            help="The newer map: a file or a revision; the map as it lies here when left out.",
            show_default=False,
        ),
    ] = None,
    strategy_map: MapOption = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with code 1 when there are differences.")] = False,
    style: Annotated[
        Format,
        option(
            Format,
            "--format",
            "-f",
            metavar="FORMAT",
            help="How it is written: table, json or markdown (the comment for a pull request).",
        ),
    ] = Format.table,
    output: Output = None,
    as_of: AsOf = None,
    period: PeriodOption = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Say what was edited in a map, and what that does to the scores.

    Goals, KPIs, arrows, weights, targets and everything else that came, went or changed, in words; each edit with its
    effect on the index and on the goals it moves, scored with the data that lie beside the newer map today. A target
    that was lowered after a miss and a weight that was moved onto what is on track are pointed out. The order in which
    a file says things is no difference.

    scorecard diff HEAD~3

    scorecard diff main feature --format markdown

    scorecard diff last-year.yaml strategy.yaml
    """
    from scorecard.api.diff import diff as compared
    from scorecard.api.diff import diff_text

    if output is not None and output.suffix.lower() in _PICTURES:
        raise typer.BadParameter(f"diff writes text; {output.name!r} is called like a picture, and nothing was written")
    is_file = after is not None and Path(after).exists()
    opened = open_map(Path(after) if after and is_file else strategy_map, as_of, colour, verbose)
    is_revision = after is not None and not is_file
    new = open_revision(after or "", opened.path, colour) if is_revision else opened.strategy_map
    old = open_revision(before, opened.path, colour)
    with uncollected(), explained(opened, colour):
        found = compared(
            old,
            new,
            as_of or new.as_of or opened.as_of,
            period=period,
            folder=opened.folder,
            names=(before, after or str(opened.path)),
        )
    write(diff_text(found, style.value, screen(colour, output=output)), output, data=style is Format.json)
    if is_revision:
        write_note(f"note: the data are those of {opened.folder} today, not those of {after}")
    if exit_code and found.edits:
        raise typer.Exit(FINDINGS)
