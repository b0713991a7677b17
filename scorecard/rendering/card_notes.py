"""What has to be known to read a whole scorecard: what is not scored yet, does not compare, has changed, happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isclose
from typing import Literal, NamedTuple, TypeAlias

from scorecard.period import Period, period_before
from scorecard.rendering.numbers import amount, day, percent
from scorecard.rendering.spans import printable
from scorecard.rendering.words import listed, status_and_number
from scorecard.result import GoalScore, PerspectiveScore, Restated, Scorecard

NoteStyle: TypeAlias = Literal["muted", "caution"]

_NAMED = 4
_RESTATED = 5
_OTHERWISE = 8
_EVENTS = 6


class Note(NamedTuple):
    """A sentence, how much it should stand out, and the lines that belong below it."""

    text: str
    style: NoteStyle
    lines: tuple[str, ...] = ()


def card_notes(card: Scorecard, *, named: bool = False) -> tuple[Note, ...]:
    """The notes of a card, what may mislead last; none for a map whose figures have no dates.

    ``named``: for readers who know neither ids nor commands.
    """
    names = {kpi.id: kpi.name for kpi in card.kpis} if named else {}
    notes = (
        _events(card),
        _later(card, named=named),
        _ending(card),
        _unlike(card, names),
        _reported(card),
        _restated(card, names),
    )
    return tuple(note for note in notes if note is not None)


def _events(card: Scorecard) -> Note | None:
    if not card.events:
        return None
    return Note(f"events: {listed([_event(when, text, card.period) for when, text in card.events], _EVENTS)}", "muted")


def _event(when: Period, text: str, period: Period) -> str:
    return printable(text) if when == period else f"{printable(text)} ({when})"


def _later(card: Scorecard, *, named: bool) -> Note | None:
    later = card.later
    if later is None:
        return None
    return Note(
        f"{later.period} has figures for {later.known} of {later.due} KPIs and is not scored yet"
        f"{'' if named else f'; --period {later.period} shows it'}",
        "muted",
    )


def _ending(card: Scorecard) -> Note | None:
    if not card.ending:
        return None
    sources = [f"{source} on {day(last)}" for source, last in card.ending]
    return Note(f"rows end early: {listed(sources, _NAMED)}; {card.period} may not be whole", "caution")


def _reported(card: Scorecard) -> Note | None:
    """That a closed period is shown anew, where that makes a difference, and which numbers it makes one in."""
    now = card.index.performance
    same = card.reported is None or (now is not None and isclose(now, card.reported, abs_tol=1e-9))
    if same and not card.otherwise:
        return None
    index = "" if card.reported is None else f" with an index of {percent(card.reported, card.limits)}"
    lines = list(_otherwise(card))
    more = len(lines) - _OTHERWISE
    return Note(
        f"{card.period} was closed{index}; this is the same period worked out from today's figures",
        "caution",
        (*lines[:_OTHERWISE], f"and {more} more") if more > 0 else tuple(lines),
    )


def _otherwise(card: Scorecard) -> Iterator[str]:
    """The perspectives and goals that were reported otherwise, each with its number then and now."""
    shown: dict[tuple[str, str], PerspectiveScore | GoalScore] = {
        ("perspective", item.id): item for item in card.perspectives
    }
    shown |= {("goal", goal.id): goal for goal in card.goals}
    for was in card.otherwise:
        now = shown.get((was.kind, was.id))
        if now is not None:
            limits = now.limits if isinstance(now, GoalScore) else card.limits
            then = status_and_number(was.status, was.performance, limits)
            today = status_and_number(now.status, now.performance, limits)
            yield f"{printable(now.name)}: {then} reported, {today} now"


def _unlike(card: Scorecard, names: Mapping[str, str]) -> Note | None:
    if not card.unlike:
        return None
    kpis = listed([printable(names.get(kpi, kpi)) for kpi in card.unlike], _NAMED)
    verb = "has" if len(card.unlike) == 1 else "have"
    return Note(
        f"not like for like with {period_before(card.period)}: {kpis} {verb} data in only one of the two",
        "caution",
    )


def _restated(card: Scorecard, names: Mapping[str, str]) -> Note | None:
    if not card.restated:
        return None
    lines = [_change(item, card, names) for item in card.restated[:_RESTATED]]
    more = len(card.restated) - _RESTATED
    return Note(
        "restated: figures of closed periods differ today; what was reported stays",
        "caution",
        (*lines, f"and {more} more") if more > 0 else tuple(lines),
    )


def _change(item: Restated, card: Scorecard, names: Mapping[str, str]) -> str:
    unit = next((kpi.unit for kpi in card.kpis if kpi.id == item.kpi), None)
    reported, now = (printable(amount(value, unit, card.map.currency)) for value in (item.closed, item.now))
    return f"{item.period} {printable(names.get(item.kpi, item.kpi))}: {reported} reported, {now} now"
