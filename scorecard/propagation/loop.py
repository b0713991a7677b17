"""Goals that drive each other round and round, solved exactly: ``x = M·x + b`` with shares that sum to at most 1.

Goals are taken out one by one, each time handing what they stand for on to those that they drive, and are worked out
backwards (the state reduction of Grassmann, Taksar and Heyman, "Regenerative analysis and steady state distributions
for Markov chains", 1985). It only adds, multiplies and divides numbers above 0, so nothing cancels out: weights of
0.001 beside 1,000 all around a loop are as exact as even ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple, TypeAlias

Shares: TypeAlias = dict[str, float]

_NUMPY_ABOVE = 50
_CROWDED = 1500
"""So much faster does numpy hand an arrow on than we do, of those that are there and of those that are not."""


class Step(NamedTuple):
    """One goal as it was taken out: ``rest`` is the share of it that is not its own echo, ``causes`` and ``effects``
    are its shares in both directions among the goals that were left."""

    goal: str
    rest: float
    causes: Shares
    effects: Shares


class Core(NamedTuple):
    """Goals that nearly all drive each other, so that they are solved at once; as in `reduced`, but without echoes."""

    shares: Mapping[str, Shares]
    leaks: Shares


class Reduced(NamedTuple):
    """A loop taken apart: goal by goal, and then the rest at once where too many arrows were left."""

    steps: Sequence[Step]
    core: Core | None


def reduced(shares: Mapping[str, Mapping[str, float]], leaks: Mapping[str, float]) -> Reduced:
    """Take the goals of a loop out of it, those with the fewest arrows first.

    ``shares[g][c]`` is the share of cause c in goal g, ``leaks[g]`` what is left of the whole for parts outside the
    loop; some goal has such a part, and each is led to one.
    """
    causes: dict[str, Shares] = {goal: {c: s for c, s in row.items() if c != goal} for goal, row in shares.items()}
    effects: dict[str, Shares] = {goal: {} for goal in causes}
    for goal, row in causes.items():
        for cause, share in row.items():
            effects[cause][goal] = share
    leak = dict(leaks)
    steps: list[Step] = []
    waiting = [(len(causes[goal]) * len(effects[goal]), place, goal) for place, goal in enumerate(causes)]
    heapify(waiting)
    while waiting:
        arrows, place, goal = heappop(waiting)
        now = len(causes[goal]) * len(effects[goal])
        if now > arrows:
            heappush(waiting, (now, place, goal))
            continue
        left = len(causes)
        if left > _NUMPY_ABOVE and now * _CROWDED > left * left:
            return Reduced(steps, Core(causes, leak))
        steps.append(_take_out(goal, causes, effects, leak))
    return Reduced(steps, None)


def _take_out(goal: str, causes: dict[str, Shares], effects: dict[str, Shares], leak: Shares) -> Step:
    own_causes, own_effects, own_leak = causes.pop(goal), effects.pop(goal), leak.pop(goal)
    rest = sum(own_causes.values(), own_leak)
    for cause in own_causes:
        del effects[cause][goal]
    for effect, share in own_effects.items():
        row = causes[effect]
        del row[goal]
        part = share / rest
        leak[effect] += part * own_leak
        for cause, handed_on in own_causes.items():
            if cause != effect:  # an echo of itself says nothing about a goal
                row[cause] = effects[cause][effect] = row.get(cause, 0.0) + part * handed_on
    return Step(goal, rest, own_causes, own_effects)


def along(loop: Reduced, constants: Mapping[str, float]) -> dict[str, float]:
    """Solve ``x[g] = Σ shares[g][c]·x[c] + constants[g]``: from causes to effects."""
    own = dict(constants)
    for goal, rest, _, effects in loop.steps:
        for effect, share in effects.items():
            own[effect] += share * own[goal] / rest
    solved = _solved_at_once(loop.core, own, backwards=False) if loop.core else {}
    for goal, rest, causes, _ in reversed(loop.steps):
        solved[goal] = (own[goal] + sum(share * solved[cause] for cause, share in causes.items())) / rest
    return solved


def against(loop: Reduced, constants: Mapping[str, float]) -> dict[str, float]:
    """Solve ``y[c] = Σ shares[g][c]·y[g] + constants[c]``: from effects back to causes."""
    own = dict(constants)
    for goal, rest, causes, _ in loop.steps:
        for cause, share in causes.items():
            own[cause] += share * own[goal] / rest
    solved = _solved_at_once(loop.core, own, backwards=True) if loop.core else {}
    for goal, rest, _, effects in reversed(loop.steps):
        solved[goal] = (own[goal] + sum(share * solved[effect] for effect, share in effects.items())) / rest
    return solved


def _solved_at_once(core: Core, constants: Mapping[str, float], *, backwards: bool) -> dict[str, float]:
    """The same reduction on a matrix: right of the diagonal stand the shares of the causes that are left."""
    import numpy

    place = {goal: number for number, goal in enumerate(core.shares)}
    size = len(place)
    shares = numpy.zeros((size, size))
    for goal, row in core.shares.items():
        for cause, share in row.items():
            shares[place[goal], place[cause]] = share
    leak = numpy.array([core.leaks[goal] for goal in place])
    own = numpy.array([constants[goal] for goal in place])
    rest = numpy.zeros(size)
    for first in range(size):
        left = slice(first + 1, size)
        causes, effects = shares[first, left], shares[left, first]
        rest[first] = leak[first] + causes.sum()
        parts = effects / rest[first]
        leak[left] += parts * leak[first]
        shares[left, left] += numpy.outer(parts, causes)
        numpy.fill_diagonal(shares[left, left], 0.0)  # an echo of itself says nothing about a goal
        own[left] += own[first] * (causes / rest[first] if backwards else parts)
    for first in reversed(range(size)):
        left = slice(first + 1, size)
        known = shares[left, first] if backwards else shares[first, left]
        own[first] = (own[first] + known @ own[left]) / rest[first]
    return dict(zip(place, own.tolist(), strict=True))
