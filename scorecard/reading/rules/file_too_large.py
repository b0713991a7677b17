"""A map is at most 10 MB, and has at most 500,000 keys and entries.

The largest strategy maps are a few hundred kilobytes. A file beyond ten megabytes is something else, a data file
perhaps.

Good:
    goals:
      growth: {perspective: financial}

Bad (× 500,000):
    # This line stands here half a million times.
"""

from __future__ import annotations

from scorecard.problem import Problem


def problem(most: int) -> Problem:
    """The file has more than the ``most`` bytes that are allowed."""
    return Problem(
        rule="file-too-large",
        message="the file has more than {most} MB; no strategy map has",
        hint="is this a data file? figures live beside the map, not in it",
        params={"most": round(most / 1e6)},
    )


def too_many_items(most: int) -> Problem:
    """The file has more than ``most`` keys and entries."""
    return Problem(
        rule="file-too-large",
        message="the file has more than {most} keys and entries; no strategy map has",
        hint="is this a data file? figures live beside the map, not in it",
        params={"most": f"{most:,}"},
    )
