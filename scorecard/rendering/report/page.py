"""The whole page: one file that loads nothing and sends nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256

from scorecard.rendering.report.changes import changes
from scorecard.rendering.report.data_notes import data_notes
from scorecard.rendering.report.decisions import decisions
from scorecard.rendering.report.element import Html, el, joined
from scorecard.rendering.report.focus import focus
from scorecard.rendering.report.goals import goals
from scorecard.rendering.report.guide import guide
from scorecard.rendering.report.head import head
from scorecard.rendering.report.headline import headline
from scorecard.rendering.report.initiatives import initiatives
from scorecard.rendering.report.lookup import Lookup, lookup
from scorecard.rendering.report.marks import symbols
from scorecard.rendering.report.order import ORDER
from scorecard.rendering.report.rows import rows
from scorecard.rendering.report.script import SCRIPT
from scorecard.rendering.report.sheet_section import sheet_section
from scorecard.rendering.report.sheets import SHEETS
from scorecard.rendering.report.style import style_sheet
from scorecard.rendering.report.the_map import the_map
from scorecard.rendering.words import period_words
from scorecard.report import Report

_TITLES = (
    ("changes", "Changes"),
    ("map", "Map"),
    ("headline", "Headline"),
    ("rows", "Best and worst"),
    ("focus", "Focus"),
    ("levers", "Levers"),
    ("scenarios", "What if"),
    ("forecast", "Forecast"),
    ("evidence", "Evidence"),
    ("decisions", "Decisions"),
    ("goals", "Goals"),
    ("initiatives", "Initiatives"),
    ("data", "Data"),
    ("guide", "How to read"),
)
_MANY = 40
"""From so many goals on, those out of sight are laid out when they come into it."""
_MADE: Mapping[str, Callable[[Lookup], Html | None]] = {
    "changes": changes,
    "headline": headline,
    "rows": rows,
    "focus": focus,
    "goals": goals,
    "initiatives": initiatives,
    "decisions": decisions,
    "data": data_notes,
    "guide": guide,
}


def report_page(report: Report, *, picture: str | None = None, font: Callable[[str], bytes] | None = None) -> str:
    """The report as one page of HTML.

    ``picture`` is the strategy map as SVG of ours, its goals linked to ``#goal-ID``; ``font`` makes Inter
    with the characters of a text, as a WOFF file; without it the fonts of the reader are used. Whatever a map says can
    only become text: the page's own rules forbid it every script but the one whose hash they name, and every request.
    """
    found = lookup(report)
    sections = dict(_sections(found, picture))
    body = el(
        "body",
        symbols(),
        el("a", "Skip to the report", href="#report", class_="skip"),
        _bar(sections),
        el("div", head(found), el("main", *sections.values(), id="report", tabindex=-1), class_="page"),
        el("footer", el("p", _origin(found)), class_="page"),
        el("script", Html(SCRIPT)),
        class_="many" if len(report.card.goals) > _MANY else None,
    )
    style = style_sheet(None if font is None else font(body))
    top = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"{report.card.map.name} · {period_words(report.card)}"),
        el("style", Html(style)),
    )
    return f"<!doctype html>\n{el('html', top, body, lang='en')}\n"


def _sections(found: Lookup, picture: str | None) -> Iterator[tuple[str, Html]]:
    """The parts of the page in the order in which this reader needs them, those that have something to show."""
    for key in ORDER[found.report.audience]:
        part = the_map(found, picture) if key == "map" else _made(key, found)
        if part is not None:
            yield key, part


def _made(key: str, found: Lookup) -> Html | None:
    if key in _MADE:
        return _MADE[key](found)
    sheet = SHEETS[key](found)
    return None if sheet is None else sheet_section(key, sheet)


def _bar(sections: dict[str, Html]) -> Html:
    """Where to go on the page, and the switch between light and dark."""
    titles = dict(_TITLES)
    items = (el("li", el("a", titles[key], href=f"#{key}")) for key in sections)
    return el(
        "nav",
        el("ul", joined(items)),
        el("button", "Dark", type="button", id="theme", aria_pressed="false", hidden=True),
        class_="bar-top",
        aria_label="Sections",
    )


def _origin(found: Lookup) -> str:
    facts = found.card.map
    owner = f" {facts.owner} answers for the strategy." if facts.owner else ""
    return f"Made from the map “{facts.name}” for {period_words(found.card)}.{owner}"


def _policy(style: str) -> str:
    return (
        f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(SCRIPT)}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
