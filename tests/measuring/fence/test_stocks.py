"""last(x) and first(x): what has to be worked out for each combination before the formula."""

from __future__ import annotations

from scorecard.measuring.fence import Stock, aggregate
from tests.measuring.fence.table import COLUMNS


def _stocks(formula: str, where: str | None = None) -> tuple[Stock, ...]:
    return aggregate(formula, COLUMNS, {}, where).stocks


def test_a_stock_stands_as_the_sum_of_its_column() -> None:
    fenced = aggregate("last(reach) / 2", COLUMNS, {})
    (stock,) = fenced.stocks
    assert (stock.take, stock.value, stock.where) == ("last", '"reach"', None)
    assert fenced.sql == f'(sum("{stock.column}") / 2.0e0)'


def test_filter_and_where_both_belong_to_the_stock() -> None:
    (stock,) = _stocks("first(reach + 1) filter (where promoted)", "network = 'facebook'")
    assert stock.take == "first"
    assert stock.value == '("reach" + 1.0e0)'
    assert stock.where == '(("network" = \'facebook\') AND "promoted")'


def test_equal_stocks_share_a_column() -> None:
    """The same stock twice in one formula, and in another one, is one; another where, value or end is another."""
    (once,) = _stocks("last(reach) / (1 + last( REACH ))")
    assert _stocks("last(reach) + 5") == (once,)
    others = [
        *_stocks("first(reach)"),
        *_stocks("last(likes)"),
        *_stocks("last(reach) filter (where promoted)"),
        *_stocks("last(reach)", "not promoted"),
    ]
    assert len({stock.column for stock in (once, *others)}) == 5


def test_dates_in_the_filter_of_a_stock_are_dates() -> None:
    (stock,) = _stocks("last(reach) filter (where published::date < '2026-02-01')")
    assert stock.where is not None
    assert "TIMESTAMP '2026-02-01 00:00:00'" in stock.where
    assert "\x00" not in stock.where


def test_a_formula_without_stocks_has_none() -> None:
    assert _stocks("sum(reach)") == ()
