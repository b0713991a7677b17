"""A value over a stretch of time, before it is a figure in force."""

from __future__ import annotations

from typing import NamedTuple

from scorecard.actuals import DimensionValues, MissingReason


class Value(NamedTuple):
    """``rows`` says that something was recorded or lies in the rows; ``combinations`` are the dimension values it was
    made from; ``reason`` is why it cannot be scored, taken over from what it was made from."""

    value: float | None = None
    n: float | None = None
    rows: bool = False
    at_most: bool = False
    combinations: frozenset[DimensionValues] = frozenset()
    reason: MissingReason | None = None
    lacks: tuple[str, ...] = ()


NOTHING = Value()
