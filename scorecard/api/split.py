"""The figures of a map, side by side for every value of a dimension."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scorecard import __version__, scoring
from scorecard.api.score import actuals_of, asked_period
from scorecard.api.select import SelectionError, advice
from scorecard.api.status import Screen, StatusFormat
from scorecard.model import StrategyMap
from scorecard.scoring.splitting import split_by
from scorecard.split import Split


def split(
    strategy_map: StrategyMap,
    as_of: date,
    dimension: str,
    *,
    figures: Sequence[str] = (),
    period: str | None = None,
    folder: Path | None = None,
) -> Split:
    """The ``figures`` (ids of KPIs and measures) by ``dimension``; left out, the map's headline, or all that split.

    ``period`` and ``folder`` as in `score`.

    Raises:
        SelectionError: when the map has no such dimension, KPI or measure.
        PeriodError: when the period is none of the map's rhythm, or begins after the day.
        InvalidDataError: when sources, formulas or recorded figures have errors.
    """
    _known_dimension(strategy_map, dimension)
    known = (*strategy_map.kpis, *strategy_map.measures)
    for item_id in figures:
        if item_id not in known:
            raise SelectionError(f"the map has no KPI or measure {item_id!r}; {advice(item_id, known)}")
    asked = asked_period(strategy_map, period, as_of)
    actuals = actuals_of(strategy_map, folder, as_of, split=(dimension,), since=asked)
    chosen = asked or scoring.scored_period(strategy_map, actuals, as_of)[0]
    return split_by(strategy_map, actuals, chosen, as_of, dimension, tuple(dict.fromkeys(figures)))


def _known_dimension(strategy_map: StrategyMap, dimension: str) -> None:
    if not strategy_map.dimensions:
        raise SelectionError(
            f"the map has no dimensions, so nothing splits by {dimension!r}; "
            "name the columns that figures may be split by: `dimensions: [network]`"
        )
    if dimension not in strategy_map.dimensions:
        meant = advice(dimension, strategy_map.dimensions)
        raise SelectionError(f"the map has no dimension {dimension!r}; {meant}")


def split_text(found: Split, style: StatusFormat, screen: Screen) -> str:
    """The split as text."""
    if style == "json":
        from scorecard.rendering.split.as_json import split_json

        return split_json(found, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.split.as_csv import split_csv

        return split_csv(found)
    if style == "markdown":
        from scorecard.rendering.split.as_markdown import split_markdown

        return split_markdown(found)
    from scorecard.rendering.spans import as_text
    from scorecard.rendering.split.terminal import split_table

    return as_text(split_table(found, width=screen.width, ascii=screen.ascii), colour=screen.colour)
