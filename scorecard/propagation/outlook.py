"""The outlook of every goal: results and drivers carried up every chain of arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from scorecard.propagation.system import Components, solve


class OutlookPart(NamedTuple):
    """One declared part of a goal's outlook; the declared shares of a goal sum to 1.

    ``value`` is the performance of a KPI (None: no data); a cause has none here, its outlook is solved for.
    """

    kind: Literal["kpi", "goal"]
    id: str
    weight: float
    share: float
    value: float | None


def declared_shares(lagging: Sequence[float], drivers: Sequence[float], d: float) -> tuple[list[float], list[float]]:
    """``(1 - d)·w / Σ w`` for the lagging KPIs and ``d·w / Σ w`` for the drivers, from their weights.

    ``d`` is the map's share of drivers; it is 1 for a goal without lagging KPIs and 0 for one without drivers.
    """
    if not lagging:
        d = 1.0
    if not drivers:
        d = 0.0
    results, pulls = sum(lagging), sum(drivers)
    return [(1 - d) * weight / results for weight in lagging], [d * weight / pulls for weight in drivers]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outlooks:
    """Solved outlooks: ``value`` and ``coverage`` per goal that has one, ``known`` the declared share with data by
    which a goal's shares are re-normalised, and the re-normalised shares of causes in ``coefficients``."""

    value: Mapping[str, float]
    coverage: Mapping[str, float]
    known: Mapping[str, float]
    coefficients: Mapping[str, Mapping[str, float]]
    components: Components


def outlooks(parts: Mapping[str, Sequence[OutlookPart]], components: Components) -> Outlooks:
    """Solve all outlooks: ``outlook(g) = Σ s·x / Σ s`` over the parts with data.

    A goal has an outlook when one of its KPIs has a performance or one of its causes has an outlook; missing parts
    are left out and the rest re-normalised once. Coverage is the same sum with the missing counted as 0.
    """
    alive = _with_outlook(parts, components)
    known: dict[str, float] = {}
    coefficients: dict[str, dict[str, float]] = {}
    constants: dict[str, float] = {}
    declared: dict[str, dict[str, float]] = {}
    covered: dict[str, float] = {}
    for goal in alive:
        own = 0.0
        seen = 0.0
        causes: dict[str, float] = {}
        for kind, item, _, share, value in parts[goal]:
            if kind == "goal":
                if item in alive:
                    causes[item] = share
            elif value is not None:
                own += share * value
                seen += share
        total = seen + sum(causes.values())
        known[goal] = total
        coefficients[goal] = {cause: share / total for cause, share in causes.items()}
        constants[goal] = own / total
        declared[goal], covered[goal] = causes, seen
    return Outlooks(
        value=solve(coefficients, constants, components),
        coverage={goal: _whole(share) for goal, share in solve(declared, covered, components).items()},
        known=known,
        coefficients=coefficients,
        components=components,
    )


def _whole(share: float) -> float:
    """A coverage that a loop's solve left a hair below or above the whole is the whole."""
    return 1.0 if share > 1 - 1e-12 else share


def _with_outlook(parts: Mapping[str, Sequence[OutlookPart]], components: Components) -> dict[str, None]:
    """The smallest set: a loop that no figure enters has no outlook. In the order of the components."""
    alive: dict[str, None] = {}
    for component in components:
        if any(
            part.id in alive if part.kind == "goal" else part.value is not None
            for goal in component
            for part in parts[goal]
        ):
            alive.update(dict.fromkeys(component))
    return alive
