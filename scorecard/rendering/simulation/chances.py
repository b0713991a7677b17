"""What becomes of outlooks when values are uncertain, in words: the same for the terminal, Markdown and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.distribution import Distribution, OutlookDistribution, UncertainValue
from scorecard.naming import counted
from scorecard.rendering.history.sparkline import LEVELS
from scorecard.rendering.numbers import WHOLE, amount, amount_range, chance, percent
from scorecard.rendering.words import STATUS_WORD
from scorecard.result import Status
from scorecard.scenario import Scenario

CHANCES: tuple[Status, ...] = ("on-track", "at-risk", "off-track")
"""The statuses of an outlook that is known, best first."""
UNKNOWN = "too little of it is known for a status"
_SEEN = 0.005


def headline(found: Distribution) -> str:
    """The index in one sentence: ``The outlook of the index is 79 % on average and 74 to 83 % in 90 of 100 cases; the
    chance that it is on track is 33 %.``"""
    index = found.outlooks[-1]
    if index.mean is None:
        return "The index has no outlook."
    coverage = f" (coverage {percent(index.coverage, WHOLE)})" if index.coverage < 1 else ""
    if index.law == "certain":
        return f"The outlook of the index stays at {percent(index.mean, index.limits)}{coverage}."
    said = f"The outlook of the index is {mean(index)} on average and {between(index)} in 90 of 100 cases{coverage}"
    if index.chances["no-data"]:
        return f"{said}; {UNKNOWN}."
    return f"{said}; the chance that it is on track is {chance(index.chances['on-track'])}."


def shown(found: Distribution) -> list[OutlookDistribution]:
    """The outlooks that what is uncertain reaches: index, perspectives, goals."""
    goals = [one for one in found.outlooks if one.kind == "goal"]
    rolled = found.outlooks[len(goals) :]
    return [one for one in (*rolled[-1:], *rolled[:-1], *goals) if one.law != "certain"]


def now(one: OutlookDistribution) -> str:
    """The outlook with every value as it is."""
    return percent(one.now, one.limits)


def mean(one: OutlookDistribution) -> str:
    """``79 %``."""
    return percent(one.mean, one.limits)


def between(one: OutlookDistribution) -> str:
    """``74 to 83 %``: 90 of 100 times."""
    low, high = percent(one.quantiles[0]), percent(one.quantiles[-1])
    return high if low == high else f"{low.removesuffix(' %')} to {high}"


def chance_cells(one: OutlookDistribution) -> tuple[str, ...]:
    """The chance of each of `CHANCES`; empty where it cannot happen or no status is given."""
    return tuple(chance(one.chances[status]) if one.chances[status] else "" for status in CHANCES)


def chances(one: OutlookDistribution) -> str:
    """``on track 62 %, at risk 35 %, off track 3 %``."""
    if one.chances["no-data"]:
        return UNKNOWN
    return ", ".join(
        f"{STATUS_WORD[status]} {text}" for status, text in zip(CHANCES, chance_cells(one), strict=True) if text
    )


def remarks(one: OutlookDistribution) -> list[str]:
    """What else is to be said of a row: its coverage, no status, and what it is told from."""
    found = [f"coverage {percent(one.coverage, WHOLE)}"] if one.coverage < 1 else []
    found += [UNKNOWN] if one.chances["no-data"] else []
    return [*found, "exact" if one.law == "exact" else "from draws"]


def bars(shape: Sequence[float]) -> str:
    """The shares of the twentieths as bars, the highest one full, those below half of 1 % not seen."""
    most = max(shape, default=0.0)
    heights = (min(int(share / most * len(LEVELS)), len(LEVELS) - 1) if share >= _SEEN else None for share in shape)
    return "".join(" " if height is None else LEVELS[height] for height in heights)


def told_from(one: UncertainValue) -> str:
    """``15 % of it``, ``as written``, ``history, 23 changes``."""
    if one.spread == "history":
        return f"history, {counted(change=one.changes)}"
    return f"± {one.written}" if one.spread == "share" else "as given"


def around(one: UncertainValue, currency: str | None) -> str:
    """The value in the middle."""
    return amount(one.middle, one.unit, currency)


def values_between(one: UncertainValue, currency: str | None) -> str:
    """Where 90 of 100 values lie."""
    return amount_range(one.low, one.high, one.unit, currency)


def value_sentence(one: UncertainValue, currency: str | None) -> str:
    """``Followers (followers): around 12,000, 90 of 100 times 11,000–13,000 (history, 23 changes)``."""
    where = f"around {around(one, currency)}, 90 of 100 times {values_between(one, currency)}"
    return f"{one.name} ({one.id}): {where} ({told_from(one)})"


def exceptions(found: Distribution, names: Mapping[str, str]) -> list[str]:
    """KPIs that were to be uncertain, or might be thought to be, and are not; ``names`` by ``kpi:`` and id."""
    said = [f"{names[f'kpi:{kpi}']} ({kpi}) stays as it is: {why}." for kpi, why in found.certain]
    left = [f"{names[f'kpi:{kpi}']} ({kpi})" for kpi in found.left]
    return said + [f"{name} is worked out from uncertain values and stays as it is." for name in left]


def asked(scenario: Scenario, names: Mapping[str, str]) -> list[str]:
    """``Followers is uncertain: 15%``."""
    return [
        f"{'every KPI' if one.kpi == '*' else names[f'kpi:{one.kpi}']} is uncertain: {one.written}"
        for one in scenario.uncertain
    ]


def notes(found: Distribution) -> list[str]:
    """How the numbers were found."""
    rest = len(found.outlooks) - len(shown(found))
    said = [f"{counted(outlook=rest)} {'is' if rest == 1 else 'are'} not reached by what is uncertain."] if rest else []
    if any(one.spread == "share" for one in found.kpis):
        said.append("± is a standard deviation: two of three values lie within it.")
    said.append("Means are worked out and not drawn.")
    if found.draws:
        error = f"{found.error * 100:.1g}" if found.error < 0.0095 else f"{found.error * 100:.0f}"
        said.append(
            f"Rows from draws: {found.draws:,} draws (seed {found.seed}), chances are right to ± {error} "
            f"{'point' if error == '1' else 'points'} 95 of 100 times."
        )
    if found.correlated:
        said.append(f"KPIs move together as they did over {counted(change=found.correlated)} that they have in common.")
    elif found.asked_correlated:
        said.append("Too few changes in common to tell how KPIs move together: here each moves by itself.")
    elif len(found.kpis) > 1:
        said.append("Every KPI varies independently of the others.")
    return said
