"""The numbers of a goal as bars: results, drivers and outlook, each with its coverage."""

from __future__ import annotations

from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.report.element import Child, Html, el
from scorecard.rendering.words import HEADING_GLYPH, STATUS_WORD
from scorecard.result import GoalScore, Limits, Status


def bars(goal: GoalScore) -> Html:
    """Three lines: what was achieved, what the drivers say, where they pull."""
    heading = "" if goal.heading is None else f" {HEADING_GLYPH[goal.heading]} {goal.heading}"
    return el(
        "dl",
        *_line("Results", goal.lagging, goal.lagging_status, goal.coverage.lagging, goal.limits),
        *_line("Drivers", goal.leading, goal.leading_status, goal.coverage.leading, goal.limits),
        *_line("Outlook", goal.outlook, goal.outlook_status, goal.coverage.outlook, goal.limits, heading),
        class_="bars",
    )


def _line(
    word: str, share: float | None, status: Status, coverage: float, limits: Limits, more: str = ""
) -> tuple[Html, Html]:
    return el("dt", word), el("dd", *_said(share, status, coverage, limits, more))


def _said(share: float | None, status: Status, coverage: float, limits: Limits, more: str) -> tuple[Child, ...]:
    if share is None:
        return (el("span", "not measured", class_="small"),)
    known = f" · coverage {percent(coverage, WHOLE)}" if coverage < 1 else ""
    return (
        bar(share, status, limits),
        el("span", percent(share, limits), class_=f"number t-{status}"),
        el("span", f"{STATUS_WORD[status]}{known}{more}", class_="small"),
    )


def bar(share: float, status: Status, limits: Limits) -> Html:
    """A bar from 0 to 100 % with a tick at either limit; a number stands beside it, so it says nothing by itself."""
    length = min(max(share, 0.0), 1.0) * 100
    ticks = (
        el("rect", x=round(limit * 100 - 0.4, 1), y=0, width=0.8, height=8, class_="tick")
        for limit in (limits.at_risk, limits.on_track)
    )
    return el(
        "svg",
        el("rect", width=100, height=8, class_="f-track"),
        el("rect", width=round(length, 1), height=8, class_=f"f-{status}"),
        *ticks,
        class_="bar",
        viewBox="0 0 100 8",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
