"""Every recorded figure belongs to a KPI or a measure of the map.

The id is written as in the map. A figure under another id would be lost silently, with the KPI left without data.

Good:
    date,kpi,value
    2026-10,followers,12280

Bad:
    date,kpi,value
    2026-10,follower,12280
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from scorecard.measuring.spot import Spot
from scorecard.problem import Problem

_COMPARED = 20_000
"""In a map with more KPIs nobody looks for the nearest: comparing names is slow."""


def problem(text: str, known: Collection[str], at: Spot, others: int = 0) -> Problem:
    """``text`` is no id of a KPI or measure of the map; it stands in so many ``others`` rows as well."""
    as_id = text.strip().lower().replace(" ", "-").replace("_", "-")[:200]
    near = [as_id] if as_id in known else []
    if not near and len(known) <= _COMPARED:
        near = get_close_matches(as_id, known, n=1)
    label = "no KPI or measure has this id"
    if others:
        label += "; it stands in {others} more rows" if others > 1 else "; it stands in one more row"
    hint = "did you mean '{nearest}'?" if near else "define it under `kpis` or `measures` of the map, or delete the row"
    return Problem(
        rule="unknown-figure",
        path=at.path,
        position=at.position,
        message="the map has no KPI '{text}'" if text else "the row names no KPI",
        label=label if text else "empty",
        hint=hint if text else "write the id of a KPI",
        params={"text": text, "nearest": "".join(near), "others": others, "column": at.column},
    )
