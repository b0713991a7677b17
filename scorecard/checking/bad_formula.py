"""A formula without a source is arithmetic over KPIs and measures.

It is made of numbers, of the ids of KPIs and measures with underscores for hyphens, of + - * / ( ), of min, max, abs,
change and previous, and of the parameters of the map, each with a dollar sign before it. What is worked out over rows,
a sum or a count, needs a `source`.

Good:
    params: {visits_for_a_lead: 40}
    goals:
      more-sales: {perspective: customer, lagging: [lead-rate]}
    kpis:
      lead-rate: {formula: "min(1, leads * $visits_for_a_lead / visits)", worst: 0, best: 1}
    measures:
      leads: {}
      visits: {}

Bad:
    params: {visits_for_a_lead: 40}
    goals:
      more-sales: {perspective: customer, lagging: [lead-rate]}
    kpis:
      lead-rate: {formula: leads * $visits_for_a_leed / visits, worst: 0, best: 1}
      visits-per-lead: {formula: round(visits / leads), direction: none}
    measures:
      leads: {}
      visits: {}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.arithmetic import Formula, FormulaError
from scorecard.checking._formulas import Written, formulas_of
from scorecard.checking._ids import meant
from scorecard.model import StrategyMap
from scorecard.problem import Place, Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every formula without a source that cannot be read, and every unknown parameter in one that can."""
    for written in formulas_of(strategy_map):
        if isinstance(written.formula, FormulaError):
            yield _unreadable(written, written.formula)
        else:
            yield from _unknown_params(strategy_map, written, written.formula)


def _unreadable(written: Written, error: FormulaError) -> Problem:
    show_part = error.part.isprintable() and error.part.strip() and len(written.text) > len(error.part)
    return Problem(
        rule="bad-formula",
        loc=(written.section, written.id, "formula"),
        message="the formula of {whose} cannot be read: {why}",
        label="it is about '{part}', character {column}" if show_part else "",
        hint="{way_out}",
        params={
            "whose": written.whose,
            "why": error.message,
            "part": error.part,
            "column": error.column,
            "way_out": error.hint,
        },
    )


def _unknown_params(strategy_map: StrategyMap, written: Written, formula: Formula) -> Iterator[Problem]:
    unknown = [name for name in formula.params if name not in strategy_map.params]
    suggestions = meant(unknown, strategy_map.params)
    for name in unknown:
        params: dict[str, object] = {"whose": written.whose, "param": name}
        hint = "define it under `params`"
        if name in suggestions:
            hint = "did you mean '${nearest}' ({place})?"
            params |= {"nearest": suggestions[name], "place": Place(loc=("params", suggestions[name]))}
        yield Problem(
            rule="bad-formula",
            loc=(written.section, written.id, "formula"),
            message="the formula of {whose} uses an unknown parameter '${param}'",
            label="no parameter has this name",
            hint=hint,
            params=params,
        )
