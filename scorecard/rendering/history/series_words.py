"""A series in words: its name, its first and its last value, and what changed in between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from scorecard.history import History, NumberName, Series
from scorecard.rendering.numbers import amount, amount_change, from_to, in_points, percent
from scorecard.rendering.words import REASON_SHORT
from scorecard.result import Reason, Status

NUMBER_WORD: Mapping[NumberName, str] = {
    "value": "value",
    "performance": "performance",
    "lagging": "results",
    "leading": "drivers",
    "outlook": "outlook",
}
NOTHING = "–"
LOW_COVERAGE_LINE = "In brackets: too little of it is known to give a colour."
_OF_DATA: tuple[Reason, ...] = ("missing", "stale", "partial", "small-sample")
"""Reasons that are about the figure itself and not about its scale."""


def number_words(shown: Sequence[Series]) -> list[str]:
    """What to call the number of each series; empty for values, and where every item shows its usual number."""
    is_usual = all(series.number in ("value", "performance") for series in shown) and not any(
        series.kind == "kpi" and series.number == "performance" for series in shown
    )
    return ["" if is_usual or series.number == "value" else NUMBER_WORD[series.number] for series in shown]


def number_text(series: Series, value: float | None, currency: str | None) -> str:
    """One number of a series: ``12,280``, ``78 %``, ``–``."""
    if value is None:
        return NOTHING
    return amount(value, series.unit, currency) if series.number == "value" else percent(value, series.limits)


def cell_text(series: Series, place: int, currency: str | None) -> str:
    """The number of a period, with what has to be said of it: ``3.1 % (partial)``, ``(74 %)``, ``no figure``."""
    value, reason = series.values[place], _reason(series, place)
    said = REASON_SHORT[reason] if reason in _OF_DATA and series.kind in ("kpi", "measure") else ""
    if value is None:
        return said or NOTHING
    text = known_text(series, place, currency)
    return f"{text} ({said})" if said and series.number == "value" else text


def known_text(series: Series, place: int, currency: str | None) -> str:
    """The number of a period, in brackets where too little of it is known to give a colour."""
    return _known(series, place, number_text(series, series.values[place], currency))


def _known(series: Series, place: int, text: str) -> str:
    return f"({text})" if _reason(series, place) == "low-coverage" else text


def _reason(series: Series, place: int) -> Reason | None:
    return series.reasons[place] if series.reasons else None


def has_brackets(shown: Sequence[Series]) -> bool:
    """Whether some number is too little known for a colour."""
    return any(reason == "low-coverage" for series in shown for reason in series.reasons)


def ends(series: Series, currency: str | None) -> tuple[str, str]:
    """The first and the last number that is known and compares."""
    way = series.compared
    if way is None:
        return NOTHING, NOTHING
    texts = known_text(series, way.first, currency), known_text(series, way.last, currency)
    before, now = series.values[way.first], series.values[way.last]
    if series.number == "value" or before is None or now is None or way.change is None:
        return texts
    exact = from_to(before, now, series.limits)
    places = (way.first, way.last)
    first, last = (_known(series, place, text) for place, text in zip(places, exact[:2], strict=True))
    return first, last


def change(series: Series, currency: str | None) -> str:
    """From the first known number to the last: ``+16 points``, ``−EUR 200``; across a break nothing compares."""
    way = series.compared
    if way is None or way.change is None:
        return NOTHING if way is None or way.comparable else "not comparable"
    if series.number != "value":
        before, now = series.values[way.first], series.values[way.last]
        assert before is not None  # both ends of what compares are known
        assert now is not None
        *_, text = from_to(before, now, series.limits)
        return in_points(text)
    if series.unit == "yes-no":
        return "changed" if way.change else "unchanged"
    return amount_change(way.change, series.unit, currency)


def status_now(history: History, series: Series) -> Status | None:
    """The status in the scored period, else in the last one; None for what has none."""
    if not series.statuses:
        return None
    place = history.periods.index(history.scored) if history.scored in history.periods else -1
    return series.statuses[place]


def span_words(history: History) -> str:
    """From when to when: ``2025-11 to 2026-10``."""
    first, last = history.periods[0], history.periods[-1]
    words = str(first) if first == last else f"{first} to {last}"
    return words if history.over[-1] else f"{words} so far"


def marks(history: History, place: int) -> str:
    """What is to be said of a period: that it is not over, was read from its closed file, or holds an event."""
    period = history.periods[place]
    happened = any(
        period.start <= max(when.start, history.periods[0].start) <= period.end for when, _ in history.events
    )
    words = {"so far": not history.over[place], "closed": history.reported[place], "event": happened}
    return ", ".join(word for word, holds in words.items() if holds)


def notes(history: History) -> list[str]:
    """Breaks, events and what was restated, each in a line."""
    breaks = dict.fromkeys((when, series.id, text) for series in history.series for when, text in series.breaks)
    lines = [f"break {when} of {item_id}: {text}" for when, item_id, text in sorted(breaks)]
    lines += [f"event {when}: {text}" for when, text in history.events]
    shown = {series.id: series for series in history.series if series.number == "value"}
    for found in history.restated:
        if found.kpi in shown:
            before, now = (
                number_text(shown[found.kpi], value, history.currency) for value in (found.closed, found.now)
            )
            lines.append(f"restated {found.period} of {found.kpi}: {before} when it was closed, {now} today")
    if any(before.end.toordinal() + 1 != after.start.toordinal() for before, after in pairwise(history.periods)):
        lines.append("Values without dates are known of closed periods and of today only.")
    return lines
