"""A figure is recorded once.

Two rows with the same KPI, date and combination of dimension values contradict each other, or count the same thing
twice. A new value replaces the old one: `scorecard record` does that.

Good:
    date,kpi,value
    2026-09,followers,11960
    2026-10,followers,12280

Bad:
    date,kpi,value
    2026-10,followers,11960
    2026-10,followers,12280
"""

from __future__ import annotations

from scorecard.actuals import DimensionValues
from scorecard.measuring.spot import Spot
from scorecard.problem import Problem


def problem(kpi: str, date: str, dimensions: DimensionValues, first: tuple[str, int], at: Spot) -> Problem:
    """A figure that stands already in line ``first[1]`` of the file ``first[0]``."""
    of = "".join(f", {name} {value}" for name, value in dimensions)
    return Problem(
        rule="figure-twice",
        path=at.path,
        position=at.position,
        message="KPI '{kpi}' has two figures for {date}{of}: in {first} and here ({here})",
        label="the second one",
        hint="keep the one that is right and delete the other row",
        params={
            "kpi": kpi,
            "date": date,
            "of": of,
            "first": f"{first[0]}:{first[1]}",
            "here": f"{at.path}:{at.position.line}" if at.position else at.path,
            "column": at.column,
        },
    )
