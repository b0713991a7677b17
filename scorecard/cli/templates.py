"""``scorecard templates``: the bundled starter maps."""

from __future__ import annotations

from scorecard.cli.options import Verbose
from scorecard.cli.terminal import write


def templates(verbose: Verbose = False) -> None:
    """List the bundled starter maps.

    The name in front is what `scorecard init --template` takes.

    scorecard templates

    scorecard init my-strategy --template social-media
    """
    from scorecard.api.templates import templates as bundled

    write("".join(f"{template.id}  {template.name}\n" for template in bundled()))
