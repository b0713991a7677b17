"""Every number of a goal or of a roll-up, with its coverage and with what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from scorecard.rendering.columns import line_width, paragraph
from scorecard.rendering.contribution_lines import contribution_lines
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.words import REASON_SHORT, STATUS_STYLE, STATUS_WORD
from scorecard.result import Contribution, GoalScore, IndexScore, Limits, PerspectiveScore, Status

RollUp: TypeAlias = PerspectiveScore | IndexScore
Number: TypeAlias = Literal["performance", "lagging", "leading", "outlook"]

MEANING: Mapping[Number, str] = {
    "performance": "how it stands",
    "lagging": "what was achieved: the performance of the lagging KPIs",
    "leading": "what the drivers say: the performance of the leading KPIs, the results of the causes",
    "outlook": "where the drivers pull: the performance of all KPIs, the outlook of the causes",
}


def goal_numbers(goal: GoalScore, indent: int, width: int | None, *, explained: bool = False) -> list[Line]:
    """The three numbers of a goal with status and coverage, each with what it is made of and, once, what it means."""
    parts, coverage = goal.contributions, goal.coverage
    numbers: tuple[_Entry, ...] = (
        ("lagging", goal.lagging, coverage.lagging, goal.lagging_status, parts.lagging),
        ("leading", goal.leading, coverage.leading, goal.leading_status, parts.leading),
        ("outlook", goal.outlook, coverage.outlook, goal.outlook_status, parts.outlook),
    )
    return [line for entry in numbers for line in _number(entry, goal.limits, indent, width, explained)]


def roll_up_numbers(
    score: RollUp, limits: Limits, indent: int, width: int | None, *, explained: bool = False
) -> list[Line]:
    """The performance and the three numbers of a perspective or of the index, as `goal_numbers` does."""
    parts, coverage = score.contributions, score.coverage
    numbers: tuple[_Entry, ...] = (
        ("performance", score.performance, score.performance_coverage, score.status, parts.performance),
        ("lagging", score.lagging, coverage.lagging, None, _unless_same(parts.lagging, parts.performance)),
        ("leading", score.leading, coverage.leading, None, parts.leading),
        ("outlook", score.outlook, coverage.outlook, None, parts.outlook),
    )
    return [line for entry in numbers for line in _number(entry, limits, indent, width, explained)]


_Parts: TypeAlias = tuple[Contribution, ...]


def _unless_same(parts: _Parts, shown: _Parts) -> _Parts:
    return () if parts == shown else parts


_Entry: TypeAlias = tuple[Number, float | None, float, Status | None, _Parts]


def _number(entry: _Entry, limits: Limits, indent: int, width: int | None, explained: bool) -> list[Line]:
    name, number, coverage, status, parts = entry
    style = STATUS_STYLE[status] if status else ""
    word = _word(status) if status and number is not None else ""
    known = f", coverage {percent(coverage, WHOLE)}" if 0 < coverage < 1 else ""
    title: Line = (
        Span(" " * indent),
        Span(f"{name:<11} ", "strong"),
        Span(f"{percent(number, limits)}{word}", style),
        Span(known, "muted"),
    )
    lines = [title]
    if explained:
        longer = (*title, Span(f"  {MEANING[name]}", "muted"))
        fits = width is None or line_width(longer) <= width
        lines = [longer] if fits else [title, *paragraph(MEANING[name], "muted", indent=indent + 2, width=width)]
    return [*lines, *contribution_lines(parts, number, indent=indent + 2, width=width)]


def _word(status: Status) -> str:
    return f" {REASON_SHORT['low-coverage'] if status == 'no-data' else STATUS_WORD[status]}"
