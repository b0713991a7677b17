"""The top of the board: what it is, for which period, how many goals stand how, and the overall number."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.naming import counted
from scorecard.rendering.board.look import Look
from scorecard.rendering.board.marks import status_mark
from scorecard.rendering.letters import fitted, width_of
from scorecard.rendering.numbers import WHOLE, day, percent, points
from scorecard.rendering.words import STATUS_WORD, counts_by_status, period_words, top_perspective

MARGIN = 24.0
_TITLE = 92.0
_NO_TITLE = 4.0
_LINE = 20.0
_AROUND = 320.0
_ORGANISATION = 60.0
"""An organisation that has not even so much room is left out: what the numbers are of comes first."""
_THEMES = 34.0


def header_height(look: Look, *, columns: bool) -> float:
    """How much room the header takes: more with a mission, with notes, and with the names of themes on their frames."""
    themes = _THEMES if columns else 0
    if look.linked:
        return _NO_TITLE + themes
    return _TITLE + _LINE * len(_below(look)) + themes


def header_svg(look: Look, width: float) -> str:
    """Name, organisation, period and mission on the left, counts and the index on the right; a page around the
    picture has all that itself."""
    if look.linked:
        return ""
    overall, left = _overall(look, width)
    counts, left = _counts(look, left)
    pen, facts = look.pen, look.card.map
    room = left - 2 * MARGIN
    parts = [
        pen.text(MARGIN, 42, fitted(facts.name, room, 26, 700), 26, "ink", 700, letter_spacing="-0.4", kind="title"),
        pen.text(MARGIN, 66, _about(look, room), 13.5, "muted"),
    ]
    for place, line in enumerate(_below(look)):
        parts.append(pen.text(MARGIN, 88 + _LINE * place, fitted(line, width - 2 * MARGIN, 12.5), 12.5, "muted"))
    return "".join([*parts, counts, overall])


def _about(look: Look, room: float) -> str:
    """Whose map it is and of when; a long name of the organisation is cut, the period never gives way to it."""
    when = f"{period_words(look.card)}, as of {day(look.card.as_of)}"
    whole = f"Strategy map · {when}"
    said = whole if width_of(whole, 13.5) <= room else when
    left = room - width_of(f" · {said}", 13.5)
    if look.card.map.organisation and left >= _ORGANISATION:
        return f"{fitted(look.card.map.organisation, left, 13.5)} · {said}"
    return fitted(said, room, 13.5)


def _below(look: Look) -> list[str]:
    """The lines below: what to know of the picture, if anything, and the mission."""
    mission = look.card.map.mission
    notes = " · ".join(_notes(look))
    return [line for line in (notes, f"Mission: {mission}" if mission else "") if line]


def _notes(look: Look) -> Iterator[str]:
    if then := _reported(look):
        yield then
    whole = sum(counts_by_status(look.card.index.counts).values())
    if len(look.card.goals) < whole:
        yield f"{len(look.card.goals)} of {whole} goals"
    name = next((goal.name for goal in look.card.goals if goal.id == look.around), None)
    if name is not None:
        yield f"around {fitted(name, _AROUND, 12.5)}, {counted(link=look.depth)}"
    if look.unlike:
        yield f"not like for like with {look.against}: {look.unlike} KPI{'' if look.unlike == 1 else 's'}"
    if look.gone:
        verb = "is" if look.gone == 1 else "are"
        yield f"{counted(goal=look.gone)} of {look.against} {verb} no longer here"


def _reported(look: Look) -> str:
    """What was reported when the period was closed, where the top perspective or the index reads otherwise today."""
    card = look.card
    top = top_perspective(card)
    was = next((item.performance for item in card.otherwise if (item.kind, item.id) == ("perspective", top.id)), None)
    pairs = ((f"{top.name} ", was, top.performance), ("index ", card.reported, card.index.performance))
    for name, then, now in pairs:
        text = percent(then, card.limits)
        if then is not None and text != percent(now, card.limits):
            return f"closed; {name}reported {text}"
    return ""


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
