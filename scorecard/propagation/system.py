"""The outlook as a linear system ``s = A·s + b`` over the goals: forward sweep, exact solve of loops, reverse sweep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from typing import TypeAlias

from scorecard.propagation.loop import Reduced, against, along, reduced

Row: TypeAlias = Mapping[str, float]
Components: TypeAlias = Sequence[Sequence[str]]
"""Goals in topological order of the arrows, those of one loop together."""

_ROUNDING = 1e-12
"""No declared part is as small as this; it is what rounding leaves of shares that sum to the whole."""


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
        loop = _loop(coefficients, members)
        solved.update(along(loop, known) if loop else known)
    return solved


def path_sums(coefficients: Mapping[str, Row], components: Components, goal: str) -> dict[str, float]:
    """How much one point of each goal's own parts moves the outlook of ``goal``: the sum over all paths of arrows of
    the products of their shares, found in one reverse sweep. Goals from which no path leads there have 0.
    """
    reach = {other: float(other == goal) for other in coefficients}
    for component in reversed(components):
        members = [other for other in component if other in reach]
        if not any(reach[other] for other in members):
            continue
        loop = _loop(coefficients, members)
        if loop:
            reach.update(against(loop, {other: reach[other] for other in members}))
        inside = set(members)
        for effect in members:
            for cause, share in coefficients[effect].items():
                if cause not in inside:
                    reach[cause] += share * reach[effect]
    return reach


def against_loop(shares: Mapping[str, Row], wanted: Row) -> Row:
    """``y[c] = Σ shares[g][c]·y[g] + wanted[c]`` among the goals of one component, which `wanted` has all of."""
    loop = _loop(shares, list(wanted))
    return against(loop, wanted) if loop else wanted


def _loop(coefficients: Mapping[str, Row], members: Sequence[str]) -> Reduced | None:
    """The goals of one component taken out of their loop; None where there is none."""
    if len(members) == 1 and members[0] not in coefficients[members[0]]:
        return None
    inside = set(members)
    shares = {
        goal: {cause: share for cause, share in coefficients[goal].items() if cause in inside} for goal in members
    }
    leaks = {goal: 1 - fsum(row.values()) for goal, row in shares.items()}
    return reduced(shares, {goal: leak if leak > _ROUNDING else 0.0 for goal, leak in leaks.items()})
