"""The rows of goals in the review: status, name and id, results and drivers as bars, outlook, trend, what to think."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, TypeAlias

from scorecard.rendering.columns import GAP, bar_of, full_cells, line_width, padded, paragraph
from scorecard.rendering.numbers import NO_DATA
from scorecard.rendering.spans import Line, Span, blanks, cell_width, fold, printable
from scorecard.rendering.words import (
    STATUS_GLYPH,
    STATUS_STYLE,
    STATUS_WORD,
    TREND_STYLE,
    coverage_words,
    flag_words,
    goal_sentence,
    goal_trend,
    has_trend,
    heading_words,
    numbers_of,
    outlook_words,
)
from scorecard.result import GoalScore, Heading, Scorecard, Status

_INDENT = 2
_STATUS = 11
_NAMES = _INDENT + _STATUS + GAP
"""Where names begin."""
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

    ``trend``: there is a column for it, because some goal has one. ``numbers`` holds by id how results and drivers of
    each goal read, which is needed first for the width.
    """

    width: int | None
    name: int
    bar: int
    number: int
    stacked: bool
    trend: bool = False
    numbers: Mapping[str, tuple[str, str]]

    @property
    def cell(self) -> int:
        """The width of the columns of results and drivers: a bar with its number, or a word."""
        return max(self.bar + 1 + self.number if self.bar else self.number, len(_NOT_MEASURED))

    def headings(self) -> list[Line]:
        """The names of the columns."""
        if self.stacked:
            return []
        blank = " " * (_NAMES + self.name + GAP)
        cells = [f"{word:<{self.cell + GAP}}" for word in ("results", "drivers")]
        trend = f"{'outlook':<{_OUTLOOK + GAP}}{'trend':>{_TREND}}" if self.trend else "outlook"
        return [(Span(blank + "".join(cells) + trend, "muted"),)]


def goal_layout(card: Scorecard, width: int | None) -> GoalLayout:
    """The widest layout that fits: bars shrink and go first, then the columns are written below each other."""
    longest_id = max([len(goal.id) for goal in card.goals], default=0)
    longest_name = max([cell_width(printable(goal.name)) for goal in card.goals], default=0)
    wished = max(longest_id, min(longest_name, _LONGEST_NAME))
    numbers = {goal.id: numbers_of(goal) for goal in card.goals}
    number = max([len(text) for texts in numbers.values() for text in texts if text is not NO_DATA], default=0)
    least = max(longest_id, min(wished, 24))
    trend = has_trend(card.goals)
    for size, needed in ((10, wished), (8, wished), (6, wished), (6, least), (0, least)):
        layout = GoalLayout(
            width=width, name=wished, bar=size, number=number, stacked=False, trend=trend, numbers=numbers
        )
        if width is None:
            return layout
        room = width - _NAMES - 2 * (GAP + layout.cell) - GAP - _OUTLOOK - (GAP + _TREND) * trend
        if room >= needed:
            return replace(layout, name=min(wished, room))
    room = (width or 0) - _NAMES
    return GoalLayout(width=width, name=max(room, 20), bar=0, number=number, stacked=True, trend=trend, numbers=numbers)


def goal_lines(goal: GoalScore, layout: GoalLayout, card: Scorecard) -> list[Line]:
    """A goal: its name and numbers, below them the id, the diagnosis in words, coverage and flags."""
    name, *more = fold(printable(goal.name), layout.name)
    title, below = Span(name, "strong"), _below(goal, layout, card)
    if layout.stacked:
        first: Line = (*_status_column(goal.status), title)
        below[1:1] = _stacked_numbers(goal, layout)
    else:
        rest = blanks(layout.name + GAP - cell_width(name))
        first = (*_status_column(goal.status), title, rest, *_numbers(goal, layout, card))
    if more:
        below[:0] = [(blanks(_NAMES), Span(part, "strong")) for part in more]
    if goal.flags:
        below += flag_lines(goal, _NAMES, layout.width)
    return [first, *below]


@cache
def _status_column(status: Status) -> Line:
    return (blanks(_INDENT), *padded(status_cell(status), _STATUS + GAP))


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


def _numbers(goal: GoalScore, layout: GoalLayout, card: Scorecard) -> Line:
    results, drivers = _cells(goal, layout)
    outlook = _heading(goal.heading) if goal.heading else Span(outlook_words(goal), "muted")
    if not layout.trend:
        return (*results, *drivers, outlook)
    trend: Line = (Span(goal_trend(goal, card), TREND_STYLE[goal.trend_word or "same"]),)
    rest = blanks(_OUTLOOK + GAP - cell_width(outlook.text))
    return (*results, *drivers, outlook, rest, *padded(trend, _TREND, right=True))


@cache
def _heading(heading: Heading) -> Span:
    return Span(heading_words(heading))


def _stacked_numbers(goal: GoalScore, layout: GoalLayout) -> list[Line]:
    """Results and drivers with short bars below the name, side by side where there is room."""
    layout = replace(layout, bar=_SHORT_BAR)
    results, drivers = _cells(goal, layout)
    first: Line = (blanks(_NAMES), Span("results ", "muted"), *results)
    second: Line = (Span("drivers ", "muted"), *drivers[:-1])
    together: Line = (*first, *second)
    if layout.width is None or line_width(together) <= layout.width:
        return [together]
    return [first[:-1], (blanks(_NAMES), *second)]


def _cells(goal: GoalScore, layout: GoalLayout) -> tuple[Line, Line]:
    """Results and drivers: a bar with its number, or a word, filled up to the next column."""
    results, drivers = layout.numbers[goal.id]
    return (
        _cell(results, goal.lagging, goal.lagging_status, layout) or _no_cell(goal.kpis_lagging, layout),
        _cell(drivers, goal.leading, goal.leading_status, layout) or _no_cell(goal.kpis_leading or goal.causes, layout),
    )


def _cell(number: str, share: float | None, status: Status, layout: GoalLayout) -> Line:
    if share is None:
        return ()
    return _bar_cell(number, full_cells(share, layout.bar), layout.bar, layout.number, status)


@cache
def _bar_cell(number: str, full: int, size: int, digits: int, status: Status) -> Line:
    style = STATUS_STYLE[status]
    before = (*bar_of(full, size, style), blanks(1)) if size else ()
    cell = (*before, Span(number.rjust(digits), style))
    return padded(cell, max(line_width(cell), len(_NOT_MEASURED)) + GAP)


def _no_cell(declared: Sequence[str], layout: GoalLayout) -> Line:
    return padded((Span(_NOT_MEASURED if declared else "none", "muted"),), layout.cell + GAP)


def _below(goal: GoalScore, layout: GoalLayout, card: Scorecard) -> list[Line]:
    """The id under the name and the sentence beside it, or under it where that leaves too little room."""
    text, coverage = goal_sentence(goal, layout.numbers[goal.id]), coverage_words(goal)
    if coverage:
        text += f" {coverage}"
    if layout.stacked and goal.outlook is not None:
        text += f" Outlook {goal.heading or outlook_words(goal)}."
    if layout.stacked and goal.trend is not None:
        text += f" Trend {goal_trend(goal, card)}."
    identity, room = Span(goal.id, "muted"), blanks(layout.name + GAP - len(goal.id))
    if layout.width is None:
        return [(blanks(_NAMES), identity, room, Span(text))]
    start = _NAMES + layout.name + GAP
    if layout.width - start < _LEAST_SENTENCE:
        return [(blanks(_NAMES), identity), *paragraph(text, indent=_NAMES, width=layout.width)]
    first, *rest = paragraph(text, indent=start, width=layout.width)
    return [(blanks(_NAMES), identity, room, *first[1:]), *rest]
