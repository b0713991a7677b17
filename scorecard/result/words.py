"""The words of a result: statuses, diagnoses and reasons."""

from __future__ import annotations

from typing import Literal, TypeAlias

Status: TypeAlias = Literal["on-track", "at-risk", "off-track", "no-data"]
Diagnosis: TypeAlias = Literal[
    "healthy",
    "watch",
    "early-warning",
    "results-pending",
    "hypothesis-in-doubt",
    "needs-action",
    "drivers-not-measured",
    "results-not-measured",
    "no-data",
]
Heading: TypeAlias = Literal["rising", "steady", "falling"]
TrendWord: TypeAlias = Literal["better", "same", "worse"]
FlagKind: TypeAlias = Literal["trade-off", "alarm", "warning", "unstable"]
Basis: TypeAlias = Literal["lagging", "leading"]
PartKind: TypeAlias = Literal["kpi", "goal", "perspective"]
LinkKind: TypeAlias = Literal["driven-by", "hindered-by"]
Reason: TypeAlias = Literal[
    "no-value",
    "missing",
    "stale",
    "partial",
    "small-sample",
    "no-target",
    "no-baseline",
    "target-beyond-worst",
    "not-due",
    "not-scored",
    "no-kpis",
    "no-data",
    "low-coverage",
]
