"""What has changed since the period before."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.comparison import ScoreChange
from scorecard.rendering.comparison.phrases import caveats, number_phrases, verdict
from scorecard.rendering.report.changes import listed_goals, rest_words
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.marks import goal_name, marked, small, strong
from scorecard.rendering.report.printed.markup import Typst, call, joined
from scorecard.rendering.report.printed.section import section
from scorecard.rendering.report.printed.table import stacked


def changes(found: Lookup) -> Typst | None:
    """The index and the goals that moved, those with another status first; for the board only these."""
    moved = found.report.comparison
    if moved is None:
        return None
    names = found.names
    items = [_goal(found, goal, names) for goal in listed_goals(found, moved)]
    rest = rest_words(found, moved)
    return section(
        f"What changed since {moved.before}",
        call("par", f"Index {verdict(moved.index)}."),
        *(call("note", words) for words in caveats(moved, found.names)),
        call("plain-list", *items) if items else None,
        call("note", rest) if rest else None,
    )


def _goal(found: Lookup, change: ScoreChange, names: Mapping[str, str]) -> Typst:
    goal = found.goals[change.id]
    line = joined((goal_name(found, goal), f": {verdict(change)}"))
    moves = "; ".join(number_phrases(change, names)) if found.report.audience == "team" else ""
    said = marked(goal.status, strong(line) if change.is_new_status else line)
    return stacked(said, call("pad", small(moves), left=Typst("12pt")) if moves else None, gap=4)
