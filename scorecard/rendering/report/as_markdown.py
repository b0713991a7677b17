"""A report as Markdown that GitHub and GitLab render: the map as Mermaid, everything else as tables and lists."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.comparison.phrases import caveats, number_phrases, shown, verdict
from scorecard.rendering.decision_words import decision_facts, decision_words, goal_words
from scorecard.rendering.kpi_words import kpis_of, standing, trend_mark
from scorecard.rendering.kpi_words import verdict as kpi_verdict
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.mermaid import mermaid
from scorecard.rendering.numbers import amount, day, plain_number
from scorecard.rendering.report.data_notes import doubts
from scorecard.rendering.report.headline import headline_figures
from scorecard.rendering.report.lookup import Lookup, lookup
from scorecard.rendering.report.rows import ranking_lead, ranking_title
from scorecard.rendering.show.smart import smart_sentence
from scorecard.rendering.split.cells import TOTAL, cell_text, part_texts, sentences
from scorecard.rendering.status.as_markdown import (
    focus_list,
    head_lines,
    initiative_table,
    perspective_lines,
    scale_line,
)
from scorecard.rendering.top.phrases import label_of, part_of
from scorecard.rendering.words import STATUS_GLYPH, flag_words
from scorecard.report import RankedRows, Report
from scorecard.result import KpiScore, MeasureValue
from scorecard.review import Decision
from scorecard.split import Split


def report_markdown(report: Report) -> str:
    """The report for its audience: the board's without KPIs and rows, a newcomer's with what the figures mean."""
    found, card = lookup(report), report.card
    team = report.audience == "team"
    lines = [*head_lines(card), "### Strategy map", "", "```mermaid", mermaid(card).rstrip("\n"), "```", ""]
    lines += [*_headline(found), *(line for split in report.splits for line in _split(split))]
    lines += _changes(found) if report.audience != "newcomer" else []
    lines += [*focus_list(card), *_flags(found), *_decisions(found), *(_comments(found) if team else ())]
    if team:
        lines += [line for ranked in report.rankings for line in _ranking(ranked)]
    for perspective in card.perspectives:
        goals = [goal for goal in card.goals if goal.perspective == perspective.id]
        lines += perspective_lines(card, perspective, goals, kpis=team) if goals else []
    if team:
        lines += [*initiative_table(card), *_doubts(found), *_definitions(found)]
    return "\n".join([*lines, scale_line(card, kpis=team)]) + "\n"


def _headline(found: Lookup) -> list[str]:
    rows = [
        _kpi(found, figure) if isinstance(figure, KpiScore) else _measure(found, figure)
        for figure in headline_figures(found)
    ]
    newcomer = found.report.audience == "newcomer"
    headings = ("Figure", "Value / target", "Status", "Trend", *(("What it is",) * newcomer))
    cells = [row if newcomer else row[:-1] for row in rows]
    return ["### Headline figures", "", *markdown_table(headings, cells, right=(1,))] if rows else []


def _kpi(found: Lookup, kpi: KpiScore) -> tuple[str, ...]:
    meaning = " ".join(filter(None, (kpi.description, smart_sentence(kpi, found.currency))))
    return (
        f"**{markdown_text(kpi.name)}**",
        markdown_text(standing(kpi, found.currency)),
        f"{STATUS_GLYPH[kpi.status]} {markdown_text(kpi_verdict(kpi, found.card.period))}",
        trend_mark(kpi) or "–",
        markdown_text(meaning),
    )


def _measure(found: Lookup, measure: MeasureValue) -> tuple[str, ...]:
    bound = "≤ " if measure.at_most else ""
    value = f"{bound}{amount(measure.value, measure.unit, found.currency)}"
    meaning = markdown_text(measure.description or "")
    return f"**{markdown_text(measure.name)}**", markdown_text(value), "for information", "–", meaning


def _split(split: Split) -> list[str]:
    rows = [
        (
            markdown_text(row.name),
            *map(markdown_text, part_texts(split, row)),
            f"**{markdown_text(cell_text(row.total, split.currency))}**",
        )
        for row in split.rows
    ]
    headings = ("Figure", *map(markdown_text, split.columns), TOTAL)
    notes = [f"- {markdown_text(sentence)}" for sentence in sentences(split)]
    table = markdown_table(headings, rows, right=range(1, len(headings)))
    return [f"#### By {markdown_text(split.dimension)}", "", *table, *notes, *([""] * bool(notes))]


def _changes(found: Lookup) -> list[str]:
    moved = found.report.comparison
    if moved is None:
        return []
    board, names = found.report.audience == "board", found.names
    goals = [goal for goal in shown(moved.goals) if not board or goal.is_new_status or goal.status_before is None]
    lines = [f"### What changed since {moved.before}", "", f"Index {markdown_text(verdict(moved.index))}.", ""]
    lines += [f"- {markdown_text(words)}" for words in caveats(moved)]
    for goal in goals:
        phrases = "" if board else "".join(f"<br>{markdown_text(words)}" for words in number_phrases(goal, names))
        mark = STATUS_GLYPH[goal.status_now]
        lines.append(f"- {mark} **{markdown_text(goal.name)}**: {markdown_text(verdict(goal))}{phrases}")
    return lines if lines[-1] == "" else [*lines, ""]


def _flags(found: Lookup) -> list[str]:
    lines = [
        f"- {STATUS_GLYPH['at-risk']} {markdown_text(goal.name)}: {markdown_text(flag_words(flag))}"
        for goal in found.card.goals
        for flag in goal.flags
    ]
    return ["### Open flags", "", *lines, ""] if lines else []


def _decisions(found: Lookup) -> list[str]:
    """Those of the period and the open ones of earlier reviews, as a list to tick off."""
    review = found.report.review
    decided = [_decision(found, one, "") for one in review.decisions] if review else []
    earlier = [_decision(found, one, f"open since {one.period} · ") for one in found.report.open_decisions]
    return ["### Decisions", "", *decided, *earlier, ""] if decided or earlier else []


def _decision(found: Lookup, decision: Decision, since: str) -> str:
    names = {goal.id: goal.name for goal in found.card.goals}
    facts = (decision_words(decision), decision_facts(decision, found.card.as_of), goal_words(decision.goal, names))
    return f"- [{'x' if decision.done else ' '}] {since}{' · '.join(map(markdown_text, facts))}"


def _comments(found: Lookup) -> list[str]:
    review = found.report.review
    names = {goal.id: goal.name for goal in found.card.goals}
    lines = [
        f"- **{markdown_text(goal_words(comment.goal, names))}**: {markdown_text(comment.text)}"
        for comment in (review.comments if review else ())
    ]
    return ["### Comments", "", *lines, ""] if lines else []


def _ranking(ranked: RankedRows) -> list[str]:
    part = ranked.question.per
    headings = (*(("Of",) if part else ()), "Row", "Day", "Figure")
    rows = [
        (
            *((markdown_text(part_of(row)),) if part else ()),
            markdown_text(label_of(row)),
            day(row.day) if row.day else "–",
            plain_number(row.value),
        )
        for row in ranked.ranking.rows
    ]
    title = markdown_text(ranking_title(ranked))
    return [f"### {title}", "", ranking_lead(ranked), "", *markdown_table(headings, rows, right=(len(headings) - 1,))]


def _doubts(found: Lookup) -> list[str]:
    lines = [
        f"- **{markdown_text(kpi.name)}** {markdown_id(kpi.id)}: {markdown_text('; '.join(said))}"
        for kpi in found.card.kpis
        if (said := list(doubts(found, kpi)))
    ]
    return ["### How far to trust the figures", "", *lines, ""] if lines else []


def _definitions(found: Lookup) -> list[str]:
    """What every KPI is, folded away."""
    used = dict.fromkeys(kpi_id for goal in found.card.goals for _, kpi_id in kpis_of(goal))
    ids: Sequence[str] = list(dict.fromkeys((*(item for item in found.card.headline if item in found.kpis), *used)))
    rows = [_definition(found, found.kpis[kpi_id]) for kpi_id in ids]
    if not rows:
        return []
    table = markdown_table(("KPI", "What it is", "Aim", "Formula", "Owner"), rows)
    return ["<details><summary>Definitions</summary>", "", *table, "</details>", ""]


def _definition(found: Lookup, kpi: KpiScore) -> tuple[str, ...]:
    origin = kpi.origin
    made = " of ".join(filter(None, (origin.formula, origin.source)))
    where = f" where {origin.where}" if origin.where else ""
    return (
        f"{markdown_text(kpi.name)}<br>{markdown_id(kpi.id)}",
        markdown_text(kpi.description or "–"),
        markdown_text(smart_sentence(kpi, found.currency)),
        markdown_text(f"{made}{where}") or "–",
        markdown_text(kpi.owner or "–"),
    )
