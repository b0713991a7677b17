"""``scorecard schema``: the JSON Schema of a map, for editors."""

from __future__ import annotations

from scorecard.cli.options import Verbose
from scorecard.cli.terminal import write


def schema(verbose: Verbose = False) -> None:
    """Print the JSON Schema of a map.

    It is made from the classes that load the file.

    scorecard schema

    scorecard schema > .schema/strategy-map.schema.json
    """
    from scorecard.api.schema import schema_text

    write(schema_text())
