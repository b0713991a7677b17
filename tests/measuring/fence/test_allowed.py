"""What may stand in an expression, and that it gives what DuckDB gives for it."""

from __future__ import annotations

import math
from collections.abc import Callable

import duckdb
import pytest

from scorecard.measuring.fence import Fenced, aggregate, derived, rowwise
from tests.measuring.fence.table import COLUMNS

Figure = Callable[..., object]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("sum(reach)", 1000),
        ("SUM( Reach )", 1000),
        ('sum("reach")', 1000),
        ('sum("Link Clicks")', 10),
        ('sum(" link  clicks ")', 10),
        ("count(*)", 4),
        ("count()", 4),
        ("count(reach)", 3),
        ("count(distinct network)", 3),
        ("sum(likes) / sum(reach)", 0.035),
        ("avg(likes)", 8.75),
        ("min(reach)", 100),
        ("max(reach)", 600),
        ("median(reach)", 300),
        ("quantile(reach, 0.25)", 100),
        ("quantile(reach, $share)", 100),
        ("stddev(likes)", 8.539125638299666),
        ("sum(distinct likes)", 35),
        ("- sum(likes) + 1", -34),
        ("-5 * count(*)", -20),
        ("- - 5 * count(*)", 20),
        ("1_000 * count(*)", 4000),
        ("1e3 + .5 + count(*)", 1004.5),
        ("sum(reach) % 7", 6),
        ("2 * (1 + count(*))", 10),
        ("sum(reach) filter (where network = 'instagram')", 400),
        ("sum(reach) filter (where not promoted)", 700),
        ("sum(case when promoted then reach else 0 end)", 300),
        ("sum(case network when 'facebook' then 1 else 2 end)", 7),
        ("case when count(*) > 3 then 1 else 2 end", 1),
        ("count(*) filter (where likes >= $committed_from)", 3),
        ("abs(min(likes) - max(likes))", 20),
        ("round(avg(likes))", 9),
        ("round(avg(likes), 1)", 8.8),
        ("round(sum(reach), -3)", 1000),
        ("floor(avg(likes)) + ceil(avg(likes))", 17),
        ("sqrt(sum(reach) - 100)", 30),
        ("exp(ln(count(*)))", 4),
        ("power(2, count(*))", 16),
        ("power(count(*), -1)", 0.25),
        ("power(sum(reach), 1.0 / 3)", 10),
        ("least(sum(reach), 5) + greatest(1, 2)", 7),
        ("coalesce(sum(reach) filter (where network = 'x'), 0)", 0),
        ("sum(nullif(likes, 0))", 35),
        ("sum(coalesce(reach, 1))", 1001),
        ("sum(cast(promoted as int))", 1),
        ("sum(promoted::int)", 1),
        ("sum('2.5'::decimal(10, 1))", 10),
        ("sum((likes / 3)::decimal(10, 2))", 11.67),
        ("sum((likes / 3)::numeric(10))", 12),
        ("sum((likes / 3)::bigint)", 12),
        ("sum((likes / 3)::double)", 35 / 3),
        ("count(*) filter (where reach::text = '100.0')", 1),
        ("sum(try_cast(post as double))", None),
        ("max(date_part('month', published))", 3),
        ("max(extract(year from published))", 2026),
        ("date_diff('day', min(published), max(published))", 85),
        ("avg(date_diff('hour', date '2026-01-01', published)) filter (where post = 'a')", 106),
        ("count(*) filter (where contains(upper(network), 'INST'))", 2),
    ],
)
def test_formula(figure: Figure, formula: str, value: float | None) -> None:
    if value is None:
        assert figure(formula) is None
    else:
        assert figure(formula) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("true", "abcd"),
        ("promoted", "b"),
        ("not promoted", "ac"),
        ("promoted is null", "d"),
        ("promoted is not null", "abc"),
        ("promoted = false", "ac"),
        ("promoted is true", "b"),
        ("promoted is not true", "acd"),
        ("network = 'instagram' and not promoted", "a"),
        ("network = 'facebook' or likes > 15", "bc"),
        ("network in ('facebook', 'linkedin')", "cd"),
        ("network not in ('facebook', null)", ""),
        ("likes in (-1, 10, $committed_from)", "ad"),
        ("reach between 200 and 700", "bc"),
        ("reach not between 200 and 700", "a"),
        ("reach is distinct from 100", "bcd"),
        ("reach is not distinct from null", "d"),
        ("likes <> 10 and likes != 20 and likes == 5", "d"),
        ("network like 'in%' or network like '_acebook'", "abc"),
        ("network not like '%o%'", "abd"),
        ("starts_with(network, 'link')", "d"),
        ("trim(lower(upper(network))) = 'facebook'", "c"),
        ("published >= '2026-01-06'", "bcd"),
        ("published > '2026-01-06T11:00' and published < date '2026-02-02'", "bc"),
        ("published::date = '2026-01-06'", "b"),
        ("published = timestamp '2026-01-06 11:30'", "b"),
        ("published between '2026-02-01' and '2026-12-31'", "cd"),
        ("least('2026-01-06', '2027-01-01') < cast(published as date)", "cd"),
        ("date_part('dow', published) = 1", "a"),
        ("coalesce(published, '2026-01-01') < '2026-01-06'", "a"),
        ("cast('2026-01-06 11:30' as timestamp) = published", "b"),
        ("published::text like '2026-01%'", "ab"),
        ("nullif(network, 'facebook') is null", "c"),
        ("'it''s' = network", ""),
        ("\nlikes >\t5\n", "ab"),
    ],
)
def test_condition(rows: Callable[[str], str], condition: str, names: str) -> None:
    assert rows(condition) == names


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        ("lead(reach) over (partition by network order by published)", [300, None, None, None]),
        ("lag(reach) over (order by published)", [None, 100, 300, 600]),
        ("lag(likes, 2) over (order by published asc)", [None, None, 10, 20]),
        ("lag(likes, 1) over (order by published desc)", [20, 0, 5, None]),
        ("row_number() over (order by published desc)", [4, 3, 2, 1]),
        ("reach / lead(reach) over (partition by network order by published)", [1 / 3, None, None, None]),
        ("case when lag(promoted) over (order by published) then 'after' else 'other' end", "other other after other"),
        ("likes * 2", [20, 40, 0, 10]),
    ],
)
def test_derived(database: duckdb.DuckDBPyConnection, expression: str, values: list[float | None] | str) -> None:
    fenced = derived(expression, COLUMNS, {})
    found = database.execute(f"select x from (select post, {fenced.sql} as x from posts) order by post").fetchall()
    assert [row[0] for row in found] == (values.split() if isinstance(values, str) else values)


def test_ties_complete_the_order_of_a_window() -> None:
    fenced = derived("lag(reach) over (order by published desc)", COLUMNS, {}, ties=["file", "line"])
    assert fenced.sql == (
        'lag("reach", 1) OVER (ORDER BY "published" DESC NULLS LAST, "file" ASC NULLS LAST, "line" ASC NULLS LAST)'
    )
    assert fenced.columns == ("reach", "published")


@pytest.mark.parametrize(
    "nothing",
    [
        "1 / 0",
        "reach / (likes - likes)",
        "reach % 0",
        "ln(-reach)",
        "ln(likes - likes)",
        "sqrt(-reach - 1)",
        "exp(1000 + reach)",
        "power(10, 400)",
        "power(-10, 401)",
        "power(10, 400 + likes)",
        "power(-4, 0.5)",
        "power(-4, 1 / 2)",
        "power(0, -1)",
        "power(likes - likes, -1)",
        "power(likes - likes, -1 - likes)",
        "power(null, 2)",
    ],
)
def test_arithmetic_without_an_outcome_is_no_value(run: Callable[[Fenced], list[object]], nothing: str) -> None:
    assert set(run(rowwise(nothing, COLUMNS, {}, "number"))) == {None}
    assert run(aggregate(f"sum({nothing})", COLUMNS, {})) == [None]


def test_guards_do_not_change_what_has_an_outcome(run: Callable[[Fenced], list[object]]) -> None:
    likes = (10.0, 20.0, 0.0, 5.0)
    for text, function in (("sqrt(likes)", math.sqrt), ("exp(likes)", math.exp)):
        found = run(rowwise(text, COLUMNS, {}, "number"))
        assert found == pytest.approx([function(number) for number in likes], rel=1e-14)
    assert run(rowwise("power(likes, likes)", COLUMNS, {}, "number")) == [10.0**10, 20.0**20, 1.0, 5.0**5]


def test_numbers_too_large_for_a_type_are_no_error(figure: Figure) -> None:
    assert figure("sum(99999999999999999999 * 99999999999999999999)") == pytest.approx(4e40)
    assert figure("count(*) * 1e18 * 1e18") == pytest.approx(4e36)
    assert figure("sum(1e300::int)") == pytest.approx(4e300)


def test_where_scopes_every_aggregate(figure: Figure) -> None:
    where = "network = 'instagram'"
    assert figure("sum(reach)", where) == 400
    assert figure("count(*) + count(*) filter (where promoted)", where) == 3
    assert figure("sum(likes) / sum(reach)", where) == pytest.approx(30 / 400)


def test_sql_holds_nothing_of_the_written_text() -> None:
    column = 'odd "name'
    fenced = rowwise('"odd ""name" = \'it\'\'s "x"\'', [column], {})
    assert fenced.sql == '("odd ""name" = \'it\'\'s "x"\')'
    assert fenced.columns == (column,)


def test_a_column_spelled_exactly_wins_over_one_that_is_near() -> None:
    assert rowwise("Reach > 1", ["reach", "Reach"], {}).columns == ("Reach",)
    assert rowwise("REACH > 1", ["reach", "Reach"], {}).columns == ("reach",)


def test_clock_words_are_columns_where_a_source_has_them() -> None:
    assert rowwise("current_date > 1", ["current_date"], {}).sql == '("current_date" > 1.0e0)'


@pytest.mark.parametrize(
    ("formula", "kind"),
    [
        ("sum(reach)", "flow"),
        ("(sum(reach))", "flow"),
        ("count(*)", "flow"),
        ("count(distinct network)", "flow"),
        ("sum(reach) filter (where promoted)", "flow"),
        ("last(reach)", "stock"),
        ("first(reach) filter (where promoted)", "stock"),
        ("sum(likes) / sum(reach)", "rate"),
        ("sum(reach) + 1", "rate"),
        ("- sum(reach)", "rate"),
        ("avg(reach)", "rate"),
        ("max(reach)", "rate"),
        ("last(reach) / 2", "rate"),
    ],
)
def test_outermost_function_says_how_figures_add_up(formula: str, kind: str) -> None:
    assert aggregate(formula, COLUMNS, {}).kind == kind
