"""A goal over time as a picture."""

from __future__ import annotations

from scorecard.rendering.report.history_chart import caption_words, chart, chart_words
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.drawing import drawing
from scorecard.rendering.report.printed.marks import small
from scorecard.rendering.report.printed.markup import Typst, call
from scorecard.rendering.report.printed.table import stacked
from scorecard.result import GoalScore

_AROUND = 18
"""On paper the names of limits and periods are larger than on the page, and reach beyond the picture."""


def history_chart(found: Lookup, goal: GoalScore) -> Typst | None:
    """Results as a line with the mark of each status, drivers as a thin one; None without a past."""
    drawn = chart(found, goal)
    if drawn is None:
        return None
    picture = call("picture", drawing(drawn, around=_AROUND), chart_words(found, goal), width=Typst("100%"))
    return stacked(picture, small(caption_words(found)))
