"""Samples that are too small, and what stands in for a figure that is not there."""

from __future__ import annotations

import pytest

from tests.measuring.told import Told


@pytest.mark.parametrize(("least", "reason"), [(3, None), (4, "small-sample")])
def test_a_small_sample_is_shown_and_not_scored(least: int, reason: str | None, told: Told) -> None:
    """Three rows, one of which has no reach.

    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      reach: {unit: count, source: posts, formula: avg(reach), min_sample: 3, target: 10, direction: maximise}
    data/posts.csv:
      day,reach
      2026-10-10,3
      2026-10-11,5
      2026-10-12,
    """
    told.path.write_text(told.path.read_text().replace("min_sample: 3", f"min_sample: {least}"))
    found = told.kpi("reach", "2026-10")
    assert (found.value, found.n, found.reason) == (4, 3, reason)
    assert (found.performance is None) == (reason is not None)


@pytest.mark.parametrize(("sample", "n"), [("count(reach)", 2), ("sum(reach)", 8)])
def test_a_sample_of_its_own(sample: str, n: float, told: Told) -> None:
    """Three rows, one of which has no reach.

    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      reach: {unit: count, source: posts, formula: avg(reach), sample: count(reach), min_sample: 3}
    data/posts.csv:
      day,reach
      2026-10-10,3
      2026-10-11,5
      2026-10-12,
    """
    told.path.write_text(told.path.read_text().replace("count(reach)", sample))
    figure = told.figure("reach", "2026-10")
    assert figure.n == n
    assert figure.reason == ("small-sample" if n < 3 else None)


@pytest.mark.parametrize(("n", "reason"), [("19", "small-sample"), ("20", None), ("", "small-sample")])
def test_a_recorded_sample(n: str, reason: str | None, told: Told) -> None:
    """Twenty answers are enough; unknown is not enough.

    kpis:
      csat: {unit: "%", min_sample: 20}
    data/actuals.csv:
      date,kpi,value,n
      2026-10,csat,70%,
    """
    told.write("data/actuals.csv", f"date,kpi,value,n\n2026-10,csat,70%,{n}\n")
    figure = told.figure("csat", "2026-10")
    assert (figure.value, figure.reason) == (0.7, reason)


def test_a_substitute_stands_in_and_is_named(told: Told) -> None:
    """Reach is not given any more.

    kpis:
      reach: {unit: count, else: impressions, baseline: 0, target: 1000}
      impressions: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-09,reach,300
      2026-09,impressions,500
      2026-10,impressions,600
    """
    assert (told.value("reach", "2026-09"), told.figure("reach", "2026-09").used) == (300, None)
    figure = told.figure("reach", "2026-10")
    assert (figure.value, figure.used, figure.reason) == (600, "impressions", None)
    found = told.kpi("reach", "2026-10")
    assert [found.performance, found.used] == [pytest.approx(0.6), "impressions"]
    assert found.trend is None, "reach does not compare with impressions"


def test_a_substitute_may_be_a_measure_or_undated(told: Told) -> None:
    """And one that has no figure either stands in for nothing.

    measures:
      spend: {unit: count}
    kpis:
      a: {unit: count, else: spend}
      b: {unit: count, else: fixed}
      c: {unit: count, else: d}
      d: {unit: count}
      fixed: {unit: count, value: 7}
    data/actuals.csv:
      date,kpi,value
      2026-09,a,3
      2026-09,b,3
      2026-09,c,3
      2026-10,spend,500
    """
    assert told.value("a", "2026-10") == 500
    assert (told.value("b", "2026-10"), told.figure("b", "2026-10").used) == (7, "fixed")
    assert told.figure("c", "2026-10").reason == "missing"


def test_a_substitute_of_a_rarer_kpi_is_not_compared_with_it(told: Told) -> None:
    """The third quarter has no survey.

    kpis:
      csat: {unit: "%", cadence: quarter, else: guess, baseline: 0%, target: 100%}
      guess: {unit: "%"}
    data/actuals.csv:
      date,kpi,value
      2026-Q2,csat,70%
      2026-10,guess,40%
    """
    found = told.kpi("csat", "2026-10")
    assert (found.value, found.used, found.trend) == (0.4, "guess", None)
