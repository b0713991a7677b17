"""What the report says of a map beyond its numbers: levers, scenarios, what is expected, and what the data support."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scorecard.rendering.evidence import sentences as evidence
from scorecard.rendering.forecast import sentences as forecast
from scorecard.rendering.levers import phrases as levers
from scorecard.rendering.numbers import chance, percent
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.sheet import Cell, Marked, Sheet
from scorecard.rendering.simulation import chances
from scorecard.rendering.simulation import phrases as scenarios
from scorecard.rendering.simulation.expectations import summary
from scorecard.rendering.words import STATUS_WORD
from scorecard.simulation import Outcome

_MOST = {"board": 3, "team": 8, "newcomer": 3}
_LISTED = 4


def levers_sheet(found: Lookup) -> Sheet | None:
    """The KPIs that move the index most."""
    told = found.report.levers
    if told is None or not told.levers:
        return None
    shown = [lever for lever in told.levers[: _MOST[found.report.audience]] if lever.gain > 0]
    rows = tuple(
        (
            lever.name,
            levers.value(lever, found.currency),
            levers.reach(lever, found.currency),
            Marked(lever.status, f"{STATUS_WORD[lever.status]} {percent(lever.performance, lever.limits)}"),
            levers.adds(lever.gain),
            levers.effect_words(lever, told),
        )
        for lever in shown
    )
    if not rows:
        return None
    return Sheet(
        title="Levers of the index",
        lead=levers.outlook_sentence(told),
        headings=("KPI", "Now", "Target", "Performance", "Adds points", "What it takes"),
        rows=rows,
        numbers=(1, 2, 4),
        widths="1.2fr auto auto auto auto 1.6fr",
        remarks=(*levers.notes(told), levers.ADDS),
    )


def scenarios_sheet(found: Lookup) -> Sheet | None:
    """The scenarios that lie beside the map, and whether what they expect is met."""
    told, broken = found.report.scenarios, found.report.broken_scenarios
    if told is None and not broken:
        return None
    outcomes = () if told is None else told.outcomes
    unread = tuple(f"{path} has errors; scorecard check shows them." for path in broken)
    return Sheet(
        title="What if",
        lead="Scenarios that are kept beside the map",
        headings=("Scenario", "What is otherwise", "Outlook of the index", "Other outlooks", "Expected"),
        rows=tuple(_outcome(outcome, found) for outcome in outcomes),
        widths="1fr 1.4fr auto 1.2fr auto",
        remarks=(*unread, *(_chance(outcome) for outcome in outcomes if outcome.distribution), scenarios.AFTER),
    )


def _chance(outcome: Outcome) -> str:
    return f"{outcome.scenario.name}: {chances.headline(outcome.distribution)}" if outcome.distribution else ""


def _outcome(outcome: Outcome, found: Lookup) -> tuple[Cell, ...]:
    card, names = found.card, scenarios.names_of(found.card)
    index = next(score for score in outcome.scores if score.kind == "index")
    changed = [f"{kpi.name}: {scenarios.values(kpi, found.currency)}" for kpi in outcome.kpis if kpi.why == "set"]
    changed += [*scenarios.changes(outcome.scenario, names), *chances.asked(outcome.scenario, names)]
    turned = [
        f"{score.name}: {scenarios.new_outlook_status(score)}"
        for score in outcome.scores
        if score.kind == "goal" and scenarios.new_outlook_status(score)
    ]
    met = all(verdict.met for verdict in outcome.verdicts)
    expected: Cell = Marked("on-track" if met else "off-track", summary(outcome)) if outcome.verdicts else "–"
    return (
        outcome.scenario.name,
        "; ".join(changed) or "nothing",
        scenarios.ends(index.outlook, card.limits)[0],
        "; ".join(turned[:_LISTED]) + (f" and {len(turned) - _LISTED} more" if len(turned) > _LISTED else "") or "–",
        expected,
    )


def forecast_sheet(found: Lookup) -> Sheet | None:
    """Where the outlooks are expected to go when every KPI goes on as it did; their status is a word."""
    told = found.report.forecast
    if told is None or not forecast.has_figures(told):
        return None
    shown = told.outlooks if found.report.audience == "team" else [one for one in told.outlooks if one.kind != "goal"]
    rows = tuple(
        (
            one.name,
            percent(one.start, one.limits),
            f"{STATUS_WORD[one.statuses[-1]]} {forecast.outlook_words(one.estimates[-1], one.limits)}",
            chance(one.chances[-1].get("on-track", 0.0)),
            forecast.sentence(one, told).partition(": ")[2],
        )
        for one in shown
        if one.estimates
    )
    last = str(told.periods[-1])
    return Sheet(
        title="Forecast",
        lead=f"What is expected until {last} when every KPI goes on as it did; in brackets where 8 of 10 futures end",
        headings=("Outlook of", "Now", last, "Chance on track", "In words"),
        rows=rows,
        numbers=(1, 3),
        widths="1.2fr auto auto auto 2fr",
        remarks=tuple(filter(None, (forecast.backtest_sentence(told),))),
    )


def evidence_sheet(found: Lookup) -> Sheet | None:
    """Whether the figures support the arrows; for the board only those of which they say something."""
    told = found.report.evidence
    if told is None or not told.arrows:
        return None
    board = found.report.audience == "board"
    rows = tuple(
        (
            f"{arrow.cause_name} → {arrow.effect_name}",
            f"{evidence.VERDICT_GLYPH[arrow.verdict]} {evidence.VERDICT_WORD[arrow.verdict]}",
            evidence.sentence(arrow, told.rhythm),
        )
        for arrow in told.arrows
        if not board or arrow.verdict in ("supported", "contradicted")
    )
    return Sheet(
        title="Do the data support the arrows?",
        lead=evidence.headline(told),
        headings=("Arrow", "Verdict", "What was seen"),
        rows=rows,
        widths="1.2fr auto 2fr",
        remarks=evidence.NOTES,
    )


SHEETS: Mapping[str, Callable[[Lookup], Sheet | None]] = {
    "levers": levers_sheet,
    "scenarios": scenarios_sheet,
    "forecast": forecast_sheet,
    "evidence": evidence_sheet,
}
"""The parts by their keys in `order`."""
