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
    from scorecard.api.examine import examine, load
    from scorecard.api.render import render
    from scorecard.api.score import InvalidDataError, PeriodError, score
    from scorecard.model import StrategyMap
    from scorecard.problem import Examination, InvalidMapError, Position, Problem
    from scorecard.result import Scorecard
    from scorecard.writing.engine import EngineError

__version__ = "0.1.0"

__all__ = [
    "EngineError",
    "Examination",
    "InvalidDataError",
    "InvalidMapError",
    "PeriodError",
    "Position",
    "Problem",
    "Scorecard",
    "StrategyMap",
    "examine",
    "load",
    "render",
    "score",
]

_HOME = {
    "EngineError": "scorecard.writing.engine",
    "Examination": "scorecard.problem",
    "InvalidDataError": "scorecard.api.score",
    "InvalidMapError": "scorecard.problem",
    "PeriodError": "scorecard.api.score",
    "Position": "scorecard.problem",
    "Problem": "scorecard.problem",
    "Scorecard": "scorecard.result",
    "StrategyMap": "scorecard.model",
    "examine": "scorecard.api.examine",
    "load": "scorecard.api.examine",
    "render": "scorecard.api.render",
    "score": "scorecard.api.score",
}


def __getattr__(name: str) -> object:
    # Names are looked up when they are used, so that the command line starts without the libraries it does not need.
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
