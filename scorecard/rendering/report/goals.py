"""The goals by perspective: everything of each, or one line each."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.palette import band_role
from scorecard.rendering.report.element import Child, Html, el, joined, name
from scorecard.rendering.report.goal import goal_section
from scorecard.rendering.report.links import goal_anchor
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.made_of import roll_up_made_of
from scorecard.rendering.report.marks import mark, status_number
from scorecard.rendering.report.section import section
from scorecard.rendering.report.sparkline import sparkline
from scorecard.rendering.report.table import table
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


def goals(found: Lookup) -> Html:
    """Every perspective that has goals, with its status and its questions."""
    detailed = found.report.audience == "team"
    parts: list[Child] = []
    for perspective in found.card.perspectives:
        inside = [goal for goal in found.card.goals if goal.perspective == perspective.id]
        if inside:
            parts.append(_perspective(found, perspective))
            if detailed:
                parts += [goal_section(found, goal) for goal in inside]
            else:
                parts.append(_lines(found, inside, perspective.name))
    words = trend_line(found.card, kpis=detailed)
    return section(
        "goals",
        "Goals",
        *parts,
        roll_up_made_of(found, found.card.index, "How the index was made") if detailed else None,
        el("p", words, class_="small") if words else None,
    )


def _perspective(found: Lookup, perspective: PerspectiveScore) -> Html:
    known = perspective.performance_coverage
    place = found.card.perspectives.index(perspective)
    questions = [el("li", name(question)) for question in perspective.questions]
    return el(
        "div",
        el("h3", name(perspective.name)),
        el(
            "p",
            status_number(perspective.status, perspective.performance, found.card.limits),
            el("span", f" · coverage {percent(known, WHOLE)}", class_="small") if known < 1 else None,
        ),
        el("ul", joined(questions), class_="questions") if questions else None,
        roll_up_made_of(found, perspective, "How it was made") if found.report.audience == "team" else None,
        class_=f"perspective {band_role(place)}",
    )


def _lines(found: Lookup, inside: Sequence[GoalScore], title: str) -> Html:
    trend = has_trend(found.card.goals)
    newcomer = found.report.audience == "newcomer"
    since = (f"Since {found.report.history.periods[0]}",) if found.has_past else ()
    headings = ("Goal", "Status", "Outlook", *(("Trend",) * trend), *since, "What it means")
    rows = [
        (
            el("span", name(goal.name), id=goal_anchor(goal.id)),
            status_number(goal.status, goal.performance, goal.limits),
            outlook_words(goal),
            *((goal_trend(goal, found.card) or "–",) * trend),
            *((_past(found, goal),) if since else ()),
            _words(goal, newcomer),
        )
        for goal in inside
    ]
    return table(f"Goals of {title}", headings, rows, kind="lines", hidden_caption=True)


def _past(found: Lookup, goal: GoalScore) -> Html | str:
    """How the goal stood in the periods before."""
    history = found.report.history
    return sparkline(found.series.get(("goal", goal.id, "performance")), history.periods, history.currency)


def _words(goal: GoalScore, newcomer: bool) -> Html:
    said = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal))))
    flags = [el("span", mark("at-risk"), flag_words(flag), class_="note t-at-risk") for flag in goal.flags]
    meaning = el("span", name(goal.description), class_="note") if newcomer and goal.description else None
    return joined((said, *flags, meaning))
