"""Values from the raw rows of sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scorecard.actuals import DimensionValues
from scorecard.measuring.asked import Asked
from scorecard.measuring.plan import Item, Needs
from scorecard.measuring.source import Cell, Evaluation, Expression, Source
from scorecard.measuring.values import Value
from scorecard.model import Kind, Kpi, StrategyMap
from scorecard.problem import Problem

_MANY = 8
"""A source with so many rows of one combination in one stretch has them all along, so that an early end is odd."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FromRows:
    """What the sources of a map gave."""

    values: Mapping[tuple[str, Asked, DimensionValues], Value]
    kinds: Mapping[str, Kind]
    spans: Mapping[str, tuple[date, date]]
    """The first and the last day with a row, by source."""
    until: Mapping[str, date]
    """The last day with a row, of the sources that have many rows in a period."""
    replaced: Mapping[str, int]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Building:
    values: dict[tuple[str, Asked, DimensionValues], Value] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    spans: dict[str, tuple[date, date]] = field(default_factory=dict)
    until: dict[str, date] = field(default_factory=dict)
    replaced: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: dict[tuple[object, ...], Problem] = field(default_factory=dict)


def from_rows(
    strategy_map: StrategyMap, items: Mapping[str, Item], needs: Needs, folder: Path, split: Sequence[str], as_of: date
) -> FromRows:
    """Every figure that is made from rows, over every stretch it is asked for; of the whole, and of the values of the
    dimensions ``split``."""
    from scorecard.measuring.duck import FileSource, database_of

    built = _Building()
    with database_of(strategy_map.sources.values(), folder) as connection:
        for source_id, definition in strategy_map.sources.items():
            used = {item_id: item for item_id, item in items.items() if item.source == source_id and item.formula}
            with FileSource(
                source_id, definition, folder, strategy_map.params, strategy_map.dimensions, as_of, connection
            ) as source:
                _evaluate(source, source_id, used, needs, split, strategy_map, built)
    return FromRows(
        values=built.values,
        kinds=built.kinds,
        spans=built.spans,
        until=built.until,
        replaced=built.replaced,
        problems=(*built.problems, *built.warnings.values()),
    )


def _evaluate(
    source: Source,
    source_id: str,
    used: Mapping[str, Item],
    needs: Needs,
    split: Sequence[str],
    strategy_map: StrategyMap,
    built: _Building,
) -> None:
    expressions = _expressions(strategy_map, used)
    # With conditions of their own figures may lack a part that the source has, so those are counted by themselves.
    dimensions = strategy_map.dimensions if any(item.where for item in used.values()) else split
    layers = _layers(needs, used) or [[]]  # a source that nothing is made from is looked at all the same
    source.prepare(expressions, looks=len(layers))
    for layer in layers:
        asked_by = {item_id for item_id in used if not needs[item_id].isdisjoint(layer)}
        wanted = {key: expression for key, expression in expressions.items() if expression.loc[1] in asked_by}
        windows = [asked.days(strategy_map.year_starts) for asked in layer]
        found = source.evaluate(wanted, windows, dimensions)
        for problem in found.problems:  # a condition that two expressions share is wrong once
            if problem not in built.problems:
                built.problems.append(problem)
        built.warnings |= {(warning.rule, warning.loc, str(warning.params)): warning for warning in found.warnings}
        built.kinds |= {key: kind for key, kind in found.kinds.items() if key in used}
        built.replaced[source_id] = found.replaced
        if found.first is not None and found.last is not None:
            built.spans[source_id] = (found.first, found.last)
            if max(found.rows.values(), default=0) >= _MANY:
                built.until[source_id] = found.last
        _take(found, layer, {item_id: used[item_id] for item_id in asked_by}, split, built)
        if built.problems:
            return  # they would only be said again


def _layers(needs: Needs, used: Iterable[str]) -> list[list[Asked]]:
    """The stretches that any item is asked for, in groups of the same kind: those of most groups do not overlap."""
    groups: dict[tuple[object, ...], dict[Asked, None]] = {}
    for asked in sorted({asked for item_id in used for asked in needs[item_id]}, key=_place):
        groups.setdefault((asked.period.rhythm, asked.over, asked.until), {})[asked] = None
    return [list(group) for group in groups.values()]


def _place(asked: Asked) -> tuple[object, ...]:
    return asked.period, asked.over or "", asked.until


def _expressions(strategy_map: StrategyMap, used: Mapping[str, Item]) -> dict[str, Expression]:
    """The formulas of items by their id, their samples and the rows behind them by a key that no id can be."""
    found: dict[str, Expression] = {}
    for item_id, item in used.items():
        loc = ("kpis" if item_id in strategy_map.kpis else "measures", item_id)
        found[item_id] = Expression(formula=item.formula or "", where=item.where, loc=loc)
        if isinstance(item, Kpi) and (item.sample or item.min_sample):
            text, field_ = (item.sample, "sample") if item.sample else ("count(*)", "formula")
            found[f"{item_id}/n"] = Expression(formula=text or "", where=item.where, loc=loc, field=field_)
        if item.where and strategy_map.dimensions:
            found[f"{item_id}/rows"] = Expression(formula="count(*)", where=item.where, loc=loc)
    return found


def _take(
    found: Evaluation, layer: Sequence[Asked], used: Mapping[str, Item], split: Sequence[str], built: _Building
) -> None:
    combinations: dict[int, set[DimensionValues]] = {}
    for window, combination in found.rows:
        combinations.setdefault(window, set()).add(combination)
    parts: dict[int, set[DimensionValues]] = {}
    for cell in found.values:
        if cell.dimensions and cell.dimensions[0][0] in split:
            parts.setdefault(cell.window, set()).add(cell.dimensions)
    for place, asked in enumerate(layer):
        for item_id, item in used.items():
            for part in ((), *sorted(parts.get(place, ()))):
                cell = Cell(item_id, place, part)
                if cell in found.values:
                    behind = frozenset(
                        other
                        for other in combinations.get(place, ())
                        if set(part) <= set(other) and _has_rows(found, item_id, item, place, other)
                    )
                    built.values[item_id, asked, part] = Value(
                        value=found.values[cell],
                        n=found.values.get(Cell(f"{item_id}/n", place, part)),
                        rows=True,
                        at_most=not item.additive and len(behind) > 1,
                        combinations=behind,
                    )


def _has_rows(found: Evaluation, item_id: str, item: Item, place: int, combination: DimensionValues) -> bool:
    """Whether any row of a combination meets the condition of the item."""
    if not item.where:
        return True
    counts = [found.values.get(Cell(f"{item_id}/rows", place, (part,))) for part in combination]
    return all(count is None or count > 0 for count in counts)
