"""`status` of 1,000 goals in a pipe against rich tables of the same rows.

Only the making of the text is compared, from the scored card on the one side and from rows of finished cells on the
other: a `rich.table.Table` of the goals and one of the focus, which say what the review says in the same styles (both
sides leave them out at the very end), printed to a `Console` that is no terminal and as wide as the review. Markup,
highlighting and emoji codes are off there, which is faster.
"""

from __future__ import annotations

import gc
import io
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

import scorecard
from scorecard.api.status import Screen, StatusOptions, status_text
from scorecard.rendering.columns import bar
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.status.focus_lines import whys
from scorecard.rendering.status.goal_lines import status_cell
from scorecard.rendering.words import HEADING_GLYPH, STATUS_GLYPH, STATUS_STYLE, goal_sentence
from scorecard.result import GoalScore, Scorecard, Status
from tests.benchmarks.measured import in_turn, large_map, report

GOALS = 1000
_BAR = 10
_COLOUR = {"": "", "good": "green", "caution": "yellow", "bad": "red", "none": "bright_black"}
_COLOUR |= {"muted": "bright_black", "strong": "bold"}


def main() -> None:
    """Print the comparison."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(large_map(GOALS), encoding="utf-8")
        card = scorecard.score(scorecard.load(path), folder=folder)
    gc.freeze()  # as the command does
    text = _status(card)
    width = max(map(len, text.splitlines()))
    tables = _tables(card, width)
    times = in_turn({"rich": tables, "status": lambda: _status(card)}, 21)
    said = len(text.splitlines()), len(tables().splitlines())
    report(f"{GOALS:,} goals, {said[0]:,} lines against {said[1]:,}", times, "rich", "status", ">= 50")


def _status(card: Scorecard) -> str:
    return status_text(card, "table", StatusOptions(), Screen())


def _tables(card: Scorecard, width: int) -> Callable[[], str]:
    """Printing the goals and the focus as tables of cells that are ready."""
    goals = [_goal_cells(goal) for goal in card.goals]
    behind = [goal for goal in card.goals if goal.id in set(card.focus)]
    focus = [
        (_named(goal, STATUS_GLYPH[goal.status]), why) for goal, why in zip(behind, whys(behind, card), strict=True)
    ]

    def run() -> str:
        console = Console(
            file=io.StringIO(), width=width, force_terminal=False, markup=False, highlight=False, emoji=False
        )
        console.print(_table(("", "goal", "results", "drivers", "outlook", "what to think"), goals))
        console.print(_table(("goal", "why"), focus))
        assert isinstance(console.file, io.StringIO)
        return console.file.getvalue()

    return run


def _table(headings: Sequence[str], rows: Sequence[Sequence[Text | str]]) -> Table:
    table = Table(*headings)
    for row in rows:
        table.add_row(*row)
    return table


def _goal_cells(goal: GoalScore) -> tuple[Text | str, ...]:
    return (
        _text(status_cell(goal.status)),
        _named(goal),
        _bar_cell(goal, goal.lagging, goal.lagging_status),
        _bar_cell(goal, goal.leading, goal.leading_status),
        "–" if goal.heading is None else f"{HEADING_GLYPH[goal.heading]} {goal.heading}",
        goal_sentence(goal),
    )


def _named(goal: GoalScore, mark: str = "") -> Text:
    mark_and_blank = (Span(f"{mark} ", STATUS_STYLE[goal.status]),) if mark else ()
    return _text((*mark_and_blank, Span(f"{goal.name}\n", "strong"), Span(goal.id, "muted")))


def _bar_cell(goal: GoalScore, share: float | None, status: Status) -> Text:
    if share is None:
        return _text((Span("none", "muted"),))
    style = STATUS_STYLE[status]
    return _text((*bar(share, _BAR, style), Span(" "), Span(percent(share, goal.limits), style)))


def _text(line: Line) -> Text:
    return Text.assemble(*[(text, _COLOUR[style]) for text, style in line])


if __name__ == "__main__":
    main()
