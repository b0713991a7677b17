"""A stock has one row for each date and combination of dimensions.

`last(followers)` takes the value at the last date of a period. Two rows of one date, for the same network, leave open
which of them is true. Where exports overlap, a `key` lets the file listed later win.

Good:
    date,network,followers
    2026-01-31,instagram,12280
    2026-01-31,facebook,4100

Bad:
    date,network,followers
    2026-01-31,instagram,12280
    2026-01-31,instagram,12310
"""

from __future__ import annotations

from typing import NamedTuple

from scorecard.problem import Position, Problem


class Twin(NamedTuple):
    """One of the two rows: its file, its place there, and that in words."""

    path: str
    position: Position | None
    where: str


def problem(first: Twin, second: Twin, date: str, combination: str) -> Problem:
    """Two rows have the same date and dimension values."""
    message = "{other} has the same date ({date})" + (" and {combination}" if combination else "")
    other = first.where if first.path == second.path else f"{first.where} of {first.path}"
    return Problem(
        rule="row-twice",
        path=second.path,
        position=second.position,
        message=message + ", so it is open which row says the stock" + ("" if second.position else " ({where})"),
        label="the second row",
        hint="delete one of them; if exports overlap, write `key:` in the source, then the file listed later wins",
        params={"other": other, "date": date, "combination": combination, "where": second.where},
    )
