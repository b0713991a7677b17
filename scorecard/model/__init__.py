"""The strategy map as its author wrote it: what may be said, and nothing computed.

The JSON Schema of the file is generated from these classes. A scalar comes in as the text that stands in the file
(or, from JSON, as a number); what a text means follows from the field it fills, so ``name: no`` is a name and
``target: 80k`` a number.
"""

from __future__ import annotations

from scorecard.model.fields import Noun, Thresholds, keys_of
from scorecard.model.goal import Driver, Goal, Lagging
from scorecard.model.kpi import Alarm, Kind, Kpi, Measure
from scorecard.model.source import Source, SourceFile
from scorecard.model.strategy_map import Initiative, OutlookSettings, Perspective, StrategyMap, Theme
from scorecard.model.target import EARLIER, Change, OtherKpi, PeriodTargets

__all__ = [
    "EARLIER",
    "Alarm",
    "Change",
    "Driver",
    "Goal",
    "Initiative",
    "Kind",
    "Kpi",
    "Lagging",
    "Measure",
    "Noun",
    "OtherKpi",
    "OutlookSettings",
    "PeriodTargets",
    "Perspective",
    "Source",
    "SourceFile",
    "StrategyMap",
    "Theme",
    "Thresholds",
    "keys_of",
]
