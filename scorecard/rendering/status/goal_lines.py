"""The rows of goals in the review: status, name and id, results and drivers as bars, outlook, trend, what to think."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from scorecard.rendering.columns import GAP, bar, line_width, padded, paragraph
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import Line, Span, cell_width, fold, printable
from scorecard.rendering.words import (
    HEADING_GLYPH,
    STATUS_GLYPH,
    STATUS_STYLE,
    STATUS_WORD,
    TREND_STYLE,
    coverage_words,
    flag_words,
    goal_sentence,
    goal_trend,
    has_trend,
)
from scorecard.result import GoalScore, Scorecard, Status

_INDENT = 2
_STATUS = 11
_OUTLOOK = 9
_TREND = 5
_LONGEST_NAME = 44
_LEAST_SENTENCE = 56
_NOT_MEASURED = "not measured"
_SHORT_BAR = 6


Sorting: TypeAlias = Literal["map", "urgency"]


def sorted_goals(goals: list[GoalScore], sort: Sorting) -> list[GoalScore]:
    """The goals in the order of the map, or the most urgent and then the most important ones first."""
    if sort == "map":
        return goals
    return sorted(goals, key=lambda goal: (-(goal.urgency or 0), -(goal.importance or 0)))


@dataclass(frozen=True, kw_only=True, slots=True)
class GoalLayout:
    """The widths of the columns, the same for all goals; ``bar`` 0 leaves bars out, ``stacked`` all columns.

    ``trend``: there is a column for it, because some goal has one.
    """

    width: int | None
    name: int
    bar: int
    number: int
    stacked: bool
    trend: bool = False

    @property
    def indent(self) -> int:
        """Where names begin."""
        return _INDENT + _STATUS + GAP

    @property
    def cell(self) -> int:
        """The width of a bar with its number."""
        return max(self.bar + 1 + self.number if self.bar else self.number, len(_NOT_MEASURED))

    def headings(self) -> list[Line]:
        """The names of the columns."""
        if self.stacked:
            return []
        blanks = " " * (self.indent + self.name + GAP)
        cells = [f"{word:<{self.cell + GAP}}" for word in ("results", "drivers")]
        trend = f"{'outlook':<{_OUTLOOK + GAP}}{'trend':>{_TREND}}" if self.trend else "outlook"
        return [(Span(blanks + "".join(cells) + trend, "muted"),)]


def goal_layout(card: Scorecard, width: int | None) -> GoalLayout:
    """The widest layout that fits: bars shrink and go first, then the columns are written below each other."""
    longest_id = max((len(goal.id) for goal in card.goals), default=0)
    longest_name = max((cell_width(printable(goal.name)) for goal in card.goals), default=0)
    wished = max(longest_id, min(longest_name, _LONGEST_NAME))
    shares = ((share, goal.limits) for goal in card.goals for share in (goal.lagging, goal.leading))
    number = max((len(percent(share, limits)) for share, limits in shares if share is not None), default=0)
    least = max(longest_id, min(wished, 24))
    trend = has_trend(card.goals)
    for size, needed in ((10, wished), (8, wished), (6, wished), (6, least), (0, least)):
        layout = GoalLayout(width=width, name=wished, bar=size, number=number, stacked=False, trend=trend)
        if width is None:
            return layout
        room = width - layout.indent - 2 * (GAP + layout.cell) - GAP - _OUTLOOK - (GAP + _TREND) * trend
        if room >= needed:
            return replace(layout, name=min(wished, room))
    room = (width or 0) - _INDENT - _STATUS - GAP
    return GoalLayout(width=width, name=max(room, 20), bar=0, number=number, stacked=True, trend=trend)


def goal_lines(goal: GoalScore, layout: GoalLayout, card: Scorecard) -> list[Line]:
    """A goal: its name and numbers, below them the id, the diagnosis in words, coverage and flags."""
    status = status_cell(goal.status)
    name, *more = fold(printable(goal.name), layout.name)
    title: Line = (Span(name, "strong"),)
    first: list[Span] = [Span(" " * _INDENT), *padded(status, _STATUS + GAP)]
    first += title if layout.stacked else (*padded(title, layout.name), *_numbers(goal, layout, card))
    blanks = Span(" " * layout.indent)
    lines: list[Line] = [tuple(first), *((blanks, Span(part, "strong")) for part in more)]
    identity, *words = _below(goal, layout, card)
    numbers = _stacked_numbers(goal, layout) if layout.stacked else []
    return [*lines, identity, *numbers, *words, *flag_lines(goal, layout.indent, layout.width)]


def flag_lines(goal: GoalScore, indent: int, width: int | None) -> list[Line]:
    """What no score of the goal shows: trade-offs and alarms, say."""
    lines: list[Line] = []
    for flag in goal.flags:
        text = f"{STATUS_GLYPH['at-risk']} {printable(flag_words(flag))}"
        lines += paragraph(text, "caution", indent=indent, width=width)
    return lines


def status_cell(status: Status) -> Line:
    """Mark and word of a status in its colour."""
    return (Span(f"{STATUS_GLYPH[status]} {STATUS_WORD[status]}", STATUS_STYLE[status]),)


def _numbers(goal: GoalScore, layout: GoalLayout, card: Scorecard) -> list[Span]:
    spans: list[Span] = []
    for cell in _cells(goal, layout):
        spans += [Span(" " * GAP), *padded(cell, layout.cell)]
    outlook: Line = (Span(" " * GAP), Span(_outlook(goal)))
    if not layout.trend:
        return [*spans, *outlook]
    trend: Line = (Span(goal_trend(goal, card), TREND_STYLE[goal.trend_word or "same"]),)
    return [*spans, *padded(outlook, _OUTLOOK + GAP), Span(" " * GAP), *padded(trend, _TREND, right=True)]


def _stacked_numbers(goal: GoalScore, layout: GoalLayout) -> list[Line]:
    """Results and drivers with short bars below the name, side by side where there is room."""
    layout = replace(layout, bar=_SHORT_BAR)
    results, drivers = _cells(goal, layout)
    blanks = Span(" " * layout.indent)
    first: Line = (blanks, Span("results ", "muted"), *padded(results, layout.cell))
    second: Line = (Span("drivers ", "muted"), *padded(drivers, layout.cell))
    together: Line = (*first, Span(" " * GAP), *second)
    if layout.width is None or line_width(together) <= layout.width:
        return [together]
    return [first, (blanks, *second)]


def _cells(goal: GoalScore, layout: GoalLayout) -> tuple[Line, Line]:
    """Results and drivers: a bar with its number, or a word."""
    results = _cell(goal, goal.lagging, goal.lagging_status, bool(goal.kpis_lagging), layout)
    drivers = _cell(goal, goal.leading, goal.leading_status, bool(goal.kpis_leading or goal.causes), layout)
    return results, drivers


def _cell(goal: GoalScore, share: float | None, status: Status, declared: bool, layout: GoalLayout) -> Line:
    if share is None:
        return (Span(_NOT_MEASURED if declared else "none", "muted"),)
    return _bar_cell(goal, share, status, layout)


def _bar_cell(goal: GoalScore, share: float, status: Status, layout: GoalLayout) -> Line:
    style = STATUS_STYLE[status]
    number = Span(percent(share, goal.limits).rjust(layout.number), style)
    return (*bar(share, layout.bar, style), Span(" "), number) if layout.bar else (number,)


def _outlook(goal: GoalScore) -> str:
    return "–" if goal.heading is None else f"{HEADING_GLYPH[goal.heading]} {goal.heading}"


def _below(goal: GoalScore, layout: GoalLayout, card: Scorecard) -> list[Line]:
    """The id under the name and the sentence beside it, or under it where that leaves too little room."""
    text = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal))))
    if layout.stacked and goal.heading is not None:
        text += f" Outlook {goal.heading}."
    if layout.stacked and goal.trend is not None:
        text += f" Trend {goal_trend(goal, card)}."
    identity = (Span(" " * layout.indent), Span(goal.id, "muted"))
    start = layout.indent + layout.name + GAP
    if layout.width is not None and layout.width - start < _LEAST_SENTENCE:
        return [identity, *paragraph(text, indent=layout.indent, width=layout.width)]
    first, *rest = paragraph(text, indent=start, width=layout.width)
    blanks = " " * (start - line_width(identity))
    return [(*identity, Span(blanks), *first[1:]), *rest]
