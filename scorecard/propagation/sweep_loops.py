"""Goals that drive each other round and round, solved for all periods at once.

The law is that of `scorecard.propagation.loop` (state reduction: it adds, multiplies and divides numbers above 0 and
subtracts nothing, so that weights of 0.001 beside 1,000 stay exact). Which goal is taken out when, and which arrow it
hands on to which, is the same in every period and worked out once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy

from scorecard.propagation.sweep_sums import Floats, Integers, indices

_CROWDED = 4
"""Where more than a quarter of all pairs would get an arrow, the goals that are left are solved as one matrix."""
_AT_ONCE = 2**21
"""So many shares (16 MB) are worked on at once: the arrows of a loop times as many periods as fit."""


class Step(NamedTuple):
    """One goal as it is taken out: its arrows among the goals that are left, and what it hands on. For each pair of an
    effect and another cause the arrow ``onto`` grows by the share of the ``through``-th effect times that of ``of``."""

    goal: int
    causes: Integers
    cause_goals: Integers
    effects: Integers
    effect_goals: Integers
    onto: Integers
    through: Integers
    of: Integers


class Core(NamedTuple):
    """Goals that nearly all drive each other: ``arrows`` (m × m) from the cause (column) to the effect (row)."""

    goals: Integers
    arrows: Integers


class Plan(NamedTuple):
    """A loop taken apart. ``shares`` (arrows × 1) are the declared ones, 0 of arrows that arise on the way; the last
    one stands for all arrows that there are not."""

    shares: Floats
    steps: tuple[Step, ...]
    core: Core | None


def planned(shares: Sequence[Mapping[int, float]]) -> Plan:
    """Take a loop apart, goals with the fewest arrows first; ``shares[g][c]`` is the share of cause c in goal g."""
    arrows = {
        (effect, cause): share for effect, row in enumerate(shares) for cause, share in row.items() if cause != effect
    }
    number = {arrow: place for place, arrow in enumerate(arrows)}
    causes: dict[int, set[int]] = {goal: set() for goal in range(len(shares))}
    effects: dict[int, set[int]] = {goal: set() for goal in range(len(shares))}
    for effect, cause in arrows:
        causes[effect].add(cause)
        effects[cause].add(effect)
    steps: list[Step] = []
    waiting = [(len(causes[goal]) * len(effects[goal]), goal) for goal in causes]
    heapify(waiting)
    while waiting:
        pairs, goal = heappop(waiting)
        now = len(causes[goal]) * len(effects[goal])
        if now > pairs:
            heappush(waiting, (now, goal))
            continue
        if now * _CROWDED > len(causes) ** 2:
            break
        steps.append(_take_out(goal, causes, effects, number))
    declared = numpy.zeros((len(number) + 1, 1))
    declared[: len(arrows), 0] = list(arrows.values())
    return Plan(declared, tuple(steps), _core(sorted(causes), number) if causes else None)


def _take_out(
    goal: int, causes: dict[int, set[int]], effects: dict[int, set[int]], number: dict[tuple[int, int], int]
) -> Step:
    own_causes, own_effects = sorted(causes.pop(goal)), sorted(effects.pop(goal))
    for cause in own_causes:
        effects[cause].discard(goal)
    pairs: list[tuple[int, int, int]] = []
    for place, effect in enumerate(own_effects):
        causes[effect].discard(goal)
        for cause in own_causes:
            if cause != effect:  # an echo of itself says nothing about a goal
                causes[effect].add(cause)
                effects[cause].add(effect)
                pairs.append((number.setdefault((effect, cause), len(number)), place, number[goal, cause]))
    return Step(
        goal,
        indices([number[goal, cause] for cause in own_causes]),
        indices(own_causes),
        indices([number[effect, goal] for effect in own_effects]),
        indices(own_effects),
        *(indices([pair[place] for pair in pairs]) for place in range(3)),
    )


def _core(goals: Sequence[int], number: Mapping[tuple[int, int], int]) -> Core:
    return Core(
        indices(goals), indices([[number.get((effect, cause), len(number)) for cause in goals] for effect in goals])
    )


def solved(plan: Plan, leaks: Floats, constants: Floats) -> Floats:
    """Solve ``(leaks[g] + Σ shares[g][c])·x[g] = Σ shares[g][c]·x[c] + constants[g]`` in every period.

    ``constants`` is goals × periods; ``leaks``, the share of what stands outside the loop, is goals × periods or, the
    same in every period, goals × 1. In each period some leak is above 0.
    """
    periods = constants.shape[1]
    step = max(1, _AT_ONCE // len(plan.shares))
    found = numpy.empty_like(constants)
    for first in range(0, periods, step):
        some = slice(first, first + step)
        leaks_of_some = leaks if leaks.shape[1] == 1 else leaks[:, some]
        found[:, some] = _solved(plan, leaks_of_some.copy(), constants[:, some].copy())
    return found


def _solved(plan: Plan, leaks: Floats, own: Floats) -> Floats:
    shares = numpy.repeat(plan.shares, leaks.shape[1], axis=1)
    rests = numpy.empty_like(leaks)
    for step in plan.steps:
        goal, effects = step.goal, step.effect_goals
        rests[goal] = leaks[goal] + shares[step.causes].sum(axis=0)
        parts = shares[step.effects] / rests[goal]
        leaks[effects] += parts * leaks[goal]
        own[effects] += parts * own[goal]
        shares[step.onto] += parts[step.through] * shares[step.of]
    if plan.core is not None:
        goals = plan.core.goals
        own[goals] = _solved_at_once(shares[plan.core.arrows], leaks[goals], own[goals])
    for step in reversed(plan.steps):
        known = (shares[step.causes] * own[step.cause_goals]).sum(axis=0)
        own[step.goal] = (own[step.goal] + known) / rests[step.goal]
    return own


def _solved_at_once(shares: Floats, leaks: Floats, own: Floats) -> Floats:
    """The same on a matrix (effects × causes × periods); a diagonal, the echoes, is never read."""
    size = len(own)
    rests = numpy.empty_like(leaks)
    for first in range(size):
        left = slice(first + 1, size)
        causes = shares[first, left]
        rests[first] = leaks[first] + causes.sum(axis=0)
        parts = shares[left, first] / rests[first]
        leaks[left] += parts * leaks[first]
        own[left] += parts * own[first]
        shares[left, left] += parts[:, None] * causes
    for first in reversed(range(size)):
        left = slice(first + 1, size)
        own[first] = (own[first] + (shares[first, left] * own[left]).sum(axis=0)) / rests[first]
    return own
