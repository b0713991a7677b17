"""One goal with everything behind it."""

from __future__ import annotations

from scorecard.period import Rhythm, period_before
from scorecard.rendering.columns import paragraph
from scorecard.rendering.contribution_lines import contribution_lines
from scorecard.rendering.kpi_words import kpis_of
from scorecard.rendering.numbers import in_points, limit_percent, points
from scorecard.rendering.show.parts import Fact, facts, head, link_lines, section
from scorecard.rendering.spans import Line, printable
from scorecard.rendering.status.goal_lines import flag_lines
from scorecard.rendering.status.initiative_lines import initiative_rows
from scorecard.rendering.status.kpi_lines import kpi_rows
from scorecard.rendering.status.number_lines import goal_numbers
from scorecard.rendering.words import (
    SCALE_LINE,
    coverage_words,
    delay_words,
    goal_sentence,
    is_unlike,
    status_and_number,
)
from scorecard.result import Contribution, GoalScore, KpiNote, KpiScore, Scorecard


def goal_page(card: Scorecard, goal: GoalScore, unrolled: tuple[Contribution, ...], width: int | None) -> list[Line]:
    """Definition, what to think of it, the three numbers with their parts, KPIs and guardrails, causes and effects,
    initiatives.

    ``unrolled`` are the KPIs that the outlook comes from along all arrows, with their coefficients as shares.
    """
    state = status_and_number(goal.status, goal.performance, goal.limits)
    words = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal))))
    lines = [
        *head("goal", goal.id, goal.name, goal.status, state, width),
        *paragraph(words, width=width),
        *flag_lines(goal, 0, width),
        (),
        *facts(goal_facts(card, goal), width),
        *section("Numbers"),
        *goal_numbers(goal, 2, width, explained=True),
        (),
    ]
    if unrolled:
        lines += [
            *section("Outlook unrolled to KPIs", "share: points the outlook moves with one point of the KPI", width),
            *contribution_lines(unrolled, goal.outlook, indent=2, width=width, weights=False),
            (),
        ]
    lines += [*_kpis(card, goal, width), *_links(card, goal, width), *_initiatives(card, goal, width)]
    return [*lines, *paragraph(SCALE_LINE, "muted", width=width)]


def goal_facts(card: Scorecard, goal: GoalScore) -> tuple[Fact, ...]:
    """What a goal means, where it stands on the map, who answers for it, and how it is judged."""
    perspectives = {item.id: item.name for item in card.perspectives}
    themes = {theme.id: theme.name for theme in card.themes}
    limits = f"at risk from {limit_percent(goal.limits.at_risk)}, on track from {limit_percent(goal.limits.on_track)}"
    return (
        ("meaning", goal.description),
        ("perspective", perspectives.get(goal.perspective)),
        ("owner", goal.owner),
        ("theme", themes.get(goal.theme or "")),
        ("importance", None if goal.importance is None else f"{goal.importance} of 5"),
        ("urgency", None if goal.urgency is None else f"{goal.urgency} of 5"),
        ("trend", _trend(card, goal)),
        ("limits", limits),
        ("page", goal.url),
    )


def _trend(card: Scorecard, goal: GoalScore) -> str | None:
    if goal.trend is None:
        return None
    unlike = ", not like for like: it was made of other KPIs then" if is_unlike(goal, card) else ""
    return f"{in_points(points(goal.trend))} since {period_before(card.period)}: {goal.trend_word}{unlike}"


def _kpis(card: Scorecard, goal: GoalScore, width: int | None) -> list[Line]:
    """The KPIs in one table, and those that are watched beside them under a title of their own."""
    kpis = {kpi.id: kpi for kpi in card.kpis}
    used = [(part, kpis[kpi_id]) for part, kpi_id in kpis_of(goal)]
    if not used:
        return []
    rows = kpi_rows(used, card, width, 2)
    scored = [line for row, (part, _) in zip(rows, used, strict=True) if part != "guardrail" for line in row]
    watched = [line for row, (part, _) in zip(rows, used, strict=True) if part == "guardrail" for line in row]
    notes = [line for note in goal.kpi_notes for line in _note(note, kpis[note.kpi], card.map.rhythm, width)]
    lines = [*section("KPIs"), *scored, *notes, ()] if scored else []
    if watched:
        lines += [*section("Guardrails", "watched beside the goal, never part of its score", width), *watched, ()]
    return lines


def _note(note: KpiNote, kpi: KpiScore, rhythm: Rhythm, width: int | None) -> list[Line]:
    """``Shares per post, after 1 month: because what is passed on is seen by friends``."""
    after = f", after {delay_words(note.delay, rhythm)}" if note.delay else ""
    because = f": because {note.because}" if note.because else ""
    return paragraph(printable(f"{kpi.name}{after}{because}"), indent=4, width=width)


def _links(card: Scorecard, goal: GoalScore, width: int | None) -> list[Line]:
    lines: list[Line] = []
    for kind, end, title in (
        ("driven-by", "cause", "Causes: goals that drive it"),
        ("driven-by", "effect", "Effects: goals it drives"),
        ("hindered-by", "cause", "Hindered by: it pays when these succeed"),
        ("hindered-by", "effect", "Hinders: these pay when it succeeds"),
    ):
        mine = [
            link
            for link in card.links
            if link.kind == kind and (link.effect if end == "cause" else link.cause) == goal.id
        ]
        if mine:
            lines += [*section(title), *link_lines(card, mine, end, width), ()]
    return lines


def _initiatives(card: Scorecard, goal: GoalScore, width: int | None) -> list[Line]:
    mine = [item for item in card.initiatives if item.id in goal.initiatives]
    return [*section("Initiatives"), *initiative_rows(mine, card.map.currency, width), ()] if mine else []
