"""Weights of arrows from the judgement of experts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from scorecard import __version__, judging
from scorecard.api.score import InvalidDataError
from scorecard.api.status import Screen
from scorecard.influence import EndlessInfluenceError, Influence, Matrix
from scorecard.measuring.filled.matrix import read_matrix
from scorecard.measuring.rules.influence_matrix import other_goals
from scorecard.model import StrategyMap
from scorecard.naming import name_from

InfluenceFormat: TypeAlias = Literal["table", "json", "csv", "yaml"]


class InfluenceError(Exception):
    """A matrix has no total relation; the message says why."""


def influence(paths: Sequence[Path], strategy_map: StrategyMap | None = None) -> Influence:
    """Work out how strongly goals influence each other from the matrices of one or more experts.

    Each file is a table with the goals as rows and columns; row i, column j says how strongly i influences j, from 0
    up; several matrices are averaged. With a map, the weights of its ``driven_by`` arrows between judged goals are
    proposed from the *direct* influence, since the paths over other goals are arrows of their own; the total relation
    says how prominent a goal is, whether it is more cause or effect, and which influences are strong and no arrow.
    Source of the formulas: `scorecard.propagation.total_relation`.

    Raises:
        InvalidDataError: when a file holds no such matrix; every problem with its place.
        InfluenceError: when the influences never die out.
    """
    known = None if strategy_map is None else _names(strategy_map)
    matrices: list[Matrix] = []
    for path in paths:
        read = read_matrix(path, known)
        if not isinstance(read, Matrix):
            raise InvalidDataError(path.parent, read)
        if matrices and set(read.goals) != set(matrices[0].goals):
            raise InvalidDataError(path.parent, (other_goals(str(path), str(paths[0])),))
        matrices.append(read)
    try:
        return judging.judge(matrices, strategy_map)
    except EndlessInfluenceError as error:
        raise InfluenceError(
            f"{error}: every goal gives or receives as much as the strongest one; let some influence be weaker"
        ) from None


def _names(strategy_map: StrategyMap) -> dict[str, str]:
    """The id of every goal by its id and by its name, in small letters; a name of two goals names none."""
    named = [((goal.name or name_from(goal_id)).casefold(), goal_id) for goal_id, goal in strategy_map.goals.items()]
    twice = {name for name, _ in named if sum(other == name for other, _ in named) > 1}
    return {name: goal_id for name, goal_id in named if name not in twice} | {
        goal_id.casefold(): goal_id for goal_id in strategy_map.goals
    }


def influence_text(found: Influence, style: InfluenceFormat, screen: Screen) -> str:
    """The judgement as text; ``yaml`` are the arrows with their proposed weights, to be pasted into the map."""
    if style == "json":
        from scorecard.rendering.influence.as_json import influence_json

        return influence_json(found, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.influence.as_csv import influence_csv

        return influence_csv(found)
    if style == "yaml":
        from scorecard.rendering.influence.as_yaml import influence_yaml

        return influence_yaml(found)
    from scorecard.rendering.influence.terminal import influence_table
    from scorecard.rendering.spans import as_text

    return as_text(influence_table(found, width=screen.width, ascii=screen.ascii), colour=screen.colour)
