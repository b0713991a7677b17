"""``scorecard init``: a working folder to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scorecard.cli.options import Verbose
from scorecard.cli.terminal import write


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to fill; made when it is not there.")
    ] = Path(),
    template: Annotated[
        str, typer.Option("--template", "-t", help="Which starter map; see: scorecard templates.")
    ] = "social-media",
    verbose: Verbose = False,
) -> None:
    """Make a working folder.

    It holds the map, its schema for editors, a place for data, and a CI workflow. Nothing that is there
    already is overwritten.

    scorecard init my-strategy

    scorecard init --template social-media
    """
    from scorecard.api.templates import init as make

    written = make(folder, template)
    listed = "".join(f"  {name}\n" for name in written)
    write(f"Wrote {len(written)} files to {folder}:\n{listed}Next: change strategy.yaml, then run: scorecard status\n")
