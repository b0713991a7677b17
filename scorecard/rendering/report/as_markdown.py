"""A report as Markdown that GitHub and GitLab render: the map as Mermaid, everything else as tables and lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from scorecard.rendering.comparison.phrases import caveats, number_phrases, shown, verdict
from scorecard.rendering.kpi_words import kpis_of, standing, trend_mark
from scorecard.rendering.kpi_words import verdict as kpi_verdict
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.mermaid import mermaid
from scorecard.rendering.numbers import amount, day, plain_number
from scorecard.rendering.report.data_notes import RESTATED, RESTATED_HEADINGS, doubts, restated_figures
from scorecard.rendering.report.decisions_in_markdown import decisions_in_markdown
from scorecard.rendering.report.goal_in_markdown import folded, goal_in_markdown, roll_up_in_markdown
from scorecard.rendering.report.guide_in_markdown import guide_in_markdown
from scorecard.rendering.report.headline import headline_figures
from scorecard.rendering.report.initiatives import initiative_notes
from scorecard.rendering.report.lookup import Lookup, lookup
from scorecard.rendering.report.order import ORDER
from scorecard.rendering.report.rows import ranking_lead, ranking_title
from scorecard.rendering.report.sheet_in_markdown import sheet_in_markdown
from scorecard.rendering.report.sheets import SHEETS
from scorecard.rendering.show.smart import smart_sentence
from scorecard.rendering.split.cells import TOTAL, cell_text, part_texts, sentences
from scorecard.rendering.status.as_markdown import (
    focus_list,
    head_lines,
    initiative_table,
    perspective_lines,
    scale_line,
)
from scorecard.rendering.status.initiative_lines import urgent_first
from scorecard.rendering.top.phrases import label_of, part_of
from scorecard.rendering.words import STATUS_GLYPH, flag_words
from scorecard.report import RankedRows, Report
from scorecard.result import KpiScore, MeasureValue
from scorecard.split import Split

_INDEX = "How the index was made"


def report_markdown(report: Report) -> str:
    """The report with its parts in the order in which this reader needs them, as on the page."""
    found, card = lookup(report), report.card
    team = report.audience == "team"
    lines = [*head_lines(card, named=True), *(roll_up_in_markdown(found, card.index, _INDEX) if team else ())]
    lines += [line for part in ORDER[report.audience] for line in _made(part, found)]
    lines += _definitions(found) if team else []
    return "\n".join([*lines, scale_line(card, kpis=team)]) + "\n"


def _made(part: str, found: Lookup) -> list[str]:
    if part in _MADE:
        return _MADE[part](found)
    sheet = SHEETS[part](found)
    return [] if sheet is None else sheet_in_markdown(sheet)


def _map(found: Lookup) -> list[str]:
    return ["### Strategy map", "", "```mermaid", mermaid(found.card).rstrip("\n"), "```", ""]


def _goals(found: Lookup) -> list[str]:
    """The goals by perspective; for the team everything behind each of them."""
    card, team, lines = found.card, found.report.audience == "team", list[str]()
    for perspective in card.perspectives:
        goals = [goal for goal in card.goals if goal.perspective == perspective.id]
        if goals:
            lines += perspective_lines(card, perspective, goals, kpis=team, in_words=True)
            lines += roll_up_in_markdown(found, perspective) if team else []
            lines += [line for goal in goals if team for line in goal_in_markdown(found, goal)]
    return lines


def _headline(found: Lookup) -> list[str]:
    rows = [
        _kpi(found, figure) if isinstance(figure, KpiScore) else _measure(found, figure)
        for figure in headline_figures(found)
    ]
    newcomer = found.report.audience == "newcomer"
    headings = ("Figure", "Value / target", "Status", "Trend", *(("What it is",) * newcomer))
    cells = [row if newcomer else row[:-1] for row in rows]
    table = markdown_table(headings, cells, right=(1,))
    splits = [line for split in found.report.splits for line in _split(found, split)]
    return ["### Headline figures", "", *table, *splits] if rows else splits


def _kpi(found: Lookup, kpi: KpiScore) -> tuple[str, ...]:
    meaning = "<br>".join(map(markdown_text, filter(None, (kpi.description, smart_sentence(kpi, found.currency)))))
    return (
        f"**{markdown_text(kpi.name)}**",
        markdown_text(standing(kpi, found.currency)),
        f"{STATUS_GLYPH[kpi.status]} {markdown_text(kpi_verdict(kpi, found.card.period))}",
        trend_mark(kpi) or "–",
        meaning,
    )


def _measure(found: Lookup, measure: MeasureValue) -> tuple[str, ...]:
    bound = "≤ " if measure.at_most else ""
    value = f"{bound}{amount(measure.value, measure.unit, found.currency)}"
    meaning = markdown_text(measure.description or "")
    return f"**{markdown_text(measure.name)}**", markdown_text(value), "for information", "–", meaning


def _split(found: Lookup, split: Split) -> list[str]:
    rows = [
        (
            markdown_text(row.name),
            *map(markdown_text, part_texts(split, row)),
            f"**{markdown_text(cell_text(row.total, split.currency))}**",
        )
        for row in split.rows
    ]
    headings = ("Figure", *map(markdown_text, split.columns), TOTAL)
    notes = [f"- {markdown_text(sentence)}" for sentence in sentences(split, found.names)]
    table = markdown_table(headings, rows, right=range(1, len(headings)))
    return [f"#### By {markdown_text(split.dimension)}", "", *table, *notes, *([""] * bool(notes))]


def _changes(found: Lookup) -> list[str]:
    moved = found.report.comparison
    if moved is None:
        return []
    board, names = found.report.audience == "board", found.names
    goals = [goal for goal in shown(moved.goals) if not board or goal.is_new_status or goal.status_before is None]
    lines = [f"### What changed since {moved.before}", "", f"Index {markdown_text(verdict(moved.index))}.", ""]
    lines += [f"- {markdown_text(words)}" for words in caveats(moved, names)]
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


def _focus(found: Lookup) -> list[str]:
    return [*focus_list(found.card), *_flags(found)]


def _rows(found: Lookup) -> list[str]:
    return [line for ranked in found.report.rankings for line in _ranking(ranked)]


def _initiatives(found: Lookup) -> list[str]:
    notes = [
        f"- **{markdown_text(item.name)}**: {markdown_text('; '.join(f'{words}{said}' for words, said in said_of_it))}"
        for item in urgent_first(found.card.initiatives)
        if (said_of_it := list(initiative_notes(item)))
    ]
    return [*initiative_table(found.card), *notes, *([""] * bool(notes))]


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
    restated = [
        (markdown_text(f"{when} {kpi}"), markdown_text(was), markdown_text(now))
        for when, kpi, was, now in restated_figures(found)
    ]
    table = [f"{RESTATED}:", "", *markdown_table(RESTATED_HEADINGS, restated, right=(1, 2))] if restated else []
    listed = [*lines, ""] if lines else []
    return ["### How far to trust the figures", "", *listed, *table] if listed or table else []


def _definitions(found: Lookup) -> list[str]:
    """What every KPI is, folded away."""
    used = dict.fromkeys(kpi_id for goal in found.card.goals for _, kpi_id in kpis_of(goal))
    ids: Sequence[str] = list(dict.fromkeys((*(item for item in found.card.headline if item in found.kpis), *used)))
    rows = [_definition(found, found.kpis[kpi_id]) for kpi_id in ids]
    if not rows:
        return []
    table = markdown_table(("KPI", "What it is", "Aim", "Formula", "Owner"), rows)
    return folded("Definitions", table)


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


_MADE: Mapping[str, Callable[[Lookup], list[str]]] = {
    "map": _map,
    "headline": _headline,
    "rows": _rows,
    "changes": _changes,
    "focus": _focus,
    "decisions": decisions_in_markdown,
    "goals": _goals,
    "initiatives": _initiatives,
    "data": _doubts,
    "guide": guide_in_markdown,
}
