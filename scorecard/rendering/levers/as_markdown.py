"""Levers and total effects as Markdown."""

from __future__ import annotations

from scorecard.lever import Lever, Levers, TotalEffects
from scorecard.rendering.levers import phrases
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import percent
from scorecard.rendering.words import STATUS_GLYPH


def levers_markdown(found: Levers, *, most: int | None = None) -> str:
    """A table of the levers, at most so many, and what they leave out."""
    lines = [f"## {markdown_text(phrases.title(found))}", "", markdown_text(phrases.about(found)), ""]
    lines += [markdown_text(phrases.outlook_sentence(found)), ""]
    headings = ("KPI", "Now", "Target", "Performance", "Per point", "Adds", "")
    shown = found.levers[:most]
    lines += markdown_table(headings, [_row(lever, found) for lever in shown], right=(1, 2, 3, 4, 5))
    if len(found.levers) > len(shown):
        lines += [phrases.rest_words(found, len(shown)), ""]
    lines += [] if shown else [phrases.none_words(found), ""]
    notes = phrases.notes(found)
    lines += [*(f"- {markdown_text(text)}" for text in notes), *([""] if notes else [])]
    return "\n".join([*lines, f"<sub>{markdown_text(phrases.READING)}</sub>"]) + "\n"


def _row(lever: Lever, found: Levers) -> tuple[str, ...]:
    currency = found.card.map.currency
    return (
        f"{markdown_text(lever.name)}<br>{markdown_id(lever.id)}",
        markdown_text(phrases.value(lever, currency)),
        markdown_text(phrases.reach(lever, currency)),
        f"{STATUS_GLYPH[lever.status]} {percent(lever.performance, lever.limits)}",
        phrases.per_point(lever.share),
        phrases.adds(lever.gain),
        markdown_text(phrases.details(lever, found)),
    )


def total_effects_markdown(found: TotalEffects) -> str:
    """The matrix: a row for each goal that is moved."""
    rows = [
        (markdown_id(goal), *map(phrases.effect_number, effects))
        for goal, effects in zip(found.goals, found.rows, strict=True)
    ]
    headings = ("Effect \\ cause", *map(markdown_id, found.goals))
    table = markdown_table(headings, rows, right=range(1, len(found.goals) + 1))
    return "\n".join(["## Total effects between goals", "", *table, f"<sub>{phrases.MATRIX_READING}</sub>"]) + "\n"
