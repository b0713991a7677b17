"""From direct influences to the total relation (DEMATEL; Gabus and Fontela, "World problems, an invitation to further
thought within the framework of DEMATEL", 1972)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
import numpy.typing

from scorecard.influence import EndlessInfluenceError

Floats = numpy.typing.NDArray[numpy.float64]

_ALIVE = 1 - 1e-9


def scale_of(direct: Sequence[Sequence[float]]) -> float:
    """The largest row or column sum of the direct influences (each from 0 up)."""
    matrix = numpy.array(direct, dtype=float)
    return float(max(matrix.sum(axis=0).max(), matrix.sum(axis=1).max()))


def total_relation(direct: Sequence[Sequence[float]]) -> Floats:
    """``T = R(I - R)⁻¹`` with ``R = direct ÷ scale``: the influences over all paths, direct ones included.

    Raises:
        EndlessInfluenceError: when the largest eigenvalue of R is 1, as where all row sums are equal.
    """
    scaled = numpy.array(direct, dtype=numpy.float64) / scale_of(direct)
    if abs(numpy.linalg.eigvals(scaled)).max() > _ALIVE:
        raise EndlessInfluenceError("the influences run round and never die out")
    identity = numpy.eye(len(scaled))
    # T = R(I - R)⁻¹, so (I - R)ᵀ Tᵀ = Rᵀ
    found: Floats = numpy.asarray(numpy.linalg.solve((identity - scaled).T, scaled.T).T, dtype=numpy.float64)
    return found
