"""The whole document: a title page with the contents, the sections in the order in which this reader needs them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scorecard.rendering.letters import fitted
from scorecard.rendering.numbers import day
from scorecard.rendering.report.lookup import Lookup, lookup
from scorecard.rendering.report.order import ORDER
from scorecard.rendering.report.printed.changes import changes
from scorecard.rendering.report.printed.cover import cover
from scorecard.rendering.report.printed.data_notes import data_notes
from scorecard.rendering.report.printed.decisions import decisions
from scorecard.rendering.report.printed.definitions import definitions
from scorecard.rendering.report.printed.focus import focus
from scorecard.rendering.report.printed.goals import goals
from scorecard.rendering.report.printed.guide import guide
from scorecard.rendering.report.printed.headline import headline
from scorecard.rendering.report.printed.initiatives import initiatives
from scorecard.rendering.report.printed.look import look
from scorecard.rendering.report.printed.made_of import made_of
from scorecard.rendering.report.printed.markup import Typst, call
from scorecard.rendering.report.printed.rows import rows
from scorecard.rendering.report.printed.sheet_section import sheet_section
from scorecard.rendering.report.printed.the_map import the_map
from scorecard.rendering.report.sheets import SHEETS
from scorecard.rendering.spans import printable
from scorecard.rendering.words import period_words
from scorecard.report import Audience, Report

_MADE: Mapping[str, Callable[[Lookup], Typst | None]] = {
    "changes": changes,
    "headline": headline,
    "focus": focus,
    "decisions": decisions,
    "rows": rows,
    "goals": goals,
    "initiatives": initiatives,
    "data": data_notes,
    "guide": guide,
    "made-of": made_of,
    "definitions": definitions,
}
_APPENDIX: Mapping[Audience, tuple[str, ...]] = {"board": (), "team": ("made-of", "definitions"), "newcomer": ()}
"""What is folded away on the page stands at the end on paper."""
_RUNNING = 330.0
"""The room for the name of the map at the top of a page, in points."""


def report_typst(report: Report, picture: str) -> str:
    """The report as a document of typst; ``picture`` is the strategy map as SVG of ours.

    Whatever a map says stands in it as strings only, which typst shows as they are.
    """
    found = lookup(report)
    card = report.card
    period = period_words(card)
    parts = [
        _facts(found, period),
        look(name=fitted(card.map.name, _RUNNING, 7.5), period=period, day=f"As of {day(card.as_of)}"),
        Typst(f"#{cover(found)}"),
    ]
    for key in (*ORDER[report.audience], *_APPENDIX[report.audience]):
        made = the_map(found, picture) if key == "map" else _made(key, found)
        if made is not None:
            parts.append(Typst(f"#{made}"))
    return "\n".join(parts) + "\n"


def _made(key: str, found: Lookup) -> Typst | None:
    if key in _MADE:
        return _MADE[key](found)
    sheet = SHEETS[key](found)
    return None if sheet is None else sheet_section(sheet)


def _facts(found: Lookup, period: str) -> Typst:
    """What the document says of itself; its title is the name of the map with its period."""
    facts = found.card.map
    words = [printable(word) for word in (facts.organisation, facts.owner, *facts.dimensions) if word]
    about = call(
        "document",
        title=f"{facts.name} · {period}",
        description=facts.description,
        keywords=["scorecard", "strategy map", period, *words],
        date=None,
    )
    return Typst(f"#set {about}")
