"""Whatever is written: it is refused with a sentence, or its SQL runs without an error."""

from __future__ import annotations

import re
from collections.abc import Callable

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.measuring.fence import Fenced, RefusedError, aggregate, decide, derived, rowwise
from tests.measuring.fence.table import COLUMNS, KINDS

Entrance = Callable[[str], Fenced]

_ENTRANCES: dict[str, Entrance] = {
    "formula": lambda text: aggregate(text, COLUMNS, {"p": 2.0}),
    "where": lambda text: rowwise(text, COLUMNS, {"p": 2.0}),
    "by": lambda text: rowwise(text, COLUMNS, {"p": 2.0}, "number"),
    "derive": lambda text: derived(text, COLUMNS, {"p": 2.0}),
    "where of a formula": lambda text: aggregate("count(*)", COLUMNS, {"p": 2.0}, where=text),
}
_WORDS = (
    *("reach", "likes", "network", "promoted", "published", '"Link Clicks"', "nothing", "$p", "$q", "?", "#1", "*"),
    *("1", "0", "-1", "2.5", "1e308", "'a'", "'2026-01-01'", "''", "true", "false", "null", "date '2026-01-01'"),
    *(
        "+",
        "-",
        "*",
        "/",
        "%",
        "=",
        "<>",
        "<",
        ">=",
        "||",
        "^",
        "::",
        "and",
        "or",
        "not",
        "is",
        "in",
        "like",
        "between",
    ),
    *("(", ")", "(", ")", ",", "[", "]", "{", "}", ";", "--", "/*", "*/", ".", ":", "->", "over", "filter (where"),
    *("case", "when", "then", "else", "end", "as", "distinct", "order by", "partition by", "select", "from", "cast"),
    *("sum(", "avg(", "count(", "last(", "quantile(", "abs(", "ln(", "power(", "round(", "coalesce(", "lower("),
    *("date_part('year',", "date_diff('day',", "lag(", "range(", "random()", "int", "text", "date", "escape", "union"),
)
_soup = st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join)

_DATES = ("published", "date '2026-01-31'", "published::date", "'2026-02-01'::timestamp")
_LEAVES = {
    "number": ("reach", "likes", '"Link Clicks"', "0", "1", "-2.5", "1e300", "$p", "null"),
    "truth": ("promoted", "true", "false", "null", "published >= '2026-01-06'"),
    "text": ("network", "post", "'a'", "'it''s'", "'2026-01-01'", "null"),
    "date": _DATES,
}
_BRANCHES = {
    "number": (
        *(f"(<number> {sign} <number>)" for sign in "+-*/%"),
        *(f"{name}(<number>)" for name in ("abs", "sqrt", "ln", "exp", "floor", "ceil", "round", "-")),
        *("power(<number>, <number>)", "power(<number>, -2)", "round(<number>, -1)", "nullif(<number>, <number>)"),
        *("greatest(<number>, <number>)", "case when <truth> then <number> else <number> end"),
        *("(<number>)::int", "(<number>)::decimal(10, 2)", "(<truth>)::bigint", "try_cast(<text> as double)"),
        *("date_part('doy', <date>)", "date_diff('month', <date>, <date>)"),
    ),
    "truth": (
        *("(<truth> and <truth>)", "(not <truth> or <truth>)", "(<number> <= <number>)"),
        *("(<number> between <number> and <number>)", "(<text> is distinct from <text>)"),
        *("(<text> in ('a', 'x', null))", "(<text> not like 'in%a_')", "contains(coalesce(<text>, post), <text>)"),
        *("starts_with(<text>, <text>)", "(<number> is null)", "(<text> is not null)", "(<date> < <date>)"),
    ),
    "text": (
        *("lower(<text>)", "upper(<text>)", "trim(<text>)", "coalesce(<text>, <text>)"),
        *("(<number>)::text", "(<truth>)::text", "(<date>)::text", "case when <truth> then <text> end"),
    ),
    "date": _DATES,
}
_FORMULAS = (
    *(f"{name}(<number>)" for name in ("sum", "avg", "min", "max", "median", "stddev", "count")),
    *("quantile(<number>, 0.3) + count(distinct <text>)", "sum(<number>) filter (where <truth>) / max(<number>)"),
)
_HOLE = re.compile("<(number|truth|text|date)>")


def _grown(draw: st.DrawFn, template: str, depth: int) -> str:
    """A template whose holes are filled with expressions of the kinds they name."""
    choices = _BRANCHES if depth else _LEAVES
    return _HOLE.sub(lambda hole: _grown(draw, draw(st.sampled_from(choices[hole[1]])), depth - 1), template)


@st.composite
def _expressions(draw: st.DrawFn, template: str) -> str:
    return _grown(draw, template, draw(st.integers(0, 3)))


_formulas = st.sampled_from(_FORMULAS).flatmap(_expressions)


@pytest.mark.parametrize("name", _ENTRANCES)
@given(text=st.one_of(st.text(max_size=60), _soup))
def test_text_is_refused_or_written_anew(name: str, text: str) -> None:
    try:
        fenced = _ENTRANCES[name](text)
    except RefusedError:
        return
    assert "\x00" not in fenced.sql
    assert set(fenced.columns) <= set(COLUMNS)
    assert set(fenced.needs) <= set(fenced.columns)


@given(
    formula=_formulas,
    condition=_expressions("<truth>"),
    expression=_expressions("<number>"),
    text=_expressions("<text>"),
)
def test_what_is_taken_runs_without_an_error(
    database: duckdb.DuckDBPyConnection, formula: str, condition: str, expression: str, text: str
) -> None:
    taken = [
        aggregate(formula, COLUMNS, {"p": 2.0}, where=condition),
        rowwise(condition, COLUMNS, {"p": 2.0}),
        rowwise(expression, COLUMNS, {"p": 2.0}, "number"),
        rowwise(text, COLUMNS, {"p": 2.0}, "text"),
        derived(expression, COLUMNS, {"p": 2.0}),
    ]
    assert decide(taken, KINDS) == KINDS
    for fenced in taken:
        database.execute(f"select {fenced.sql} from posts").fetchall()


@given(text=st.text(max_size=30), column=st.text(min_size=1, max_size=30))
def test_texts_and_names_come_back_as_they_were(database: duckdb.DuckDBPyConnection, text: str, column: str) -> None:
    """A column of any name, compared with any text, in SQL that DuckDB runs over such a column."""
    name, quoted = column.replace('"', '""'), text.replace("'", "''")
    try:
        fenced = rowwise(f"\"{name}\" = '{quoted}'", [column], {})
    except RefusedError:
        return
    found = database.execute(f'select {fenced.sql} from (select ?::varchar as "{name}")', [text]).fetchall()
    assert found == [(True,)]
