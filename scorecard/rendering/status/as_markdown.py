"""A scorecard as Markdown that GitHub renders: for a pull request, a step summary or a report."""

from __future__ import annotations

from scorecard.rendering.kpi_words import of_target, of_the_way, standing, verdict
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import WHOLE, day, percent
from scorecard.rendering.status.focus_lines import all_well, ranks, whys
from scorecard.rendering.status.goal_lines import Sorting, sorted_goals
from scorecard.rendering.status.initiative_lines import money, state, urgent_first
from scorecard.rendering.words import (
    HEADING_GLYPH,
    SCALE_LINE,
    STATUS_GLYPH,
    STATUS_WORD,
    counts_words,
    coverage_words,
    goal_sentence,
    status_and_number,
    top_perspective,
)
from scorecard.result import GoalScore, IndexScore, InitiativeScore, KpiScore, PerspectiveScore, Scorecard, Status


def status_markdown(card: Scorecard, *, kpis: bool = False, initiatives: bool = False, sort: Sorting = "map") -> str:
    """The review as Markdown: the top, counts and index, a table for each perspective, the focus.

    ``kpis`` and ``initiatives`` add tables; ``sort="urgency"`` puts urgent goals first within their perspective.
    """
    facts = [card.map.name, card.map.organisation]
    title = " · ".join(markdown_text(fact) for fact in facts if fact)
    lines = [f"## {title}", "", _first_line(card), "", f"{card.period}, as of {day(card.as_of)}", ""]
    for perspective in card.perspectives:
        goals = sorted_goals([goal for goal in card.goals if goal.perspective == perspective.id], sort)
        if goals:
            lines += [f"### {markdown_text(perspective.name)}: {_score(card, perspective)}", ""]
            lines += _goal_table(goals)
            lines += _kpi_table(card, goals) if kpis else []
    if initiatives:
        lines += _initiative_table(card)
    lines += [*_focus(card), f"<sub>{markdown_text(SCALE_LINE)}</sub>"]
    return "\n".join(lines) + "\n"


def status_mark(status: Status) -> str:
    """Mark and word of a status."""
    return f"{STATUS_GLYPH[status]} {STATUS_WORD[status]}"


def _first_line(card: Scorecard) -> str:
    top = top_perspective(card)
    return (
        f"**{markdown_text(top.name)}: {_score(card, top)}** · {counts_words(card.index.counts)} · "
        f"index {_score(card, card.index)}"
    )


def _score(card: Scorecard, score: PerspectiveScore | IndexScore) -> str:
    words = f"{STATUS_GLYPH[score.status]} {status_and_number(score.status, score.performance, card.limits)}"
    if score.performance is None or score.performance_coverage == 1:
        return words
    return f"{words}, coverage {percent(score.performance_coverage, WHOLE)}"


def _goal_table(goals: list[GoalScore]) -> list[str]:
    headings = ("Status", "Goal", "Results", "Drivers", "Outlook", "What it means")
    return markdown_table(headings, [_goal_row(goal) for goal in goals], right=(2, 3))


def _goal_row(goal: GoalScore) -> tuple[str, ...]:
    flags = [f"{STATUS_GLYPH['at-risk']} {flag.kind}: {flag.text}" for flag in goal.flags]
    words = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal), *flags)))
    return (
        status_mark(goal.status),
        f"{markdown_text(goal.name)}<br>{markdown_id(goal.id)}",
        "–" if goal.lagging is None else percent(goal.lagging, goal.limits),
        "–" if goal.leading is None else percent(goal.leading, goal.limits),
        "–" if goal.heading is None else f"{HEADING_GLYPH[goal.heading]} {goal.heading}",
        markdown_text(words),
    )


def _kpi_table(card: Scorecard, goals: list[GoalScore]) -> list[str]:
    kpis = {kpi.id: kpi for kpi in card.kpis}
    rows = [
        _kpi_row(goal, kpis[kpi_id], card.map.currency)
        for goal in goals
        for kpi_id in (*goal.kpis_lagging, *goal.kpis_leading)
    ]
    headings = ("Goal", "KPI", "Part", "Value / target", "Of target", "Of the way", "Performance", "Status")
    return markdown_table(headings, rows, right=(3, 4, 5, 6))


def _kpi_row(goal: GoalScore, kpi: KpiScore, currency: str | None) -> tuple[str, ...]:
    return (
        markdown_id(goal.id),
        f"{markdown_text(kpi.name)}<br>{markdown_id(kpi.id)}",
        "result" if kpi.id in goal.kpis_lagging else "driver",
        markdown_text(standing(kpi, currency)),
        of_target(kpi),
        of_the_way(kpi),
        "–" if kpi.performance is None else percent(kpi.performance, kpi.limits),
        f"{STATUS_GLYPH[kpi.status]} {verdict(kpi)}",
    )


def _initiative_table(card: Scorecard) -> list[str]:
    rows = [_initiative_row(item, card.map.currency) for item in urgent_first(card.initiatives)]
    if not rows:
        return []
    headings = ("State", "Initiative", "Due", "Done", "Money", "Owner", "Goals")
    return ["### Initiatives", "", *markdown_table(headings, rows, right=(3,))]


def _initiative_row(item: InitiativeScore, currency: str | None) -> tuple[str, ...]:
    word, style = state(item)
    return (
        f"**{word}**" if style == "bad" else word,
        f"{markdown_text(item.name)}<br>{markdown_id(item.id)}",
        day(item.due) if item.due else "–",
        "–" if item.completion is None else percent(item.completion, WHOLE),
        money(item, currency) or "–",
        markdown_text(item.owner or "–"),
        ", ".join(map(markdown_id, item.goals)) or "–",
    )


def _focus(card: Scorecard) -> list[str]:
    goals = {goal.id: goal for goal in card.goals}
    behind = [goals[goal_id] for goal_id in card.focus if goal_id in goals]
    satisfied = [goals[goal_id] for goal_id in card.satisfied if goal_id in goals]
    lines = [_focus_line(goal, markdown_text(why)) for goal, why in zip(behind, whys(behind, card), strict=True)]
    if not behind:
        lines = [f"{all_well(card).capitalize()}.", ""]
    lines += [_focus_line(goal, "satisfied, effort can move") for goal in satisfied]
    return ["### Focus", "", *lines, ""]


def _focus_line(goal: GoalScore, words: str) -> str:
    rank = f", {ranks(goal)}" if ranks(goal) else ""
    return f"- {STATUS_GLYPH[goal.status]} **{markdown_text(goal.name)}** {markdown_id(goal.id)}{rank}: {words}"
