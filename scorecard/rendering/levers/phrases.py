"""Levers in words: the same for the terminal, Markdown, pages and the review."""

from __future__ import annotations

from math import ceil, floor, log10

from scorecard.lever import HindranceCost, Lever, Levers
from scorecard.naming import counted
from scorecard.rendering.numbers import WHOLE, amount, day, from_to, in_points, limit_percent, percent, plain_number
from scorecard.rendering.words import REASON_SHORT, STATUS_WORD, listed, period_words, status_and_number

ADDS = (
    "Adds: how many points the outlook gains with the target reached and everything else as it is. It says where the "
    "drivers would pull; it is no forecast."
)
"""Printed once below every table of levers."""
READING = f"Per point: how far the outlook moves with one point of the KPI's performance. {ADDS}"
"""The same below a table with that column."""
_MOST = 6
_SEEN = 0.0005
"""What adds less than a twentieth of a point is said to add nothing."""


def title(found: Levers) -> str:
    """``Levers of Engaging content``."""
    return f"Levers of {'the index' if found.kind == 'index' else found.name}"


def about(found: Levers) -> str:
    """The map and the period."""
    card = found.card
    return f"{card.map.name} · {period_words(card)} · as of {day(card.as_of)}"


def outlook_sentence(found: Levers) -> str:
    """Where the outlook is, and from where on it is on track."""
    if found.outlook is None:
        return "It has no outlook: neither its own KPIs nor those behind its causes have data."
    coverage = f", coverage {percent(found.coverage, WHOLE)}" if found.coverage < 1 else ""
    words = status_and_number(found.outlook_status, found.outlook, found.limits)
    if found.outlook_status == "no-data":
        return f"Outlook {percent(found.outlook, found.limits)}{coverage}, too little to judge it."
    if found.outlook_status == "on-track":
        return f"Outlook {words}{coverage}."
    return f"Outlook {words}{coverage}; on track from {limit_percent(found.limits.on_track)}.{_turning(found)}"


def _turning(found: Levers) -> str:
    """Whether any KPI alone brings the outlook on track."""
    turns = [(lever.name, lever.turn) for lever in found.levers if lever.turn]
    able = [name for name, turn in turns if turn.value is not None]
    if able:
        return f" {len(able)} of {counted(KPI=len(turns))} could bring it there alone."
    if not turns:
        return ""
    name, turn = max(turns, key=lambda pair: pair[1].outlook)
    most = percent(turn.outlook, found.limits)
    return f" No KPI could bring it there alone: the most is {most}, by {name}."


def per_point(share: float) -> str:
    """How far the outlook moves with one point of a KPI: ``0.12``."""
    return f"{share:.2g}" if share < 0.01 else f"{share:.2f}"


def adds(gain: float) -> str:
    """What reaching the target adds, in points with one decimal: ``+2.1``; ``–`` for nothing."""
    return f"+{gain * 100:.1f}" if gain >= _SEEN else "–"


def value(lever: Lever, currency: str | None) -> str:
    """The value of a lever with its unit."""
    return amount(lever.value, lever.unit, currency)


def reach(lever: Lever, currency: str | None) -> str:
    """What it should reach, or that it is there."""
    if lever.reach is None:
        return "–"
    return amount(lever.reach, lever.unit, currency)


def per_unit(lever: Lever, currency: str | None) -> str | None:
    """What a round step towards the target moves: "1 hour less moves it by 0.4 points"; None where it moves nothing, or
    where less than one would be counted."""
    if not lever.slope or lever.better is None or lever.gain < _SEEN:
        return None
    size = 100 if lever.unit == "%" else 1
    step = 10.0 ** floor(log10(lever.gain / lever.slope * size) + 1e-9)
    if step < 1 and lever.unit == "count":
        return None
    moved = lever.slope * step / size * 100
    if lever.unit == "%":
        what = f"{plain_number(step)} percentage point{'' if step == 1 else 's'}"
    else:
        what = amount(step, _of_one(lever.unit, step), currency)
    text = f"{moved:.2f}" if moved >= 0.1 else f"{moved:.2g}"
    return f"{what} {'more' if lever.better > 0 else 'less'} moves it by {text} points"


def _of_one(unit: str | None, step: float) -> str | None:
    """The unit of so much: ``hour`` for 1 of the unit ``hours``."""
    return unit[:-1] if unit and step == 1 and unit.endswith("s") else unit


def enough(lever: Lever) -> float | None:
    """The value that turns the outlook with as few digits as it is shown with, rounded to the good side; None where
    there is none."""
    if lever.turn is None or lever.turn.value is None:
        return None
    if lever.better is None:
        return lever.turn.value
    size = 100 if lever.unit == "%" else 1
    value = lever.turn.value * size
    whole = abs(value) >= 1000 or lever.unit == "count"
    digits = 0 if whole else 1 if abs(value) >= 100 else 2 - floor(log10(abs(value))) if value else 0
    step = 10.0**-digits
    rounded = (ceil if lever.better > 0 else floor)(value / step - lever.better * 1e-9) * step
    return float(f"{rounded:.12g}") / size


def turn_words(lever: Lever, found: Levers) -> str | None:
    """What it takes of this KPI alone: ``alone brings it on track at 431``; None where it cannot, or where nothing is
    to be turned."""
    value = enough(lever)
    return (
        None if value is None else f"alone brings it on track at {amount(value, lever.unit, found.card.map.currency)}"
    )


def result_words(lever: Lever) -> str | None:
    """What a lagging KPI does to the performance: "performance +1.4"."""
    if lever.result_gain is None:
        return None
    return f"performance {adds(lever.result_gain)}" if lever.result_gain >= _SEEN else None


def money_words(lever: Lever, currency: str | None) -> str | None:
    """``0.42 points per EUR 1,000 of its budget of EUR 9,500``."""
    if lever.money is None:
        return None
    points = f"{lever.money.per_1000 * 100:.2g}"
    thousand, budget = (amount(figure, "money", currency) for figure in (1000.0, lever.money.budget))
    return f"{points} points per {thousand} of its budget of {budget}"


def details(lever: Lever, found: Levers) -> str:
    """All that is said of a lever beside its numbers."""
    currency = found.card.map.currency
    words = (
        STATUS_WORD[lever.status],
        per_unit(lever, currency),
        turn_words(lever, found),
        result_words(lever),
        money_words(lever, currency),
    )
    return " · ".join(filter(None, words))


def effect_words(lever: Lever, found: Levers) -> str:
    """What stands beside the numbers of a lever in a report: what one unit moves, what would turn it, its budget."""
    currency = found.card.map.currency
    words = (per_unit(lever, currency), turn_words(lever, found), money_words(lever, currency))
    return "; ".join(filter(None, words)) or "–"


def lever_sentence(lever: Lever, found: Levers) -> str:
    """A lever as a person would say it: "Response time from 5.1 hours to 4 hours would add 2 points: 61 % → 63 %."."""
    currency = found.card.map.currency
    if lever.gain < _SEEN or lever.reach is None or found.outlook is None:
        return f"{lever.name} is at its target."
    before, after, change = from_to(found.outlook, found.outlook + lever.gain, found.limits)
    way = f"from {amount(lever.value, lever.unit, currency)} to {amount(lever.reach, lever.unit, currency)}"
    return f"{lever.name} {way} would add {in_points(change).lstrip('+')}: {before} → {after}."


def notes(found: Levers) -> list[str]:
    """What the levers do not say: KPIs without a figure, hindrances, budgets that belong to no KPI."""
    said = []
    if found.silent:
        names = [f"{kpi.name} ({REASON_SHORT[kpi.reason]})" for kpi in found.silent]
        said.append(f"No lever yet, a figure would change the shares: {listed(names, _MOST)}.")
    said += [_cost(cost, found) for cost in found.hindrances]
    if found.unnamed:
        names = [one.name for one in found.card.initiatives if one.id in set(found.unnamed)]
        said.append(f"No points per budget for what names no KPI: {listed(names, _MOST)}.")
    return said


def _cost(cost: HindranceCost, found: Levers) -> str:
    names = {goal.id: goal.name for goal in found.card.goals}
    cause, effect = names.get(cost.cause, cost.cause), names.get(cost.effect, cost.effect)
    points = per_point(cost.cost)
    return f"Left out: {cause} hinders {effect}; each point it rises takes {points} points of this outlook."


def none_words(found: Levers) -> str:
    """What is said where there is no lever."""
    return "No KPI with a figure leads there." if found.outlook is None or not found.levers else ""


def rest_words(found: Levers, shown: int) -> str:
    """How many levers are not shown, and what they add together."""
    rest = found.levers[shown:]
    together = sum(lever.gain for lever in rest)
    most = adds(max(lever.gain for lever in rest))
    return f"{counted(lever=len(rest))} more, each {most} at most, together {adds(together)}"


def effect_number(effect: float | None) -> str:
    """A total effect: ``0.25``; ``∙`` where no path leads."""
    if effect is None:
        return "–"
    if effect == 0:
        return "∙"
    return plain_number(round(effect, 3)) if effect < 0.01 else f"{effect:.2f}"


MATRIX_READING = (
    "How far the outlook of a goal (row) moves with one point added to the own parts of another (column), over all "
    "paths of arrows; ∙ no path leads there, – it has no outlook."
)
