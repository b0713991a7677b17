"""The parts of a report in the order in which each reader needs them, on the page as on paper."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.report import Audience

ORDER: Mapping[Audience, tuple[str, ...]] = {
    "board": (
        *("map", "headline", "changes", "focus", "levers", "scenarios", "forecast", "evidence", "decisions", "goals"),
        *("guide",),
    ),
    "team": (
        *("headline", "rows", "map", "changes", "focus", "levers", "scenarios", "forecast", "evidence", "decisions"),
        *("goals", "initiatives", "data", "guide"),
    ),
    "newcomer": ("guide", "headline", "map", "goals", "focus"),
}
