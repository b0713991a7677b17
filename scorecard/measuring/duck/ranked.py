"""The table of a source -> its best or worst rows, or groups of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorecard.measuring.duck.figures import rounded
from scorecard.measuring.duck.table import ROWS
from scorecard.measuring.duck.wanted import DAY, ROW
from scorecard.measuring.sql_text import identifier
from scorecard.period import Days
from scorecard.ranking import RankedRow, Ranking

if TYPE_CHECKING:
    import duckdb

_DAY, _ROW = identifier(DAY), identifier(ROW)


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What rows are ranked ``by``, kept apart ``per``, taken together as a ``group`` and called: SQL of a row."""

    by: str
    per: str | None
    group: str | None
    label: str | None


def ranking(connection: duckdb.DuckDBPyConnection, order: Order, days: Days, count: int, *, lowest: bool) -> Ranking:
    """The first ``count`` of each ``per``; rows without a figure are left out.

    Raises:
        duckdb.Error: when the figure of a row cannot be worked out.
    """
    ranked = _groups(order, days) if order.group else _rows(order, days)
    way = "ASC" if lowest else "DESC"
    # Equal figures keep the order of the rows, or of the names of groups.
    query = (
        f"SELECT label, value, day, per, rows, total, count(*) OVER () AS of FROM ({ranked}) "
        f"QUALIFY row_number() OVER (PARTITION BY per ORDER BY value {way}, place) <= {count} "
        f"ORDER BY per, value {way}, place"
    )
    found = connection.execute(query).fetchall()
    rows = tuple(
        RankedRow(label=label, value=rounded(value) or 0.0, day=day, per=per, rows=number, total=rounded(total) or 0.0)
        for label, value, day, per, number, total, _ in found
    )
    return Ranking(rows=rows, of=found[0][-1] if found else 0)


def _text(sql: str | None) -> str:
    return f"coalesce(CAST({sql} AS VARCHAR), '')" if sql else "''"


def _figures(order: Order, days: Days) -> str:
    """The rows of the days that have a figure."""
    return (
        f"SELECT {_text(order.label)} AS label, {_text(order.group)} AS part, {_text(order.per)} AS per, "
        f"CAST({order.by} AS DOUBLE) AS value, {_DAY} AS day, {_ROW} AS place FROM {ROWS} "
        f"WHERE {_DAY} BETWEEN DATE '{days.start.isoformat()}' AND DATE '{days.end.isoformat()}' AND isfinite(value)"
    )


def _rows(order: Order, days: Days) -> str:
    return f"SELECT label, value, day, per, 1 AS rows, value AS total, place FROM ({_figures(order, days)})"


def _groups(order: Order, days: Days) -> str:
    return (
        "SELECT part AS label, avg(value) AS value, CAST(NULL AS DATE) AS day, per, count(*) AS rows, "
        f"sum(value) AS total, part AS place FROM ({_figures(order, days)}) GROUP BY part, per"
    )
