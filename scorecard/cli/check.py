"""``scorecard check``: all problems of a map."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorecard.api.examine import by_file, examine
from scorecard.api.problems import problems_text
from scorecard.cli.choices import option
from scorecard.cli.opening import map_path, uncollected
from scorecard.cli.options import AsOf, ColourOption, Output, Verbose, map_file
from scorecard.cli.terminal import Colour, screen, write, write_error
from scorecard.problem import Examination


class Format(StrEnum):
    """How problems are written."""

    full = "full"
    concise = "concise"
    json = "json"
    github = "github"


def check(
    maps: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="MAP",
            parser=map_file,
            help="The maps; strategy.yaml here, or else the only map here.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        Format,
        option(
            Format,
            "--format",
            "-f",
            metavar="FORMAT",
            help="How problems are written: full, concise, json, or github for the log of a workflow.",
        ),
    ] = Format.full,
    no_data: Annotated[
        bool, typer.Option("--no-data", help="Look at the map only, not at its sources and recorded figures.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with code 1 on warnings too.")] = False,
    output: Output = None,
    as_of: AsOf = None,
    colour: ColourOption = Colour.auto,
    verbose: Verbose = False,
) -> None:
    """Check maps for mistakes.

    The map, its sources and its recorded figures. Each mistake is shown with its place, the reason and the likely
    fix. Ends with code 1 when there are errors; warnings alone end with 0, and a file that cannot be read with 2.
    `scorecard rule ID` explains a rule.

    scorecard check

    scorecard check maps/*.yaml --format concise
    """
    examinations: list[Examination] = []
    asked: Sequence[Path | None] = maps or [None]
    unread = False
    with uncollected():
        for path in asked:
            try:
                examinations += by_file(examine(map_path(path, verbose), as_of=as_of, data=not no_data))
            except OSError as error:
                unread = True
                write_error(f"{path or Path()}: {error.strerror or error}")
    if examinations:
        text = problems_text(examinations, style.value, screen(colour, output=output))
        write(text, output, data=style in (Format.json, Format.github))
    if unread:
        raise typer.Exit(2)
    found = {problem.severity for examination in examinations for problem in examination.problems}
    if "error" in found or (strict and found):
        raise typer.Exit(1)
