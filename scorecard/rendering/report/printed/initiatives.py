"""What is being done about the goals: who, until when, how far."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.numbers import WHOLE, day, percent
from scorecard.rendering.report.initiatives import initiative_notes, mark_late
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.marks import goal_name, small, strong
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.report.printed.section import section
from scorecard.rendering.report.printed.table import stacked, table
from scorecard.rendering.status.initiative_lines import money, state, urgent_first
from scorecard.result import InitiativeScore

_HEADINGS = ("Initiative", "State", "Owner", "Due", "Done", "Money")
_WIDTHS = "1.6fr 48pt 1fr 76pt 32pt 84pt"


def initiatives(found: Lookup) -> Typst | None:
    """All of them, late ones and those over budget first."""
    items = urgent_first(found.card.initiatives)
    rows = [(*_cells(found, item), _goals(found, item)) for item in items]
    listed = table((*_HEADINGS, "Goals"), rows, f"{_WIDTHS} 1.2fr", right=(4,))
    return section("Initiatives", listed, lead="Late and over budget first; they never enter a score") if rows else None


def goal_initiatives(found: Lookup, ids: Sequence[str]) -> Child:
    """Those that serve a goal."""
    mine = urgent_first([found.initiatives[item_id] for item_id in ids if item_id in found.initiatives])
    return table(_HEADINGS, [_cells(found, item) for item in mine], _WIDTHS, right=(4,))


def _cells(found: Lookup, item: InitiativeScore) -> tuple[Child, ...]:
    word, style = state(item)
    return (
        stacked(item.name, *(small(f"{words}{said}") for words, said in initiative_notes(item))),
        call("inked", "off-track", strong(mark_late(word))) if style == "bad" else word or "–",
        item.owner or "–",
        day(item.due) if item.due else "–",
        "–" if item.completion is None else percent(item.completion, WHOLE),
        money(item, found.currency) or "–",
    )


def _goals(found: Lookup, item: InitiativeScore) -> Child:
    known = [found.goals[goal_id] for goal_id in item.goals if goal_id in found.goals]
    return joined((goal_name(found, goal) for goal in known), ", ") if known else "–"
