"""`scorecard top`: the best and the worst rows of a source."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, called

MAP = """
as_of: 2026-11-10
dimensions: [network]
goals:
  fans: {perspective: customer, lagging: [likes]}
sources:
  posts:
    date: published
    label: title
    files: data/posts.csv
kpis:
  likes: {source: posts, formula: sum(likes), worst: 0, target: 100}
"""
POSTS = """published,title,network,theme,likes,shares
2026-08-01,Old,instagram,a,99,0
2026-10-01,One,instagram,a,10,5
2026-10-02,Two,facebook,b,30,0
2026-10-03,Three,instagram,b,20,1
2026-10-04,Four,facebook,a,,2
2026-11-05,Open,instagram,a,70,0
2026-11-20,Later,instagram,a,500,0
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a map and the rows of one source."""
    (tmp_path / "data").mkdir()
    (tmp_path / "strategy.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "data/posts.csv").write_text(POSTS, encoding="utf-8")
    return tmp_path


def rows(folder: Path, *arguments: str) -> list[tuple[str, str, float]]:
    ran = called("top", "posts", "-m", folder, "-f", "csv", *arguments)
    assert (ran.code, ran.err) == (0, ""), ran.err
    return [(row["per"], row["label"], float(row["value"])) for row in csv.DictReader(StringIO(ran.out))]


def test_the_best_rows_of_the_latest_period_that_is_over(folder: Path) -> None:
    """November still runs; the row without likes has no figure."""
    assert rows(folder, "--by", "likes + shares") == [("", "Two", 30.0), ("", "Three", 21.0), ("", "One", 15.0)]
    assert rows(folder, "--by", "likes", "-n", "1") == [("", "Two", 30.0)]
    assert rows(folder, "--by", "likes", "--lowest", "--count", "1") == [("", "One", 10.0)]


def test_any_period_may_be_asked_for_and_nothing_later_than_the_day_is_seen(folder: Path) -> None:
    assert rows(folder, "--by", "likes", "-n", "1", "--period", "2026") == [("", "Old", 99.0)]
    assert rows(folder, "--by", "likes", "-n", "1", "--period", "2026-Q4") == [("", "Open", 70.0)]
    assert rows(folder, "--by", "likes", "--period", "2026-10-02") == [("", "Two", 30.0)]
    assert rows(folder, "--by", "likes", "-n", "1", "--as-of", "2026-12-01") == [("", "Later", 500.0)]
    assert rows(folder, "--by", "likes", "--as-of", "2026-09-15") == [("", "Old", 99.0)]
    assert rows(folder, "--by", "likes", "--as-of", "2026-08-15") == [("", "Old", 99.0)]  # no period that is over
    assert rows(folder, "--by", "likes", "--period", "2020") == []


def test_rankings_apart_and_groups_with_their_samples(folder: Path) -> None:
    assert rows(folder, "--by", "likes", "--per", "network", "-n", "1") == [
        ("facebook", "Two", 30.0),
        ("instagram", "Three", 20.0),
    ]
    assert rows(folder, "--by", "likes", "--group", "theme") == [("", "b", 25.0), ("", "a", 10.0)]
    document = json.loads(called("top", "posts", "-m", folder, "--by", "likes", "--group", "Theme", "-f", "json").out)
    assert [(row["label"], row["rows"], row["total"]) for row in document["rows"]] == [("b", 2, 50.0), ("a", 1, 10.0)]


def test_the_table_and_markdown(folder: Path) -> None:
    ran = called("top", "Posts", "-m", folder, "--by", "likes", "-n", "2")
    assert ran.out == (
        "posts: 2 highest of 3 rows by likes\n2026-10 · as of 10 November 2026\n\n"
        "             figure\n  1.  Two        30  2 October 2026\n  2.  Three      20  3 October 2026\n"
    )
    assert (
        "| 1 | Two | 30 | 2 October 2026 |"
        in called("top", "posts", "-m", folder, "--by", "likes", "-f", "markdown").out
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["post", "--by", "likes"], "the map has no source 'post'; did you mean 'posts'?"),
        (["ads", "--by", "likes"], "the map has no source 'ads'; there are: posts"),
        (["posts"], "--by is missing"),
        (["posts", "--by", "lieks"], "--by: there is no column `lieks`; did you mean `likes`?"),
        (["posts", "--by", "likes", "--per", "netwrk"], "--per: there is no column `netwrk`; did you mean `network`?"),
        (["posts", "--by", "likes", "--group", "zzz"], "--group: there is no column `zzz`; there are: "),
        (["posts", "--by", "sum(likes)"], "--by: `sum` speaks of many rows"),
        (["posts", "--by", "(select 1)"], "--by: "),
        (["posts", "--by", "random()"], "--by: "),
        (["posts", "--by", ""], "--by: the expression is empty"),
        (["posts", "--by", "likes", "-n", "0"], "--count: '0' is no number of rows; write one from 1 to 10,000"),
        (["posts", "--by", "likes", "-n", "-1"], "--count: '-1' is no number of rows"),
        (["posts", "--by", "likes", "-n", "1e3"], "--count: '1e3' is no number of rows"),
        (["posts", "--by", "likes", "--period", "now"], "'now' is no period; write one like 2026-11 or 2026"),
        (["posts", "--by", "likes", "--period", "2027"], "2027 has not begun on 2026-11-10"),
    ],
)
def test_wrong_use_is_code_two_and_says_what_is_right(folder: Path, arguments: list[str], said: str) -> None:
    ran = called("top", *arguments, "-m", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")
    assert said in ran.err


def test_a_map_without_sources_says_so() -> None:
    ran = called("top", "posts", "--by", "likes", "-m", ROOT / "maps/city.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: the map has no sources, so there are no rows to rank\n"


def test_what_is_wrong_with_the_rows_is_shown_at_its_place(folder: Path) -> None:
    text = POSTS.replace("One,instagram,a,10", "One,instagram,a,ten")
    (folder / "data/posts.csv").write_text(text, encoding="utf-8")
    ran = called("top", "posts", "-m", folder, "--by", "likes")
    assert (ran.code, ran.out) == (2, "")
    assert "posts.csv:3:" in ran.err
    (folder / "data/posts.csv").unlink()
    ran = called("top", "posts", "-m", folder, "--by", "likes")
    assert (ran.code, ran.out) == (2, "")
    assert "data/posts.csv" in ran.err


def test_hostile_labels_move_no_cursor(folder: Path) -> None:
    (folder / "data/posts.csv").write_text(POSTS.replace("Two", "\x1b[2J=1|<b>"), encoding="utf-8")
    for style in ("table", "csv", "markdown", "json"):
        ran = called("top", "posts", "-m", folder, "--by", "likes", "-f", style)
        assert ran.code == 0
        assert "\x1b" not in ran.out
