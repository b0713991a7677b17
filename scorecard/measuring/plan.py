"""What has to be worked out: which items there are, in which order, and over which stretches of time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from scorecard.arithmetic import Formula, FormulaError, operand_id, parse
from scorecard.arithmetic.formula import operands_of
from scorecard.measuring.asked import (
    Asked,
    a_year_before,
    before,
    earlier,
    of_its_period,
    own,
    periods_until,
    rhythm_of,
)
from scorecard.model import Change, Kpi, Measure, OtherKpi, StrategyMap
from scorecard.period import Over, Period, named_days, parse_period, period_before, period_of
from scorecard.scalars import names_period

Item: TypeAlias = Kpi | Measure
Needs: TypeAlias = Mapping[str, set[Asked]]


def items_of(strategy_map: StrategyMap) -> dict[str, Item]:
    """The measures and the KPIs by id: formulas see them as one."""
    return {**strategy_map.measures, **strategy_map.kpis}


def formulas_of(items: Mapping[str, Item]) -> dict[str, Formula]:
    """The formulas over other items, read; one that cannot be read is for the checker to report."""
    found = {}
    for item_id, item in items.items():
        if item.formula is not None and item.source is None:
            try:
                found[item_id] = parse(item.formula)
            except FormulaError:
                continue
    return found


def in_order(items: Mapping[str, Item], formulas: Mapping[str, Formula]) -> list[str]:
    """The items, each behind those it is made from or that stand in for it."""
    ordered: dict[str, None] = {}
    waiting = [(item_id, iter(_bases(item_id, items, formulas))) for item_id in reversed(list(items))]
    opened: set[str] = set()
    while waiting:
        item_id, bases = waiting[-1]
        opened.add(item_id)
        base = next((base for base in bases if base not in ordered and base not in opened), None)
        if base is not None:
            waiting.append((base, iter(_bases(base, items, formulas))))
        else:
            ordered[item_id] = None
            waiting.pop()
    return list(ordered)


def _bases(item_id: str, items: Mapping[str, Item], formulas: Mapping[str, Formula]) -> Iterator[str]:
    formula = formulas.get(item_id)
    names = [operand_id(name) for name in formula.operands] if formula else []
    item = items[item_id]
    if isinstance(item, Kpi):
        names += [item.substitute] if item.substitute else []
        if isinstance(item.target, Change) and item.target.against:
            names.append(item.target.against)
        if isinstance(item.target, OtherKpi):
            names.append(item.target.kpi)
    yield from (name for name in names if name in items)


def periods_of(item: Item, periods: Sequence[Period], as_of: date) -> tuple[Period, ...]:
    """The periods of an item's own rhythm that cover those of the map."""
    rhythm = rhythm_of(item, periods[0].rhythm)
    if rhythm == periods[0].rhythm:
        return tuple(periods)
    return tuple(period for period in periods_until(as_of, rhythm, periods[0]) if period.end >= periods[0].start)


def reference_of(item: Item, period: Period, as_of: date, year_starts: int) -> Asked | None:
    """What the relative target of an item is a step from in a period of its own; None for another KPI or none."""
    if not isinstance(item, Kpi) or not isinstance(item.target, Change) or item.target.against is None:
        return None
    against = item.target.against
    if against == "previous-period":
        return before(own(item, period, as_of))
    if against == "same-period-last-year":
        return a_year_before(own(item, period, as_of))
    return _named(parse_period(against), item.over, as_of, year_starts) if names_period(against) else None


def _named(named: Period, over: Over | None, as_of: date, year_starts: int) -> Asked:
    """The stretch that a named period means: one of the business year is asked for by its last month."""
    days = named_days(named, over, year_starts)
    if days == (named.start, named.end):
        return Asked(named, None, as_of)
    return Asked(period_of(days.end, "month"), "year" if named.rhythm == "year" else "quarter", as_of)


def needs_of(
    items: Mapping[str, Item],
    formulas: Mapping[str, Formula],
    periods: Sequence[Period],
    as_of: date,
    year_starts: int = 1,
) -> dict[str, set[Asked]]:
    """The stretches that each item is asked for, by itself or as an operand."""
    needs: dict[str, set[Asked]] = {item_id: set() for item_id in items}
    alike: dict[tuple[object, ...], tuple[set[Asked], set[Asked]]] = {}
    for item_id in reversed(in_order(items, formulas)):
        item, formula = items[item_id], formulas.get(item_id)
        against = item.target.against if isinstance(item, Kpi) and isinstance(item.target, Change) else None
        kind = (item.over, rhythm_of(item, periods[0].rhythm), against)
        if kind not in alike:  # most items ask for the same
            alike[kind] = _stretches(item, periods, as_of, year_starts)
        wanted, of_operands = alike[kind]
        handed_on = needs[item_id] | of_operands if formula else set()
        needs[item_id] |= wanted
        for name, ago in operands_of(formula.tree) if formula else ():
            if operand_id(name) in needs:
                needs[operand_id(name)] |= {earlier(asked, ago) for asked in handed_on}
    return needs


def _stretches(item: Item, periods: Sequence[Period], as_of: date, year_starts: int) -> tuple[set[Asked], set[Asked]]:
    """What an item is asked for, and what of it a formula asks of its operands: without a window or a rhythm of its
    own it takes their figures as they are in force, and needs of them only what is compared with."""
    every: set[Asked] = set()
    handed_on: set[Asked] = set()
    for period in periods_of(item, periods, as_of):
        asked = own(item, period, as_of)
        wanted = {asked, before(asked), of_its_period(asked), earlier(of_its_period(asked), 1)}
        wanted |= {reference_of(item, period, as_of, year_starts) or asked}
        every |= wanted
        handed_on |= wanted if item.over or period.rhythm != periods[0].rhythm else wanted - {asked}
    return every, handed_on


def last_due(item: Item, period: Period, as_of: date) -> Period:
    """The period of an item's own rhythm whose figure is in force in a period of the map: the last that is over."""
    rhythm = rhythm_of(item, period.rhythm)
    if rhythm == period.rhythm:
        return period
    holding = period_of(period.end, rhythm)
    over = min(period.end, as_of)
    return holding if holding.end <= over else period_before(holding)
