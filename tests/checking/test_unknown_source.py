from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_misspelt(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [shares]}}
    sources: {posts: {date: day, files: posts.csv}}
    kpis: {shares: {source: post, formula: sum(shares)}}
    measures: {likes: {source: post, formula: sum(likes)}, reach: {source: posts, formula: sum(reach)}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("measures", "likes", "source"), "value")
    assert problem.params["place"] == Place(loc=("sources", "posts"))
    assert said(problem) == (
        "measure 'likes' takes its figures from an unknown source 'post'",
        "no source has this id; it stands in one more place",
        "did you mean 'posts' (sources.posts)?",
    )


def test_a_figure_is_no_source(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [share]}}
    kpis: {share: {source: likes, formula: likes / views}, other: {source: share, formula: share}}
    measures: {likes: {}, views: {}}
    """
    assert [said(problem)[2] for problem in problems] == [
        "that is a measure: name it in the formula, and take `source` out",
        "that is a KPI: name it in the formula, and take `source` out",
    ]
    assert said(problems[0])[0] == "KPI 'share' takes its figures from an unknown source 'likes'"


def test_no_sources_at_all(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [shares]}}
    kpis: {shares: {source: posts, formula: sum(shares)}}
    """
    (problem,) = problems
    assert said(problem)[2] == "define it under `sources`, or take it out here"
