"""Law 2a for many possible futures at once: `scorecard.propagation.over_time` on arrays of periods × paths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy

from scorecard.propagation.outlook_system import OutlookSystem, causes_of
from scorecard.propagation.over_time import Hindrance, causes_first
from scorecard.propagation.sweep_sums import Floats


def carried_paths(system: OutlookSystem, changes: Mapping[str, Floats], shape: tuple[int, int]) -> dict[str, Floats]:
    """The change of every outlook along ``driven_by`` and, by KPI, the ``changes`` of performances that it comes from;
    all have the ``shape`` periods × paths, and what is left out is 0."""

    def entering(goal: str, found: Floats) -> None:
        for part in system.parts[goal]:
            if part.kind == "kpi" and part.id in changes:
                _add(found, part.share, changes[part.id], part.delay)

    return _swept(system, shape, entering)


def hindered_paths(
    system: OutlookSystem, steps: Mapping[str, Floats], hindrances: Sequence[Hindrance], shape: tuple[int, int]
) -> dict[str, Floats]:
    """What the hindrances add to the ``steps`` of `carried_paths`, carried on along ``driven_by`` only."""

    def entering(goal: str, found: Floats) -> None:
        for cause, effect, share, delay in hindrances:
            if effect == goal and cause in steps:
                _add(found, -share, steps[cause], delay)

    return _swept(system, shape, entering)


def _add(found: Floats, share: float, change: Floats, delay: int) -> None:
    """Add ``share · change``, ``delay`` periods later."""
    if delay < len(change):
        found[delay:] += share * change[: len(change) - delay]


def _swept(system: OutlookSystem, shape: tuple[int, int], entering: Callable[[str, Floats], None]) -> dict[str, Floats]:
    at_once = {
        goal: {part.id: part.share for part in parts if part.kind == "goal" and not part.delay}
        for goal, parts in system.parts.items()
    }
    order = [goal for goal in causes_first(system, at_once) if goal in causes_of(system)]
    found = {goal: numpy.zeros(shape) for goal in order}
    for goal in order:
        entering(goal, found[goal])
    for time in range(shape[0]):
        for goal in order:
            for part in system.parts[goal]:
                if part.kind == "goal" and part.delay <= time and part.id in found:
                    found[goal][time] += part.share * found[part.id][time - part.delay]
    return found
