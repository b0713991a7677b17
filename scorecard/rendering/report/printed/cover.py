"""The first page: whose strategy it is, which period, how it stands, what to know, the contents."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.comparison import Change
from scorecard.period import period_before
from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.comparison.phrases import signed
from scorecard.rendering.numbers import WHOLE, day, in_points, percent
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.marks import small, strong
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.report.printed.sparkline import sparkline
from scorecard.rendering.report.printed.table import stacked, tile
from scorecard.rendering.words import STATUS_WORD, counts_by_status, period_words, top_perspective
from scorecard.result import IndexScore, PerspectiveScore

_LONG = 90
"""A name of so many characters is set smaller."""


def cover(found: Lookup) -> Typst:
    """Name, period and day; the top perspective and the index; the goals by status; notes; the contents."""
    card = found.card
    facts = card.map
    when = joined((strong(period_words(card)), f" · as of {day(card.as_of)}"))
    parts: list[Child] = [
        small(facts.organisation) if facts.organisation else None,
        call("name-of", Typst("27pt" if len(facts.name) < _LONG else "13pt"), facts.name),
        call("v", Typst("5pt")),
        call("text", when, size=Typst("11pt")),
        joined((small("Mission "), facts.mission)) if facts.mission else None,
        call("v", Typst("8pt")),
        call("tiles", 2, *map(tile, _scores(found))),
        _counts(found),
        _notes(found),
        call("v", Typst("16pt")),
        Typst('block(below: 4pt, text(12pt, weight: 700, "Contents"))'),
        Typst("outline(title: none, depth: 2)"),
    ]
    return call("block", joined(call("block", part) for part in parts if part is not None))


def _scores(found: Lookup) -> Iterator[Typst]:
    card, moved = found.card, found.report.comparison
    top = top_perspective(card)
    of_top = next((item.performance for item in moved.perspectives if item.id == top.id), None) if moved else None
    yield _score(found, top.name, top, of_top)
    yield _score(found, "Index of the whole map", card.index, moved.index.performance if moved else None)


def _score(found: Lookup, title: str, score: PerspectiveScore | IndexScore, change: Change | None) -> Typst:
    number = percent(score.performance, found.card.limits)
    coverage = f"coverage {percent(score.performance_coverage, WHOLE)}"
    words = [number, STATUS_WORD[score.status]] if score.performance is not None else ["–", number]
    return stacked(
        call("text", strong(title), fill=Typst("colours.muted")),
        call("figure-of", score.status, *words),
        small(" · ".join((*_change(found, change), coverage))),
        _past(found, score),
        gap=7,
    )


def _past(found: Lookup, score: PerspectiveScore | IndexScore) -> Child:
    """The same number in the periods before."""
    if not found.has_past:
        return None
    if isinstance(score, PerspectiveScore):
        return sparkline(found, "perspective", score.id, "performance")
    return sparkline(found, "index", "index", "performance")


def _change(found: Lookup, change: Change | None) -> Iterator[str]:
    if change is not None and (words := signed(change)):
        yield f"{in_points(words)} since {period_before(found.card.period)}"


def _counts(found: Lookup) -> Typst:
    numbers = counts_by_status(found.card.index.counts)
    items = (call("status", status, f"{number} {STATUS_WORD[status]}") for status, number in numbers.items())
    return joined(("Goals", *(joined((Typst("h(12pt)"), item)) for item in items)))


def _notes(found: Lookup) -> Typst | None:
    items = [_note(note.text, note.lines, note.style == "caution") for note in card_notes(found.card, named=True)]
    return call("plain-list", *items) if items else None


def _note(text: str, lines: tuple[str, ...], doubtful: bool) -> Typst:
    words = f"{text[0].upper()}{text[1:]}."
    below = [call("list", *(small(line) for line in lines))] if lines else []
    return joined((call("flag", words) if doubtful else call("par", words), *below))
