"""Figures side by side for every value of a dimension."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import fsum

from scorecard.actuals import Actuals, Figure
from scorecard.model import Kpi, Measure, StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period, period_before
from scorecard.scoring.figures import figure_of
from scorecard.split import Split, SplitCell, SplitRow

_SAME = 1e-9
"""Figures have twelve significant digits, so sums of them may differ by less than this share."""


def split_by(
    strategy_map: StrategyMap,
    actuals: Actuals,
    period: Period,
    as_of: date,
    dimension: str,
    asked: Sequence[str] = (),
) -> Split:
    """The figures ``asked`` for, else the headline of the map, else all KPIs that split, in a period.

    ``actuals`` hold the parts of the dimension. A column is every value that any of these figures has in the period
    or had in the one before; the totals are the figures of the whole, never made from the columns.
    """
    table = _Table(strategy_map, actuals, period, dimension)
    shown = asked or strategy_map.headline or [kpi_id for kpi_id in strategy_map.kpis if kpi_id in table.splitting]
    columns = tuple(
        value
        for value in actuals.parts.get(dimension, ())
        if any(table.has(item_id, value, when) for item_id in shown for when in (period, period_before(period)))
    )
    dated = any(key[1] is not None for key in actuals.figures)
    return Split(
        name=strategy_map.name or "Strategy map",
        currency=strategy_map.currency,
        dimension=dimension,
        period=period,
        as_of=as_of,
        closed=period.end <= as_of or not dated,
        columns=columns,
        rows=tuple(table.row(item_id, columns) for item_id in shown),
    )


class _Table:
    def __init__(self, strategy_map: StrategyMap, actuals: Actuals, period: Period, dimension: str) -> None:
        self._items: dict[str, Kpi | Measure] = {**strategy_map.measures, **strategy_map.kpis}
        self._actuals, self._period, self._dimension = actuals, period, dimension
        self.splitting = {item_id for item_id, _, part in actuals.figures if len(part) == 1 and part[0][0] == dimension}
        """The ids of all figures of which a part was ever known."""

    def has(self, item_id: str, value: str, period: Period) -> bool:
        """Whether a figure of its own is known of a part."""
        figure = figure_of(self._actuals, item_id, period, ((self._dimension, value),))
        return figure.value is not None

    def row(self, item_id: str, columns: Sequence[str]) -> SplitRow:
        """A figure in all columns and as a whole."""
        item, splits = self._items[item_id], item_id in self.splitting
        parts = tuple(
            self._cell(item_id, figure_of(self._actuals, item_id, self._period, ((self._dimension, value),)))
            if splits
            else SplitCell(unit=item.unit)
            for value in columns
        )
        total = self._cell(item_id, figure_of(self._actuals, item_id, self._period))
        kind = item.kind or self._actuals.kinds.get(item_id)
        return SplitRow(
            id=item_id,
            name=item.name or name_from(item_id),
            kind=kind,
            splits=splits,
            parts=parts,
            total=total,
            rest=_rest(parts, total) if splits and item.additive and kind in ("flow", "stock") else None,
        )

    def _cell(self, item_id: str, figure: Figure) -> SplitCell:
        return SplitCell(
            value=figure.value,
            unit=self._items[figure.used or item_id].unit,
            reason=figure.reason,
            at_most=figure.at_most,
            used=figure.used,
            lacks=figure.lacks,
        )


def _rest(parts: Sequence[SplitCell], total: SplitCell) -> float | None:
    """``total - Σ parts`` where that is not nothing, and nothing stands in for anything."""
    known = [part.value for part in parts if part.value is not None]
    if total.value is None or total.at_most or any(cell.used for cell in (*parts, total)):
        return None
    rest = fsum([total.value, *(-value for value in known)])
    return rest if abs(rest) > _SAME * max(abs(total.value), 1.0) else None
