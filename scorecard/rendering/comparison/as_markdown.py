"""The comparison as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.comparison import Comparison, KpiChange, ScoreChange
from scorecard.rendering.comparison import phrases
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import day
from scorecard.rendering.words import STATUS_GLYPH


def comparison_markdown(comparison: Comparison) -> str:
    """Tables of what changed status, of the KPIs that moved, of the goals, and of perspectives and index."""
    lines = [f"## {markdown_text(comparison.name)}: {phrases.title(comparison)}", ""]
    lines += [f"As of {day(comparison.as_of)}", ""]
    for caveat in phrases.caveats(comparison):
        lines += [markdown_text(caveat), ""]
    lines += _changed_status(comparison.goals)
    lines += _kpis(comparison)
    moved = phrases.shown(comparison.goals)
    lines += ["### Goals", "", *_scores(moved)]
    if rest := phrases.still(len(comparison.goals), len(moved), "goal", nearly=True):
        lines += [rest, ""]
    lines += ["### Perspectives and index", "", *_scores((*comparison.perspectives, comparison.index))]
    return "\n".join(lines).rstrip("\n") + "\n"


def _changed_status(goals: Sequence[ScoreChange]) -> list[str]:
    changed = [
        f"- {STATUS_GLYPH[goal.status_now]} **{markdown_text(goal.name)}** ({markdown_id(goal.id)}) "
        f"{phrases.status_words(goal)}"
        for goal in goals
        if goal.is_new_status
    ]
    return [*(changed or ["No goal has another status than before."]), ""]


def _kpis(comparison: Comparison) -> list[str]:
    moved = phrases.moved_kpis(comparison)
    headings = ("KPI", "Value", "Performance", "Points", "")
    table = markdown_table(headings, [_kpi(kpi, comparison.currency) for kpi in moved], right=(1, 2, 3))
    lines = ["### KPIs that moved", "", *table, phrases.BY_PERFORMANCE, ""] if table else []
    if rest := phrases.still(len(comparison.kpis), len(moved), "KPI"):
        lines += [rest, ""]
    return lines


def _kpi(kpi: KpiChange, currency: str | None) -> tuple[str, ...]:
    word = ": ".join(filter(None, (phrases.kpi_word(kpi), phrases.why_not(kpi))))
    return (
        f"{markdown_text(kpi.name)}<br>{markdown_id(kpi.id)}",
        markdown_text(phrases.values(kpi, currency)),
        phrases.performances(kpi.performance, kpi.limits),
        phrases.signed(kpi.performance),
        markdown_text(word),
    )


def _scores(scores: Sequence[ScoreChange]) -> list[str]:
    return markdown_table(("What", "Status", "What brought it"), [_score(score) for score in scores])


def _score(score: ScoreChange) -> tuple[str, ...]:
    name = markdown_text(score.name)
    return (
        name if score.kind == "index" else f"{name}<br>{markdown_id(score.id)}",
        f"{STATUS_GLYPH[score.status_now]} {phrases.verdict(score)}",
        "<br>".join(map(markdown_text, phrases.number_phrases(score))),
    )
