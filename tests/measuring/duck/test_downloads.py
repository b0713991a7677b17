"""What analysts' downloads are really like: doubled headings, second downloads, numbers of other countries."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from scorecard.measuring.duck import FileSource
from scorecard.measuring.source import Cell, Evaluation, Expression
from scorecard.model import Source
from scorecard.period import Days

JANUARY = Days(date(2026, 1, 1), date(2026, 1, 31))
X = Cell("x", 0, ())


def of_january(folder: Path, formula: str, dimensions: tuple[str, ...] = (), **said: Any) -> Evaluation:
    """One formula over the rows of January."""
    source = Source.model_validate({"date": "day", **said})
    with FileSource("s", source, folder, {}, dimensions, date(2026, 12, 31)) as opened:
        return opened.evaluate({"x": Expression(formula=formula)}, [JANUARY], ())


def test_points_between_thousands_are_read_where_the_decimal_sign_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("spent;day\n1.234,50;2026-01-01\n1.234;2026-01-02\n12;2026-01-03\n")
    found = of_january(tmp_path, "sum(spent)", files=[{"file": "a.csv", "decimal": ","}])
    assert found.values[X] == 2480.5
    wrong = of_january(tmp_path, "sum(spent)", files=[{"file": "a.csv", "decimal": "."}])
    assert [problem.params["text"] for problem in wrong.problems] == ["1.234,50"]


def test_a_point_is_asked_about_where_commas_do_not_part_the_cells(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("spent;day\n1.234;2026-01-01\n12;2026-01-02\n0.5;2026-01-03\n")
    (problem,) = of_january(tmp_path, "sum(spent)", files="a.csv").problems
    assert (problem.rule, problem.params["text"], problem.params["whole"]) == ("bad-cell", "1.234", "1234")
    (tmp_path / "a.csv").write_text("spent,day\n1.234,2026-01-01\n")
    assert of_january(tmp_path, "sum(spent)", files="a.csv").values[X] == 1.234


def test_the_second_download_of_a_name_is_the_later_one(tmp_path: Path) -> None:
    for name, reach in (("Reach (1).csv", 2), ("Reach (10).csv", 4), ("Reach (2).csv", 3), ("Reach.csv", 1)):
        (tmp_path / name).write_text(f"day,reach\n2026-01-01,{reach}\n")
    found = of_january(tmp_path, "sum(reach)", key="day", files="Reach*.csv")
    assert (found.values[X], found.replaced) == (4, 3)


def test_a_row_of_another_network_is_another_row_whatever_the_key(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("day,reach\n2026-01-01,1\n2026-01-02,5\n")
    (tmp_path / "b.csv").write_text("day,reach\n2026-01-01,2\n2026-01-01,3\n")
    files = [{"file": "a.csv", "set": {"network": "x"}}, {"file": "b.csv", "set": {"network": "y"}}]
    found = of_january(tmp_path, "sum(reach)", ("network",), key="day", files=files)
    assert (found.values[X], found.replaced) == (9, 1)


def test_a_heading_that_stands_twice_is_warned_about_where_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("day,views,reach,Views\n2026-01-01,1,2,3\n")
    found = of_january(tmp_path, "sum(views)", files="a.csv")
    assert ([warning.rule for warning in found.warnings], found.values[X]) == (["heading-twice"], 1)
    assert of_january(tmp_path, "sum(reach)", files="a.csv").warnings == ()


def test_a_dimension_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("day,network\n2026-01-01,x\n")
    (problem,) = of_january(tmp_path, "sum(network)", ("network",), files="a.csv").problems
    assert problem.rule == "formula-type"
