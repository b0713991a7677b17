"""The numbers of a goal as bars: results, drivers and outlook, each with its coverage."""

from __future__ import annotations

from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.report.bars import bar
from scorecard.rendering.report.printed.drawing import drawing
from scorecard.rendering.report.printed.marks import small
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.words import HEADING_GLYPH, STATUS_WORD
from scorecard.result import GoalScore, Limits, Status


def bars(goal: GoalScore) -> Typst:
    """Three lines: what was achieved, what the drivers say, where they pull."""
    heading = "" if goal.heading is None else f" {HEADING_GLYPH[goal.heading]} {goal.heading}"
    cover = goal.coverage
    return call(
        "bars",
        *("Results", *_said(goal.lagging, goal.lagging_status, cover.lagging, goal.limits)),
        *("Drivers", *_said(goal.leading, goal.leading_status, cover.leading, goal.limits)),
        *("Outlook", *_said(goal.outlook, goal.outlook_status, cover.outlook, goal.limits, heading)),
    )


def _said(
    share: float | None, status: Status, coverage: float, limits: Limits, more: str = ""
) -> tuple[Child, Child, Child]:
    if share is None:
        return Typst("none"), "–", small("not measured")
    known = f" · coverage {percent(coverage, WHOLE)}" if coverage < 1 else ""
    return (
        call("bar", drawing(bar(share, status, limits))),
        call("inked", status, call("strong", percent(share, limits))),
        joined([small(f"{STATUS_WORD[status]}{known}{more}")]),
    )
