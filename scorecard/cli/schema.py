"""``scorecard schema``: the JSON Schema of a map, for editors."""

from __future__ import annotations

from scorecard.cli.options import Output, Verbose
from scorecard.cli.terminal import write


def schema(output: Output = None, verbose: Verbose = False) -> None:
    """Print the JSON Schema of a map.

    Editors complete and check a map by it. It is made from the classes that load the file.

    scorecard schema

    scorecard schema --output .schema/strategy-map.schema.json
    """
    from scorecard.api.schema import schema_text

    write(schema_text(), output, data=True)
