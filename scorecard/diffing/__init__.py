"""Two maps -> what was edited between them; an edit and a map -> the map with it; two cards -> what moved."""

from scorecard.diffing.apply import applied
from scorecard.diffing.edits import edits_between
from scorecard.diffing.moves import index_numbers, moved_goals
from scorecard.diffing.reach import moves_figures, moves_scores
from scorecard.diffing.suspicions import with_suspicions

__all__ = [
    "applied",
    "edits_between",
    "index_numbers",
    "moved_goals",
    "moves_figures",
    "moves_scores",
    "with_suspicions",
]
