"""The maps that are looked at, scored for the day they say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from scorecard.api.examine import load
from scorecard.api.score import score
from scorecard.result import Scorecard
from tests.browser.chromium import ROOT

EXAMPLES: Mapping[str, Path] = {
    "social-media": ROOT / "templates/social-media/strategy.yaml",
    "city": ROOT / "maps/city.yaml",
    "low-cost-airline": ROOT / "maps/low-cost-airline.yaml",
    "subscription-loop": ROOT / "maps/subscription-loop.yaml",
    "corner-cafe": ROOT / "maps/corner-cafe/strategy.yaml",
}


@cache
def card_of(name: str) -> Scorecard:
    """The scorecard of an example."""
    path = EXAMPLES[name]
    strategy_map = load(path)
    return score(strategy_map, strategy_map.as_of or date(2026, 10, 31), folder=path.parent)
