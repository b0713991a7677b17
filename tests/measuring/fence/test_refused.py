"""What may not stand in an expression, the words it is refused with, and what is offered instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scorecard.measuring.fence import Fenced, RefusedError, aggregate, derived, rowwise
from tests.measuring.fence.conftest import PARAMS, Refuse
from tests.measuring.fence.table import COLUMNS


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("range(5)", "`range` is not among the functions that a formula may use"),
        ("sum(levenshtein(network, 'x'))", "`levenshtein` is not among the functions that a formula may use"),
        ('"RANDOM"()', "`random` is not among the functions that a formula may use"),
        ("main.sum(reach)", "a function is called by its name alone, not `main.sum`"),
        ("sum(network.lower())", "a function is called by its name alone, not `network.lower`"),
        ("(select 1)", "a subquery cannot stand in an expression"),
        ("exists (select 1)", "a subquery cannot stand in an expression"),
        ("sum(reach) in (select 1)", "a subquery cannot stand in an expression"),
        ("sum([1, 2][1])", "an item of a list cannot stand in an expression"),
        ("max([1, 2])", "a list cannot stand in an expression"),
        ("max([x for x in [1]])", "a list made by a loop cannot stand in an expression"),
        ("max({'a': 1})", "a struct cannot stand in an expression"),
        ("max((1, 2))", "a tuple cannot stand in an expression"),
        ("lambda x: x", "a lambda cannot stand in an expression"),
        ("*", "a star (`*`) cannot stand in an expression"),
        ("sum(columns('.*'))", "`columns` cannot stand in an expression"),
        ("#1", "a column by its position cannot stand in an expression"),
        ("max(network collate nocase)", "a collation cannot stand in an expression"),
        ("count(*) filter (where network ~ 'x')", "a regular expression (`regexp_matches`) cannot stand in an expr"),
        ("count(*) filter (where network ilike 'x')", "`ilike` cannot stand in an expression"),
        ("count(*) filter (where network like 'x' escape '$')", "`like … escape` cannot stand in an expression"),
        ("max(published - interval 1 day)", "an interval cannot stand in an expression"),
        ("max(published at time zone 'UTC')", "a time zone cannot stand in an expression"),
        ("sum(try(reach))", "`try` cannot stand in an expression"),
        ("sum(reach) over ()", "a window (`sum(…) over (…)`) can stand in `derive` only"),
        ("sum(lag(reach) over (order by published))", "a window (`lag(…) over (…)`) stands inside of `sum`"),
        ("sum(lag(reach))", "`lag` looks at other rows"),
        ("sum(reach::time)", "a cast to `time` cannot stand in an expression"),
        ("sum(reach::int[])", "a cast to `a list` cannot stand in an expression"),
        ("sum(reach::decimal(30, 20))", "the decimal places of `reach::decimal(30, 20)` are a number from 0 to 15"),
        ("reach", "`reach` stands outside of sum(), avg() …: a formula speaks of all rows of a period"),
        ("sum(likes) / reach", "`reach` stands outside of sum(), avg() …: a formula speaks of all rows of a period"),
        ("1 + 1", "the formula `1 + 1` speaks of no rows"),
        ("$share", "the formula `$share` speaks of no rows"),
        ("sum(avg(reach))", "`avg` stands inside of `sum`: an aggregate has a row's own values in it"),
        ("last(sum(reach))", "`sum` stands inside of `last`: an aggregate has a row's own values in it"),
        ("count(*) filter (where sum(reach) > 1)", "`sum` stands inside of `count`: an aggregate has a row's own val"),
        ("sum()", "`sum` takes 1 argument, here it has 0"),
        ("sum(*)", "`sum` takes 1 argument, here it has 0"),
        ("max(reach, 3)", "`max` takes 1 argument, here it has 2"),
        ("last(reach, likes)", "`last` takes 1 argument, here it has 2"),
        ("last(distinct reach)", "`last` takes no `distinct`"),
        ("last(reach order by published)", "`last` takes no order"),
        ("abs(sum(reach), 1)", "`abs` takes 1 argument, here it has 2"),
        ("abs(count(*)) filter (where promoted)", "`abs` takes no filter"),
        ("round(sum(reach), 1, 2)", "`round` takes 1 or 2 arguments, here it has 3"),
        ("greatest(sum(reach))", "`greatest` takes 2 or more arguments, here it has 1"),
        ("sum(x := reach)", "the arguments of `sum` have no names"),
        ("round(sum(reach), 0.5)", "`0.5` cannot stand here: `round` wants a whole number from -15 to 15"),
        ("round(sum(reach), count(*))", "`count(*)` cannot stand here: `round` wants a whole number from -15 to 15"),
        ("quantile(reach, 1.5)", "`1.5` cannot stand here: `quantile` wants a number from 0 to 1"),
        ("date_part('era', max(published))", "`'era'` is not a word that `date_part` knows"),
        ("date_diff(network, max(published), max(published))", "`network` is not a word that `date_diff` knows"),
        ("count(*) filter (where network like post)", "the pattern after `like` is a text in quotes, not `post`"),
        ("count(*) filter (where network like '%_%')", "the pattern `'%_%'` has more than 1 `%`"),
        ("count(*) filter (where reach in (likes, 1))", "a list after `in` holds constants only, not `likes`"),
        ("count(*) filter (where network in 'abc')", "`network in 'abc'` looks into a constant"),
        ("1e999 * count(*)", "the number `1e999` is too large"),
        ("max(x'00')", "`x'00'` is no number, text, date, true, false or null"),
        ("sum(posts.reach)", "a column is named alone, not `posts.reach`"),
        ("sum(reach) as total", "a name (`total`) for the outcome cannot stand in an expression"),
        ("sum(reach) total", "a name (`total`) for the outcome cannot stand in an expression"),
        ("sum(reach), 1", "a second one, after a comma, cannot stand beside the one expression"),
        ("sum(reach) from posts", "a `from` cannot stand beside the one expression"),
        ("sum(reach) limit 1", "an `order by`, `limit` or `distinct` cannot stand beside the one expression"),
        ("distinct sum(reach)", "an `order by`, `limit` or `distinct` cannot stand beside the one expression"),
        ("sum(reach) having true", "a `having` cannot stand beside the one expression"),
        ("sum(reach) group by all", "a `group by` cannot stand beside the one expression"),
        ("sum(reach) union select 1", "a second query cannot stand beside the one expression"),
        ("sum(reach); drop table posts", "a semicolon (`;`) cannot stand in an expression"),
        ("sum(reach) -- all of it", "a comment (`--`) cannot stand in an expression"),
        ("sum(/* all */ reach)", "a comment (`/*`) cannot stand in an expression"),
        ("sum(reach),", "the expression ends with a comma"),
        ("sum(reach", "a parenthesis is not closed"),
        ("sum(reach))", "`)` closes what was never opened"),
        ("sum(reach) +", "the expression cannot be read"),
        ("sum(reach) + * 2", "the expression cannot be read from `2` on"),
        ("network = 'open", "the expression cannot be read"),
        ("  ", "the expression is empty"),
        ("sum(rea\x00ch)", "an invisible character (U+0000) stands in the expression"),
        ("sum(rea\x1bch)", "an invisible character (U+001B) stands in the expression"),
        ("sum(rea\ud800ch)", "an invisible character (U+D800) stands in the expression"),
        ("1" * 2001, "the expression has 2,001 characters; at most 2,000 can be read"),
        ("(" * 101 + "1" + ")" * 101, "the expression is nested more than 100 levels deep"),
        ("1" + "+1" * 150, "the expression is nested more than 100 levels deep"),
        ("not " * 480 + "true", "the expression is nested more than 100 levels deep"),
        ("$missing * count(*)", "there is no parameter `$missing`"),
        ("? * count(*)", "there is no parameter `$1`"),
    ],
)
def test_formula_is_refused(refused: Refuse, formula: str, message: str) -> None:
    error = refused(formula)
    assert error.rule == "formula-refused"
    assert error.message.startswith(message)


@pytest.mark.parametrize(
    ("formula", "hint"),
    [
        ("mean(reach)", "did you mean `avg`?"),
        ("medain(reach)", "did you mean `median`?"),
        ("pow(2, count(*))", "did you mean `power`?"),
        ("count(*) ^ 2", "did you mean `power`?"),
        ("sum(if(promoted, 1, 0))", "write `case when … then … else … end`"),
        ("max(year(published))", "write `date_part('year', …)`"),
        ("count(*) filter (where network ilike 'a')", "write `lower(x) like 'abc%'`"),
        ("sum(reach) * $committed_form", "did you mean `$committed_from`?"),
        ("sum(reach) * $x", "the parameters are $committed_from, $share"),
        ("sum(posts.reach)", 'if that is its name, write `"posts.reach"` in double quotes'),
        ("network.lower()", "write `lower(…)`"),
        ("reach", "say what is done with the rows, as in `sum(reach)`"),
    ],
)
def test_hint(refused: Refuse, formula: str, hint: str) -> None:
    assert refused(formula).hint == hint


def test_functions_are_listed_where_none_is_near(refused: Refuse) -> None:
    assert "sum, avg, min, max, count, median" in refused("zzz(1)").hint
    assert "lag" not in refused("zzz(1)").hint
    assert "sum" not in refused("zzz(1)", rowwise).hint
    assert "lag, lead, row_number" in refused("zzz(1)", derived).hint


@pytest.mark.parametrize(
    ("formula", "message", "hint"),
    [
        ("sum(raech)", "there is no column `raech`", "did you mean `reach`?"),
        ('sum("link click")', "there is no column `link click`", 'did you mean `"Link Clicks"`?'),
        (
            "sum(qqq)",
            "there is no column `qqq`",
            "the columns are post, network, published, reach, likes, promoted, Link Clicks, long",
        ),
        ('count(*) filter (where network = "instagram")', "there is no column `instagram`", "text stands in single"),
        ("sum(ｒeach)", "there is no column `ｒeach`", "did you mean `reach`?"),
        ("sum(current_date)", "there is no column `current_date`, and an expression has no clock", "compare with a"),
        ("sum(localtime)", "there is no column `localtime`, and an expression has no clock", "compare with a date"),
        ("sum(x {y})", "", ""),
    ],
)
def test_column_is_unknown(refused: Refuse, formula: str, message: str, hint: str) -> None:
    error = refused(formula)
    assert error.rule == ("unknown-column" if message else "formula-refused")
    assert error.message.startswith(message)
    assert error.hint.startswith(hint)


def test_at_most_ten_columns_are_listed() -> None:
    with pytest.raises(RefusedError) as caught:
        aggregate("sum(qqq)", [f"column number {number}" for number in range(100)], {})
    assert caught.value.hint.endswith("column number 9 and 90 more")


def test_a_long_part_is_cut(refused: Refuse) -> None:
    error = refused("max(" + "lower(" * 50 + "'x'" + ")" * 51)
    assert len(error.part) == 60
    assert error.part.endswith("…")


def test_part_is_found_behind_other_alphabets(refused: Refuse) -> None:
    assert refused("count(*) filter (where network = 'größe €') + sum(raech)").part == "raech"


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("sum(reach) > 5", "`sum` speaks of many rows, but a condition is worked out for each row alone"),
        ("last(reach) > 5", "`last` speaks of many rows, but a condition is worked out for each row alone"),
        ("count(*) > 5", "`count` speaks of many rows, but a condition is worked out for each row alone"),
        ("row_number() over () > 5", "a window (`row_number(…) over (…)`) can stand in `derive` only"),
        ("lag(reach) > 5", "`lag` looks at other rows"),
        ("random() > 5", "`random` is not among the functions that a condition may use"),
    ],
)
def test_condition_is_refused(refused: Refuse, condition: str, message: str) -> None:
    assert refused(condition, rowwise).message == message


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("sum(reach)", "`sum` speaks of many rows, but a derived column is worked out for each row alone"),
        ("rank() over (order by reach)", "`rank` cannot stand before `over`"),
        ("sum(reach) over (order by reach)", "`sum` cannot stand before `over`"),
        ("lag(reach) over ()", "`lag` does not say in which order the rows stand"),
        ("row_number() over (partition by network)", "`row_number` does not say in which order the rows stand"),
        ("lag(reach, 0) over (order by reach)", "`0` cannot stand here: `lag` wants a whole number from 1 to 1,000"),
        ("lead(reach, likes) over (order by reach)", "`likes` cannot stand here: `lead` wants a whole number"),
        ("lag(reach, 1, 0) over (order by reach)", "`lag` takes 1 or 2 arguments, here it has 3"),
        ("lag(reach) over (order by -reach)", "a window is split and ordered by columns, not by `-reach`"),
        ("lag(reach) over (partition by lower(network) order by reach)", "a window is split and ordered by columns"),
        ("lag(reach) over (order by reach nulls first)", "the order of a window says nothing of nulls"),
        ("lag(reach ignore nulls) over (order by reach)", "a window has `partition by` and `order by`, nothing else"),
        ("lag(distinct reach) over (order by reach)", "a window has `partition by` and `order by`, nothing else"),
        (
            "row_number() over (order by reach rows between 1 preceding and current row)",
            "a window has `partition by` and `order by`, nothing else",
        ),
        (
            "lag(lag(reach) over (order by reach)) over (order by reach)",
            "a window (`lag(…) over (…)`) stands inside of `lag`",
        ),
        ("lag(sum(reach)) over (order by reach)", "`sum` stands inside of `lag`"),
    ],
)
def test_derived_is_refused(refused: Refuse, expression: str, message: str) -> None:
    assert refused(expression, derived).message.startswith(message)


def test_a_where_beside_a_formula_is_told_apart(refused: Refuse) -> None:
    error = refused("sum(reach)", where="netwrk = 'x'")
    assert (error.rule, error.in_where, error.part) == ("unknown-column", True, "netwrk")
    assert not refused("sum(raech)", where="network = 'x'").in_where
    assert refused("sum(reach)", where="sum(reach) > 1").in_where
    assert refused("sum(reach)", where="reach").message == (
        "`reach` is used as a yes or no elsewhere, and here as a number"
    )


def test_what_stands_in_quotes_is_no_comment(rows: Callable[[str], str]) -> None:
    assert rows("network <> 'a -- b; /* c' and post <> '((('") == "abcd"


@pytest.mark.parametrize("entrance", [aggregate, rowwise, derived])
def test_nothing_of_the_text_is_a_template(entrance: Callable[..., Fenced]) -> None:
    for text in ("count(*) filter (where \"{x}\" = '{0}')", '"{0}" = 1', "$a{b}", "'{' = {", "{x}(1)"):
        with pytest.raises(RefusedError) as caught:
            entrance(text, COLUMNS, PARAMS)
        assert caught.value.message
