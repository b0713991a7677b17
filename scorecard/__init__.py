"""Balanced Scorecard strategy maps as code.

``load`` a map, ``examine`` it for mistakes, ``score`` it and ``render`` the picture::

    import scorecard

    strategy_map = scorecard.load("strategy.yaml")
    card = scorecard.score(strategy_map, as_of=date(2026, 10, 31), folder=Path())
    card.index.performance          # 0.788 is 78.8 %
    scorecard.render(card, "svg")   # the bytes of an SVG file
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scorecard.api.diff import diff, load_revision
    from scorecard.api.evidence import evidence
    from scorecard.api.examine import examine, load
    from scorecard.api.explain import explain
    from scorecard.api.forecast import ForecastError, forecast
    from scorecard.api.levers import levers
    from scorecard.api.render import render
    from scorecard.api.scenario import InvalidScenarioError, load_scenario
    from scorecard.api.score import InvalidDataError, PeriodError, score
    from scorecard.api.simulate import simulate
    from scorecard.api.uncertain import Chance
    from scorecard.arrow_evidence import Evidence
    from scorecard.explanation import Explanation
    from scorecard.forecasted import Forecast
    from scorecard.lever import Levers
    from scorecard.map_change import MapChange
    from scorecard.model import StrategyMap
    from scorecard.problem import Examination, InvalidMapError, Position, Problem
    from scorecard.result import Scorecard
    from scorecard.scenario import Scenario
    from scorecard.simulation import Simulation
    from scorecard.writing.engine import EngineError

__version__ = "0.1.0"

__all__ = [
    "Chance",
    "EngineError",
    "Evidence",
    "Examination",
    "Explanation",
    "Forecast",
    "ForecastError",
    "InvalidDataError",
    "InvalidMapError",
    "InvalidScenarioError",
    "Levers",
    "MapChange",
    "PeriodError",
    "Position",
    "Problem",
    "Scenario",
    "Scorecard",
    "Simulation",
    "StrategyMap",
    "diff",
    "evidence",
    "examine",
    "explain",
    "forecast",
    "levers",
    "load",
    "load_revision",
    "load_scenario",
    "render",
    "score",
    "simulate",
]

_HOME = {
    "Chance": "scorecard.api.uncertain",
    "EngineError": "scorecard.writing.engine",
    "Evidence": "scorecard.arrow_evidence",
    "Examination": "scorecard.problem",
    "Explanation": "scorecard.explanation",
    "Forecast": "scorecard.forecasted",
    "ForecastError": "scorecard.api.forecast",
    "InvalidDataError": "scorecard.api.score",
    "InvalidMapError": "scorecard.problem",
    "InvalidScenarioError": "scorecard.api.scenario",
    "Levers": "scorecard.lever",
    "MapChange": "scorecard.map_change",
    "PeriodError": "scorecard.api.score",
    "Position": "scorecard.problem",
    "Problem": "scorecard.problem",
    "Scenario": "scorecard.scenario",
    "Scorecard": "scorecard.result",
    "Simulation": "scorecard.simulation",
    "StrategyMap": "scorecard.model",
    "diff": "scorecard.api.diff",
    "evidence": "scorecard.api.evidence",
    "examine": "scorecard.api.examine",
    "explain": "scorecard.api.explain",
    "forecast": "scorecard.api.forecast",
    "levers": "scorecard.api.levers",
    "load": "scorecard.api.examine",
    "load_revision": "scorecard.api.diff",
    "load_scenario": "scorecard.api.scenario",
    "render": "scorecard.api.render",
    "score": "scorecard.api.score",
    "simulate": "scorecard.api.simulate",
}


def __getattr__(name: str) -> object:
    # Names are looked up when they are used, so that the command line starts without the libraries it does not need.
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
