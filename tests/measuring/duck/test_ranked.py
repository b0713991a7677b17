"""Rows by a figure of each, and groups by the mean of their rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scorecard.ranking import RankedRow, Ranking
from tests.measuring.duck.raw import JANUARY, csv, source, window

POSTS = """id,date,title,network,theme,likes,shares
1,2026-01-05,One,instagram,x,10,1
2,2026-01-31,"Two, too",facebook,x,5,5
3,2026-01-31,Three,instagram,y,8,
4,2026-02-01,Later,instagram,y,1000,1
5,2026-01-02,,facebook,,7,3
"""


def ranked(folder: Path, by: str, **more: object) -> Ranking:
    definition = {"key": ["id"], "label": "title"} if "label" not in more else {}
    more.pop("label", None)
    with source(folder, csv(folder, POSTS), **definition) as of:  # type: ignore[arg-type]
        return of.ranked(by, JANUARY, **more)  # type: ignore[arg-type]


def test_the_best_rows_with_their_labels_and_days(tmp_path: Path) -> None:
    found = ranked(tmp_path, "likes + shares", count=2)
    assert found.rows == (
        RankedRow(label="One", value=11, day=date(2026, 1, 5), total=11),
        RankedRow(label="Two, too", value=10, day=date(2026, 1, 31), total=10),
    )
    assert found.of == 3


def test_equal_figures_keep_the_order_of_the_rows(tmp_path: Path) -> None:
    found = ranked(tmp_path, "coalesce(likes, 0) * 0")
    assert [row.label for row in found.rows] == ["One", "Two, too", "Three", ""]


def test_the_worst_of_each_network(tmp_path: Path) -> None:
    found = ranked(tmp_path, "likes", per="Network", lowest=True, count=1)
    assert [(row.per, row.label, row.value) for row in found.rows] == [
        ("facebook", "Two, too", 5),
        ("instagram", "Three", 8),
    ]


def test_groups_by_their_mean_with_their_size(tmp_path: Path) -> None:
    found = ranked(tmp_path, "likes", group="theme", lowest=True)
    assert found.rows == (
        RankedRow(label="", value=7, rows=1, total=7),
        RankedRow(label="x", value=7.5, rows=2, total=15),
        RankedRow(label="y", value=8, rows=1, total=8),
    )


def test_groups_of_each_network(tmp_path: Path) -> None:
    found = ranked(tmp_path, "likes", group="theme", per="network", count=1)
    assert [(row.per, row.label, row.value) for row in found.rows] == [("facebook", "", 7), ("instagram", "x", 10)]


def test_a_source_without_labels(tmp_path: Path) -> None:
    assert ranked(tmp_path, "likes", label=None, count=1).rows[0].label == ""


def test_nothing_to_rank(tmp_path: Path) -> None:
    with source(tmp_path, csv(tmp_path, POSTS)) as of:
        assert of.ranked("likes", window("2025-01")) == Ranking()


@pytest.mark.parametrize(
    ("by", "more", "place", "rule"),
    [
        ("lykes", {}, "by", "unknown-column"),
        ("sum(likes)", {}, "by", "formula-refused"),
        ("title", {}, "by", "formula-type"),
        ("likes", {"per": "netwerk"}, "per", "unknown-column"),
        ("likes", {"group": "tema"}, "group", "unknown-column"),
    ],
)
def test_what_is_wrong_names_the_option(tmp_path: Path, by: str, more: dict[str, str], place: str, rule: str) -> None:
    (problem,) = ranked(tmp_path, by, **more).problems
    assert problem.loc == (place,)
    assert problem.rule in (rule, "formula-refused")


def test_what_is_wrong_with_the_files_comes_first(tmp_path: Path) -> None:
    with source(tmp_path, ["nowhere.csv"]) as of:
        assert [problem.rule for problem in of.ranked("likes", JANUARY).problems] == ["file-missing"]


def test_a_figure_that_cannot_be_worked_out_for_a_row(tmp_path: Path) -> None:
    with source(tmp_path, csv(tmp_path, "date,x\n2026-01-01,1e200\n2026-01-02,2\n")) as of:
        assert [row.value for row in of.ranked("x * x", JANUARY).rows] == [4]
