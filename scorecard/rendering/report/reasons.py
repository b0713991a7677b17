"""Why the outlook of a goal is what it is, and why it moved: its largest paths and moves as sentences."""

from __future__ import annotations

from typing import NamedTuple

from scorecard.explanation import Explanation
from scorecard.rendering.explanation import sentences
from scorecard.rendering.report.lookup import Lookup

_MOST = 5
_MOVES = 3


class Reasons(NamedTuple):
    """A line, and the sentences below it, the largest first."""

    lead: str
    sentences: tuple[str, ...]


def reasons_of(found: Lookup, goal_id: str) -> list[Reasons]:
    """The paths, where more than the goal's own KPIs are behind its outlook, and what moved it since the period
    before."""
    told = found.reasons.get(goal_id)
    if told is None or told.value is None:
        return []
    paths = _paths(told) if any(len(path.steps) > 1 for path in told.paths) else None
    return [found for found in (paths, _moves(told)) if found is not None and found.sentences]


def _paths(told: Explanation) -> Reasons:
    points = sentences.points_of(told)
    shown = [sentences.path_sentence(told, path, text) for path, text in zip(told.paths[:_MOST], points, strict=False)]
    return Reasons(sentences.unrolled_sentence(told, len(shown)), tuple(shown))


def _moves(told: Explanation) -> Reasons | None:
    if told.change is None or not told.change.moves:
        return None
    points = sentences.points_of_moves(told)
    moves = zip(told.change.moves[:_MOVES], points, strict=False)
    return Reasons(
        sentences.change_sentence(told), tuple(sentences.move_sentence(told, move, text) for move, text in moves)
    )
