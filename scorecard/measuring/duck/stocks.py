"""Stocks: the row of each window and combination that says the last or first value, and rows that disagree."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.measuring.duck.wanted import ROW, WINDOW
from scorecard.measuring.fence import Stock
from scorecard.measuring.sql_text import identifier

_ROW, _WINDOW = identifier(ROW), identifier(WINDOW)


def condition(stock: Stock) -> str:
    """Which rows say a value of the stock."""
    says = f"({stock.value}) IS NOT NULL"
    return f"{says} AND ({stock.where})" if stock.where else says


def with_stocks(windowed: str, stocks: Sequence[Stock], date: str, dimensions: Sequence[str]) -> str:
    """The rows of windows with a column for each stock: its value in the one row of each combination that says it."""
    if not stocks:
        return windowed
    best = ", ".join(
        f"{'arg_max' if stock.take == 'last' else 'arg_min'}({_ROW}, {identifier(date)}) "
        f"FILTER (WHERE {condition(stock)}) AS {_best(number)}"
        for number, stock in enumerate(stocks)
    )
    parts = "".join(f", {dimension} AS {_part(number)}" for number, dimension in enumerate(dimensions))
    named = "".join(f", {_part(number)}" for number in range(len(dimensions)))
    same = "".join(
        f" AND {dimension} IS NOT DISTINCT FROM {_part(number)}" for number, dimension in enumerate(dimensions)
    )
    values = ", ".join(
        f"CASE WHEN {_best(number)} = {_ROW} THEN {stock.value} END AS {identifier(stock.column)}"
        for number, stock in enumerate(stocks)
    )
    chosen = f"SELECT {_WINDOW} AS {_OF}{parts}, {best} FROM w WHERE {_WINDOW} IS NOT NULL GROUP BY {_OF}{named}"
    return f"WITH w AS ({windowed}), c AS ({chosen}) SELECT w.*, {values} FROM w LEFT JOIN c ON {_WINDOW} = {_OF}{same}"


def twins(table: str, stock: Stock, date: str, dimensions: Sequence[str], most: int) -> str:
    """The numbers of two rows that have the same date and combination, for each such pair."""
    of = ", ".join([identifier(date), *dimensions])
    return (
        f"SELECT arg_min({_ROW}, {_ROW}) AS a, arg_min({_ROW}, {_ROW}, 2)[2] AS b FROM {table} "
        f"WHERE {condition(stock)} GROUP BY {of} HAVING count(*) > 1 ORDER BY b LIMIT {most}"
    )


_OF = identifier(" of")


def _best(number: int) -> str:
    return identifier(f" best {number}")


def _part(number: int) -> str:
    return identifier(f" part {number}")
