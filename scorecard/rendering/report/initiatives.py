"""What is being done about the goals: who, until when, how far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.rendering.numbers import WHOLE, day, percent
from scorecard.rendering.report.element import Child, Html, el, joined, name
from scorecard.rendering.report.links import goal_link, outside
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.section import section
from scorecard.rendering.report.table import table
from scorecard.rendering.status.initiative_lines import money, state, urgent_first
from scorecard.result import InitiativeScore

_HEADINGS = ("Initiative", "State", "Owner", "Due", "Done", "Money")


def initiatives(found: Lookup) -> Html | None:
    """All of them, late ones and those over budget first."""
    items = urgent_first(found.card.initiatives)
    if not items:
        return None
    rows = [(*_cells(found, item), _goals(found, item)) for item in items]
    return section(
        "initiatives",
        "Initiatives",
        table("All initiatives", (*_HEADINGS, "Goals"), rows, numbers=(4,), hidden_caption=True),
        lead="Late and over budget first; they never enter a score",
    )


def goal_initiatives(found: Lookup, ids: Sequence[str]) -> Html | None:
    """Those that serve a goal."""
    mine = urgent_first([found.initiatives[item_id] for item_id in ids if item_id in found.initiatives])
    return table("Initiatives", _HEADINGS, [_cells(found, item) for item in mine], numbers=(4,)) or None


def _cells(found: Lookup, item: InitiativeScore) -> tuple[Child, ...]:
    word, style = state(item)
    return (
        joined((name(item.name), *_notes(item))),
        el("strong", mark_late(word), class_="t-off-track") if style == "bad" else word or "–",
        name(item.owner) if item.owner else "–",
        day(item.due) if item.due else "–",
        "–" if item.completion is None else percent(item.completion, WHOLE),
        money(item, found.currency) or "–",
    )


def initiative_notes(item: InitiativeScore) -> Iterator[tuple[str, str]]:
    """What is done and why, what came of it: words of ours, and what the map says."""
    for words, said in (("", item.description), ("because ", item.because), ("result: ", item.result)):
        if said:
            yield words, said


def _notes(item: InitiativeScore) -> Iterator[Html]:
    for words, said in initiative_notes(item):
        yield el("span", words, name(said), class_="note")
    if item.url:
        yield el("span", outside(item.url), class_="note")


def mark_late(word: str) -> str:
    """What is wrong with an initiative, with a mark that needs no colour."""
    return f"! {word}"


def _goals(found: Lookup, item: InitiativeScore) -> Html | str:
    known = [found.goals[goal_id] for goal_id in item.goals if goal_id in found.goals]
    return joined((goal_link(goal) for goal in known), ", ") if known else "–"
