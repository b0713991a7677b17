"""Correlations between few and short series, drawn towards 0 as far as they are noise.

Schäfer and Strimmer, "A shrinkage approach to large-scale covariance matrix estimation" (2005): every correlation is
multiplied by ``1 - λ`` with ``λ = Σ Var(r) / Σ r²`` over all pairs, limited to [0, 1]. What comes out is positive
definite.
"""

from __future__ import annotations

import numpy

from scorecard.propagation.sweep_sums import Floats

_LEAST = 1e-3


def shrunk_correlation(series: Floats) -> Floats:
    """The correlation matrix of the columns (times × columns, 3 times or more, none constant)."""
    times, columns = series.shape
    standard = (series - series.mean(axis=0)) / series.std(axis=0, ddof=1)
    product = standard[:, :, None] * standard[:, None, :]
    mean = product.mean(axis=0)
    found = mean * times / (times - 1)
    noise = ((product - mean) ** 2).sum(axis=0) * times / (times - 1) ** 3
    pairs = ~numpy.eye(columns, dtype=bool)
    whole = float((found[pairs] ** 2).sum())
    intensity = min(1.0, max(_LEAST, float(noise[pairs].sum()) / whole)) if whole > 0 else 1.0
    shrunk: Floats = found * (1 - intensity)
    numpy.fill_diagonal(shrunk, 1.0)
    return shrunk
