"""The target of a KPI as a SMART sentence, and which of the five letters it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.rendering.kpi_words import whole_scale
from scorecard.rendering.numbers import amount, amount_range, day, percent
from scorecard.rendering.spans import printable
from scorecard.result import KpiScore, Scorecard

_PROPER = frozenset(
    ("Bluesky", "Facebook", "Google", "Instagram", "Mastodon", "Pinterest", "Reddit", "Snapchat", "Twitter")
)


class Letter(NamedTuple):
    """One of the five letters: its ``word``, and what is ``missing``; empty when nothing is."""

    word: str
    missing: str


def smart_sentence(kpi: KpiScore, currency: str | None) -> str:
    """What is to be reached, in one sentence: "Raise impressions from 80,000 to 120,000 by 31 December 2026."."""
    when = f" by {day(kpi.by)}" if kpi.by is not None else ""
    name = _name(kpi)
    kpi = whole_scale(kpi)
    if kpi.direction == "none":
        return printable(f"Watch {name}: it is shown and never scored.")
    if kpi.scale == "range" and kpi.range is not None:
        return printable(f"Keep {name} between {amount_range(*kpi.range, kpi.unit, currency, ' and ')}{when}.")
    if kpi.scale == "curve" and kpi.curve:
        return printable(f"Bring {name} up its curve, where {_curve(kpi, currency)}{when}.")
    if kpi.scale is None:
        return printable(f"{_capital(name)} has no target.")
    return printable(_line_sentence(kpi, name, currency, when))


def _line_sentence(kpi: KpiScore, name: str, currency: str | None, when: str) -> str:
    goal = kpi.target if kpi.target is not None else kpi.best
    if goal is None:
        return f"{_capital(name)} has a target, but what it is measured from is not known yet."
    reach = amount(goal, kpi.unit, currency)
    if kpi.unit == "yes-no":
        return f"Reach “{reach}” on {name}{when}."
    rises = kpi.direction != "minimise"
    if kpi.baseline is not None and kpi.baseline != goal:
        verb = "Raise" if rises else "Cut"
        return f"{verb} {name} from {amount_range(kpi.baseline, goal, kpi.unit, currency, ' to ')}{when}."
    if kpi.target is None:
        return f"{'Raise' if rises else 'Cut'} {name} towards {reach}, its best{when}."
    return f"Keep {name} at {reach} or {'more' if rises else 'less'}{when}."


def _curve(kpi: KpiScore, currency: str | None) -> str:
    (first, low), (last, high) = kpi.curve[0], kpi.curve[-1]
    return (
        f"{amount(first, kpi.unit, currency)} is worth {percent(low)} "
        f"and {amount(last, kpi.unit, currency)} is worth {percent(high)}"
    )


def _name(kpi: KpiScore) -> str:
    """A capital that only begins the name has no place inside a sentence; those of proper names stay."""
    first, _, rest = kpi.name.partition(" ")
    begins = first[:1].isupper() and first[1:].islower() and rest == rest.lower() and first not in _PROPER
    return kpi.name[:1].lower() + kpi.name[1:] if begins else kpi.name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def smart_letters(kpi: KpiScore, card: Scorecard) -> tuple[Letter, ...]:
    """The five letters in their order."""
    has_goal = kpi.target is not None or kpi.best is not None or kpi.scale in ("range", "curve")
    has_start = kpi.baseline is not None or kpi.worst is not None or kpi.scale in ("range", "curve")
    watching = (goal.id for goal in card.goals if kpi.id in goal.guardrails)
    goals = (*kpi.lagging_of, *kpi.leading_of, *watching)
    measured = "" if kpi.value is not None else "it has no value, so nobody can say how far it is"
    if kpi.scale is None or kpi.direction == "none":
        measured = "it has no scale on which a value could be judged"
    return (
        Letter("specific", "" if has_goal else "no target says what is to be reached"),
        Letter("measurable", measured),
        Letter("attainable", "" if has_start else "no baseline tells how far away the target is"),
        Letter("relevant", _relevant(goals, card)),
        Letter("time-bound", "" if kpi.by is not None else "no date says by when"),
    )


def smart_words(letters: Sequence[Letter]) -> str:
    """``SMART: every letter is there.``, or the missing letters with the reasons."""
    missing = [f"{letter.word} ({letter.missing})" for letter in letters if letter.missing]
    if not missing:
        return "SMART, as far as a file can tell: specific, measurable, attainable, relevant and time-bound."
    initials = "".join("–" if letter.missing else letter.word[0].upper() for letter in letters)
    return f"{initials}: not {'; not '.join(missing)}."


def _relevant(goals: Sequence[str], card: Scorecard) -> str:
    if not goals:
        return "no goal uses it"
    reaching = any(goal.reaches_top for goal in card.goals if goal.id in goals)
    return "" if reaching else "no arrows lead from its goal to the top"
