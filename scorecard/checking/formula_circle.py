"""No figure is worked out from itself.

A formula needs the figures it names before it can be worked out, and a KPI without a figure asks the one under
`else`. If that leads back to where it began, there is no figure to begin with, not even with `previous`, which asks
the same question of every period before.

Good:
    goals:
      sound-finances: {perspective: financial, lagging: [margin]}
    kpis:
      margin: {unit: "%", formula: (revenue - cost) / revenue, baseline: 5%, target: 8%}
    measures:
      revenue: {}
      cost: {}

Bad:
    goals:
      sound-finances: {perspective: financial, lagging: [margin]}
    kpis:
      margin: {unit: "%", formula: profit / revenue, baseline: 5%, target: 8%}
    measures:
      revenue: {}
      profit: {formula: margin * revenue}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorecard.arithmetic import Formula, operand_id
from scorecard.checking._formulas import figures_of, formulas_of, whose
from scorecard.model import Kpi, StrategyMap
from scorecard.problem import Problem

_Needs = Mapping[str, tuple[str, ...]]


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield circles of formulas and substitutes, each from its first item in the file; none shares an item."""
    section = {item_id: section for section, item_id, _ in figures_of(strategy_map)}
    by_formula = {
        written.id: tuple(map(operand_id, written.formula.operands))
        for written in formulas_of(strategy_map)
        if section[written.id] == written.section and isinstance(written.formula, Formula)
    }
    needs = {
        item_id: (*by_formula.get(item_id, ()), *_substitute(item))
        for kind, item_id, item in figures_of(strategy_map)
        if section[item_id] == kind
    }
    for circle in _circles(needs):
        yield _problem(section[circle[0]], circle, by_formula)


def _substitute(item: object) -> tuple[str, ...]:
    return (item.substitute,) if isinstance(item, Kpi) and item.substitute is not None else ()


def _circles(needs: _Needs) -> Iterator[list[str]]:
    """The items of a circle, each needing the next; an item that is in one circle is not told of in another."""
    done: set[str] = set()
    told: set[str] = set()
    for start in needs:
        path = [start] if start not in done else []
        place = {start: 0}
        ahead = [iter(needs[start])]
        while path:
            item_id = next(ahead[-1], None)
            if item_id is None:
                ahead.pop()
                done.add(path[-1])
                del place[path.pop()]
            elif item_id in place:
                circle = path[place[item_id] :]
                if told.isdisjoint(circle):
                    told.update(circle)
                    yield circle
            elif item_id in needs and item_id not in done:
                place[item_id] = len(path)
                path.append(item_id)
                ahead.append(iter(needs[item_id]))


def _problem(section: str, circle: list[str], by_formula: _Needs) -> Problem:
    first, second = circle[0], circle[1 % len(circle)]
    in_formula = second in by_formula.get(first, ())
    message = "figures are worked out from each other in a circle: {path}"
    if len(circle) == 1:
        message = "{whose} is worked out from itself" if in_formula else "{whose} is its own substitute"
    return Problem(
        rule="formula-circle",
        loc=(section, first, "formula" if in_formula else "else"),
        message=message,
        label="that is the same figure" if len(circle) == 1 else "this leads back to '{id}'",
        hint="work it out from other figures" if in_formula else "name another KPI or measure",
        params={
            "whose": whose(section, first),
            "id": first,
            "ids": tuple(circle),
            "path": " → ".join([*circle, first]),
        },
    )
