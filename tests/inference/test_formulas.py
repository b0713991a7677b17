"""Each formula against published numbers, a second implementation, or a law."""

from __future__ import annotations

import warnings
from math import nan

import numpy
import pytest
from statsmodels.stats.multitest import multipletests
from statsmodels.tsa.stattools import grangercausalitytests

from scorecard.inference.certainty import interval, power, two_sided
from scorecard.inference.changes import changes, clipped, longest_run, scaled, weighed
from scorecard.inference.common_course import common_course, without
from scorecard.inference.corrected import over_arrows, over_delays
from scorecard.inference.granger import granger
from scorecard.inference.lagged import freed, lagged, own_lags


@pytest.mark.parametrize("delay", [1, 2, 3, 6])
@pytest.mark.parametrize("length", [30, 120])
def test_granger_is_that_of_statsmodels(delay: int, length: int) -> None:
    rng = numpy.random.default_rng(delay)
    cause, effect = rng.standard_normal((2, 5, length))
    effect[:2, delay:] += 0.6 * cause[:2, :-delay]
    ours = granger(cause, effect, delay)
    for row in range(5):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            theirs = grangercausalitytests(numpy.column_stack([effect[row], cause[row]]), [delay])
        f, p, *_ = theirs[delay][0]["ssr_ftest"]
        assert ours.f[row] == pytest.approx(f, rel=1e-9)
        assert ours.p[row] == pytest.approx(p, rel=1e-9, abs=1e-12)


def test_granger_of_an_effect_without_a_rest_is_no_number() -> None:
    assert numpy.isnan(granger(numpy.ones((1, 30)), numpy.zeros((1, 30)), 2).f[0])


def test_false_discoveries_are_those_of_statsmodels() -> None:
    p = numpy.random.default_rng(0).random(40) ** 3
    assert over_arrows(p) == pytest.approx(multipletests(p, method="fdr_bh")[1], rel=1e-12)


def test_half_of_the_error_is_for_the_declared_delay() -> None:
    own, others = over_delays(numpy.array([[0.5, 0.01, 0.3], [0.9, 0.8, 0.001]]), 1)
    assert own == pytest.approx([0.02, 1.0])
    assert others == pytest.approx([1.0, 2 * (1 - 0.999**2)], rel=1e-9)


def test_power_is_cohens() -> None:
    """Cohen (1988, table 3.4): r = 0.30 at 5 %, two-sided, is seen with a chance of 80 % by 85 cases."""
    assert power(numpy.array([83.0]), 0.05)[0] == pytest.approx(0.80, abs=0.005)
    assert power(numpy.array([82.0, 200.0]), 0.05, 1e-9) == pytest.approx([0.05, 0.05], abs=1e-6)


def test_the_interval_is_fishers() -> None:
    """r = 0.5 of 28 pairs: tanh(0.549306 ± 1.959964 / 5)."""
    low, high = interval(numpy.array([0.5]), numpy.array([26.0]))
    assert (low[0], high[0]) == pytest.approx((0.156028, 0.735818), abs=1e-6)


def test_p_of_a_correlation_is_students() -> None:
    """r = 0.632 of 10 pairs is the critical value at 5 % of every table."""
    assert two_sided(numpy.array([0.6319]), numpy.array([8.0]))[0] == pytest.approx(0.05, abs=1e-4)


def test_changes_need_both_values_and_no_break() -> None:
    found = changes(numpy.array([1.0, 2.0, nan, 2.5, 2.0, 1.5]), breaks=[4])
    assert found[0] == 1
    assert numpy.isnan(found[1:4]).all()
    assert found[4] == -0.5


def test_what_grows_many_fold_is_compared_in_per_cent() -> None:
    assert changes(numpy.array([1.0, 2.0, 4.0])) == pytest.approx(numpy.log([2, 2]))
    assert changes(numpy.array([1.0, 2.0, 3.0])) == pytest.approx([1, 1])
    assert changes(numpy.array([0.0, 2.0, 4.0])) == pytest.approx([2, 2])


def test_outliers_are_drawn_in() -> None:
    """Median 3, median deviation 1: three deviations are 4.4478."""
    assert clipped(numpy.array([1.0, 2, 3, 4, 100]))[-1] == pytest.approx(3 + 3 * 1.4826)
    assert clipped(numpy.array([0.0, 0, 0, 0, 9]))[-1] == 9
    assert numpy.isnan(clipped(numpy.array([nan, nan]))).all()


def test_parts_are_weighed_where_they_are_known() -> None:
    found = weighed(numpy.array([[1.0, nan, nan], [3.0, 3.0, nan]]), numpy.array([3.0, 1.0]))
    assert found[:2] == pytest.approx([1.5, 3.0])
    assert numpy.isnan(found[2])
    assert scaled(numpy.array([0.0, 2.0, nan])) == pytest.approx([0, 2, nan], nan_ok=True)


@pytest.mark.parametrize(
    ("known", "run"), [("", (0, 0)), ("..", (0, 0)), ("xx.xxx.xxx", (7, 10)), ("xxx.x", (0, 3)), ("x", (0, 1))]
)
def test_the_longest_run_is_the_newest_of_the_longest(known: str, run: tuple[int, int]) -> None:
    assert longest_run(numpy.array([mark == "x" for mark in known], dtype=bool)) == run


def test_trend_and_seasons_are_taken_out() -> None:
    seasons = [place % 4 for place in range(24)]
    course = numpy.array([[5 + 0.3 * place + 2 * (season == 3) for place, season in enumerate(seasons)]])
    assert without(course, common_course(24, seasons)) == pytest.approx(0, abs=1e-12)
    assert common_course(24, seasons).shape == (24, 5)


def test_correlations_are_those_of_the_regression_with_everything_in_it() -> None:
    """The partial correlation is the simple one of what is left of both by least squares (Frisch and Waugh 1933)."""
    rng = numpy.random.default_rng(3)
    cause, effect = rng.standard_normal((2, 1, 80))
    found = lagged(cause, effect, common_course(80, None), 6)
    past, new = own_lags(80), freed(cause, own_lags(80))
    first = past + 6
    rows = numpy.arange(first, 80)
    controls = numpy.column_stack([numpy.ones(len(rows)), rows, *(effect[0, rows - lag] for lag in range(1, past + 1))])
    for delay in range(7):
        left = []
        for series in (effect[0, rows], new[0, rows - past - delay]):
            left.append(series - controls @ numpy.linalg.lstsq(controls, series, rcond=None)[0])
        assert found.r[0, delay] == pytest.approx(numpy.corrcoef(*left)[0, 1], abs=1e-9)
    assert found.pairs == len(rows)
    assert (found.freedom <= len(rows) - 2 - past - 1 + 1e-9).all()
