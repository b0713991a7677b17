"""The top of the board: what it is, for which period, how many goals stand how, and the overall number."""

from __future__ import annotations

from scorecard.rendering.board.look import Look
from scorecard.rendering.board.marks import status_mark
from scorecard.rendering.letters import fitted, width_of
from scorecard.rendering.numbers import WHOLE, day, percent, points
from scorecard.rendering.words import STATUS_WORD, counts_by_status, period_words

MARGIN = 24.0
_TITLE = 92.0
_NO_TITLE = 4.0
_MISSION = 20.0
_THEMES = 34.0


def header_height(look: Look, *, columns: bool) -> float:
    """How much room the header takes: more with a mission, and with the names of themes on their frames."""
    themes = _THEMES if columns else 0
    if look.linked:
        return _NO_TITLE + themes
    return _TITLE + (_MISSION if look.card.map.mission else 0) + themes


def header_svg(look: Look, width: float) -> str:
    """Name, organisation, period and mission on the left, counts and the index on the right; a page around the
    picture has all that itself."""
    if look.linked:
        return ""
    overall, left = _overall(look, width)
    counts, left = _counts(look, left)
    pen, facts = look.pen, look.card.map
    room = left - 2 * MARGIN
    about = [facts.organisation, "Strategy map", f"{period_words(look.card)}, as of {day(look.card.as_of)}"]
    whole = sum(counts_by_status(look.card.index.counts).values())
    if len(look.card.goals) < whole:
        about.append(f"{len(look.card.goals)} of {whole} goals")
    parts = [
        pen.text(MARGIN, 42, fitted(facts.name, room, 26, 700), 26, "ink", 700, letter_spacing="-0.4", kind="title"),
        pen.text(MARGIN, 66, fitted(" · ".join(part for part in about if part), room, 13.5), 13.5, "muted"),
    ]
    if facts.mission:
        mission = fitted(f"Mission: {facts.mission}", width - 2 * MARGIN, 12.5)
        parts.append(pen.text(MARGIN, 88, mission, 12.5, "muted"))
    return "".join([*parts, counts, overall])


def _overall(look: Look, width: float) -> tuple[str, float]:
    """The index with its status in a word and its coverage, and the x left of it."""
    pen, index = look.pen, look.card.index
    right = width - MARGIN
    role = f"{index.status}-text"
    if index.performance is None:
        digits, sign = "–", ""
    else:
        digits, _, sign = percent(index.performance, look.card.limits).partition(" ")
    after = width_of(sign, 16, 600) + 3 if sign else 0.0
    said = [f"index, {STATUS_WORD[index.status]}"]
    if index.performance is not None and index.performance_coverage < 1:
        said.append(f"coverage {percent(index.performance_coverage, WHOLE)}")
    if change := _index_change(look):
        said.append(change)
    below = ", ".join(said)
    widest = max(width_of(below, 11.5), width_of(digits, 32, 700) + after)
    parts = [pen.right(right - after, 50, digits, 32, role, 700), pen.right(right, 67, below, 11.5, "muted")]
    if sign:
        parts.append(pen.right(right, 50, sign, 16, role, 600))
    return "".join(parts), right - widest - 36


def _index_change(look: Look) -> str:
    change = look.index_change
    return "" if change is None else f"{points(change)} pts vs {look.against}"


def _counts(look: Look, right: float) -> tuple[str, float]:
    """The goals counted by status, ending at ``right``, and the x left of them."""
    pen = look.pen
    parts: list[str] = []
    shown = [(status, number) for status, number in counts_by_status(look.card.index.counts).items() if number]
    for status, number in reversed(shown):
        word = STATUS_WORD[status]
        right -= width_of(word, 12)
        parts.append(pen.text(right, 47, word, 12, "muted"))
        right -= width_of(str(number), 15, 700) + 6
        parts.append(pen.text(right, 47, str(number), 15, "ink", 700))
        right -= 13
        parts.append(status_mark(pen, status, right, 42, 7))
        right -= 26
    return "".join(reversed(parts)), right
