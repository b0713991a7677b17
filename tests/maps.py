"""Random strategy maps: layers of goals, delayed loops, hindrances, missing values, every kind of scale."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

PERSPECTIVES = ("top", "upper", "lower", "bottom")
DAY = "2026-06-30"

weights = st.sampled_from([1, 1, 1, 2, 3, 0.5, 10, 0.1])
_figures = st.floats(0, 100).map(lambda figure: round(figure, 9))  # none nearer to 0 than a map may hold
values = st.one_of(st.none(), _figures, _figures)
scales: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {"worst": 0, "best": 100},
        {"baseline": 10, "target": 90},
        {"baseline": 90, "target": 10},
        {"baseline": 5, "target": 95, "since": "2026-01-01", "by": "2026-12-31"},
        {"scale": "binary", "target": 50, "direction": "maximise"},
        {"range": [40, 60], "worst": [20, 90]},
        {"curve": [[0, 0], [50, 0.8], [100, 1.2]]},
        {"direction": "none"},
        {"direction": "maximise"},
        {"target": 80, "direction": "maximise"},
        {"worst": 100, "target": 20},
    ]
)


@st.composite
def kpi(draw: st.DrawFn) -> dict[str, Any]:
    found: dict[str, Any] = dict(draw(scales))
    value = draw(values)
    if value is not None:
        found["value"] = value
    return found


@st.composite
def map_data(draw: st.DrawFn, *, loops: bool = True, most_goals: int = 9) -> dict[str, Any]:
    """The data of a map without errors, as it would stand in a file."""
    count = draw(st.integers(1, most_goals))
    kpis = {f"k{number}": draw(kpi()) for number in range(draw(st.integers(1, 8)))}
    goals: dict[str, Any] = {}
    for number in range(count):
        ids = draw(st.permutations(list(kpis)))
        lagging = ids[: draw(st.integers(0, 3))]
        leading = ids[len(lagging) : len(lagging) + draw(st.integers(0, 2))]
        goals[f"g{number}"] = {
            "perspective": PERSPECTIVES[min(number * 4 // count, 3)],
            "weight": draw(weights),
            "lagging": [{kpi_id: draw(weights)} for kpi_id in lagging],
            "leading": [{kpi_id: {"weight": draw(weights)}} for kpi_id in leading],
            "driven_by": [],
            "hindered_by": [],
        }
    for number in range(count):
        others = [other for other in range(count) if other != number]
        for other in draw(st.lists(st.sampled_from(others), unique=True, max_size=3)) if others else ():
            back = other < number
            if back and not loops:
                continue
            settings = {"weight": draw(weights), "delay": draw(st.integers(1, 3)) if back else 0}
            goals[f"g{number}"]["driven_by"].append({f"g{other}": settings})
        free = [
            other for other in others if not any(f"g{other}" in entry for entry in goals[f"g{number}"]["driven_by"])
        ]
        hindered: bool = draw(st.booleans())
        if free and hindered:
            goals[f"g{number}"]["hindered_by"].append(f"g{draw(st.sampled_from(free))}")
    return {
        "as_of": DAY,
        "perspectives": {name: {"weight": draw(weights)} for name in PERSPECTIVES},
        "outlook": {"drivers": draw(st.sampled_from([0.5, 0.1, 0.9, 0.3]))},
        "min_coverage": draw(st.sampled_from([0.5, 0.0, 1.0])),
        "goals": goals,
        "kpis": kpis,
    }
