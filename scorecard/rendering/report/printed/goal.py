"""One goal with everything behind it."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rendering.numbers import in_points, percent
from scorecard.rendering.report.goal import ENDS, hypothesis_words
from scorecard.rendering.report.links import goal_anchor
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.bars import bars
from scorecard.rendering.report.printed.decisions import goal_said
from scorecard.rendering.report.printed.history_chart import history_chart
from scorecard.rendering.report.printed.initiatives import goal_initiatives
from scorecard.rendering.report.printed.kpi_table import kpi_table
from scorecard.rendering.report.printed.marks import goal_name, marked, small, status_number, strong
from scorecard.rendering.report.printed.markup import Child, Typst, as_string, call, joined
from scorecard.rendering.report.printed.table import stacked
from scorecard.rendering.words import (
    DIAGNOSIS_WORD,
    STATUS_WORD,
    coverage_words,
    flag_words,
    goal_sentence,
    goal_trend,
)
from scorecard.result import GoalScore, LinkKind

_LONG = 5000
"""With so many words, what stands in front of the KPIs may be divided between pages."""


def goal_section(found: Lookup, goal: GoalScore) -> Typst:
    """Status, diagnosis, the three numbers, the way here, causes and effects, what was said, KPIs, initiatives."""
    words, links = list(_words(goal)), list(_links(found, goal))
    is_short = sum(len(part or "") for part in (*words, *links)) < _LONG
    told = stacked(*words, bars(goal), *links, gap=8)
    return joined(
        (
            _head(found, goal),
            call("beside", is_short, told, history_chart(found, goal)),
            goal_said(found, goal.id),
            kpi_table(found, goal),
            _hypotheses(found, goal),
            goal_initiatives(found, goal.initiatives),
        )
    )


def _head(found: Lookup, goal: GoalScore) -> Typst:
    facts = [goal.owner, *(theme.name for theme in found.card.themes if theme.id == goal.theme)]
    trend = goal_trend(goal, found.card)
    if goal.performance is None:
        figure = status_number(goal.status, None, goal.limits)
    else:
        figure = call("figure-of", goal.status, percent(goal.performance, goal.limits), STATUS_WORD[goal.status])
    return call(
        "goal-head",
        goal.status,
        3,
        as_string(goal_anchor(goal.id)),
        goal.name,
        " · ".join(fact for fact in facts if fact),
        stacked(figure, small(in_points(trend)) if trend else None),
    )


def _words(goal: GoalScore) -> Iterator[Child]:
    diagnosis = DIAGNOSIS_WORD[goal.diagnosis] if goal.diagnosis else None
    said = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal))))
    yield small(goal.description) if goal.description else None
    yield joined((strong(f"{diagnosis.capitalize()}. ") if diagnosis else None, said))
    for flag in goal.flags:
        yield marked("at-risk", flag_words(flag))


def _links(found: Lookup, goal: GoalScore) -> Iterator[Child]:
    for kind, end, title in ENDS:
        if items := list(_end_items(found, goal, kind, end)):
            yield stacked(call("text", strong(title), size=Typst("8pt"), fill=Typst("colours.muted")), *items)


def _end_items(found: Lookup, goal: GoalScore, kind: LinkKind, end: str) -> Iterator[Typst]:
    for link in found.card.links:
        here, there = (link.effect, link.cause) if end == "cause" else (link.cause, link.effect)
        if link.kind == kind and here == goal.id:
            other = found.goals[there]
            words = hypothesis_words(found, link)
            yield marked(other.status, goal_name(found, other, page=True), small(words) if words else None)


def _hypotheses(found: Lookup, goal: GoalScore) -> Typst | None:
    """What the author says of KPIs in this goal."""
    items = [
        small(f"{found.kpis[note.kpi].name}{hypothesis_words(found, note)}")
        for note in goal.kpi_notes
        if note.delay or note.because
    ]
    return call("list", *items) if items else None
