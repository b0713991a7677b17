"""The KPIs that wait for a figure."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from scorecard.api.score import InvalidDataError, asked_period
from scorecard.api.select import SelectionError
from scorecard.api.status import Screen
from scorecard.due import DueKpi
from scorecard.measuring.due import due_kpis, owner_of
from scorecard.model import StrategyMap
from scorecard.period import Period, period_before, period_of


def due(
    strategy_map: StrategyMap, folder: Path, as_of: date, period: str | None = None, owners: tuple[str, ...] = ()
) -> tuple[Period, tuple[DueKpi, ...]]:
    """The period that is asked for, else the last that is over, and the KPIs without a figure for it.

    Raises:
        PeriodError: when the period is none of the map's rhythm, or begins after the day.
        InvalidDataError: when the recorded figures have errors.
        SelectionError: when nobody of that name owns a KPI.
    """
    holding = period_of(as_of, strategy_map.period)
    last = holding if holding.end <= as_of else period_before(holding)
    asked = asked_period(strategy_map, period, as_of) or last
    found, problems = due_kpis(strategy_map, folder, asked, as_of)
    if problems:
        raise InvalidDataError(folder, problems)
    known = owners_of(strategy_map)
    for owner in owners:
        if owner not in known:
            raise SelectionError(f"no KPI has the owner {owner!r}; there are: {', '.join(known) or 'none'}")
    return asked, tuple(kpi for kpi in found if not owners or kpi.owner in owners)


def owners_of(strategy_map: StrategyMap) -> tuple[str, ...]:
    """Everybody who answers for a KPI, each once."""
    owners = (owner_of(strategy_map, kpi_id) for kpi_id in strategy_map.kpis)
    return tuple(dict.fromkeys(owner for owner in owners if owner is not None))


def due_text(
    strategy_map: StrategyMap,
    period: Period,
    kpis: tuple[DueKpi, ...],
    style: Literal["table", "csv", "markdown"],
    screen: Screen,
) -> str:
    """The list as text; as CSV it is the form to fill in."""
    from scorecard.rendering.due import due_csv, due_lines, due_markdown
    from scorecard.rendering.spans import as_text

    if style == "csv":
        return due_csv(kpis)
    if style == "markdown":
        return due_markdown(kpis, period, strategy_map.currency)
    lines = due_lines(kpis, period, strategy_map.currency, width=screen.width, ascii=screen.ascii)
    return as_text(lines, colour=screen.colour)
