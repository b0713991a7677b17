from __future__ import annotations

import pytest

from scorecard.problem import Problem
from tests.checking.conftest import Find, Said


@pytest.mark.parametrize(
    ("settings", "key", "keys", "them"),
    [
        ("source: posts", "source", "`source`", "it"),
        ("source: posts, where: a", "source", "`source` and `where`", "them"),
        ("where: a", "where", "`where`", "it"),
        ("sample: count(*)", "sample", "`sample`", "it"),
        ("source: posts, where: a, sample: b", "source", "`source`, `where` and `sample`", "them"),
    ],
)
def test_no_formula(settings: str, key: str, keys: str, them: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it", key), "key")
    assert said(problem) == (
        f"KPI 'it' has {keys} and no formula, so nothing says what its figure is",
        "`formula` is missing",
        f"say what is worked out over the rows, `formula: count(*)` or `formula: sum(…)`; or take {them} out",
    )


@pytest.mark.parametrize(
    ("settings", "key", "keys"),
    [
        ("formula: other, where: a", "where", "`where`"),
        ("formula: other, sample: a", "sample", "`sample`"),
        ("formula: other, sample: a, where: b", "where", "`where` and `sample`"),
    ],
)
def test_no_source(settings: str, key: str, keys: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it", key), "key")
    assert said(problem)[0] == f"KPI 'it' has {keys} and no source, so there are no rows to look at"


@pytest.mark.parametrize(
    "settings",
    ["formula: other", "source: posts, formula: sum(a), where: b, sample: c, min_sample: 5", "min_sample: 5", ""],
)
def test_sound(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_measures_too(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer}}
    sources: {posts: {date: day, files: posts.csv}}
    measures: {shares: {source: posts}, likes: {formula: shares, where: not promoted}, typed: {}}
    """
    assert [problem.loc for problem in problems] == [("measures", "shares", "source"), ("measures", "likes", "where")]
    assert said(problems[0])[0] == "measure 'shares' has `source` and no formula, so nothing says what its figure is"
