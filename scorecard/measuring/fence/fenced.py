"""Expressions that may run: our own SQL, and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

ColumnKind: TypeAlias = Literal["number", "date", "text", "truth"]
"""What a column is: ``truth`` is yes or no. In SQL they are DOUBLE, TIMESTAMP, VARCHAR and BOOLEAN."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stock:
    """``last(x)`` or ``first(x)``: the ``value`` (SQL) where ``where`` (SQL) holds, at the last or first date.

    The formula's own SQL takes it as ``sum("column")``; the name is made from the content, so that equal stocks of
    several formulas share one column.
    """

    column: str
    take: Literal["first", "last"]
    value: str
    where: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """Columns that an expression needs to be of one kind, without saying which: one of ``possible``.

    ``default`` is taken where nothing else decides.
    """

    columns: tuple[str, ...]
    possible: frozenset[ColumnKind]
    default: ColumnKind | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Fenced:
    """An expression as our own SQL.

    ``columns`` are all that it names, as the source spells them; in ``sql`` they stand as quoted identifiers.
    ``needs`` says what they must be where the expression tells, ``links`` what is left to other expressions.
    ``gives`` is the kind of the outcome; where it is None, it is that of the columns ``gives_as``.
    ``kind`` says how figures of a formula add up. ``text`` is what was written.
    """

    text: str
    sql: str
    needs: Mapping[str, ColumnKind]
    columns: tuple[str, ...]
    stocks: tuple[Stock, ...] = ()
    kind: Literal["flow", "stock", "rate"] = "rate"
    links: tuple[Link, ...] = ()
    gives: ColumnKind | None = None
    gives_as: tuple[str, ...] = ()
