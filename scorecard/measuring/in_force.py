"""From values over stretches of time to the figures that are in force in each period of the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from scorecard.actuals import DimensionValues, Figure, FigureKey, MissingReason
from scorecard.arithmetic import operand_id
from scorecard.measuring.asked import Asked, before, earlier, of_its_period, own
from scorecard.measuring.ledger import Ledger
from scorecard.measuring.plan import in_order, last_due, reference_of
from scorecard.measuring.values import NOTHING, Value
from scorecard.model import Change, Kpi
from scorecard.period import Period, period_before, period_of


@dataclass(slots=True)
class InForce:
    """The figures of all items in all periods, the values that trends are measured from where that is not the figure
    of the period before, and the references of relative targets."""

    figures: dict[FigureKey, Figure] = field(default_factory=dict)
    before: dict[tuple[str, Period], float | None] = field(default_factory=dict)
    references: dict[tuple[str, Period], float | None] = field(default_factory=dict)


class Bringing:
    """Brings values into force, period by period."""

    def __init__(
        self, ledger: Ledger, periods: Sequence[Period], parts: Sequence[DimensionValues], as_of: date
    ) -> None:
        self._ledger, self._periods, self._parts, self._as_of = ledger, periods, parts, as_of
        self._made = InForce()
        self._had: set[tuple[str, DimensionValues]] = set()
        """The items, and parts of them, that had a figure in any earlier period."""

    def all(self) -> InForce:
        """Every item, each behind those it is made from."""
        for item_id in in_order(self._ledger.items, self._ledger.formulas):
            if self._ledger.is_dated(item_id):
                for period in self._periods:
                    self._bring(item_id, period)
            else:
                self._undated(item_id)
        return self._made

    def _undated(self, item_id: str) -> None:
        item = self._ledger.items[item_id]
        value = item.value if isinstance(item, Kpi) else None
        if item_id in self._ledger.formulas:
            asked = own(item, period_of(self._as_of, self._ledger.strategy_map.period), self._as_of)

            def operand(base: str, ago: int) -> Value:
                figure = self._made.figures.get((base, None, ()))
                return NOTHING if figure is None or ago else Value(value=figure.value, rows=True)

            value = self._ledger.computed(item_id, operand, asked).value
        if value is not None:
            self._made.figures[item_id, None, ()] = Figure(value=value)

    def _bring(self, item_id: str, period: Period) -> None:
        ledger, item = self._ledger, self._ledger.items[item_id]
        for part in ((), *self._parts):
            figure = self._figure(item_id, period, part)
            figure = self._substituted(item_id, figure, period, part)
            if not part or figure.value is not None:
                self._made.figures[item_id, period, part] = figure
        _, due = self._due(item_id, period, ())
        asked = own(item, due, self._as_of)
        if before(asked) != earlier(own(item, period, self._as_of), 1):
            value = ledger.value(item_id, before(asked))
            self._made.before[item_id, period] = value.value if value.reason is None else None
        self._refer(item_id, period, due)

    def _refer(self, item_id: str, period: Period, due: Period) -> None:
        """The reference of a relative target; none across a break, where nothing compares."""
        item = self._ledger.items[item_id]
        if not isinstance(item, Kpi) or not isinstance(item.target, Change) or item.target.against is None:
            return
        asked = reference_of(item, due, self._as_of, self._ledger.strategy_map.year_starts)
        if asked is None:
            figure = self._made.figures.get((item.target.against, period, ())) or self._made.figures.get(
                (item.target.against, None, ())
            )
            value = None if figure is None or figure.reason else figure.value
        elif any(asked.period.end < begun.start <= due.end for begun in item.breaks):
            value = None
        else:
            value = self._ledger.value(item_id, asked).value
        self._made.references[item_id, period] = value

    def _due(self, item_id: str, period: Period, part: DimensionValues) -> tuple[Value, Period]:
        """The value in force in a period of the map, and the period of the item's own that it is of."""
        due = last_due(self._ledger.items[item_id], period, self._as_of)
        value = self._value(item_id, period, due, part)
        if not part and not self._goes_on(item_id, due):
            value = NOTHING
        if value.rows or due.rhythm == period.rhythm or period.end <= self._as_of:
            return value, due
        before_that = period_before(due)  # the open period waits for one cadence
        waiting = self._value(item_id, period, before_that, part)
        return (waiting, before_that) if waiting.rows else (value, due)

    def _goes_on(self, item_id: str, due: Period) -> bool:
        """Whether anything was measured in a period: a wider window does not make up for one that has no figure."""
        item, ledger = self._ledger.items[item_id], self._ledger
        return item.over is None or ledger.goes_on(item_id, own(item, due, self._as_of))

    def _figure(self, item_id: str, period: Period, part: DimensionValues) -> Figure:
        item = self._ledger.items[item_id]
        value, due = self._due(item_id, period, part)
        carried = due.rhythm != period.rhythm
        if not value.rows:
            return Figure(reason=self._missing(item_id, part, carried))
        end = min(own(item, due, self._as_of).days(self._ledger.strategy_map.year_starts).end, self._as_of)
        had = (item_id, part) in self._had
        if value.value is not None:
            self._had.add((item_id, part))
        lacks = value.lacks or (() if part else self._lacks(item_id, due))
        return Figure(
            value=value.value,
            reason=self._reason(item_id, value, lacks, had=had),
            end=end,
            age=_steps(period_of(end, period.rhythm), period) if carried else 0,
            n=value.n,
            lacks=lacks,
            at_most=value.at_most,
        )

    def _value(self, item_id: str, period: Period, due: Period, part: DimensionValues) -> Value:
        """The value of an item for a period of its own; a formula without a window takes figures in force."""
        item, ledger = self._ledger.items[item_id], self._ledger
        asked = own(item, due, self._as_of)
        if item_id not in ledger.formulas or item.over is not None or due.rhythm != period.rhythm:
            return ledger.value(item_id, asked, part)
        figures = self._made.figures

        def operand(base: str, ago: int) -> Value:
            then = period_before(period, ago)
            figure = figures.get((base, then, part)) or (None if ago else figures.get((base, None, ())))
            if figure is None:
                return NOTHING
            known = figure.reason not in ("no-value", "missing", "stale")
            return Value(
                value=figure.value,
                rows=figure.value is not None or known,
                at_most=figure.at_most,
                reason=figure.reason if known else None,
                lacks=figure.lacks,
            )

        def end(base: str, ago: int) -> date:
            then = period_before(period, ago)
            figure = figures.get((base, then, part))
            return then.end if figure is None or figure.end is None else figure.end

        value = ledger.computed(item_id, operand, asked, end)
        return value if value.value is not None or value.rows else NOTHING

    def _reason(self, item_id: str, value: Value, lacks: tuple[str, ...], *, had: bool) -> MissingReason | None:
        item = self._ledger.items[item_id]
        if value.value is None:
            return "missing" if had else "no-value"
        if lacks:
            return "partial"
        if isinstance(item, Kpi) and item.min_sample is not None and (value.n or 0) < item.min_sample:
            return "small-sample"
        return value.reason

    def _missing(self, item_id: str, part: DimensionValues, carried: bool) -> MissingReason:
        """No figure for the period: never one (``no-value``), only one that is too old, or none this time."""
        if (item_id, part) not in self._had:
            return "no-value"
        return "stale" if carried else "missing"

    def _lacks(self, item_id: str, due: Period) -> tuple[str, ...]:
        """The combinations that had rows in the period before and have none now, in a period that is over."""
        ledger, item = self._ledger, self._ledger.items[item_id]
        source = ledger.strategy_map.sources.get(item.source or "")
        if due.end > self._as_of or (source is not None and source.sparse):
            return ()
        if item_id in ledger.formulas:
            return self._lacks_of_operands(item_id, due)
        asked = of_its_period(own(item, due, self._as_of))
        now = ledger.value(item_id, asked).combinations
        if item_id in ledger.recorded and not now:
            return ()  # a figure of the whole
        gone = ledger.value(item_id, earlier(asked, 1)).combinations - now
        return tuple(", ".join(text for _, text in combination) for combination in sorted(gone) if combination)

    def _lacks_of_operands(self, item_id: str, due: Period) -> tuple[str, ...]:
        """What the operands of a formula lack that has a window or rhythm of its own; one without takes figures in
        force, which say it themselves."""
        ledger = self._ledger
        if ledger.items[item_id].over is None and due.rhythm == ledger.strategy_map.period:
            return ()
        bases = [name for name in map(operand_id, ledger.formulas[item_id].operands) if name in ledger.items]
        return tuple(dict.fromkeys(lack for base in bases for lack in self._lacks(base, due)))

    def _substituted(self, item_id: str, figure: Figure, period: Period, part: DimensionValues) -> Figure:
        item = self._ledger.items[item_id]
        if figure.value is not None or not isinstance(item, Kpi) or item.substitute is None:
            return figure
        other = self._made.figures.get((item.substitute, period, part)) or self._made.figures.get(
            (item.substitute, None, part)
        )
        return figure if other is None or other.value is None else replace(other, used=item.substitute)


def _steps(first: Period, last: Period) -> int:
    """How many periods lie between two of the same rhythm."""
    steps = 0
    while last.start > first.start:
        last, steps = period_before(last), steps + 1
    return steps


def parts_of(
    values: Iterable[tuple[str, Asked, DimensionValues]], recorded: Iterable[DimensionValues], split: Sequence[str]
) -> tuple[DimensionValues, ...]:
    """Every value of the dimensions ``split`` that any figure has, each as a part of its own."""
    found = {part for _, _, part in values if part}
    found |= {(pair,) for combination in recorded for pair in combination if pair[0] in split}
    return tuple(sorted(found, key=lambda part: ([split.index(name) for name, _ in part], part)))
