"""Edits of a map and what they do, in words: the same for the terminal, Markdown, pages and the review."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.map_change import Edit, GoalMove, MapChange, Numbers, Step, Suspicion
from scorecard.model import Driver, Lagging
from scorecard.naming import counted
from scorecard.period import Rhythm
from scorecard.rendering.map_change.values import value_words
from scorecard.rendering.numbers import (
    WHOLE,
    day,
    exact_amount,
    exact_change,
    exact_percent,
    exact_points,
    from_to,
    in_points,
    parts_points,
    percent,
)
from scorecard.rendering.words import STATUS_WORD, delay_words, period_words
from scorecard.result import IndexScore

NOTHING = "No difference that matters: both say the same of goals, KPIs, arrows and everything else."
READING = (
    "Effects are in points of the index, with the same data for both. The edits are applied to the older map one after "
    "the other as they are listed, so they add up to the total; in another order the parts could differ, the total not."
)
"""Printed once below every list of edits."""
MOST_GOALS = 3

_THING: Mapping[str, str] = {
    "perspectives": "perspective",
    "themes": "theme",
    "sources": "source",
    "measures": "measure",
    "kpis": "KPI",
    "initiatives": "initiative",
    "goals": "goal",
}
_NOW: Mapping[str, str] = {
    "lagging": "now counts as a result of",
    "leading": "now counts as a driver of",
    "guardrails": "is now a guardrail of",
    "initiatives": "now serves",
    "driven_by": "now drives",
    "hindered_by": "now hinders",
}
_GONE: Mapping[str, str] = {
    "lagging": "no longer counts as a result of",
    "leading": "no longer counts as a driver of",
    "guardrails": "is no longer a guardrail of",
    "initiatives": "no longer serves",
    "driven_by": "no longer drives",
    "hindered_by": "no longer hinders",
}
_PAST: Mapping[str, str] = {
    "lagging": "counted as a result of",
    "leading": "counted as a driver of",
    "guardrails": "was a guardrail of",
    "initiatives": "served",
    "driven_by": "drove",
    "hindered_by": "hindered",
}
_LABEL: Mapping[str, str] = {
    "because": "reason",
    "since": "first day of the plan",
    "by": "last day of the plan",
    "thresholds": "limits",
    "unit": "unit",
    "year_starts": "first month of the year",
    "as_of": "day to score for",
    "params": "figures for formulas",
    "headline": "headline figures",
    "trend_same": "smallest trend",
    "min_coverage": "least coverage for a colour",
    "outlook": "make-up of the outlook",
    "perspectives": "order of the perspectives",
    "min_sample": "smallest sample",
    "substitute": "stand-in",
    "review_by": "day of its own review",
    "lasting": "duration",
    "unstable_above": "limit of instability",
    "where": "condition",
    "set": "fixed columns",
}
_SUSPICION: Mapping[Suspicion, str] = {
    "easier-after-miss": "it was {status}, and is judged more mildly now",
    "weight-onto-green": "weight moves onto what is on track",
    "weight-off-red": "weight moves off what is off track",
}


def title(change: MapChange) -> str:
    """What is compared."""
    return f"What changed in {change.new.map.name}: from {change.before} to {change.after}"


def about(change: MapChange) -> str:
    """The period and the day both are scored for."""
    return f"Both scored with the data of today · {period_words(change.new)} · as of {day(change.new.as_of)}"


def headline(change: MapChange) -> str:
    """How many edits, and what they do together."""
    if not change.edits:
        return NOTHING
    said = counted(edit=len(change.edits))
    if not change.steps:
        return f"{said}; no score depends on {'it' if len(change.edits) == 1 else 'them'}."
    before, after = change.index_before, change.index_after
    ways = (_way(before.performance, after.performance), _way(before.outlook, after.outlook))
    known = _coverage(change.new.index)
    status = (
        ""
        if before.status == after.status
        else f" and is {STATUS_WORD[after.status]}, was {STATUS_WORD[before.status]}"
    )
    return f"{said}: the index {ways[0]}{status}, its outlook {ways[1]}{known}."


def _coverage(index: IndexScore) -> str:
    """How much of the two numbers is known, where that is not all."""
    parts = (("performance", index.performance_coverage), ("outlook", index.coverage.outlook))
    words = [f"{word} {percent(coverage, WHOLE)}" for word, coverage in parts if coverage < 1]
    return f" (coverage: {', '.join(words)})" if words else ""


def _way(before: float | None, after: float | None) -> str:
    if before is None or after is None:
        return f"goes from {percent(before)} to {percent(after)}" if before is not after else "has no data"
    was, now, change = exact_percent(before), exact_percent(after), exact_change(before, after)
    return f"stays at {now}" if abs(after - before) < 1e-9 else f"goes from {was} to {now} ({in_points(change)})"


def _from_to(before: float, after: float) -> tuple[str, str, str]:
    """As `from_to`, with two decimals where the ends would look the same."""
    was, now, change = from_to(before, after)
    if was != now or abs(after - before) < 1e-9:
        return was, now, change
    return exact_percent(before), exact_percent(after), exact_points(after - before)


def sentence(edit: Edit, change: MapChange) -> str:
    """An edit as one says it in a meeting."""
    if edit.kind == "renamed":
        return f"The {_THING[edit.section]} {edit.name} has the id {edit.after}; it was {edit.before}"
    if edit.entries is not None:
        return _entry(edit, change)
    if edit.kind == "added":
        target = getattr(edit.after, "target", None) if edit.section == "kpis" else None
        aims = (
            f", target {value_words(target, 'target', edit.unit, change.new.map.currency)}"
            if target is not None
            else ""
        )
        return f"New {_THING[edit.section]}: {edit.name}{aims}"
    if edit.kind == "removed":
        return f"The {_THING[edit.section]} {edit.name} is gone"
    return _field(edit, change)


def _field(edit: Edit, change: MapChange) -> str:
    before, after = (
        value_words(value, edit.field, edit.unit, change.new.map.currency) for value in (edit.before, edit.after)
    )
    if edit.section == "map":
        return _sentence_case(f"{_label(edit.field)} of the map: now {after}, was {before}")
    if edit.field == "weight":
        return f"{edit.name} now weighs {after}, was {before}"
    label = _label(edit.field)
    if isinstance(edit.before, float) and isinstance(edit.after, float):
        word = "raised" if edit.after > edit.before else "lowered"
        return f"{_sentence_case(label)} of {edit.name} {word} from {before} to {after}"
    if edit.field == "name":
        was = before if edit.before else "without a name"
        return f"The {_THING[edit.section]} {edit.id} is now called {after}, was {was}"
    return f"{_sentence_case(label)} of {edit.name}: now {after}, was {before}"


def _label(field: str | None) -> str:
    return _LABEL.get(field or "", (field or "").replace("_", " "))


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _entry(edit: Edit, change: MapChange) -> str:
    goal, lists = edit.goal_name or "", edit.entries or "lagging"
    if edit.kind == "added":
        return f"{edit.name} {_NOW[lists]} {goal}{_settings(edit.after, change.new.map.rhythm)}"
    if edit.kind == "removed":
        return f"{edit.name} {_GONE[lists]} {goal}{_settings(edit.before, change.old.map.rhythm)}"
    if edit.field == "entries":
        return f"{edit.name} {_NOW[lists]} {goal}; it {_PAST[str(edit.before)]} it before"
    arrow = lists in ("driven_by", "hindered_by")
    what = f"The arrow {edit.name} → {goal}" if arrow else f"{edit.name} in {goal}"
    if edit.field == "weight":
        return f"{what} now weighs {_plain(edit.after)}, was {_plain(edit.before)}"
    if edit.field == "delay":
        rhythm = change.new.map.rhythm
        return f"{what} now takes {_delay(edit.after, rhythm)}, was {_delay(edit.before, rhythm)}"
    where = f"the arrow {edit.name} → {goal}" if arrow else what
    return f"Reason of {where}: now {_plain(edit.after)}, was {_plain(edit.before)}"


def _plain(value: object) -> str:
    return value_words(value, None, None, None)


def _settings(entry: object, rhythm: Rhythm) -> str:
    if not isinstance(entry, (Lagging, Driver)):
        return ""
    delay = f", after {delay_words(entry.delay, rhythm)}" if isinstance(entry, Driver) and entry.delay else ""
    return f" (weight {exact_amount(entry.weight, None, None)}{delay})"


def _delay(delay: object, rhythm: Rhythm) -> str:
    return delay_words(delay, rhythm) if isinstance(delay, int) and delay else "no time"


def effects(change: MapChange) -> list[tuple[str, str]]:
    """What each step does to the index, performance and outlook in points that are seen to add up; "no data" where
    there is none."""
    return list(zip(*(_column(change, number) for number in ("performance", "outlook")), strict=True))


def _column(change: MapChange, number: str) -> list[str]:
    ends = [(getattr(step.before, number), getattr(step.after, number)) for step in change.steps]
    if any(before is None or after is None for before, after in ends):
        return ["no data" if None in pair else exact_points(pair[1] - pair[0]) for pair in ends]
    if not ends:
        return []
    return parts_points([after - before for before, after in ends], ends[0][0], ends[-1][1])


def total(change: MapChange) -> tuple[str, str]:
    """The whole change of the index, performance and outlook."""
    pairs = zip(change.index_before[:2], change.index_after[:2], strict=True)
    one, other = (
        "no data" if before is None or after is None else exact_change(before, after) for before, after in pairs
    )
    return one, other


def step_words(step: Step, shown: int = MOST_GOALS) -> list[str]:
    """The goals an edit moves, most first."""
    said = [goal_words(move) for move in step.goals[:shown]]
    more = len(step.goals) - shown
    return [*said, f"and {counted(goal=more)} more"] if more > 0 else said


def goal_words(move: GoalMove) -> str:
    """``Engaging content: performance 62 % → 65 % (+3), outlook at risk → on track``."""
    if move.before is None or move.after is None:
        there = move.after or move.before
        return f"{move.name}: {'new' if move.before is None else 'gone'}, {_numbers(there)}"
    parts = [
        _move("performance", move.before.performance, move.after.performance),
        _move("outlook", move.before.outlook, move.after.outlook),
    ]
    if move.before.status != move.after.status:
        parts.append(f"{STATUS_WORD[move.before.status]} → {STATUS_WORD[move.after.status]}")
    if move.before.outlook_status != move.after.outlook_status:
        parts.append(f"outlook {_status(move.before)} → {_status(move.after)}")
    return f"{move.name}: {', '.join(filter(None, parts))}"


def _numbers(numbers: Numbers | None) -> str:
    return "" if numbers is None else f"{STATUS_WORD[numbers.status]} {percent(numbers.performance)}"


def _status(numbers: Numbers) -> str:
    return STATUS_WORD[numbers.outlook_status or "no-data"]


def _move(word: str, before: float | None, after: float | None) -> str:
    if before is None or after is None:
        return "" if before is after else f"{word} {percent(before)} → {percent(after)}"
    if abs(after - before) < 1e-9:
        return ""
    was, now, change = _from_to(before, after)
    return f"{word} {was} → {now} ({change})"


def look_twice(change: MapChange) -> list[str]:
    """What is to be looked at twice, a sentence each."""
    kpis = {kpi.id: STATUS_WORD[kpi.status] for kpi in change.old.kpis}
    found = []
    for edit in change.edits:
        status = kpis.get(edit.id, "not on track") if edit.section == "kpis" else "not on track"
        for word in edit.suspicions:
            found.append(f"{sentence(edit, change)}: {_SUSPICION[word].format(status=status)}.")
    return found
