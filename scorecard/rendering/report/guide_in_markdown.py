"""How to read the report, in Markdown: statuses, numbers, and what the map says of itself."""

from __future__ import annotations

from scorecard.rendering.markdown import markdown_text
from scorecard.rendering.report.guide import ABOUT, LIMITS, about_facts, number_meanings, status_meanings
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.status.as_markdown import status_mark


def guide_in_markdown(found: Lookup) -> list[str]:
    """The statuses with their limits, and the words in which numbers are told."""
    about = [f"- **{markdown_text(word)}**: {markdown_text(said)}" for word, said in about_facts(found)]
    return [
        "### How to read this",
        "",
        *(f"- {status_mark(key)}: {said}" for key, said in status_meanings(found)),
        "",
        markdown_text(LIMITS),
        "",
        *(f"- **{word}**: {said}" for word, said in number_meanings(found)),
        "",
        *((f"#### {ABOUT}", "", *about, "") if about else ()),
    ]
