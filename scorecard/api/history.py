"""The numbers of a map over time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from scorecard import __version__
from scorecard.actuals import Actuals
from scorecard.api.closed import closed_periods
from scorecard.api.score import actuals_of
from scorecard.api.show import ItemNotFoundError
from scorecard.api.status import Screen, StatusFormat
from scorecard.history import History, NumberName, Series, SeriesKind
from scorecard.model import StrategyMap
from scorecard.period import Period, period_before, period_of


def history(
    strategy_map: StrategyMap, as_of: date, *, last: int = 12, folder: Path | None = None, period: Period | None = None
) -> History:
    """Every number of the newest ``last`` periods (1 or more) known on ``as_of``, or of those up to ``period``.

    ``folder`` is that of the map: its sources, recorded figures and closed periods lie there.

    Raises:
        InvalidDataError: when sources, formulas or recorded figures have errors.
        ClosedFileError: when the file of a closed period cannot be read.
    """
    day = _last_day(period, as_of)
    first = period_before(period_of(day, strategy_map.period), last)
    actuals = actuals_of(strategy_map, folder, as_of, since=first)
    return history_of(strategy_map, actuals, as_of, last=last, folder=folder, period=period)


def history_of(
    strategy_map: StrategyMap,
    actuals: Actuals,
    as_of: date,
    *,
    last: int,
    folder: Path | None,
    period: Period | None = None,
) -> History:
    """The same of figures that are at hand."""
    from scorecard.scoring.history import history as told

    day = _last_day(period, as_of)
    closed = closed_periods(folder, strategy_map.period, day)
    # One who shows a card up to its period shows one version of that: the card's numbers.
    past = {one: reported for one, reported in closed.items() if one != period}
    return told(strategy_map, actuals, day, closed=past, last=last)


def _last_day(period: Period | None, as_of: date) -> date:
    return as_of if period is None else min(as_of, period.end)


def choose(
    whole: History, items: Sequence[str] = (), *, kpis: bool = False, numbers: Collection[NumberName] = ()
) -> History:
    """The series that are asked for; without ``items`` those of the index, the perspectives and the goals.

    Of each item the asked ``numbers`` are taken; of one that has none of them, and where none is asked, the usual one:
    the value of a KPI or measure, the performance of anything else. ``kpis`` adds all KPIs.

    Raises:
        ItemNotFoundError: when nothing has the id, or several things of different kinds have it.
    """
    if items:
        asked = [_found(whole, name) for name in items]
    else:
        asked = list(dict.fromkeys(_key(series) for series in whole.series if series.kind in _SCORED))
    if kpis:
        asked += [_key(series) for series in whole.series if series.kind == "kpi"]
    by_item: dict[tuple[SeriesKind, str], list[Series]] = {}
    for series in whole.series:
        by_item.setdefault(_key(series), []).append(series)
    chosen = (series for key in dict.fromkeys(asked) for series in _numbers(by_item[key], numbers))
    return replace(whole, series=tuple(chosen))


_SCORED: tuple[SeriesKind, ...] = ("index", "perspective", "goal")


def _key(series: Series) -> tuple[SeriesKind, str]:
    return series.kind, series.id


def _numbers(of_item: Sequence[Series], numbers: Collection[NumberName]) -> Iterator[Series]:
    """The asked numbers of an item; its usual one is the first."""
    asked = [series for series in of_item if series.number in numbers]
    yield from asked or of_item[:1]


def _found(whole: History, name: str) -> tuple[SeriesKind, str]:
    """What a name stands for: an id, or ``goal:id``, ``kpi:id``, ``perspective:id``, ``measure:id``."""
    known = dict.fromkeys(map(_key, whole.series))
    kind, colon, rest = name.partition(":")
    found = [key for key in known if name == key[1] or (colon and (kind, rest) == key)]
    if len(found) > 1 and name == "index":
        found = [("index", "index")]
    if len(found) == 1:
        return found[0]
    if found:
        choices = " or ".join(f"{kind}:{item}" for kind, item in found)
        raise ItemNotFoundError(f"{name!r} is the id of several things; say {choices}")
    near = get_close_matches(rest or name, [item for _, item in known], n=3)
    hint = f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""
    raise ItemNotFoundError(f"the map has no goal, KPI, perspective or measure {name!r}{hint}")


def history_text(shown: History, style: StatusFormat, screen: Screen) -> str:
    """The history as text."""
    if style == "json":
        from scorecard.rendering.history.as_json import history_json

        return history_json(shown, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.history.as_csv import history_csv

        return history_csv(shown)
    if style == "markdown":
        from scorecard.rendering.history.as_markdown import history_markdown

        return history_markdown(shown)
    from scorecard.rendering.history.table import history_table
    from scorecard.rendering.spans import as_text

    return as_text(history_table(shown, width=screen.width, ascii=screen.ascii), colour=screen.colour)
