"""What expressions tell of the columns they name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from scorecard.measuring.fence import ColumnKind, Fenced, RefusedError, aggregate, decide, derived, rowwise

_COLUMNS = tuple("abcd")


def _row(text: str) -> Fenced:
    return rowwise(text, _COLUMNS, {})


def _formula(text: str) -> Fenced:
    return aggregate(text, _COLUMNS, {"p": 1})


@pytest.mark.parametrize(
    ("condition", "needs"),
    [
        ("a", {"a": "truth"}),
        ("not a and (b or c)", {"a": "truth", "b": "truth", "c": "truth"}),
        ("a = true", {"a": "truth"}),
        ("a is false", {"a": "truth"}),
        ("a > 1", {"a": "number"}),
        ("a + b > c", {"a": "number", "b": "number", "c": "number"}),
        ("a between 1 and b", {"a": "number", "b": "number"}),
        ("a in (1, 2)", {"a": "number"}),
        ("a = 'x'", {"a": "text"}),
        ("a in ('x', '2026-01-01')", {"a": "text"}),
        ("a = '2026-02-30'", {"a": "text"}),
        ("lower(a) = b", {"a": "text", "b": "text"}),
        ("a like 'x%'", {"a": "text"}),
        ("contains(a, b)", {"a": "text", "b": "text"}),
        ("a > date '2026-01-01'", {"a": "date"}),
        ("date_part('year', a) = b", {"a": "date", "b": "number"}),
        ("date_diff('day', a, b) > 1", {"a": "date", "b": "date"}),
        ("a = b and b = c and c > 1", {"a": "number", "b": "number", "c": "number"}),
        ("coalesce(a, b) = 'x'", {"a": "text", "b": "text"}),
        ("nullif(a, b) > 1", {"a": "number", "b": "number"}),
        ("least(a, b) > 1", {"a": "number", "b": "number"}),
        ("case when a then b else c end = 'x'", {"a": "truth", "b": "text", "c": "text"}),
        ("case a when 'x' then b else 1 end > 0", {"a": "text", "b": "number"}),
        ("a is null", {}),
        ("a = b", {}),
        ("a = null", {}),
        ("a::text = 'x'", {}),
    ],
)
def test_needs_of_a_condition(condition: str, needs: Mapping[str, ColumnKind]) -> None:
    assert _row(condition).needs == needs


@pytest.mark.parametrize(
    ("formula", "needs"),
    [
        ("sum(a)", {"a": "number"}),
        ("max(a)", {"a": "number"}),
        ("last(a) filter (where b)", {"a": "number", "b": "truth"}),
        ("sum(case when a = 'x' then b end)", {"a": "text", "b": "number"}),
        ("max(coalesce(a, b))", {"a": "number", "b": "number"}),
        ("count(a)", {}),
        ("count(distinct a)", {}),
        ("date_diff('day', min(a), max(b))", {"a": "date", "b": "date"}),
        ("count(*) filter (where a > $p)", {"a": "number"}),
    ],
)
def test_needs_of_a_formula(formula: str, needs: Mapping[str, ColumnKind]) -> None:
    assert _formula(formula).needs == needs


def test_where_and_formula_tell_together() -> None:
    fenced = aggregate("sum(a)", _COLUMNS, {}, where="a > b")
    assert fenced.needs == {"a": "number", "b": "number"}
    assert fenced.columns == ("a", "b")


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (["a = b", "b > 1"], {"a": "number", "b": "number"}),
        (["a = b", "b = c", "c = 'x'"], {"a": "text", "b": "text", "c": "text"}),
        (["a = '2026-01-01'"], {"a": "text"}),
        (["a = '2026-01-01'", "date_part('year', a) = 1"], {"a": "date"}),
        (["a::date = '2026-01-01'"], {"a": "date"}),
        (["a::date = '2026-01-01'", "a = 'x'"], {"a": "text"}),
        (["a::int > 1"], {"a": "number"}),
        (["a::int > 1", "a"], {"a": "truth"}),
        (["a::int > 1", "a = 'x'"], {"a": "text"}),
        (["a is null"], {}),
        (["a = b"], {}),
    ],
)
def test_all_expressions_decide_together(texts: list[str], kinds: Mapping[str, ColumnKind]) -> None:
    assert decide([_row(text) for text in texts]) == kinds
    assert decide([_row(text) for text in reversed(texts)]) == kinds


def test_a_settled_column_makes_a_text_beside_it_a_date() -> None:
    assert decide([_row("a >= '2026-01-01' and b = a")], {"a": "date"}) == {"a": "date", "b": "date"}


def test_a_derived_column_is_what_its_expression_gives() -> None:
    following = derived("lead(a) over (order by b)", _COLUMNS, {})
    assert decide([aggregate("sum(next)", ["next"], {})], derived={"next": following}) == {
        "next": "number",
        "a": "number",
    }
    numbered = derived("row_number() over (order by b)", _COLUMNS, {})
    assert decide([], derived={"n": numbered}) == {"n": "number"}


@pytest.mark.parametrize(
    "expressions",
    [
        [_formula("sum(a)"), _row("a = 'x'")],
        [_row("a = 'x'"), _formula("sum(a)")],
        [_row("a"), _row("a > 1")],
        [_row("a = b"), _row("a = 'x'"), _row("b > 1")],
        [_row("a = b"), _row("a = 'x'"), _row("b::date > date '2026-01-01'"), _row("b > 1")],
    ],
)
def test_expressions_that_contradict_each_other(expressions: list[Fenced]) -> None:
    with pytest.raises(RefusedError) as caught:
        decide(expressions)
    assert caught.value.rule == "formula-type"
    assert caught.value.fenced is expressions[-1]
    assert f"`{caught.value.part}`" in caught.value.message


def test_a_contradiction_names_the_other_expression() -> None:
    with pytest.raises(RefusedError) as caught:
        decide([_formula("sum(a)"), _row("a = 'x'")])
    assert caught.value.message == "column `a` is needed as text here, but as a number in `sum(a)`"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sum(a)", "column `a` is needed as a number here, but it is a date"),
        ("sum(a::int)", "column `a` is needed as a number, text or a yes or no here, but it is a date"),
        ("count(*) filter (where a > '01.02.2026')", "column `a` is needed as text here, but it is a date"),
    ],
)
def test_a_settled_column_used_otherwise(text: str, said: str) -> None:
    with pytest.raises(RefusedError) as caught:
        decide([_formula(text)], {"a": "date"})
    assert caught.value.message == said
    assert caught.value.hint


def test_a_derived_text_is_no_number() -> None:
    text = derived("case when a then 'x' else 'y' end", _COLUMNS, {})
    with pytest.raises(RefusedError, match="`named` is needed as a number here"):
        decide([aggregate("sum(named)", ["named"], {})], derived={"named": text})


@pytest.mark.parametrize(
    ("entrance", "text", "said"),
    [
        (_formula, "lower(max(a))", "`lower(max(a))` is text, but a number is needed here"),
        (_formula, "min(a > 1)", "`min(a > 1)` is a yes or no, but a number is needed here"),
        (_formula, "max(a::date)", "`max(a::date)` is a date, but a number is needed here"),
        (_formula, "'x'", "the formula `'x'` speaks of no rows"),
        (_formula, "sum('x')", "`'x'` is text, but a number is needed here"),
        (_formula, "sum(a = 1)", "`a = 1` is a yes or no, but a number is needed here"),
        (
            _formula,
            "sum(a) + max(date '2026-01-01')",
            "`max(date '2026-01-01')` is a date, but a number is needed here",
        ),
        (_formula, "sum(a) filter (where a)", "`a` is used as a yes or no elsewhere, and here as a number"),
        (_formula, "case when sum(a) then 1 end", "`sum(a)` is a number, but a yes or no is needed here"),
        (_row, "a + 1", "`a + 1` is a number, but a yes or no is needed here"),
        (_row, "5", "`5` is a number, but a yes or no is needed here"),
        (_row, "a > 1 and a = 'x'", "`a` is a number, but `'x'` is text"),
        (_row, "a = b and a > 1 and b = 'x'", "`b` is a number, but `'x'` is text"),
        (_row, "a in (1, 'x')", "`a` is a number, but `'x'` is text"),
        (_row, "case when a then 1 else 'x' end = 1", "`1` is a number, but `'x'` is text"),
        (_row, "coalesce(1, 'x') = 1", "`1` is a number, but `'x'` is text"),
        (_row, "date_part('year', 'x') = 1", "`'x'` is text, but a date is needed here"),
        (_row, "date_part('year', a) = 1 and a > 1", "`a` is a date, but `1` is a number"),
        (_row, "a = date '2026-02-30'", "`date '2026-02-30'` is not a date of the calendar"),
        (_row, "a = '03/04/2026'::date", "`'03/04/2026'::date` is not a date of the calendar"),
        (_row, "a = 'x'::int", "`'x'` is not a number"),
        (_row, "date '2026-01-01'::int > 1", "is a date, but a number, text or a yes or no is needed here"),
        (_row, "5::date = a", "`5` is a number, but a date or text is needed here"),
    ],
)
def test_kinds_that_do_not_fit(entrance: Callable[[str], Fenced], text: str, said: str) -> None:
    with pytest.raises(RefusedError) as caught:
        entrance(text)
    assert said in caught.value.message


@pytest.mark.parametrize("text", ["'x'", "date '2026-01-01'", "lower(b)", "b > 1", "case when b then 'x' end"])
def test_rows_are_ranked_by_numbers(text: str) -> None:
    with pytest.raises(RefusedError) as caught:
        rowwise(text, _COLUMNS, {}, "number")
    assert caught.value.rule == "formula-type"
