"""Values of the map are undated figures, in force at every period."""

from datetime import date

from scorecard.measuring import measure
from scorecard.model import StrategyMap


def test_values_are_undated_figures_and_a_missing_one_is_none() -> None:
    strategy_map = StrategyMap.model_validate(
        {"goals": {"g": {"perspective": "financial"}}, "kpis": {"a": {"value": "80k"}, "b": {}, "c": {"value": "0"}}}
    )
    figures = measure(strategy_map, None, date(2026, 10, 31)).actuals.figures
    assert {key: figure.value for key, figure in figures.items()} == {("a", None, ()): 80_000, ("c", None, ()): 0}
