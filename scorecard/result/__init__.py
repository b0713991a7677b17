"""The scorecard: every number, status and word that a picture or a table may show, already computed.

All numbers are fractions (1.0 = 100 %); ``None`` is *no data*, never zero. Values of KPIs are in the KPI's unit.
"""

from __future__ import annotations

from scorecard.result.card import (
    IndexScore,
    InitiativeScore,
    Later,
    LinkScore,
    MapFacts,
    MeasureValue,
    PerspectiveScore,
    Reported,
    Restated,
    Scorecard,
    Theme,
)
from scorecard.result.goal import Contribution, Contributions, Counts, Coverage, Flag, GoalScore, KpiNote
from scorecard.result.kpi import Alert, KpiScore, Limits, Origin
from scorecard.result.words import Basis, Diagnosis, FlagKind, Heading, LinkKind, PartKind, Reason, Status, TrendWord

__all__ = [
    "Alert",
    "Basis",
    "Contribution",
    "Contributions",
    "Counts",
    "Coverage",
    "Diagnosis",
    "Flag",
    "FlagKind",
    "GoalScore",
    "Heading",
    "IndexScore",
    "InitiativeScore",
    "KpiNote",
    "KpiScore",
    "Later",
    "Limits",
    "LinkKind",
    "LinkScore",
    "MapFacts",
    "MeasureValue",
    "Origin",
    "PartKind",
    "PerspectiveScore",
    "Reason",
    "Reported",
    "Restated",
    "Scorecard",
    "Status",
    "Theme",
    "TrendWord",
]
