"""Series whose truth is known, from fixed seeds."""

from __future__ import annotations

import numpy

from scorecard.inference.changes import Floats


def wandering(rng: numpy.random.Generator, rows: int, length: int, memory: float = 0.9) -> Floats:
    """Autoregressive series, ``x_t = 0.9·x_{t−1} + e``, long after their beginning."""
    noise = rng.standard_normal((rows, length + 100))
    for place in range(1, noise.shape[1]):
        noise[:, place] += memory * noise[:, place - 1]
    return noise[:, 100:]


def trending(rng: numpy.random.Generator, rows: int, length: int) -> Floats:
    """Random walks that rise by half a standard deviation in each period."""
    found: Floats = numpy.cumsum(0.5 + rng.standard_normal((rows, length)), axis=1)
    return found


def noisy_lines(rng: numpy.random.Generator, rows: int, length: int) -> Floats:
    """Straight lines with noise about them."""
    found: Floats = 0.3 * numpy.arange(length) + rng.standard_normal((rows, length))
    return found


def caused(rng: numpy.random.Generator, cause: Floats, delay: int, memory: float = 0.9) -> Floats:
    """``y_t = 0.5·x_{t−3} + √0.75·e``, e a wanderer like the cause; the first values are noise alone."""
    rows, length = cause.shape
    noise: Floats = numpy.sqrt(0.75) * wandering(rng, rows, length, memory)
    noise[:, delay:] += 0.5 * cause[:, :-delay]
    return noise
