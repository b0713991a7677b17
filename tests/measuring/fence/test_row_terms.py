"""What one row adds to a formula."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.measuring.fence.row_terms import RowTerms, row_terms


@pytest.mark.parametrize(
    ("formula", "adds", "to"),
    [
        ("sum(reach)", "reach", None),
        ("SUM( reach )", "reach", None),
        ('sum("Link Clicks")', '"Link Clicks"', None),
        ("sum(shares) / sum(reach)", "shares", "reach"),
        ("(sum(a) + sum(b)) / sum(c)", "a + b", "c"),
        ("sum(a) - (sum(b) - sum(c))", "a - (b - (c))", None),
        ("sum(a) + coalesce(sum(b), 0)", "a + coalesce(b, 0)", None),
        ("sum(a * b)", "a * b", None),
        ("sum((a + b) * c)", "(a + b) * c", None),
        ("sum(case when a > 1 then b end)", "case when a > 1 then b end", None),
    ],
)
def test_sums_and_shares_of_sums(formula: str, adds: str, to: str | None) -> None:
    assert row_terms(formula) == RowTerms(adds, to)


@pytest.mark.parametrize(
    "formula",
    [
        "count(*)",
        "avg(reach)",
        "last(followers)",
        "sum(a) filter (where b)",
        "sum(distinct a)",
        "sum(a) / count(*)",
        "100 * sum(a) / sum(b)",
        "sum(a) / sum(b) + 1",
        "reach",
        "",
        "sum(a",
        "sum(a); drop table b",
    ],
)
def test_all_else_says_nothing_of_a_row(formula: str) -> None:
    assert row_terms(formula) is None


_columns = st.sampled_from(["a", "b", "c"])
_sums = st.recursive(
    _columns.map(lambda column: f"sum({column})"),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-"), inner).map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"),
        inner.map(lambda sums: f"coalesce({sums}, 0)"),
    ),
    max_leaves=6,
)


@given(formula=_sums, rows=st.lists(st.tuples(*[st.integers(-9, 9)] * 3), min_size=1, max_size=5))
def test_what_rows_add_is_the_formula(formula: str, rows: list[tuple[int, int, int]]) -> None:
    """Summed over all rows, the terms of the rows are the figure of the period."""
    found = row_terms(formula)
    assert found is not None
    values = ", ".join(map(str, rows))
    with duckdb.connect() as connection:
        answer = connection.execute(f"select {formula}, sum({found.adds}) from (values {values}) t(a, b, c)").fetchone()
    assert answer is not None
    assert answer[0] == answer[1]
