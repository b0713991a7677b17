r"""A map needs no byte order mark.

Some editors write an invisible mark at the start of a file. It does no harm here, but other tools stumble over it and
every comparison shows a first line that looks unchanged.

Good:
    goals:
      growth: {perspective: financial}

Bad (bytes):
    \xef\xbb\xbfgoals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem() -> Problem:
    """The text begins with U+FEFF."""
    return Problem(
        rule="byte-order-mark",
        severity="warning",
        position=Position(line=1, column=1),
        message="the file begins with an invisible byte order mark",
        hint="save it as “UTF-8”, not as “UTF-8 with BOM”",
    )
