"""The core of a loop in which nearly every goal drives nearly every other: the same reduction on a matrix."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BLOCK = 64
"""So many goals are handed on at once, as one product of matrices."""


class Tangle:
    """Goals taken out of their loop one by one, in the order in which they stand; see `scorecard.propagation.loop`.

    In the matrix, right of the diagonal stand the shares of the causes that were left when a goal was taken out,
    below it the parts by which it is handed on to its effects.
    """

    def __init__(self, shares: Mapping[str, Mapping[str, float]], leaks: Mapping[str, float]) -> None:
        self._goals = list(shares)
        place = {goal: index for index, goal in enumerate(self._goals)}
        size = len(place)
        self._matrix = numpy.zeros((size, size))
        for goal, row in shares.items():
            for cause, share in row.items():
                self._matrix[place[goal], place[cause]] = share
        self._rest = numpy.zeros(size)
        leak = self._vector(leaks)
        for start in range(0, size, _BLOCK):
            self._take_out(start, min(start + _BLOCK, size), leak)

    def _take_out(self, start: int, end: int, leak: NDArray[numpy.float64]) -> None:
        matrix = self._matrix
        numpy.fill_diagonal(matrix[start:, start:], 0.0)  # an echo of itself says nothing about a goal
        beyond = matrix[start:end, end:].sum(axis=1)
        for goal in range(start, end):
            causes = matrix[goal, goal + 1 : end]
            self._rest[goal] = leak[goal] + beyond[goal - start] + causes.sum()
            parts = matrix[goal + 1 :, goal] / self._rest[goal]
            leak[goal + 1 :] += parts * leak[goal]
            beyond[goal + 1 - start :] += parts[: end - goal - 1] * beyond[goal - start]
            matrix[goal + 1 :, goal + 1 : end] += parts[:, None] * causes
            numpy.fill_diagonal(matrix[goal + 1 : end, goal + 1 : end], 0.0)
            matrix[goal + 1 :, goal] = parts
        for goal in range(start, end):
            matrix[goal + 1 : end, end:] += matrix[goal + 1 : end, goal, None] * matrix[goal, end:]
        matrix[end:, end:] += matrix[end:, start:end] @ matrix[start:end, end:]

    def _vector(self, numbers: Mapping[str, float]) -> NDArray[numpy.float64]:
        return numpy.array([numbers[goal] for goal in self._goals])

    def along(self, constants: Mapping[str, float]) -> dict[str, float]:
        """Solve from causes to effects."""
        matrix, own = self._matrix, self._vector(constants)
        for goal in range(len(own)):
            own[goal + 1 :] += matrix[goal + 1 :, goal] * own[goal]
        for goal in reversed(range(len(own))):
            own[goal] = (own[goal] + matrix[goal, goal + 1 :] @ own[goal + 1 :]) / self._rest[goal]
        return dict(zip(self._goals, own.tolist(), strict=True))

    def against(self, constants: Mapping[str, float]) -> dict[str, float]:
        """Solve from effects back to causes."""
        matrix, own = self._matrix, self._vector(constants)
        for goal in range(len(own)):
            own[goal] /= self._rest[goal]
            own[goal + 1 :] += matrix[goal, goal + 1 :] * own[goal]
        for goal in reversed(range(len(own))):
            own[goal] += matrix[goal + 1 :, goal] @ own[goal + 1 :]
        return dict(zip(self._goals, own.tolist(), strict=True))
