"""One goal with everything behind it."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rendering.numbers import in_points, percent
from scorecard.rendering.report.bars import bars
from scorecard.rendering.report.decisions import goal_said
from scorecard.rendering.report.definitions import definitions
from scorecard.rendering.report.element import Html, el, joined, name
from scorecard.rendering.report.history_chart import history_chart
from scorecard.rendering.report.initiatives import goal_initiatives
from scorecard.rendering.report.kpi_table import kpi_table
from scorecard.rendering.report.links import goal_anchor, goal_link
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.made_of import goal_made_of
from scorecard.rendering.report.marks import mark, status_number
from scorecard.rendering.words import (
    DIAGNOSIS_WORD,
    STATUS_WORD,
    coverage_words,
    delay_words,
    flag_words,
    goal_sentence,
    goal_trend,
)
from scorecard.result import GoalScore, KpiNote, LinkKind, LinkScore

ENDS: tuple[tuple[LinkKind, str, str], ...] = (
    ("driven-by", "cause", "Driven by"),
    ("driven-by", "effect", "Drives"),
    ("hindered-by", "cause", "Hindered by"),
    ("hindered-by", "effect", "Hinders"),
)
"""The kinds of links and their ends, as they are called at a goal."""


def goal_section(found: Lookup, goal: GoalScore) -> Html:
    """Status, diagnosis, the three numbers and how they were made, the way here, KPIs, initiatives, causes, effects."""
    anchor = goal_anchor(goal.id)
    return el(
        "article",
        _head(found, goal, anchor),
        el(
            "div",
            el("div", _words(goal), bars(goal), _links(found, goal), class_="told"),
            history_chart(found, goal),
            class_="beside",
        ),
        goal_said(found, goal.id),
        kpi_table(found, goal),
        _hypotheses(found, goal),
        goal_initiatives(found, goal.initiatives),
        goal_made_of(found, goal),
        definitions(found, goal),
        id=anchor,
        class_=f"goal-card b-{goal.status}",
        aria_labelledby=f"title-of-{anchor}",
    )


def _head(found: Lookup, goal: GoalScore, anchor: str) -> Html:
    facts = [goal.owner, *(theme.name for theme in found.card.themes if theme.id == goal.theme)]
    trend = goal_trend(goal, found.card)
    about = joined((name(fact) for fact in facts if fact), " · ")
    return el(
        "div",
        el(
            "div", el("h4", name(goal.name), id=f"title-of-{anchor}"), el("p", about, class_="small") if about else None
        ),
        el(
            "p",
            mark(goal.status),
            el("span", percent(goal.performance, goal.limits), class_="figure"),
            " ",
            el("span", STATUS_WORD[goal.status], class_="word"),
            el("span", f" {in_points(trend)}", class_="small") if trend else None,
            class_=f"t-{goal.status}",
        )
        if goal.performance is not None
        else el("p", status_number(goal.status, None, goal.limits)),
        class_="goal-head",
    )


def _words(goal: GoalScore) -> Html:
    diagnosis = DIAGNOSIS_WORD[goal.diagnosis] if goal.diagnosis else None
    said = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal))))
    flags = [el("li", mark("at-risk"), flag_words(flag)) for flag in goal.flags]
    return joined(
        (
            el("p", name(goal.description), class_="meaning") if goal.description else None,
            el("p", el("strong", f"{diagnosis.capitalize()}. ") if diagnosis else None, said),
            el("ul", joined(flags), class_="flags") if flags else None,
        )
    )


def _links(found: Lookup, goal: GoalScore) -> Html | None:
    lines = [
        joined((el("dt", title), el("dd", *ends)))
        for kind, end, title in ENDS
        if (ends := list(_end_items(found, goal, kind, end)))
    ]
    return el("dl", joined(lines), class_="facts links") if lines else None


def _end_items(found: Lookup, goal: GoalScore, kind: LinkKind, end: str) -> Iterator[Html]:
    for link in found.card.links:
        here, there = (link.effect, link.cause) if end == "cause" else (link.cause, link.effect)
        if link.kind == kind and here == goal.id:
            other = found.goals[there]
            yield el("span", mark(other.status), goal_link(other), _said(found, link), class_="end")


def _said(found: Lookup, link: LinkScore) -> Html:
    return el("span", hypothesis_words(found, link), class_="small")


def hypothesis_words(found: Lookup, said: LinkScore | KpiNote) -> str:
    """After how long something shows, and why: ``, after 1 month: because …``; empty where neither is said."""
    after = f", after {delay_words(said.delay, found.card.map.rhythm)}" if said.delay else ""
    because = f": because {said.because}" if said.because else ""
    return f"{after}{because}"


def _hypotheses(found: Lookup, goal: GoalScore) -> Html | None:
    """What the author says of KPIs in this goal."""
    items = [
        el(
            "li",
            name(found.kpis[note.kpi].name),
            hypothesis_words(found, note),
        )
        for note in goal.kpi_notes
        if note.delay or note.because
    ]
    return el("ul", joined(items), class_="small") if items else None
