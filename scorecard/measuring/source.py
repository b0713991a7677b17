"""What a map asks of a place where raw rows lie, whatever it is: files today, a table of a warehouse as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, Protocol, TypeAlias

from scorecard.actuals import DimensionValues
from scorecard.period import Days
from scorecard.problem import Loc, Problem

Kind: TypeAlias = Literal["flow", "stock", "rate"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Expression:
    """One figure to work out over all rows of a window for which ``where`` holds.

    ``formula`` is an aggregate expression over the columns, ``where`` a condition on a row; ``loc`` is the item of
    the map that says them and ``field`` the key that holds the formula.
    """

    formula: str
    where: str | None = None
    loc: Loc = ()
    field: str = "formula"


class Cell(NamedTuple):
    """Where a value is asked for: the key of its expression, the number of its window, and a combination of
    dimension values (empty for the whole)."""

    expression: str
    window: int
    dimensions: DimensionValues


@dataclass(frozen=True, kw_only=True, slots=True)
class Evaluation:
    """What a source gave.

    ``values`` holds every cell that has rows: None is no value (a division by zero, say). ``rows`` counts the rows
    of each window and combination of all dimensions, with the number of the window first. ``kinds`` says of each
    expression how its figures add up, ``parts`` names the dimensions that the source has. ``first`` and ``last`` are
    the first and the last day that have a row, ``replaced`` how many rows were replaced by another one with the same
    key. With ``problems`` there are no values; ``warnings`` are for people to look at.
    """

    values: Mapping[Cell, float | None] = field(default_factory=dict)
    rows: Mapping[tuple[int, DimensionValues], int] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    replaced: int = 0
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


class Source(Protocol):
    """A table of dated rows."""

    def columns(self) -> Sequence[str]:
        """The columns that expressions may name."""

    def prepare(self, expressions: Mapping[str, Expression], looks: int) -> None:
        """Say everything that will be asked, in so many looks at the rows: what a column is, a number, a date or a
        text, follows from all of it."""

    def evaluate(
        self, expressions: Mapping[str, Expression], windows: Sequence[Days], dimensions: Sequence[str]
    ) -> Evaluation:
        """Every expression over every window: of the whole, and of every value of each of the ``dimensions``."""
