"""``scorecard rule``: what a rule asks for, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from scorecard.cli.options import Verbose
from scorecard.cli.terminal import write


def rule(
    rule_id: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="The rule, as problems name it in brackets; all are listed when left out."),
    ] = None,
    verbose: Verbose = False,
) -> None:
    """Explain a rule, or list all rules.

    What it asks for, why, and a good and a bad example.

    scorecard rule

    scorecard rule link-cycle
    """
    from scorecard.api.rules import rule_text

    write(rule_text(rule_id))
