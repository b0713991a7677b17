"""The value of any item over any stretch of time, wherever it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from scorecard.actuals import DimensionValues, MissingReason
from scorecard.arithmetic import Formula, evaluate, operand_id
from scorecard.arithmetic.formula import operands_of
from scorecard.measuring.asked import Asked, earlier, of_its_period
from scorecard.measuring.from_records import recorded_value
from scorecard.measuring.from_rows import FromRows
from scorecard.measuring.plan import Item
from scorecard.measuring.values import NOTHING, Value
from scorecard.model import Kpi, StrategyMap
from scorecard.recorded import Recorded

ValueAgo: TypeAlias = Callable[[str, int], Value]
"""The value of an operand, by its id, so many periods ago."""
EndAgo: TypeAlias = Callable[[str, int], date]
"""The last day that the value of an operand so many periods ago was measured over."""


class Ledger:
    """What rows and records gave, and formulas over them."""

    def __init__(
        self,
        strategy_map: StrategyMap,
        items: Mapping[str, Item],
        formulas: Mapping[str, Formula],
        rows: FromRows,
        recorded: Mapping[str, Sequence[Recorded]],
    ) -> None:
        self.strategy_map, self.items, self.formulas, self.rows, self.recorded = (
            strategy_map,
            items,
            formulas,
            rows,
            recorded,
        )
        self._known: dict[tuple[str, Asked, DimensionValues], Value] = {}

    def is_dated(self, item_id: str) -> bool:
        """Whether an item has figures with a date, by itself or through any of its operands."""
        item = self.items[item_id]
        if item.source is not None or item_id in self.recorded:
            return True
        formula = self.formulas.get(item_id)
        return formula is not None and any(
            self.is_dated(operand_id(name)) for name in formula.operands if operand_id(name) in self.items
        )

    def value(self, item_id: str, asked: Asked, part: DimensionValues = ()) -> Value:
        """The value of an item over a stretch; a value without a date is in force over every one."""
        key = (item_id, asked, part)
        if key not in self._known:
            self._known[key] = self._value(item_id, asked, part)
        return self._known[key]

    def _value(self, item_id: str, asked: Asked, part: DimensionValues) -> Value:
        item = self.items[item_id]
        if item.source is not None:
            return self.rows.values.get((item_id, asked, part), NOTHING)
        if item_id in self.recorded:
            days = asked.days(self.strategy_map.year_starts)
            return recorded_value(item, self.recorded[item_id], days, part)
        if item_id in self.formulas:
            return self.computed(item_id, lambda operand, ago: self.value(operand, earlier(asked, ago), part), asked)
        undated = item.value if isinstance(item, Kpi) and not part else None
        return NOTHING if undated is None else Value(value=undated, rows=True)

    def goes_on(self, item_id: str, asked: Asked) -> bool:
        """Whether the period of a stretch has a figure of its own, of every operand with dates in a formula."""
        formula = self.formulas.get(item_id)
        if formula is None:
            return self.value(item_id, of_its_period(asked)).rows
        bases = [(operand_id(name), ago) for name, ago in operands_of(formula.tree)]
        return all(
            self.goes_on(base, earlier(asked, ago)) for base, ago in bases if base in self.items and self.is_dated(base)
        )

    def computed(self, item_id: str, value_of: ValueAgo, asked: Asked, end_of: EndAgo | None = None) -> Value:
        """A formula over other items, from the values that ``value_of`` gives; what keeps one of them from being
        scored keeps the result, too. ``end_of`` is the last day of each value, left out that of its stretch."""
        formula = self.formulas[item_id]

        def number(name: str, ago: int) -> float | None:
            return value_of(operand_id(name), ago).value if operand_id(name) in self.items else None

        def broken(name: str, ago: int) -> bool:
            item = self.items.get(operand_id(name))
            if ago == 0 and asked.period.end > asked.until and self._is_flow(operand_id(name)):
                return True  # what has run in so far does not compare with a whole period
            if not isinstance(item, Kpi) or not item.breaks:
                return False
            before, now = (
                earlier(asked, steps).period.end if end_of is None else end_of(operand_id(name), steps)
                for steps in (ago + 1, ago)
            )
            return any(before < begun.start <= now for begun in item.breaks)

        result = evaluate(formula, number, self.strategy_map.params, broken)
        bases = [
            value_of(operand_id(name), ago)
            for name, ago in sorted(operands_of(formula.tree))
            if operand_id(name) in self.items
        ]
        reasons: list[MissingReason] = [base.reason for base in bases if base.reason is not None]
        return Value(
            value=result,
            rows=any(base.rows for base in bases),
            at_most=any(base.at_most for base in bases),
            combinations=frozenset().union(*(base.combinations for base in bases)),
            reason=reasons[0] if reasons else None,
            lacks=tuple(dict.fromkeys(lack for base in bases for lack in base.lacks)),
        )

    def _is_flow(self, item_id: str) -> bool:
        item = self.items.get(item_id)
        return item is not None and (item.kind or self.rows.kinds.get(item_id)) == "flow"
