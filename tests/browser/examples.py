"""The maps that are looked at, scored for the day they say, and their reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from scorecard.api.examine import load
from scorecard.api.report import report, report_text
from scorecard.api.score import score
from scorecard.report import Audience
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


@cache
def page_of(name: str, audience: Audience = "team") -> str:
    """The report of an example as a page."""
    return page_of_map(EXAMPLES[name], audience)


def page_of_map(path: Path, audience: Audience = "team") -> str:
    """The report of a map as a page."""
    strategy_map = load(path)
    day = strategy_map.as_of or date(2026, 10, 31)
    return report_text(report(strategy_map, day, folder=path.parent, audience=audience), "html")
