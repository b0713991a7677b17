"""Expert matrices + StrategyMap -> Influence: what is cause, what is effect, and the weights arrows should have."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.influence import Influence, Matrix, Proposal, Standing, Unseen
from scorecard.model import StrategyMap
from scorecard.naming import name_from


def judge(matrices: Sequence[Matrix], strategy_map: StrategyMap | None) -> Influence:
    """Work out the matrices of one or more experts about the same goals, and propose weights for the arrows of a map.

    Raises:
        EndlessInfluenceError: when the influences never die out.
    """
    from scorecard.propagation.total_relation import scale_of, total_relation

    goals = matrices[0].goals
    place = {goal: number for number, goal in enumerate(goals)}
    order = [[matrix.goals.index(goal) for goal in goals] for matrix in matrices]
    direct = tuple(
        tuple(
            sum(matrix.values[own[i]][own[j]] for matrix, own in zip(matrices, order, strict=True)) / len(matrices)
            for j in range(len(goals))
        )
        for i in range(len(goals))
    )
    total = total_relation(direct)
    names = {goal: goal if strategy_map is None else _name(strategy_map, goal) for goal in goals}
    given, received = total.sum(axis=1).tolist(), total.sum(axis=0).tolist()
    rows: list[list[float]] = total.tolist()
    threshold = float(total.mean())
    arrows = {} if strategy_map is None else _arrows(strategy_map, place)
    return Influence(
        experts=len(matrices),
        goals=names,
        direct=direct,
        scale=scale_of(direct),
        total=tuple(map(tuple, rows)),
        threshold=threshold,
        standings=tuple(
            Standing(goal, names[goal], out, into, out + into, out - into)
            for goal, out, into in zip(goals, given, received, strict=True)
        ),
        map=None if strategy_map is None else strategy_map.name or "Strategy map",
        proposals=_proposals(arrows, place, direct, rows),
        unseen=() if strategy_map is None else _unseen(arrows, goals, direct, rows, threshold),
        outside=() if strategy_map is None else tuple(goal for goal in strategy_map.goals if goal not in place),
        notes=tuple(note for matrix in matrices for note in matrix.notes),
    )


def _name(strategy_map: StrategyMap, goal_id: str) -> str:
    return strategy_map.goals[goal_id].name or name_from(goal_id)


def _arrows(strategy_map: StrategyMap, place: dict[str, int]) -> dict[tuple[str, str], float]:
    """The weights of the arrows between judged goals, by cause and effect."""
    return {
        (driver.id, goal_id): driver.weight
        for goal_id, goal in strategy_map.goals.items()
        for driver in goal.driven_by
        if goal_id in place and driver.id in place
    }


def _proposals(
    arrows: dict[tuple[str, str], float],
    place: dict[str, int],
    direct: Sequence[Sequence[float]],
    total: Sequence[Sequence[float]],
) -> tuple[Proposal, ...]:
    """For each arrow ``Σ weights of the causes · a(cause) / Σ a`` over the causes of its effect."""
    found = []
    for (cause, effect), weight in arrows.items():
        beside = {other: own for (other, end), own in arrows.items() if end == effect}
        judged = {other: direct[place[other]][place[effect]] for other in beside}
        whole, asked = sum(judged.values()), judged[cause]
        proposed = sum(beside.values()) * asked / whole if asked else None
        found.append(Proposal(cause, effect, weight, proposed, asked, total[place[cause]][place[effect]]))
    return tuple(found)


def _unseen(
    arrows: dict[tuple[str, str], float],
    goals: Sequence[str],
    direct: Sequence[Sequence[float]],
    total: Sequence[Sequence[float]],
    threshold: float,
) -> tuple[Unseen, ...]:
    """The judged influences at least as strong as the mean of all that are no arrow, strongest first."""
    found = [
        Unseen(cause, effect, direct[i][j], total[i][j])
        for i, cause in enumerate(goals)
        for j, effect in enumerate(goals)
        if direct[i][j] and total[i][j] >= threshold and (cause, effect) not in arrows
    ]
    return tuple(sorted(found, key=lambda one: -one.total))
