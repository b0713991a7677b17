"""Differences as Markdown: the comment for a pull request."""

from __future__ import annotations

from scorecard.map_change import Edit, MapChange
from scorecard.rendering.map_change import phrases
from scorecard.rendering.markdown import markdown_table, markdown_text


def map_change_markdown(change: MapChange) -> str:
    """What to look at twice first, then all edits with what they do, then the goals that moved."""
    lines = [f"## {markdown_text(phrases.title(change))}", "", markdown_text(phrases.about(change)), ""]
    lines += [markdown_text(phrases.headline(change)), ""]
    twice = phrases.look_twice(change)
    if twice:
        lines += ["### Look twice", "", *(f"- ⚠️ {markdown_text(text)}" for text in twice), ""]
    if change.edits:
        lines += ["### Edits", "", *markdown_table(("Edit", "Index", "Outlook"), _rows(change), right=(1, 2))]
    if change.goals:
        lines += ["### Goals that move", ""]
        lines += [*(f"- {markdown_text(phrases.goal_words(move))}" for move in change.goals), ""]
    if change.steps:
        lines += [f"<sub>{markdown_text(phrases.READING)}</sub>", ""]
    return "\n".join(lines[:-1]) + "\n"


def _rows(change: MapChange) -> list[tuple[str, str, str]]:
    effects = phrases.effects(change)
    rows = [
        (markdown_text(phrases.sentence(edit, change)), *_effect(place, edit, change, effects))
        for place, edit in enumerate(change.edits)
    ]
    if not change.steps:
        return rows
    one, other = phrases.total(change)
    return [*rows, ("**All together**", f"**{one}**", f"**{other}**")]


def _effect(place: int, edit: Edit, change: MapChange, effects: list[tuple[str, str]]) -> tuple[str, str]:
    if edit.step is None:
        return "–", "–"
    return effects[edit.step] if change.steps[edit.step].edits[-1] == place else ("↓", "↓")
