"""What stands round the cards in the plain style: the heading, the titles of the bands, the legend."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.numbers import WHOLE, day, limit_percent, percent
from scorecard.rendering.palette import HEADING_MARK, LIGHT, STATUS_MARK, Band
from scorecard.rendering.plain.markup import cell, paragraph, styled, table, wrapped
from scorecard.rendering.words import (
    SCALE_LINE,
    STATUS_WORD,
    STRENGTH_WORDS,
    counts_by_status,
    link_strength,
    period_words,
    top_perspective,
)
from scorecard.result import Counts, IndexScore, Limits, PerspectiveScore, Scorecard, Status

TITLE_WIDTH = 162
_TITLE = 16
_QUESTION = 26
_HEADING = 84
_GAP = styled("      ", 10.5)
_KPIS = " Beside a KPI: its value / target."
_NO_KPIS = " So many goals leave no room for KPIs."
_KNOWN = "Coverage: how much of what a number is made of is known. Index: the mean of the perspectives."
_OUTLOOK = "where the drivers pull, against the results; not a forecast"
_BAR_SIZE = {3: 13, 2: 9, 1: 6}


def heading_label(card: Scorecard) -> str:
    """The heading of the picture: name, mission, period; the top perspective, the counts and the index."""
    facts = card.map
    when = f"{period_words(card)}, as of {day(card.as_of)}"
    about = " · ".join(part for part in (facts.organisation, "Strategy map", when) if part)
    rows = [cell(paragraph(wrapped(facts.name, 60, 2), 24, bold=True))]
    rows += (
        [cell(styled(line, 13, LIGHT.muted)) for line in wrapped(facts.mission, _HEADING, 2)] if facts.mission else []
    )
    rows += [cell(styled(line, 11.5, LIGHT.muted)) for line in wrapped(about, _HEADING, 2)]
    rows.append(cell(_summary(card)))
    return "<" + table(rows, padding=3) + ">"


def _summary(card: Scorecard) -> str:
    top = top_perspective(card)
    # Cells of their own, because text that runs from right to left swallows a blank behind it.
    name = cell(styled(wrapped(top.name, 40, 1)[0], 13, bold=True)) + cell(styled(" ", 13), width=4)
    parts = [
        cell(table([name + cell(_score(top, card.limits))])),
        *(cell(_counted(status, number, word=True)) for status, number in _counts(card.index.counts)),
        cell(styled("Index ", 13, bold=True) + _score(card.index, card.limits)),
    ]
    return table([cell("  ", width=18).join(parts)], padding=2)


def _score(score: PerspectiveScore | IndexScore, limits: Limits) -> str:
    number = "" if score.performance is None else f" {percent(score.performance, limits)}"
    words = f"{STATUS_MARK[score.status]} {STATUS_WORD[score.status]}{number}"
    covered = styled(f"  {_coverage(score)}", 11.5, LIGHT.muted)
    return styled(words, 13, LIGHT.status_text[score.status], bold=True) + (covered if _coverage(score) else "")


def _coverage(score: PerspectiveScore | IndexScore) -> str:
    """The coverage of a performance, where it is not complete."""
    if score.performance is None or score.performance_coverage >= 1:
        return ""
    return f"coverage {percent(score.performance_coverage, WHOLE)}"


def _counts(counts: Counts) -> list[tuple[Status, int]]:
    return [(status, number) for status, number in counts_by_status(counts).items() if number]


def _counted(status: Status, number: int, *, word: bool) -> str:
    mark = styled(f"{STATUS_MARK[status]} ", 12, LIGHT.status_text[status])
    if not word:
        return mark + styled(f"{number}", 10.5, LIGHT.ink, bold=True)
    return mark + styled(f"{number}", 13, LIGHT.ink, bold=True) + styled(f" {STATUS_WORD[status]}", 11.5, LIGHT.muted)


def band_label(perspective: PerspectiveScore, band: Band, limits: Limits) -> str:
    """The title of a band: name, questions, performance with status, goals counted by status."""
    rows = [cell(paragraph(wrapped(perspective.name, _TITLE, 3), 14, band.text, bold=True))]
    rows += [
        cell(paragraph(wrapped(question, _QUESTION, 3), 9.5, LIGHT.muted)) for question in perspective.questions[:3]
    ]
    if not _counts(perspective.counts):
        return _title([*rows, cell(styled("no goals", 11, LIGHT.muted))])
    number = "–" if perspective.performance is None else percent(perspective.performance, limits)
    rows.append(cell(styled(number, 17, LIGHT.status_text[perspective.status], bold=True)))
    status = f"{STATUS_MARK[perspective.status]} {STATUS_WORD[perspective.status]}"
    rows.append(cell(styled(status, 11, LIGHT.status_text[perspective.status], bold=True)))
    if covered := _coverage(perspective):
        rows.append(cell(styled(covered, 9.5, LIGHT.muted)))
    counted = [_counted(status, number, word=False) for status, number in _counts(perspective.counts)]
    return _title([*rows, cell(styled("  ", 10).join(counted))])


def _title(rows: list[str]) -> str:
    return "<" + table([cell(table(rows, padding=2), width=TITLE_WIDTH)]) + ">"


def legend_label(card: Scorecard, *, kpis: bool) -> str:
    """The legend: only marks that occur, with the limits of the map; ``kpis``: the cards show their KPIs."""
    rows = [
        _legend_row("Status", _statuses(card)),
        _legend_row("Outlook", _headings(card)),
        _legend_row("Links", _links(card)),
        cell(styled(SCALE_LINE, 10, LIGHT.muted)),
        cell(styled("The ticks on a bar are the limits of its goal." + (_KPIS if kpis else _NO_KPIS), 10, LIGHT.muted)),
        cell(styled(_KNOWN, 10, LIGHT.muted)),
    ]
    return "<" + table([row for row in rows if row], padding=2) + ">"


def _legend_row(title: str, entries: Sequence[str]) -> str:
    if not entries:
        return ""
    return cell(styled(f"{title}   ", 10.5, LIGHT.ink, bold=True) + _GAP.join(entries))


def _statuses(card: Scorecard) -> list[str]:
    low, high = limit_percent(card.limits.at_risk), limit_percent(card.limits.on_track)
    meaning: dict[Status, str] = {
        "on-track": f"from {high}",
        "at-risk": f"from {low} to below {high}",
        "off-track": f"below {low}",
        "no-data": f"nothing known, or less than {percent(card.map.min_coverage)} of it",
    }
    shown = {card.index.status}
    shown |= {perspective.status for perspective in card.perspectives}
    shown |= {goal.status for goal in card.goals} | {kpi.status for kpi in card.kpis}
    return [
        styled(f"{STATUS_MARK[status]} {STATUS_WORD[status]} ", 10.5, LIGHT.status_text[status], bold=True)
        + styled(meaning[status], 10.5, LIGHT.muted)
        for status in STATUS_MARK
        if status in shown
    ]


def _headings(card: Scorecard) -> list[str]:
    shown = {goal.heading for goal in card.goals}
    marks = [
        styled(f"{mark} {heading}", 10.5, LIGHT.ink, bold=True)
        for heading, mark in HEADING_MARK.items()
        if heading in shown
    ]
    return [*marks, styled(_OUTLOOK, 10.5, LIGHT.muted)] if marks else []


def _links(card: Scorecard) -> list[str]:
    shown = {link_strength(link.share) for link in card.links if link.kind == "driven-by"}
    entries = [
        styled("▬▬ ", _BAR_SIZE[strength], LIGHT.link) + styled(meaning, 10.5, LIGHT.muted)
        for strength, meaning in STRENGTH_WORDS.items()
        if strength in shown
    ]
    if any(link.kind == "hindered-by" for link in card.links):
        entries.append(styled("──┤ ", 10.5, LIGHT.link, bold=True) + styled("hinders", 10.5, LIGHT.muted))
    if any(link.delay for link in card.links):
        entries.append(styled("a time on an arrow: until the effect shows", 10.5, LIGHT.muted))
    return entries
