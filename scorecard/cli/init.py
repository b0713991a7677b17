"""``scorecard init``: a working folder to start from."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.options import Verbose
from scorecard.cli.terminal import write


def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="The folder to fill, made when it is not there; this one when left out."),
    ] = Path(),
    template: Annotated[
        str,
        typer.Option(
            "--template",
            "-t",
            metavar="NAME",
            help="The starter map: social-media, or another that `scorecard templates` lists.",
        ),
    ] = "social-media",
    verbose: Verbose = False,
) -> None:
    """Make a working folder.

    It holds the map, its schema for editors, a place for data, and a CI workflow. Nothing that is there already is
    overwritten: if one of the files is there, none is written.

    scorecard init my-strategy

    scorecard init --template social-media
    """
    from scorecard.api.templates import init as make

    written = make(folder, template)
    listed = "".join(f"  {name}\n" for name in written)
    here = folder == Path()
    change, review = ("strategy.yaml", "status") if here else (folder / "strategy.yaml", f"status {typed(folder)}")
    where = "this folder" if here else folder
    write(f"Wrote {len(written)} files to {where}:\n{listed}Next: change {change}, then run: scorecard {review}\n")


def typed(path: Path) -> str:
    """A path as one types it into a shell: quoted where it has to be, and never like an option."""
    return shlex.quote(f"./{path}" if str(path).startswith("-") else str(path))
