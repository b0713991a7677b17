"""The figure of a KPI or a measure that is in force in a period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scorecard.actuals import Actuals, DimensionValues, Figure
from scorecard.period import Period

MISSING = Figure(reason="no-value")


def figure_of(actuals: Actuals, item_id: str, period: Period, part: DimensionValues = ()) -> Figure:
    """The figure for a period, of the whole or of a part: the dated one, else the undated one."""
    figures = actuals.figures
    return figures.get((item_id, period, part)) or figures.get((item_id, None, part)) or MISSING


def figures_in(actuals: Actuals, item_ids: Iterable[str], periods: Sequence[Period]) -> dict[str, list[Figure]]:
    """The figures of the whole that are in force in each of the periods, as `figure_of` tells each by itself."""
    # Every figure is looked at once: that is faster than to look for each, because a key takes long to hash.
    places = {(period.start, period.end): place for place, period in enumerate(periods)}
    undated = actuals.figures
    found = {item_id: [undated.get((item_id, None, ())) or MISSING] * len(periods) for item_id in item_ids}
    for (item_id, period, part), figure in actuals.figures.items():
        if period is None or part or item_id not in found:
            continue
        place = places.get((period.start, period.end))
        if place is not None:
            found[item_id][place] = figure
    return found
