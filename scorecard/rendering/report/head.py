"""The first things on the page: whose strategy it is, which period, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.comparison import Change
from scorecard.history import SeriesKind
from scorecard.period import period_before
from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.comparison.phrases import signed
from scorecard.rendering.numbers import WHOLE, day, in_points, percent
from scorecard.rendering.report.element import Html, el, joined, name
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.marks import mark
from scorecard.rendering.report.sparkline import sparkline
from scorecard.rendering.words import STATUS_WORD, counts_by_status, period_words, top_perspective
from scorecard.result import IndexScore, PerspectiveScore


def head(found: Lookup) -> Html:
    """Name, period and day; the top perspective and the index; the goals by status; what to know before reading on."""
    card = found.card
    facts = card.map
    return el(
        "header",
        el("p", name(facts.organisation), class_="eyebrow") if facts.organisation else None,
        el("h1", name(facts.name)),
        el("p", el("strong", period_words(card)), f" · as of {day(card.as_of)}", class_="when"),
        el("p", el("span", "Mission ", class_="label"), name(facts.mission), class_="mission")
        if facts.mission
        else None,
        el("div", *_scores(found), class_="scores"),
        _counts(found),
        _notes(found),
        class_="head",
    )


def _scores(found: Lookup) -> Iterator[Html]:
    card, moved = found.card, found.report.comparison
    top = top_perspective(card)
    of_top = next((item.performance for item in moved.perspectives if item.id == top.id), None) if moved else None
    yield _score(found, joined([name(top.name)]), top, of_top)
    yield _score(found, joined(["Index of the whole map"]), card.index, moved.index.performance if moved else None)


def _score(found: Lookup, title: Html, score: PerspectiveScore | IndexScore, change: Change | None) -> Html:
    known = score.performance_coverage
    return el(
        "div",
        el("p", title, class_="label"),
        el(
            "p",
            mark(score.status),
            el("span", percent(score.performance, found.card.limits), class_="figure"),
            " ",
            el("span", STATUS_WORD[score.status], class_="word"),
            class_=f"t-{score.status}",
        ),
        el("p", " · ".join((*_change(found, change), f"coverage {percent(known, WHOLE)}")), class_="small"),
        _past(found, score),
        class_="score",
    )


def _past(found: Lookup, score: PerspectiveScore | IndexScore) -> Html | None:
    """The same number in the periods before."""
    history = found.report.history
    kind: SeriesKind = "perspective" if isinstance(score, PerspectiveScore) else "index"
    item_id = score.id if isinstance(score, PerspectiveScore) else "index"
    series = found.series.get((kind, item_id, "performance"))
    return el("p", sparkline(series, history.periods, history.currency)) if found.has_past else None


def _change(found: Lookup, change: Change | None) -> Iterator[str]:
    if change is not None and (words := signed(change)):
        yield f"{in_points(words)} since {period_before(found.card.period)}"


def _counts(found: Lookup) -> Html:
    items = (
        el("li", mark(status), el("strong", str(number)), f" {STATUS_WORD[status]}", class_=f"t-{status}")
        for status, number in counts_by_status(found.card.index.counts).items()
    )
    return el("ul", joined(items), class_="counts", aria_label="Goals by status")


def _notes(found: Lookup) -> Html | None:
    notes = card_notes(found.card, named=True)
    if not notes:
        return None
    items = (
        el(
            "li",
            note.text,
            el("ul", joined(el("li", line) for line in note.lines)) if note.lines else None,
            class_=note.style,
        )
        for note in notes
    )
    return el("ul", joined(items), class_="notes", aria_label="To know before reading on")
