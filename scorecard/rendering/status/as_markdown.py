"""A scorecard as Markdown that GitHub renders: for a pull request, a step summary or a report."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.kpi_words import (
    alert_kinds,
    kpi_notes,
    kpis_of,
    of_target,
    of_the_way,
    standing,
    trend_mark,
    verdict,
)
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import WHOLE, day, percent
from scorecard.rendering.status.focus_lines import all_well, ranks, whys
from scorecard.rendering.status.goal_lines import Sorting, sorted_goals
from scorecard.rendering.status.initiative_lines import money, state, urgent_first
from scorecard.rendering.words import (
    SCALE_LINE,
    STATUS_GLYPH,
    STATUS_WORD,
    counts_words,
    coverage_words,
    flag_words,
    goal_sentence,
    goal_trend,
    has_trend,
    outlook_words,
    period_words,
    status_and_number,
    top_perspective,
    trend_line,
)
from scorecard.result import GoalScore, IndexScore, InitiativeScore, KpiScore, PerspectiveScore, Scorecard, Status


def status_markdown(card: Scorecard, *, kpis: bool = False, initiatives: bool = False, sort: Sorting = "map") -> str:
    """The review as Markdown: the top, counts and index, a table for each perspective, the focus.

    ``kpis`` and ``initiatives`` add tables; ``sort="urgency"`` puts urgent goals first within their perspective.
    """
    lines = head_lines(card)
    for perspective in card.perspectives:
        goals = sorted_goals([goal for goal in card.goals if goal.perspective == perspective.id], sort)
        lines += perspective_lines(card, perspective, goals, kpis=kpis) if goals else []
    lines += initiative_table(card) if initiatives else []
    return "\n".join([*lines, *focus_list(card), scale_line(card, kpis=kpis)]) + "\n"


def head_lines(card: Scorecard, *, named: bool = False) -> list[str]:
    """Name and organisation, the top perspective with counts and index, period and day, and what is to be known.

    ``named``: KPIs by their names, where nobody knows ids.
    """
    title = " · ".join(markdown_text(fact) for fact in (card.map.name, card.map.organisation) if fact)
    when = f"{period_words(card)}, as of {day(card.as_of)}"
    return [f"## {title}", "", _first_line(card), "", when, "", *_notes(card, named=named)]


def perspective_lines(
    card: Scorecard, perspective: PerspectiveScore, goals: Sequence[GoalScore], *, kpis: bool, in_words: bool = False
) -> list[str]:
    """A perspective with its goals in a table and, with ``kpis``, theirs in another; their notes ``in_words``."""
    heading = f"### {markdown_text(perspective.name)}: {_score(card, perspective)}"
    return [heading, "", *_goal_table(card, goals), *(_kpi_table(card, goals, in_words) if kpis else ())]


def scale_line(card: Scorecard, *, kpis: bool) -> str:
    """What 100 % is and what trends are, small."""
    return f"<sub>{markdown_text(f'{SCALE_LINE} {trend_line(card, kpis=kpis)}'.rstrip())}</sub>"


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


def _notes(card: Scorecard, *, named: bool) -> list[str]:
    """The notes of the card as a list."""
    notes = card_notes(card, named=named)
    lines: list[str] = []
    for note in notes:
        lines.append(f"- {markdown_text(note.text)}")
        lines += [f"  - {markdown_text(text)}" for text in note.lines]
    return [*lines, ""] if notes else []


def _goal_table(card: Scorecard, goals: Sequence[GoalScore]) -> list[str]:
    trend = has_trend(card.goals)
    headings = ("Status", "Goal", "Results", "Drivers", "Outlook", *(("Trend",) * trend), "What it means")
    return markdown_table(
        headings, [_goal_row(goal, card, trend) for goal in goals], right=(2, 3, 5) if trend else (2, 3)
    )


def _goal_row(goal: GoalScore, card: Scorecard, trend: bool) -> tuple[str, ...]:
    flags = [f"{STATUS_GLYPH['at-risk']} {flag_words(flag)}" for flag in goal.flags]
    said = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal))))
    return (
        status_mark(goal.status),
        f"{markdown_text(goal.name)}<br>{markdown_id(goal.id)}",
        "–" if goal.lagging is None else percent(goal.lagging, goal.limits),
        "–" if goal.leading is None else percent(goal.leading, goal.limits),
        outlook_words(goal),
        *((markdown_text(goal_trend(goal, card)) or "–",) * trend),
        "<br>".join(map(markdown_text, (said, *flags))),
    )


def _kpi_table(card: Scorecard, goals: Sequence[GoalScore], in_words: bool) -> list[str]:
    kpis = {kpi.id: kpi for kpi in card.kpis}
    more = _kpi_columns(card)
    rows = [
        (markdown_id(goal.id), *_kpi_row(kpis[kpi_id], part, card, more, in_words))
        for goal in goals
        for part, kpi_id in kpis_of(goal)
    ]
    headings = ("Goal", "KPI", "Part", "Value / target", "Of target", "Of the way", "Performance", "Status")
    return markdown_table((*headings, *more), rows, right=(3, 4, 5, 6))


def _kpi_columns(card: Scorecard) -> tuple[str, ...]:
    """The columns that only some maps need."""
    noted = any(kpi.alerts or kpi_notes(kpi, card) for kpi in card.kpis)
    return (*(("Trend",) * has_trend(card.kpis)), *(("Notes",) * noted))


def _kpi_row(kpi: KpiScore, part: str, card: Scorecard, columns: Sequence[str], in_words: bool) -> tuple[str, ...]:
    notes = filter(None, (alert_kinds(kpi), *kpi_notes(kpi, card, in_words=in_words)))
    cells = {"Trend": trend_mark(kpi), "Notes": "; ".join(notes)}
    return (
        f"{markdown_text(kpi.name)}<br>{markdown_id(kpi.id)}",
        part,
        markdown_text(standing(kpi, card.map.currency)),
        of_target(kpi),
        of_the_way(kpi),
        "–" if kpi.performance is None else percent(kpi.performance, kpi.limits),
        f"{STATUS_GLYPH[kpi.status]} {markdown_text(verdict(kpi, card.period))}",
        *(markdown_text(cells[column]) for column in columns),
    )


def initiative_table(card: Scorecard) -> list[str]:
    """The initiatives, late ones and those over budget first; nothing without any."""
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


def focus_list(card: Scorecard) -> list[str]:
    """The goals at risk or off track with the reasons, then those that can spare effort."""
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
