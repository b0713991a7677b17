"""The outlook as a linear system ``s = A·s + b`` over the goals: forward sweep, exact solve of loops, reverse sweep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Row: TypeAlias = Mapping[str, float]
Components: TypeAlias = Sequence[Sequence[str]]
"""Goals in topological order of the arrows, those of one loop together."""

_NUMPY_ABOVE = 50


def solve(coefficients: Mapping[str, Row], constants: Row, components: Components) -> dict[str, float]:
    """Solve ``x[g] = Σ A[g][c]·x[c] + b[g]`` for all goals.

    ``coefficients[g][c]`` is the share of cause c in goal g, ``constants[g]`` what g has of itself; goals without an
    entry in ``constants`` are left out. Components come causes first: one goal is one sum, a loop is solved exactly.
    """
    solved: dict[str, float] = {}
    for component in components:
        members = [goal for goal in component if goal in constants]
        known = {
            goal: constants[goal]
            + sum(share * solved[cause] for cause, share in coefficients[goal].items() if cause in solved)
            for goal in members
        }
        inside = [{other: share for other, share in coefficients[goal].items() if other in known} for goal in members]
        if any(inside):
            matrix = [[row.get(other, 0.0) for other in members] for row in inside]
            solved.update(zip(members, _solve_loop(matrix, [known[goal] for goal in members]), strict=True))
        else:
            solved.update(known)
    return solved


def transposed(coefficients: Mapping[str, Row]) -> dict[str, dict[str, float]]:
    """The same shares, read from cause to effect: with components reversed, `solve` then sweeps backwards."""
    turned: dict[str, dict[str, float]] = {goal: {} for goal in coefficients}
    for goal, row in coefficients.items():
        for cause, share in row.items():
            turned.setdefault(cause, {})[goal] = share
    return turned


def path_sums(coefficients: Mapping[str, Row], components: Components, goal: str) -> dict[str, float]:
    """How much one point of each goal's own parts moves the outlook of ``goal``: the sum over all paths of arrows of
    the products of their shares, found in one reverse sweep. Goals from which no path leads there have 0.
    """
    constants = {other: float(other == goal) for other in coefficients}
    return solve(transposed(coefficients), constants, [list(part) for part in reversed(components)])


def _solve_loop(matrix: list[list[float]], constants: list[float]) -> list[float]:
    """Solve ``x = M·x + b``. M's rows sum to at most 1 and some figure enters every loop, so it has one solution."""
    size = len(constants)
    if size > _NUMPY_ABOVE:
        import numpy

        solution = numpy.linalg.solve(numpy.eye(size) - numpy.array(matrix), numpy.array(constants))
        return [float(number) for number in solution]
    rows = [[float(i == j) - matrix[i][j] for j in range(size)] + [constants[i]] for i in range(size)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            if factor:
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    solution_back = [0.0] * size
    for row in reversed(range(size)):
        rest = sum(rows[row][column] * solution_back[column] for column in range(row + 1, size))
        solution_back[row] = (rows[row][size] - rest) / rows[row][row]
    return solution_back
