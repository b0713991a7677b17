"""Windows, dimensions, stocks, keys and derived columns over rows of files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scorecard.measuring.source import Cell, Evaluation, Expression, Source
from scorecard.period import Days
from tests.measuring.duck.raw import FEBRUARY, JANUARY, MARCH, csv, evaluated, said, source, value, whole, window

POSTS = """date,network,theme,reach,likes
2026-01-05,instagram,a,100,10
2026-01-31T23:59,facebook,a,50,5
2026-01-31,facebook,b,50,
2026-03-02,instagram,b,30,3
2026-05-01,instagram,b,1,1
"""
INSTAGRAM, FACEBOOK = (("network", "instagram"),), (("network", "facebook"),)


def test_rates_are_worked_out_from_sums_and_windows_take_both_their_days(tmp_path: Path) -> None:
    of = source(tmp_path, csv(tmp_path, POSTS))
    found = evaluated(
        of, "sum(likes) / sum(reach)", "count(*)", windows=[JANUARY, Days(date(2026, 1, 31), date(2026, 3, 2))]
    )
    assert list(whole(found).values()) == [0.075, 3, 0.0615384615385, 3]
    assert (found.first, found.last) == (date(2026, 1, 5), date(2026, 5, 1))
    assert found.kinds == {"sum(likes) / sum(reach)": "rate", "count(*)": "flow"}


def test_a_window_without_rows_between_rows_is_worked_out_over_none(tmp_path: Path) -> None:
    windows = [JANUARY, FEBRUARY, MARCH, window("2026-04"), window("2026-06"), window("2025-12")]
    found = evaluated(
        source(tmp_path, csv(tmp_path, POSTS)), "count(*)", "sum(reach)", "sum(reach) + 1", windows=windows
    )
    assert whole(found) == {
        ("count(*)", 0): 3,
        ("sum(reach)", 0): 200,
        ("sum(reach) + 1", 0): 201,
        ("count(*)", 1): 0,
        ("sum(reach)", 1): None,
        ("sum(reach) + 1", 1): None,
        ("count(*)", 2): 1,
        ("sum(reach)", 2): 30,
        ("sum(reach) + 1", 2): 31,
        ("count(*)", 3): 0,
        ("sum(reach)", 3): None,
        ("sum(reach) + 1", 3): None,
    }
    assert set(found.rows) == {(0, ()), (2, ())}


def test_splits_of_each_dimension_and_rows_of_all_together(tmp_path: Path) -> None:
    of = source(tmp_path, csv(tmp_path, POSTS), dimensions=["network", "country", "Theme"])
    found = evaluated(of, "sum(reach)", windows=[JANUARY, MARCH], by=["network", "country"])
    assert found.parts == ("network", "Theme")
    assert found.values == {
        Cell("sum(reach)", 0, ()): 200,
        Cell("sum(reach)", 1, ()): 30,
        Cell("sum(reach)", 0, INSTAGRAM): 100,
        Cell("sum(reach)", 0, FACEBOOK): 100,
        Cell("sum(reach)", 1, INSTAGRAM): 30,
    }
    assert found.rows == {
        (0, (("network", "facebook"), ("Theme", "a"))): 1,
        (0, (("network", "facebook"), ("Theme", "b"))): 1,
        (0, (("network", "instagram"), ("Theme", "a"))): 1,
        (1, (("network", "instagram"), ("Theme", "b"))): 1,
    }


def test_rows_without_a_dimension_value_are_a_part_of_their_own(tmp_path: Path) -> None:
    text = "date,network,reach\n2026-01-01,,1\n2026-01-01,x,2\n"
    found = evaluated(source(tmp_path, csv(tmp_path, text), dimensions=["network"]), "sum(reach)", by=["network"])
    assert found.rows == {(0, (("network", ""),)): 1, (0, (("network", "x"),)): 1}
    assert found.values[Cell("sum(reach)", 0, (("network", ""),))] == 1


def test_windows_may_overlap(tmp_path: Path) -> None:
    windows = [JANUARY, window("2026-Q1"), window("2026"), FEBRUARY, JANUARY]
    of = source(tmp_path, csv(tmp_path, POSTS), dimensions=["network"])
    found = evaluated(of, "sum(reach)", "median(reach)", windows=windows, by=["network"])
    assert {cell.window: value for cell, value in found.values.items() if cell[0] == "sum(reach)" and not cell[2]} == {
        0: 200,
        1: 230,
        2: 231,
        3: None,
        4: 200,
    }
    assert found.values[Cell("median(reach)", 2, INSTAGRAM)] == 30
    assert found.rows[2, INSTAGRAM] == 3


def test_windows_far_apart(tmp_path: Path) -> None:
    windows = [Days(date(1800, 1, 1), date(1800, 1, 2)), JANUARY, Days(date(9990, 1, 1), date(9999, 12, 31))]
    found = evaluated(source(tmp_path, csv(tmp_path, POSTS)), "sum(reach)", windows=windows)
    assert whole(found) == {("sum(reach)", 1): 200}


def test_without_windows_or_expressions_there_are_dates_alone(tmp_path: Path) -> None:
    found = evaluated(source(tmp_path, csv(tmp_path, POSTS)), windows=[])
    assert found == Evaluation(first=date(2026, 1, 5), last=date(2026, 5, 1))


def test_nothing_after_the_limit_is_seen(tmp_path: Path) -> None:
    of = source(tmp_path, csv(tmp_path, POSTS), limit=date(2026, 1, 30), key=["network"], derive={"n": "reach + 0"})
    found = evaluated(of, "sum(reach)", "last(n)", windows=[JANUARY, MARCH])
    assert whole(found) == {("sum(reach)", 0): 100, ("last(n)", 0): 100}
    assert (found.last, found.replaced) == (date(2026, 1, 5), 0)


def test_a_condition_scopes_figures_but_not_the_counts_of_rows(tmp_path: Path) -> None:
    of = source(tmp_path, csv(tmp_path, POSTS), params={"least": 50})
    found = evaluated(of, "sum(reach)", "count(*)", where="network = 'facebook' and reach >= $least and likes > 0")
    assert list(whole(found).values()) == [50, 1]
    assert found.rows == {(0, ()): 3}


def test_columns_are_named_without_case_and_with_any_blanks(tmp_path: Path) -> None:
    text = "Date , Link   Clicks,STRASSE,\n2026-01-01,3,4,\n"
    of = source(tmp_path, csv(tmp_path, text))
    assert of.columns() == ("Date", "Link Clicks", "STRASSE")
    assert value(of, '"link  clicks" + 0'.replace('"link  clicks"', 'sum("link  clicks")')) == 3


def test_columns_of_all_files_of_the_map_and_derived_ones(tmp_path: Path) -> None:
    csv(tmp_path, "date,Reach,x\n", "a.csv")
    csv(tmp_path, "date,Views,X\n", "b.csv")
    files = [{"file": "a.csv", "columns": {"reach": "Reach", "y": "nowhere"}, "set": {"network": "i"}}, "b.csv"]
    of = source(tmp_path, files, derive={"z": "reach", "x": "reach"})
    assert of.columns() == ("network", "reach", "y", "date", "Views", "z", "x")


def test_one_heading_may_serve_two_columns_of_different_kinds(tmp_path: Path) -> None:
    entry = {"file": csv(tmp_path, "day,no\n2026-01-01,12\n"), "columns": {"date": "day", "a": "no", "b": "no"}}
    found = evaluated(source(tmp_path, [entry]), "sum(a)", where="b = '12'")
    assert whole(found) == {("sum(a)", 0): 12}


STOCK = """date,network,account,followers
2026-01-01,instagram,x,100
2026-01-20,instagram,x,120
2026-01-31,instagram,x,
2026-01-15,facebook,x,40
2026-01-15,facebook,y,1
2026-03-31,instagram,x,150
2026-03-30,facebook,x,60
"""


def test_stocks_take_the_last_value_of_each_combination_and_add_them(tmp_path: Path) -> None:
    of = source(tmp_path, csv(tmp_path, STOCK), dimensions=["network", "account"])
    formulas = ["last(followers)", "first(followers)", "last(followers) / 2", "max(followers)"]
    found = evaluated(of, *formulas, windows=[JANUARY, FEBRUARY, MARCH, window("2026-Q1")], by=["network"])
    figures = {(cell.expression, cell.window, cell.dimensions): value for cell, value in found.values.items()}
    assert figures["last(followers)", 0, ()] == 120 + 40 + 1
    assert figures["first(followers)", 0, ()] == 100 + 40 + 1
    assert figures["last(followers) / 2", 0, FACEBOOK] == 20.5
    assert figures["last(followers)", 1, ()] is None
    assert figures["last(followers)", 2, ()] == 210
    assert figures["last(followers)", 3, ()] == 211
    assert figures["first(followers)", 3, INSTAGRAM] == 100
    assert figures["max(followers)", 0, ()] == 120
    assert found.kinds == dict(zip(formulas, ["stock", "stock", "rate", "rate"], strict=True))


def test_a_stock_asks_only_rows_for_which_its_conditions_hold(tmp_path: Path) -> None:
    of = source(tmp_path, csv(tmp_path, STOCK), dimensions=["network", "account"])
    formula = "last(followers) filter (where followers < 110)"
    found = evaluated(of, formula, "last(followers)", where="account = 'x'")
    assert whole(found) == {(formula, 0): 100 + 40, ("last(followers)", 0): 120 + 40}


def test_two_rows_that_say_a_stock_of_one_date_are_named_both(tmp_path: Path) -> None:
    csv(tmp_path, 'date,note,followers\n2026-01-01,"a\nb",1\n\n2026-01-31,c,2\n', "a.csv")
    csv(tmp_path, "date,note,followers\n2026-01-31,,3\n2026-01-31,,\n", "b.csv")
    found = evaluated(source(tmp_path, ["*.csv"]), "last(followers)", "sum(followers)")
    (problem,) = found.problems
    assert (problem.rule, problem.path, problem.position and problem.position.line) == ("row-twice", "b.csv", 2)
    assert said(problem)[0] == "line 5 of a.csv has the same date (2026-01-31), so it is open which row says the stock"
    assert not found.values
    assert value(source(tmp_path, ["*.csv"]), "sum(followers)") == 6


def test_rows_of_one_day_at_different_times_are_in_order(tmp_path: Path) -> None:
    text = "date,followers\n2026-01-31T18:00,5\n2026-01-31T09:00,4\n"
    assert value(source(tmp_path, csv(tmp_path, text)), "last(followers)") == 5


def test_rows_of_two_networks_are_no_twins(tmp_path: Path) -> None:
    text = "date,network,followers\n2026-01-31,a,5\n2026-01-31,b,4\n2026-01-31,a,6\n"
    found = evaluated(source(tmp_path, csv(tmp_path, text), dimensions=["network"]), "last(followers)")
    assert said(found.problems[0])[0].startswith("line 2 has the same date (2026-01-31) and network a")


def test_of_rows_with_one_key_the_file_listed_later_wins_then_the_name_then_the_line(tmp_path: Path) -> None:
    csv(tmp_path, "id,date,reach\n1,2026-01-01,1\n2,2026-01-01,10\n", "later.csv")
    csv(tmp_path, "id,date,reach\n1,2026-01-01,2\n1,2026-01-02,3\n3,2026-01-01,100\n", "b-1.csv")
    csv(tmp_path, "id,date,reach\n3,2026-02-01,200\n,2026-01-01,1000\n,2026-01-01,1000\n", "b-2.csv")
    files = ["b-*.csv", "later.csv"]
    found = evaluated(source(tmp_path, files, key="id"), "sum(reach)", "count(*)", windows=[JANUARY, FEBRUARY])
    assert whole(found) == {
        ("sum(reach)", 0): 1 + 10 + 2000,
        ("count(*)", 0): 4,
        ("sum(reach)", 1): 200,
        ("count(*)", 1): 1,
    }
    assert found.replaced == 3
    turned = evaluated(source(tmp_path, files[::-1], key="id"), "sum(reach)", windows=[JANUARY])
    assert whole(turned) == {("sum(reach)", 0): 3 + 10 + 2000}


def test_a_key_of_several_columns(tmp_path: Path) -> None:
    text = "id,date,network,reach\n1,2026-01-01,a,1\n1,2026-01-01,b,2\n1,2026-01-01,b,4\n"
    found = evaluated(source(tmp_path, csv(tmp_path, text), key=["ID", "network"]), "sum(reach)")
    assert (whole(found), found.replaced) == ({("sum(reach)", 0): 5}, 1)


ORDERED = "id,date,network,reach\n3,2026-01-02,a,5\n1,2026-01-01,a,1\n2,2026-01-02,a,3\n4,2026-01-02,b,7\n"


@pytest.mark.parametrize(("key", "differences"), [((), [4, -2]), (("id",), [2, 2])])
def test_the_order_of_a_window_is_completed_by_the_key_else_by_the_line(
    tmp_path: Path, key: tuple[str, ...], differences: list[int]
) -> None:
    derive = {
        "before": "lag(reach) over (partition by network order by date)",
        "more": "reach - before",
        "unused": "lead(date) over (order by date)",
    }
    of = source(tmp_path, csv(tmp_path, ORDERED), key=key, derive=derive)
    found = evaluated(of, "sum(more)", "max(more)", "min(more)", "count(before)")
    assert list(whole(found).values()) == [sum(differences), max(differences), min(differences), 2]


def test_windows_run_over_files_in_their_order(tmp_path: Path) -> None:
    csv(tmp_path, "date,reach\n2026-01-01,1\n", "b.csv")
    csv(tmp_path, "date,reach\n2026-01-01,2\n", "a.csv")
    derive = {"place": "row_number() over (order by date)"}
    for files, first in ((["*.csv"], 2), (["b.csv", "a.csv"], 1)):
        assert value(source(tmp_path, files, derive=derive), "sum(reach)", where="place = 1") == first


def test_derived_columns_are_worked_out_after_replaced_rows_are_gone_and_before_windows(tmp_path: Path) -> None:
    text = "id,date,reach\n1,2026-01-01,1\n2,2026-01-31,5\n2,2026-01-31,6\n3,2026-02-01,60\n"
    derive = {"next": "lead(reach) over (order by date)"}
    of = source(tmp_path, csv(tmp_path, text), key="id", derive=derive)
    assert value(of, "sum(next)", where="id <> '2'") == 6
    assert value(of, "sum(next)") == 66


def test_a_derived_column_may_be_a_dimension_and_may_hide_one_of_the_file(tmp_path: Path) -> None:
    derive = {"size": "case when reach > 60 then 'large' else 'small' end", "theme": "upper(network)"}
    of = source(tmp_path, csv(tmp_path, POSTS), dimensions=["size", "theme"], derive=derive)
    found = evaluated(of, "sum(reach)", by=["size"])
    assert found.rows == {
        (0, (("size", "large"), ("theme", "INSTAGRAM"))): 1,
        (0, (("size", "small"), ("theme", "FACEBOOK"))): 2,
    }
    assert found.values[Cell("sum(reach)", 0, (("size", "small"),))] == 100


def test_dates_in_expressions_are_those_of_the_file(tmp_path: Path) -> None:
    text = "date,paid,amount\n2026-01-01T23:30-08:00,05/01/2026,1\n2026-01-02,2026-01-09,2\n"
    entry = {"file": csv(tmp_path, text)}
    assert value(source(tmp_path, [entry]), "sum(amount)", where="date_part('hour', date) = 23") == 1
    assert value(source(tmp_path, [entry]), "sum(amount)", where="date >= '2026-01-02'") == 2
    found = evaluated(source(tmp_path, [entry]), "avg(date_diff('day', date, paid))")
    assert [problem.rule for problem in found.problems] == ["bad-day"]


def test_other_dates_are_iso_or_written_like_the_first(tmp_path: Path) -> None:
    text = "date,paid\n01/02/2026,05/02/2026\n02/02/2026,2026-02-09\n03/02/2026,\n"
    entry = {"file": csv(tmp_path, text), "date_format": "%d/%m/%Y"}
    assert value(source(tmp_path, [entry]), "sum(date_diff('day', date, paid))", FEBRUARY) == 4 + 7


def test_the_date_may_be_said_in_the_map(tmp_path: Path) -> None:
    entry = {"file": csv(tmp_path, "reach\n5\n6\n"), "set": {"date": "2026-01-31"}}
    assert value(source(tmp_path, [entry]), "sum(reach)") == 11


def test_figures_have_twelve_significant_digits(tmp_path: Path) -> None:
    text = "date,x\n" + "2026-01-01,0.1\n" * 3 + "2026-02-01,1234567.123456789\n"
    found = evaluated(source(tmp_path, csv(tmp_path, text)), "sum(x)", "-sum(x) * 0", windows=[JANUARY, FEBRUARY])
    assert list(map(str, whole(found).values())) == ["0.3", "0.0", "1234567.12346", "0.0"]


def test_a_source_may_be_asked_again(tmp_path: Path) -> None:
    with source(tmp_path, csv(tmp_path, POSTS), dimensions=["network"], key=["date", "network"]) as of:
        asked = {"a": Expression(formula="last(reach)"), "b": Expression(formula="sum(likes)")}
        first = of.evaluate(asked, [JANUARY], ["network"])
        assert of.evaluate({"c": Expression(formula="avg(reach)")}, [MARCH], []).values == {Cell("c", 0, ()): 30}
        assert of.evaluate(asked, [JANUARY], ["network"]) == first


def test_a_source_that_was_never_asked_can_be_closed(tmp_path: Path) -> None:
    of = source(tmp_path, csv(tmp_path, POSTS))
    of.close()
    assert value(of, "sum(reach)") == 200
    of.close()


def test_files_are_a_source_like_any_other(tmp_path: Path) -> None:
    of: Source = source(tmp_path, csv(tmp_path, POSTS))
    assert list(of.columns()) == ["date", "network", "theme", "reach", "likes"]


def test_a_window_that_ends_before_it_starts_has_no_days(tmp_path: Path) -> None:
    nothing, later = Days(date(2026, 2, 1), date(2026, 1, 31)), Days(date(2030, 1, 1), date(2026, 1, 31))
    for windows in ([nothing], [nothing, JANUARY, later], [nothing, JANUARY, later, window("2026-Q1")]):
        found = evaluated(source(tmp_path, csv(tmp_path, POSTS)), "count(*)", windows=windows)
        assert {cell.window for cell in found.values} == {
            place for place, days in enumerate(windows) if days.length > 0
        }


@pytest.mark.parametrize("looks", [1, 2])
def test_a_prepared_source_decides_what_columns_are_for_all_and_reads_once(tmp_path: Path, looks: int) -> None:
    every = {
        "a": Expression(formula="count(reach)", loc=("kpis", "a")),
        "b": Expression(formula="sum(reach)", loc=("kpis", "b")),
        "c": Expression(formula="sum(likes)", loc=("kpis", "c")),
    }
    with source(tmp_path, csv(tmp_path, POSTS.replace("100", "NaN "))) as of:
        of.prepare(every, looks=looks)
        assert list(of.evaluate({"a": every["a"]}, [JANUARY], []).values.values()) == [2]
        if looks > 1:
            csv(tmp_path, "date,reach\n")
        assert list(of.evaluate({"b": every["b"]}, [JANUARY, MARCH], []).values.values()) == [100, 30]
        assert of.evaluate({"c": every["c"]}, [MARCH], []).values == {Cell("c", 0, ()): 3}
        csv(tmp_path, POSTS)
        other = Expression(formula="max(reach)")
        assert list(of.evaluate({"d": other}, [JANUARY], []).values.values()) == [100]
        assert of.ranked("reach", JANUARY).of == 3
        assert list(of.evaluate(every, [JANUARY], []).values.values()) == [3, 200, 15]


def test_problems_of_prepared_expressions_are_told_whatever_is_asked(tmp_path: Path) -> None:
    with source(tmp_path, [{"file": csv(tmp_path, POSTS), "encoding": "cp1252"}]) as of:
        asked = {"a": Expression(formula="count(reach)", loc=("kpis", "a"))}
        of.prepare({**asked, "b": Expression(formula="sum(raech)", loc=("kpis", "b"))})
        for _ in range(2):
            found = of.evaluate(asked, [JANUARY], [])
            assert [problem.loc for problem in found.problems] == [("kpis", "b", "formula")]
            assert not found.values
        of.prepare({"b": Expression(formula="sum(theme)", loc=("kpis", "b"))})
        for _ in range(2):
            assert {problem.rule for problem in of.evaluate({}, [JANUARY], []).problems} == {"bad-cell"}
