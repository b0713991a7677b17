"""What every series of a business has in common with every other: a mean, a trend, the seasons."""

from __future__ import annotations

from collections.abc import Sequence

import numpy

from scorecard.inference.changes import Floats


def common_course(length: int, seasons: Sequence[int] | None) -> Floats:
    """An orthonormal basis of what is taken out of both series before they are compared; a row for each period.

    A constant and a straight line: changes that have a mean are a trend, changes that grow are an accelerating one, and
    two of either go together whatever drives them. With ``seasons``, the number of the season that each period lies in,
    a mean for each. To take them out of both sides is to have them in the regression (Frisch and Waugh 1933; Lovell
    1963), and each of them costs one degree of freedom, which is why no support can come of it.
    """
    line = numpy.linspace(-1.0, 1.0, length)
    columns = [numpy.ones(length), line]
    if seasons is not None:
        numbers = numpy.asarray(seasons)
        # One season is left to the constant.
        columns += [(numbers == season).astype(float) for season in numpy.unique(numbers)[1:]]
    basis, _, _ = numpy.linalg.svd(numpy.stack(columns, axis=1), full_matrices=False)
    rank = int(numpy.linalg.matrix_rank(numpy.stack(columns, axis=1)))
    return numpy.asarray(basis[:, :rank], dtype=numpy.float64)


def without(series: Floats, basis: Floats) -> Floats:
    """The series, along the last axis, less their projection on an orthonormal basis: ``x − B Bᵀ x``."""
    rows = series.reshape(-1, series.shape[-1])  # one product of two matrices is much faster than many small ones
    found: Floats = (rows - (rows @ basis) @ basis.T).reshape(series.shape)
    return found
