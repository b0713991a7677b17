"""The history of 1,000 goals over 120 periods, 5 % of the figures missing, against products of ``scipy.sparse``.

The other side multiplies the same shares, as CSR matrices, with the same numbers (KPIs or goals × periods), once for
each sum that the formulas need and nothing else: no missing values marked, no division, no delay, no level after
level, no status. A sum of shares · values needs its known share too, and over goals the coverage as well:

- lagging: values and known shares of KPIs (2 products; the coverage of a KPI is that it is known)
- leading: the same 2 of KPIs, and values, known shares and coverages of causes (3)
- outlook: the same 2 of KPIs, and the 3 of causes, as if their outlooks were known already
- performance, lagging, leading and outlook of perspectives from goals and of the index: 3 each (24)

The second comparison begins one step earlier, with the values of the KPIs, which are judged on their scales first.
The third is only told, without a limit: it is `scorecard.scoring.history` as a whole, from figures to series.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from typing import Any

import numpy

from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.model import StrategyMap
from scorecard.period import Period, period_of
from scorecard.propagation.judged import performances
from scorecard.propagation.scale import scale_of
from scorecard.propagation.stacked import stacked
from scorecard.propagation.sweep import Compiled, Swept, sweep
from scorecard.propagation.sweep_sums import Floats, Group
from scorecard.scoring.compiled import compiled
from scorecard.scoring.history import history as told
from tests.benchmarks.measured import in_turn, report

GOALS, PERIODS, MISSING = 1000, 120, 0.05
PERSPECTIVES = ("financial", "customer", "internal", "learning")


def history_map(goals: int) -> StrategyMap:
    """Four full perspectives: one or two lagging KPIs and one leading KPI for each goal, two causes behind it in the
    file, one in ten of them and of the leading KPIs delayed by one to three periods."""
    chosen = random.Random(1)
    written: dict[str, Any] = {}
    for number in range(goals):
        lagging = [f"kpi-{number}-a", f"kpi-{number}-b"][: chosen.choice([1, 2, 2])]
        behind = range(number + goals // 8, min(goals, number + goals // 2))
        written[f"goal-{number}"] = {
            "perspective": PERSPECTIVES[number * 4 // goals],
            "weight": chosen.choice([1, 1, 2]),
            "lagging": lagging,
            "leading": [_driver(f"kpi-{number}-c", chosen)],
            "driven_by": [_driver(f"goal-{other}", chosen) for other in chosen.sample(behind, min(2, len(behind)))],
        }
    kpis = {
        entry if isinstance(entry, str) else next(iter(entry)): _scale(number, chosen)
        for number, goal in enumerate(written.values())
        for entry in (*goal["lagging"], *goal["leading"])
    }
    return StrategyMap.model_validate({"goals": written, "kpis": kpis})


def _driver(driver: str, chosen: random.Random) -> dict[str, Any]:
    delay = chosen.randint(1, 3) if chosen.random() < 0.1 else 0
    return {driver: {"weight": chosen.choice([1, 1, 2]), "delay": delay}}


def _scale(number: int, chosen: random.Random) -> dict[str, Any]:
    """Mostly straight roads, half of them planned; one in ten on each of the other scales."""
    road = {"baseline": 10 + number % 7, "target": 80 + number % 11}
    plan = {"since": "2016-01-01", "by": "2025-12-31"}
    others: list[dict[str, Any]] = [
        {"worst": 10, "best": 90},
        {"range": [40, 60], "worst": [10, 90]},
        {"scale": "binary", "target": 50, "direction": "maximise"},
        {"curve": [[10, 0.1], [50, 0.8], [90, 1]]},
    ]
    return chosen.choice([road, road, road, {**road, **plan}, {**road, **plan}, {**road, **plan}, *others])


def matrices(arrays: Compiled) -> dict[str, Any]:
    """The shares of every sum as CSR matrices; delayed parts stand in the columns of the parts themselves."""
    kpis, goals = len(arrays.kpis), len(arrays.goals)
    items = numpy.arange(arrays.rows)
    for _, rows, behind in (*arrays.delayed_kpis, *arrays.delayed_goals):
        items[behind] = items[rows]
    of_kpis = slice(0, kpis)
    driven = [group for level in arrays.levels for group in level.driven]
    csr = import_module("scipy.sparse").csr_array
    goal_shares = numpy.zeros((len(arrays.bands), goals))
    for row, band in zip(goal_shares, arrays.bands, strict=True):
        row[band.goals] = band.shares
    lagging, leading, outlook = arrays.lagging_rows, arrays.leading_rows, arrays.outlook_rows
    return {
        "lagging": _matrix(arrays.lagging, items, lagging, of_kpis),
        "leading KPIs": _matrix(arrays.leading, items, leading, of_kpis),
        "leading causes": _matrix(arrays.leading, items, leading, lagging),
        "own": _matrix(driven, items, outlook, of_kpis),
        "causes": _matrix(driven, items, outlook, outlook),
        "goals": csr(goal_shares),
        "perspectives": csr(arrays.perspective_shares[None]),
    }


def _matrix(sums: Sequence[Group], items: Any, rows: slice, columns: slice) -> Any:
    """The sums with these rows of the block, as far as their parts are these columns of it."""
    effects = numpy.concatenate([numpy.repeat(group.rows, group.parts.shape[1]) for group in sums])
    parts = items[numpy.concatenate([group.parts.ravel() for group in sums])]
    shares = numpy.concatenate([group.shares.ravel() for group in sums])
    of_both = (parts >= columns.start) & (parts < columns.stop)
    places = effects[of_both] - rows.start, parts[of_both] - columns.start
    shape = rows.stop - rows.start, columns.stop - columns.start
    return import_module("scipy.sparse").csr_array((shares[of_both], places), shape=shape)


def products_alone(shares: dict[str, Any], found: Swept, history: Floats) -> Callable[[], object]:
    """One product for each sum of the formulas, with the numbers that it is really multiplied with."""
    of_kpis = [_filled(history), _known(history)]
    numbers = [found.goals.performance, found.goals.lagging, found.goals.leading, found.goals.outlook]
    rolled = [getattr(found.perspectives, name) for name in ("performance", "lagging", "leading", "outlook")]
    of_goals = [[_filled(value), _known(value), coverage.copy()] for value, coverage in numbers]
    of_perspectives = [[_filled(value), _known(value), coverage.copy()] for value, coverage in rolled]
    todo = [(shares[name], right) for name in ("lagging", "leading KPIs", "own") for right in of_kpis]
    todo += [(shares["leading causes"], right) for right in of_goals[1]]
    todo += [(shares["causes"], right) for right in of_goals[3]]
    todo += [(shares["goals"], right) for number in of_goals for right in number]
    todo += [(shares["perspectives"], right) for number in of_perspectives for right in number]

    def run() -> None:
        for left, right in todo:
            left @ right

    return run


def _filled(history: Floats) -> Floats:
    return numpy.where(numpy.isnan(history), 0.0, history)


def _known(history: Floats) -> Floats:
    return numpy.where(numpy.isnan(history), 0.0, 1.0)


def actuals_of(kpis: Sequence[str], periods: Sequence[Period], values: Floats) -> Actuals:
    """The values as figures; NaN is a missing one."""
    figures: dict[FigureKey, Figure] = {
        (kpi, period, ()): Figure(reason="missing") if value != value else Figure(value=value)
        for kpi, row in zip(kpis, values.tolist(), strict=True)
        for period, value in zip(periods, row, strict=True)
    }
    return Actuals(figures=figures, periods=tuple(periods))


def main() -> None:
    """Print all comparisons."""
    strategy_map = history_map(GOALS)
    arrays = compiled(strategy_map)
    periods = [period_of(date(2016 + number // 12, number % 12 + 1, 1), "month") for number in range(PERIODS)]
    days = [period.end for period in periods]
    scales = stacked([[scale_of(kpi)] for kpi in strategy_map.kpis.values()], days)
    drawn = numpy.random.default_rng(1)
    values = drawn.uniform(0, 100, (len(arrays.kpis), PERIODS))
    values[drawn.random(values.shape) < MISSING] = numpy.nan
    history = performances(scales, values)
    sides: dict[str, Callable[[], object]] = {
        "sweep": lambda: sweep(arrays, history),
        "judged and swept": lambda: sweep(arrays, performances(scales, values)),
        "products": products_alone(matrices(arrays), sweep(arrays, history), history),
    }
    times = in_turn(sides, 101)
    title = f"{GOALS:,} goals × {PERIODS} periods, {len(arrays.kpis):,} KPIs, {len(arrays.levels)} levels"
    report(title, times, "sweep", "products", "<= 5")
    report(f"{title}, from values", times, "judged and swept", "products", "<= 5")
    actuals = actuals_of(list(strategy_map.kpis), periods, values)
    whole = {"history": lambda: told(strategy_map, actuals, days[-1], last=PERIODS), "products": sides["products"]}
    report(f"{title}, the whole history", in_turn(whole, 7), "history", "products", "just told")


if __name__ == "__main__":
    main()
