"""Which rows a report ranks, and by what: it follows from the formulas of the map."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scorecard.report import RankedRows
from tests.reported import folder_of, plain, report_of


def ranked(folder: Path, **changed: Any) -> tuple[RankedRows, ...]:
    """The rankings of the sample map with other sources, figures, headline or dimensions."""
    path = folder_of(folder / "map", plain) / "strategy.yaml"
    written = json.loads(path.read_text(encoding="utf-8"))
    for key, value in changed.items():
        written[key] = {**written[key], **value} if isinstance(value, dict) else value
    path.write_text(json.dumps(written), encoding="utf-8")
    return report_of(path.parent).rankings


def asked(found: tuple[RankedRows, ...]) -> list[tuple[str, str | None, bool]]:
    return [(one.figure, one.question.per, one.question.lowest) for one in found]


def test_a_share_of_sums_gives_both_rankings(tmp_path: Path) -> None:
    assert asked(ranked(tmp_path)) == [
        ("Measure", None, False),
        ("likes", "network", False),
        ("likes", "network", True),
    ]


def test_rows_without_names_are_not_ranked(tmp_path: Path) -> None:
    assert ranked(tmp_path, sources={"posts": {"date": "published", "files": "data/posts.csv"}}) == ()


def test_without_a_share_the_first_sum_counts(tmp_path: Path) -> None:
    rate = {"unit": "count", "source": "posts", "formula": "sum(likes)", "direction": "maximise", "target": 50}
    found = asked(ranked(tmp_path, kpis={"rate": rate}))
    assert found == [("Measure", None, False), ("Measure", "network", True)]


def test_without_a_dimension_the_worst_of_all_are_shown(tmp_path: Path) -> None:
    found = ranked(tmp_path, dimensions=[])
    assert asked(found) == [("Measure", None, False), ("likes", None, False), ("likes", None, True)]
    assert [row.label for row in found[2].ranking.rows] == ["Post 1", "Post 2", "Post 3", "Post 4"]


def test_a_dimension_that_the_source_lacks_is_left_out(tmp_path: Path) -> None:
    found = asked(ranked(tmp_path, dimensions=["country"]))
    assert found == [("Measure", None, False), ("likes", None, False), ("likes", None, True)]


def test_the_worst_are_left_out_where_the_best_are_all_there_are(tmp_path: Path) -> None:
    measure = {"unit": "count", "source": "posts", "formula": "sum(likes) / sum(reach)", "where": "reach > 600"}
    assert [one.question.lowest for one in ranked(tmp_path, measures={"reach": measure})] == [False, False]


def test_only_rows_that_count_for_the_figure_are_ranked(tmp_path: Path) -> None:
    measure = {"unit": "count", "source": "posts", "formula": "sum(likes) / sum(reach)", "where": "reach > 600"}
    best, most = ranked(tmp_path, measures={"reach": measure})
    assert [row.label for row in best.ranking.rows] == ["Post 9", "Post 8", "Post 7"]
    assert [row.label for row in most.ranking.rows] == ["Post 8", "Post 9", "Post 7"]


def test_figures_that_are_no_sums_rank_nothing(tmp_path: Path) -> None:
    count = {"unit": "count", "source": "posts", "formula": "count(*)"}
    kpi = {**count, "direction": "maximise", "target": 9}
    assert ranked(tmp_path, measures={"reach": count}, kpis={"rate": kpi}) == ()


def test_no_row_is_among_the_best_and_the_worst(tmp_path: Path) -> None:
    measure = {"unit": "count", "source": "posts", "formula": "sum(likes) / sum(reach)", "where": "reach > 180"}
    _, most, least = ranked(tmp_path, measures={"reach": measure})  # three and four posts of each network
    assert [row.label for row in most.ranking.rows] == ["Post 8", "Post 6", "Post 4", "Post 9", "Post 7", "Post 5"]
    assert [row.label for row in least.ranking.rows] == ["Post 3"]


def test_the_worst_of_a_part_are_not_among_the_best_of_all(tmp_path: Path) -> None:
    rate = {"unit": "count", "source": "posts", "formula": "sum(likes)", "direction": "maximise", "target": 50}
    best, worst = ranked(tmp_path, kpis={"rate": rate})
    shown = [row.label for row in (*best.ranking.rows, *worst.ranking.rows)]
    assert len(shown) == len(set(shown))
