"""The best or the worst rows of a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scorecard.problem import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class RankedRow:
    """A row, or a group of rows that have one value in a column.

    ``label`` is the row's own, or the value of the group; ``value`` is the row's figure, or the mean of the group.
    ``per`` is the value by which rankings are kept apart. A group has no ``day``; ``rows`` is its sample size, the
    number of its rows that have a figure, and ``total`` the sum of these.
    """

    label: str
    value: float
    day: date | None = None
    per: str = ""
    rows: int = 1
    total: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking:
    """``rows`` in order, those of one ``per`` together; ``of`` counts the rows or groups that were ranked."""

    rows: tuple[RankedRow, ...] = ()
    of: int = 0
    problems: tuple[Problem, ...] = ()
