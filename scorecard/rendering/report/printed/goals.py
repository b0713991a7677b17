"""The goals by perspective: everything of each, or one line each."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.goal import goal_section
from scorecard.rendering.report.printed.marks import marked, small, status_number
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.report.printed.section import section
from scorecard.rendering.report.printed.sparkline import sparkline
from scorecard.rendering.report.printed.table import stacked, table
from scorecard.rendering.words import (
    coverage_words,
    flag_words,
    goal_sentence,
    goal_trend,
    has_trend,
    outlook_words,
    trend_line,
)
from scorecard.result import GoalScore, PerspectiveScore

_HUES = 6
_LONG = 3000
"""With so many words about it, the head of a perspective may be divided between pages."""


def goals(found: Lookup) -> Typst:
    """Every perspective that has goals, with its status and its questions."""
    detailed = found.report.audience == "team"
    parts: list[Child] = []
    for perspective in found.card.perspectives:
        inside = [goal for goal in found.card.goals if goal.perspective == perspective.id]
        if inside:
            parts.append(_perspective(found, perspective))
            parts += [goal_section(found, goal) for goal in inside] if detailed else [_lines(found, inside)]
    words = trend_line(found.card, kpis=detailed)
    return section("Goals", *parts, call("note", words) if words else None, new_page=detailed)


def _perspective(found: Lookup, perspective: PerspectiveScore) -> Typst:
    known = perspective.performance_coverage
    state = joined(
        (
            status_number(perspective.status, perspective.performance, found.card.limits),
            small(f" · coverage {percent(known, WHOLE)}") if known < 1 else None,
        )
    )
    place = found.card.perspectives.index(perspective) % _HUES
    about = stacked(state, *(small(question) for question in perspective.questions))
    return call("perspective", len(about) < _LONG, place, 2, perspective.name, about)


def _lines(found: Lookup, inside: Sequence[GoalScore]) -> Child:
    trend = has_trend(found.card.goals)
    newcomer = found.report.audience == "newcomer"
    past = found.has_past
    since = (f"Since {found.report.history.periods[0]}",) if past else ()
    headings = ("Goal", "Status", "Outlook", *(("Trend",) * trend), *since, "What it means")
    rows = [
        (
            call("strong", goal.name),
            status_number(goal.status, goal.performance, goal.limits),
            outlook_words(goal),
            *((goal_trend(goal, found.card) or "–",) * trend),
            *((sparkline(found, "goal", goal.id, "performance"),) if past else ()),
            _words(goal, newcomer),
        )
        for goal in inside
    ]
    return table(headings, rows, f"1fr 84pt 48pt {'34pt' * trend} {'62pt' * past} 1.7fr", right=(3,) * trend)


def _words(goal: GoalScore, newcomer: bool) -> Child:
    said = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal))))
    flags = [marked("at-risk", flag_words(flag)) for flag in goal.flags]
    return stacked(said, *flags, small(goal.description) if newcomer and goal.description else None)
