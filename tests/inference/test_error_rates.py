"""How often the test errs, and how often it sees what is there: five hundred pairs for each case, from fixed seeds."""

from __future__ import annotations

from collections.abc import Callable

import numpy
import pytest

from scorecard.inference.arrows import ALPHA, Findings, examined
from scorecard.inference.certainty import two_sided
from scorecard.inference.changes import Floats, changes, clipped
from tests.inference.processes import caused, noisy_lines, trending, wandering

RUNS = 500
Process = Callable[[numpy.random.Generator, int, int], Floats]


def judged(cause: Floats, effect: Floats, declared: int, seasons: bool = False) -> Findings:
    """As the command judges a map with one arrow."""
    causes, effects = (numpy.stack([clipped(changes(row)) for row in series]) for series in (cause, effect))
    return examined(causes, effects, declared, [place % 12 for place in range(causes.shape[1])] if seasons else None)


def share_of(found: Findings, sign: int) -> float:
    """How many of the arrows are called supported (1) or contradicted (−1)."""
    seen = found.r[numpy.arange(len(found.delay)), found.delay]
    return float(((found.p <= ALPHA) & (numpy.sign(seen) == sign)).mean())


def doubling(rng: numpy.random.Generator, rows: int, length: int) -> Floats:
    """Growth by 5 % a period, with noise as large as the value."""
    found: Floats = 1.05 ** numpy.arange(length) * (1 + 0.05 * rng.standard_normal((rows, length)))
    return found


def accelerating(rng: numpy.random.Generator, rows: int, length: int) -> Floats:
    """Sums of wanderers, which no single difference makes stationary."""
    found: Floats = numpy.cumsum(wandering(rng, rows, length), axis=1)
    return found


@pytest.mark.parametrize("process", [wandering, trending, noisy_lines, doubling, accelerating])
@pytest.mark.parametrize("declared", [0, 1, 3])
def test_unrelated_series_are_rarely_called_supported(process: Process, declared: int) -> None:
    """Both ends of either error: a verdict in at most 5 %, up and down together within chance of that."""
    rng = numpy.random.default_rng(declared)
    found = judged(process(rng, RUNS, 60), process(rng, RUNS, 60), declared)
    assert share_of(found, 1) <= 0.05
    assert share_of(found, 1) + share_of(found, -1) <= 0.05 + 2.6 * numpy.sqrt(0.05 * 0.95 / RUNS)


@pytest.mark.parametrize("length", [36, 60])
def test_seasons_make_no_support(length: int) -> None:
    """Two series that peak in the same month, and two without seasons from which seasons are taken all the same."""
    rng = numpy.random.default_rng(length)
    peak = 5 * (numpy.arange(length) % 12 == 11)
    for course in (peak, 0 * peak):
        cause, effect = (course + rng.standard_normal((RUNS, length)) for _ in range(2))
        assert share_of(judged(cause, effect, 1, seasons=True), 1) <= 0.05


def test_a_jump_of_both_at_once_makes_no_support() -> None:
    rng = numpy.random.default_rng(8)
    jump = 30.0 * (numpy.arange(60) >= 30)
    cause, effect = (jump + trending(rng, RUNS, 60) for _ in range(2))
    assert share_of(judged(cause, effect, 1), 1) <= 0.05


def test_a_naive_search_errs_in_most() -> None:
    """The same series, the best of seven plain correlations of the values: what is to be avoided."""
    rng = numpy.random.default_rng(0)
    cause, effect = wandering(rng, RUNS, 60), wandering(rng, RUNS, 60)
    found = numpy.zeros(RUNS, dtype=bool)
    for delay in range(7):
        pairs = zip(cause[:, : 60 - delay], effect[:, delay:], strict=True)
        r = numpy.array([numpy.corrcoef(x, y)[0, 1] for x, y in pairs])
        found |= two_sided(r, numpy.full(RUNS, 58.0 - delay)) <= ALPHA
    assert found.mean() > 0.6


@pytest.mark.parametrize("memory", [0.0, 0.9, 1.0])
def test_a_true_effect_is_found_at_its_delay(memory: float) -> None:
    rng = numpy.random.default_rng(7)
    cause = wandering(rng, RUNS, 120, memory)
    effect = caused(rng, cause, 3, memory)
    right, wrong, reversed_ = judged(cause, effect, 3), judged(cause, effect, 1), judged(effect, cause, 3)
    assert ((right.p <= ALPHA) & (right.delay == 3)).mean() >= 0.8
    assert share_of(right, 1) >= 0.8
    assert ((wrong.p <= ALPHA) & (wrong.delay == 3)).mean() >= 0.8
    assert share_of(reversed_, 1) <= 0.05
