"""What moved, in words: the same for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, TypeAlias

from scorecard.comparison import Change, Comparison, KpiChange, MovedPart, ScoreChange
from scorecard.naming import counted
from scorecard.rendering.numbers import NO_DATA, amount, amount_range, percent, points
from scorecard.rendering.spans import printable
from scorecard.rendering.words import STATUS_WORD, status_and_number
from scorecard.result import Limits, Status

Number: TypeAlias = Literal["lagging", "leading", "outlook"]

_WORD: dict[Number, str] = {"lagging": "results", "leading": "drivers", "outlook": "outlook"}
BY_PERFORMANCE = "Better and worse are by performance: a value that rises less than its plan asks is worse."
_STILL = points(0.0)
_MOST = 5
"""So many parts of a number are named at most."""


def title(comparison: Comparison) -> str:
    """Which period is compared with which."""
    so_far = "" if comparison.closed else " so far"
    return f"{comparison.period}{so_far} compared with {comparison.before}"


def caveats(comparison: Comparison, names: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """What to know before reading on; KPIs by their ``names``, those that have none there by their ids."""
    found = []
    if comparison.reported and comparison.now_reported:
        found.append("Both periods are closed: their numbers are those that were reported then.")
    elif comparison.reported or comparison.now_reported:
        period = comparison.before if comparison.reported else comparison.period
        found.append(f"{period} is closed: its numbers are those that were reported then.")
    if comparison.unlike:
        has = "has" if len(comparison.unlike) == 1 else "have"
        ids = ", ".join(names.get(kpi, kpi) for kpi in comparison.unlike)
        found.append(f"Not like for like: {ids} {has} data in only one of the two periods.")
    return found


def shows(change: Change) -> bool:
    """Whether a change can be seen in whole points, or data came or went."""
    if change.change is None:
        return (change.before is None) != (change.now is None)
    return points(change.change) != _STILL


def shown(scores: Sequence[ScoreChange]) -> list[ScoreChange]:
    """Those of which any change is seen."""
    return [
        score
        for score in scores
        if score.status_before != score.status_now
        or any(map(shows, (score.performance, score.lagging, score.leading, score.outlook)))
    ]


def moved_kpis(comparison: Comparison) -> list[KpiChange]:
    """The KPIs with another value or another performance than before."""
    return [kpi for kpi in comparison.kpis if kpi.moved]


def still(all_of: int, moved: int, word: str, *, nearly: bool = False) -> str | None:
    """How many are as before, or ``nearly`` so; None when all have moved."""
    rest = all_of - moved
    if not rest:
        return None
    tail = ", or moved by less than half a point" if nearly else ""
    return f"{counted(**{word: rest})} {'is' if rest == 1 else 'are'} as before{tail}."


def values(kpi: KpiChange, currency: str | None) -> str:
    """``11,960 → 12,280``; one value where it is still the same."""
    before, now = kpi.value_before, kpi.value_now
    if before is None or now is None:
        both = [amount(value, kpi.unit, currency) for value in (before, now)]
        return printable(" → ".join(both)) if before is not now else NO_DATA
    if before == now:
        return printable(amount(now, kpi.unit, currency))
    return printable(amount_range(before, now, kpi.unit, currency, joint=" → "))


def performances(change: Change, limits: Limits) -> str:
    """``70 % → 78 %``; empty where neither period has one."""
    if change.before is None and change.now is None:
        return ""
    return f"{percent(change.before, limits)} → {percent(change.now, limits)}"


def signed(change: Change) -> str:
    """``+8``; empty where the two do not compare."""
    return "" if change.change is None else points(change.change)


def kpi_word(kpi: KpiChange) -> str:
    """Better, same, worse, or that there is no comparison."""
    return "no comparison" if kpi.obstacle else kpi.word or ""


def why_not(kpi: KpiChange) -> str | None:
    """Why two values do not compare."""
    if kpi.obstacle is None or not kpi.why:
        return None
    words = {"break": kpi.why, "substitute": f"{kpi.why} stands in for one of the two"}
    return printable(words.get(kpi.obstacle, f"one of the two lacks {kpi.why}"))


def verdict(score: ScoreChange) -> str:
    """``was at risk 78 %, is on track 82 % (+4)``, or without another status ``on track 82 % (+1)``."""
    now = status_and_number(score.status_now, score.performance.now, score.limits)
    change = signed(score.performance)
    now = f"{now} ({change})" if change else now
    if score.status_before is None:
        return f"new: {now}"
    if score.status_before is None or not score.is_new_status:
        return now
    before = status_and_number(score.status_before, score.performance.before, score.limits)
    return f"{_verb(score.status_before, 'was', 'had')} {before}, {_verb(score.status_now, 'is', 'has')} {now}"


def _verb(status: Status, is_: str, has: str) -> str:
    """A goal is on track, and has no data."""
    return has if status == "no-data" else is_


def number_phrases(score: ScoreChange, names: Mapping[str, str] = {}) -> list[str]:
    """What moved in each of the three numbers and what brought it: ``results +4: impressions +5, likes −1``.

    Parts are called by their ``names``, and by their ids where there is none.
    """
    numbers: tuple[tuple[Number, Change], ...] = (
        ("lagging", score.lagging),
        ("leading", score.leading),
        ("outlook", score.outlook),
    )
    return [_phrase(_WORD[number], change, score, names) for number, change in numbers if shows(change)]


def _phrase(word: str, change: Change, score: ScoreChange, names: Mapping[str, str]) -> str:
    if change.change is None:
        was = f"{NO_DATA} before" if change.before is None else percent(change.before, score.limits)
        now = percent(change.now, score.limits)
        return f"{word}: {was}, now {now}"
    parts = part_words(change, of_goal=score.kind == "goal", names=names)
    return f"{word} {points(change.change)}{': ' if parts else ''}{parts}"


def part_words(change: Change, *, of_goal: bool, names: Mapping[str, str] = {}) -> str:
    """The parts that moved a number most, and what is left of its change."""
    seen = [part for part in change.parts if points(part.move) != _STILL]
    words = [_part(part, of_goal, names) for part in seen[:_MOST]]
    if len(seen) > _MOST:
        words.append(f"{len(seen) - _MOST} more")
    if points(change.rest) != _STILL:
        words.append(f"other weights, delays or figures {points(change.rest)}")
    return ", ".join(words)


def _part(part: MovedPart, of_goal: bool, names: Mapping[str, str]) -> str:
    name = names.get(part.id, part.id)
    source = f"from goal {name}" if part.kind == "goal" and of_goal else name
    return f"{source} {points(part.move)}"


def status_words(score: ScoreChange) -> str:
    """``was on track, is at risk``."""
    before, now = score.status_before or "no-data", score.status_now
    return f"{_verb(before, 'was', 'had')} {STATUS_WORD[before]}, {_verb(now, 'is', 'has')} {STATUS_WORD[now]}"
