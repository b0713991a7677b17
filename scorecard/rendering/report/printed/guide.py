"""How to read the document: statuses, numbers, charts."""

from __future__ import annotations

from scorecard.rendering.report.guide import ABOUT, LIMITS, about_facts, number_meanings, status_meanings
from scorecard.rendering.report.history_chart import CHARTS, EVENTS
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.definitions import facts
from scorecard.rendering.report.printed.marks import status_word, strong
from scorecard.rendering.report.printed.markup import Child, Typst, call
from scorecard.rendering.report.printed.section import part, section


def guide(found: Lookup) -> Typst:
    """The statuses with their limits, and the words in which numbers are told."""
    statuses = [item for key, said in status_meanings(found) for item in (status_word(key), said)]
    numbers = [item for key, said in number_meanings(found) for item in (strong(key), said)]
    return section(
        "How to read this",
        call("facts", *statuses, is_whole=True),
        call("par", LIMITS),
        call("facts", *numbers, is_whole=True),
        part(ABOUT, facts(about)) if (about := about_facts(found)) else None,
        *_charts(found),
    )


def _charts(found: Lookup) -> tuple[Child, ...]:
    if found.report.audience != "team" or not found.has_past:
        return ()
    events = [f"{when} {text}" for when, text in found.report.history.events]
    numbered = (call("par", EVENTS), call("enum", *events)) if events else ()
    return call("par", CHARTS), *numbered
