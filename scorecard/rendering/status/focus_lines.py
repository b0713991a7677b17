"""Where to look first: goals not on track with what holds them back, and urgent ones that are satisfied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from scorecard.period import Period
from scorecard.rendering.columns import line_width, paragraph
from scorecard.rendering.kpi_words import reason_short
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import Line, Span, blanks, printable
from scorecard.rendering.words import (
    DIAGNOSIS_WORD,
    STATUS_GLYPH,
    STATUS_STYLE,
    STATUS_WORD,
)
from scorecard.result import GoalScore, KpiScore, Scorecard, Status

_WEAKEST = 3


def focus_lines(card: Scorecard, width: int | None) -> Iterator[Line]:
    """The block *Focus*: goals at risk or off track by urgency × importance with the reasons, then satisfied ones."""
    goals = {goal.id: goal for goal in card.goals}
    behind = [goals[goal_id] for goal_id in card.focus if goal_id in goals]
    satisfied = [goals[goal_id] for goal_id in card.satisfied if goal_id in goals]
    words = "most urgent × important first" if behind else all_well(card)
    yield (Span("Focus", "strong"), Span(f"  {words}", "muted"))
    for goal, why in zip(behind, whys(behind, card), strict=True):
        yield from _heading(goal, ranks(goal), width)
        yield from paragraph(why, indent=4, width=width)
    for goal in satisfied:
        yield from _heading(goal, f"{ranks(goal)}: satisfied, effort can move", width)
    yield ()


def all_well(card: Scorecard) -> str:
    """That no goal is in the focus, of the map or of those that were selected."""
    counts = card.index.counts
    whose = "no goal shown" if counts.at_risk or counts.off_track else "no goal"
    return f"{whose} is at risk or off track"


def _heading(goal: GoalScore, words: str, width: int | None) -> list[Line]:
    """Mark, name, id and words in one line, or in as many as the width asks for."""
    name, mark = printable(goal.name), _mark(goal.status)
    texts = (goal.id, words) if words else (goal.id,)
    whole = (*mark, Span(name, "strong"), Span("  " + "  ".join(texts), "muted"))
    if width is None or line_width(whole) <= width:
        return [whole]
    names = paragraph(name, "strong", indent=4, width=width)
    lines: list[Line] = [(*mark, *names[0][1:]), *names[1:]]
    for text in texts:
        longer = (*lines[-1], Span(f"  {text}", "muted"))
        if line_width(longer) <= width:
            lines[-1] = longer
        else:
            lines += [(Span("    "), Span(text, "muted"))]
    return lines


@cache
def _mark(status: Status) -> Line:
    return blanks(2), Span(STATUS_GLYPH[status], STATUS_STYLE[status]), blanks(1)


def ranks(goal: GoalScore) -> str:
    """``urgency 5 × importance 4``; what was not said is left out."""
    if goal.urgency is None and goal.importance is None:
        return ""
    pairs = (("urgency", goal.urgency), ("importance", goal.importance))
    return " × ".join(f"{word} {rank}" for word, rank in pairs if rank is not None)


def whys(goals: Sequence[GoalScore], card: Scorecard) -> list[str]:
    """For each of the goals its status, its diagnosis and what lies lowest behind it."""
    kpis = {kpi.id: kpi for kpi in card.kpis}
    names = {goal.id: goal.name for goal in card.goals}
    return [_why(goal, kpis, names, card.period) for goal in goals]


def _why(goal: GoalScore, kpis: Mapping[str, KpiScore], names: Mapping[str, str], period: Period) -> str:
    diagnosis = "" if goal.diagnosis is None else f", {DIAGNOSIS_WORD[goal.diagnosis]}"
    weakest = _weakest(goal, kpis, names) if goal.weakest else ()
    lowest = f". Weakest: {', '.join(weakest)}" if weakest else ""
    words = f"{STATUS_WORD[goal.status]} ({percent(goal.performance, goal.limits)}){diagnosis}"
    return f"{words}{lowest}{_unknown(goal, kpis, period)}."


def _weakest(goal: GoalScore, kpis: Mapping[str, KpiScore], names: Mapping[str, str]) -> list[str]:
    """The lowest KPIs and causes of a goal that are not on track."""
    return [
        f"{printable(kpis[part.id].name if part.kind == 'kpi' and part.id in kpis else names.get(part.id, part.id))} "
        f"{percent(part.value, goal.limits)}"
        for part in goal.weakest[:_WEAKEST]
    ]


def _unknown(goal: GoalScore, kpis: Mapping[str, KpiScore], period: Period) -> str:
    """The KPIs that say nothing: ". Subscribers: no value yet"."""
    words = [
        f"{printable(kpis[kpi_id].name)}: {reason_short(kpis[kpi_id], period)}"
        for kpi_id in (*goal.kpis_lagging, *goal.kpis_leading)
        if kpi_id in kpis and kpis[kpi_id].reason not in (None, "not-scored")
    ]
    return f". {'; '.join(words)}" if words else ""
