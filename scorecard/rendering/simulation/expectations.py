"""What was expected and what came of it, each number with as many decimals as its verdict needs."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.rendering.numbers import NO_DATA, exact_amount
from scorecard.rendering.simulation.phrases import names_of
from scorecard.rendering.spans import printable
from scorecard.rendering.words import STATUS_WORD
from scorecard.result import KpiScore, Scorecard
from scorecard.scenario import Scenario, Sign
from scorecard.simulation import Outcome, Verdict

_WORD: Mapping[str, str] = {"lagging": "results", "leading": "drivers", "outlook_status": "outlook"}
_DIGITS = 9


def verdict_words(verdict: Verdict) -> str:
    """Whether it is met."""
    return "met" if verdict.met else "NOT met"


def summary(outcome: Outcome) -> str:
    """``2 of 3 expectations are met.``; empty where nothing is expected."""
    count = len(outcome.verdicts)
    met = sum(verdict.met for verdict in outcome.verdicts)
    if not count:
        return ""
    if met == count:
        return "The expectation is met." if count == 1 else f"All {count} expectations are met."
    return f"{met} of {count} expectations {'is' if met == 1 else 'are'} met."


def item_name(verdict: Verdict, card: Scorecard) -> str:
    """The name of the item that something is expected of."""
    expected = verdict.expectation
    return "Index" if expected.kind == "index" else names_of(card)[f"{expected.kind}:{expected.id}"]


def place(verdict: Verdict, scenario: Scenario) -> str:
    """Where the expectation stands: ``scenarios/a.yaml:7:14``."""
    at = verdict.expectation.at
    return f"{scenario.path}:{at.line}:{at.column}" if at is not None else scenario.path


def expected_and_actual(verdict: Verdict, card: Scorecard) -> tuple[str, str]:
    """``outlook >= 80 %`` and ``79.6 %``: read together the two texts are as true as the verdict."""
    expected, actual = verdict.expectation, verdict.actual
    word = _WORD.get(expected.number, expected.number)
    if isinstance(expected.limit, str):
        return f"{word} {STATUS_WORD[expected.limit]}", STATUS_WORD[actual] if isinstance(actual, str) else NO_DATA
    kpi = next((kpi for kpi in card.kpis if expected.number == "value" and kpi.id == expected.id), None)
    limit = _share(expected.limit) if kpi is None else _amount(expected.limit, kpi, card.map.currency)
    asked = printable(f"{word} {expected.sign} {limit}")
    if actual is None or isinstance(actual, str):
        return asked, NO_DATA
    if kpi is not None:
        return asked, printable(_amount(actual, kpi, card.map.currency))
    return asked, _as_true(actual, expected.limit, expected.sign, verdict.met)


def _as_true(actual: float, limit: float, sign: Sign, met: bool) -> str:
    """A share with the fewest decimals that show it on its side of the limit."""
    edge = float(f"{limit * 100:.{_DIGITS}g}")
    for decimals in range(_DIGITS):
        text = f"{actual * 100:.{decimals}f}"
        if _holds(float(text), edge, sign) == met:
            return f"{_plain(text)} %"
    return _share(actual)


def _holds(actual: float, limit: float, sign: Sign) -> bool:
    if sign == "==":
        return actual == limit
    if sign in (">=", "<="):
        return actual >= limit if sign == ">=" else actual <= limit
    return actual > limit if sign == ">" else actual < limit


def _share(share: float) -> str:
    return f"{_plain(f'{share * 100:.{_DIGITS}g}')} %"


def _plain(text: str) -> str:
    return text.replace("-", "−") if float(text) else text.lstrip("-")


def _amount(value: float, kpi: KpiScore, currency: str | None) -> str:
    return exact_amount(float(f"{value:.{_DIGITS}g}"), kpi.unit, currency)
