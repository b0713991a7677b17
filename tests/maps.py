"""Random strategy maps: layers of goals, delayed loops, hindrances, missing values, every kind of scale."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from hypothesis import strategies as st

from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.measuring import measure
from scorecard.model import StrategyMap
from scorecard.period import Period, period_before, period_of

PERSPECTIVES = ("top", "upper", "lower", "bottom")
DAY = "2026-06-30"
YEAR = {"since": "2026-01-01", "by": "2026-12-31"}
LONGEST_DELAY = 3

weights = st.one_of(st.just(1.0), st.floats(0.001, 1))
"""Weights of one sum lie within 1:1000."""
_figures = st.floats(0, 100).map(lambda figure: round(figure, 9))  # none nearer to 0 than a map may hold
values = st.one_of(st.none(), _figures, _figures)
_scales: list[dict[str, Any]] = [
    {"worst": 0, "best": 100},
    {"baseline": 10, "target": 90},
    {"baseline": 90, "target": 10},
    {"baseline": 5, "target": 95, **YEAR},
    {"baseline": 95, "target": 5, **YEAR},
    {"baseline": 20, "target": 80, "worst": 0, "best": 100, **YEAR},
    {"baseline": 40, "target": {"change": "+50%"}},
    {"baseline": 80, "target": {"change": "-30"}, **YEAR},
    {"target": {"change": "+10%"}},
    {"scale": "binary", "target": 50, "direction": "maximise"},
    {"scale": "binary", "target": 50, "direction": "minimise", "by": "2026-06-10"},
    {"scale": "binary", "baseline": 20, "target": {"change": "+20"}, **YEAR},
    {"range": [40, 60], "worst": [20, 90]},
    {"curve": [[0, 0], [50, 0.8], [100, 1.2]]},
    {"curve": [[10, 1.1], [40, 0.7], [80, 0.1]]},
    {"direction": "none"},
    {"direction": "maximise"},
    {"direction": "minimise", "worst": 90, "target": 0},
    {"target": 80, "direction": "maximise"},
    {"worst": 100, "target": 20},
]
_scales_by_another: list[dict[str, Any]] = [
    {"direction": "maximise", "worst": 5},
    {"direction": "minimise", "worst": 95},
    {"direction": "maximise", "scale": "binary"},
]
_limits: list[dict[str, Any]] = [{"at_risk": 0.3}, {"on_track": 0.9}, {"at_risk": 0.1, "on_track": 0.6}]
_thresholds = st.sampled_from([{}, {}, {}, *_limits])


class Case(NamedTuple):
    """The data of a map, figures by KPI and how many periods ago they were measured, and the day to score for."""

    data: dict[str, Any]
    dated: dict[tuple[str, int], float | None]
    as_of: date

    @property
    def period(self) -> Period:
        """The scored period: it may be over, or still run, when it is scored."""
        return period_of(date.fromisoformat(DAY), self.data["period"])

    def actuals(self, strategy_map: StrategyMap) -> Actuals:
        """The undated figures in the map and the dated ones."""
        figures: dict[FigureKey, Figure] = dict(measure(strategy_map, None, self.as_of).actuals.figures)
        for (kpi_id, ago), value in self.dated.items():
            figure = Figure(reason="no-value") if value is None else Figure(value=value)
            figures[kpi_id, period_before(self.period, ago), ()] = figure
        return Actuals(figures=figures)


@st.composite
def kpi(draw: st.DrawFn, others: int) -> dict[str, Any]:
    """A KPI without errors; its target may be that of one of the ``others``, ``k0`` and so on."""
    number = draw(st.integers(0, len(_scales) + (len(_scales_by_another) if others else 0) - 1))
    if number < len(_scales):
        found = dict(_scales[number])
    else:
        found = {**_scales_by_another[number - len(_scales)], "target": {"kpi": f"k{number % others}"}}
    if limits := draw(_thresholds):
        found["thresholds"] = limits
    value = draw(values)
    if value is not None:
        found["value"] = value
    return found


def _goal(draw: st.DrawFn, ids: list[str], perspective: str) -> dict[str, Any]:
    lagging = ids[: draw(st.integers(0, 3))]
    leading = ids[len(lagging) : len(lagging) + draw(st.integers(0, 2))]
    return {
        "perspective": perspective,
        "weight": draw(weights),
        "thresholds": draw(_thresholds),
        "lagging": [{kpi_id: draw(weights)} for kpi_id in lagging],
        "leading": [
            {kpi_id: {"weight": draw(weights), "delay": draw(st.integers(0, LONGEST_DELAY))}} for kpi_id in leading
        ],
        "driven_by": [],
        "hindered_by": [],
    }


def _arrows(draw: st.DrawFn, goals: dict[str, Any], number: int, *, loops: bool) -> None:
    """Causes of a goal: those behind it in the file, and those before it with a delay, so that any loop has one."""
    goal = goals[f"g{number}"]
    others = [other for other in range(len(goals)) if other != number]
    for other in draw(st.lists(st.sampled_from(others), unique=True, max_size=3)) if others else ():
        back = other < number
        if back and not loops:
            continue
        delay = draw(st.integers(int(back), LONGEST_DELAY))
        goal["driven_by"].append({f"g{other}": {"weight": draw(weights), "delay": delay}})
    free = [other for other in others if not any(f"g{other}" in entry for entry in goal["driven_by"])]
    hindered: bool = draw(st.booleans())
    if free and hindered:
        goal["hindered_by"].append(f"g{draw(st.sampled_from(free))}")


@st.composite
def map_data(draw: st.DrawFn, *, loops: bool = True, most_goals: int = 9) -> dict[str, Any]:
    """The data of a map without errors, as it would stand in a file."""
    count = draw(st.integers(1, most_goals))
    kpis = {f"k{number}": draw(kpi(number)) for number in range(draw(st.integers(1, 8)))}
    empty = draw(st.integers(0, 1))  # the highest perspective may have no goal
    goals: dict[str, Any] = {
        f"g{number}": _goal(
            draw, list(draw(st.permutations(list(kpis)))), PERSPECTIVES[min(number * 4 // count + empty, 3)]
        )
        for number in range(count)
    }
    for number in range(count):
        _arrows(draw, goals, number, loops=loops)
    return {
        "as_of": DAY,
        "period": draw(st.sampled_from(["month", "month", "day", "week", "quarter", "year"])),
        "thresholds": draw(_thresholds),
        "perspectives": {name: {"weight": draw(weights)} for name in PERSPECTIVES},
        "outlook": {"drivers": draw(st.sampled_from([0.5, 0.1, 0.9, 0.3]))},
        "min_coverage": draw(st.sampled_from([0.5, 0.0, 1.0])),
        "goals": goals,
        "kpis": kpis,
    }


@st.composite
def cases(draw: st.DrawFn, *, loops: bool = True) -> Case:
    """A map with dated figures of several periods beside the undated ones in it."""
    data = draw(map_data(loops=loops))
    keys = st.tuples(st.sampled_from(list(data["kpis"])), st.integers(0, LONGEST_DELAY))
    as_of = draw(st.sampled_from(["2026-06-30", "2026-06-10", "2026-08-31"]))
    return Case(data, draw(st.dictionaries(keys, values, max_size=12)), date.fromisoformat(as_of))
