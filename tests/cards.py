"""Makers of scorecards and their parts by hand, so that what is made from them is tested without any scoring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from scorecard.naming import name_from
from scorecard.period import period_of
from scorecard.result import (
    Contributions,
    Counts,
    Coverage,
    GoalScore,
    IndexScore,
    KpiScore,
    Limits,
    LinkScore,
    MapFacts,
    PerspectiveScore,
    Scorecard,
    Status,
    Theme,
)

LIMITS = Limits(at_risk=0.5, on_track=0.8)


def status_of(performance: float | None, limits: Limits = LIMITS) -> Status:
    """The status of a performance."""
    if performance is None:
        return "no-data"
    if performance >= limits.on_track:
        return "on-track"
    return "at-risk" if performance >= limits.at_risk else "off-track"


def make_kpi(kpi_id: str, performance: float | None, /, **given: Any) -> KpiScore:
    """A KPI on a line from 0 to 100; what is not given follows from its performance."""
    fields: dict[str, Any] = {
        "id": kpi_id,
        "name": name_from(kpi_id),
        "description": None,
        "unit": "count",
        "owner": None,
        "url": None,
        "direction": "maximise",
        "scale": "line",
        "value": None if performance is None else performance * 100,
        "baseline": 0.0,
        "target": 100.0,
        "since": None,
        "by": None,
        "worst": None,
        "best": 100.0,
        "range": None,
        "curve": (),
        "progress": performance,
        "expected": 1.0,
        "plan": None,
        "pace": None,
        "of_target": performance,
        "performance": performance,
        "status": status_of(performance),
        "reason": "no-value" if performance is None else None,
        "limits": LIMITS,
        "lagging_of": (),
        "leading_of": (),
    }
    return KpiScore(**fields | given)


def make_goal(goal_id: str, perspective: str, performance: float | None, /, **given: Any) -> GoalScore:
    """A goal; what is not given follows from its performance and its drivers' number ``leading``."""
    leading = given.get("leading")
    fields: dict[str, Any] = {
        "id": goal_id,
        "name": name_from(goal_id),
        "description": None,
        "perspective": perspective,
        "owner": None,
        "theme": None,
        "url": None,
        "weight": 1.0,
        "importance": None,
        "urgency": None,
        "performance": performance,
        "basis": "lagging",
        "lagging": performance,
        "leading": leading,
        "outlook": performance,
        "heading": None if performance is None else "steady",
        "outlook_status": status_of(performance),
        "coverage": Coverage(
            lagging=0.0 if performance is None else 1.0,
            leading=0.0 if leading is None else 1.0,
            outlook=0.0 if performance is None else 1.0,
        ),
        "performance_coverage": 0.0 if performance is None else 1.0,
        "status": status_of(performance),
        "lagging_status": status_of(performance),
        "leading_status": status_of(leading),
        "reason": "no-data" if performance is None else None,
        "diagnosis": None,
        "limits": LIMITS,
        "flags": (),
        "kpis_lagging": (),
        "kpis_leading": () if leading is None or "causes" in given else ("some-driver",),
        "kpi_notes": (),
        "causes": (),
        "initiatives": (),
        "reaches_top": True,
        "weakest": (),
        "contributions": Contributions(),
    }
    return GoalScore(**fields | given)


def make_link(cause: str, effect: str, **given: Any) -> LinkScore:
    """A cause that is the only driver of its effect, or what is given."""
    fields: dict[str, Any] = {
        "cause": cause,
        "effect": effect,
        "kind": "driven-by",
        "weight": 1.0,
        "share": 1.0,
        "delay": 0,
        "because": None,
    }
    return LinkScore(**fields | given)


def _counts(goals: Sequence[GoalScore]) -> Counts:
    statuses = [goal.status for goal in goals]
    return Counts(
        on_track=statuses.count("on-track"),
        at_risk=statuses.count("at-risk"),
        off_track=statuses.count("off-track"),
        no_data=statuses.count("no-data"),
    )


def _roll_up(numbers: Sequence[float | None]) -> dict[str, Any]:
    known = [number for number in numbers if number is not None]
    mean = sum(known) / len(known) if known else None
    share = len(known) / len(numbers) if numbers else 0.0
    return {
        "performance": mean,
        "lagging": mean,
        "leading": None,
        "outlook": mean,
        "coverage": Coverage(lagging=share, leading=0.0, outlook=share),
        "performance_coverage": share,
        "status": status_of(mean),
        "reason": "no-data" if mean is None else None,
        "contributions": Contributions(),
    }


def make_card(
    perspectives: Sequence[str | tuple[str, dict[str, Any]]],
    goals: Sequence[GoalScore],
    links: Sequence[LinkScore] = (),
    *,
    kpis: Sequence[KpiScore] = (),
    themes: Sequence[Theme] = (),
    **facts: Any,
) -> Scorecard:
    """A card of October 2026 in months; perspectives are ids, or pairs of an id and fields; ``facts`` are the map's."""
    bands = []
    for written in perspectives:
        band_id, given = (written, {}) if isinstance(written, str) else written
        inside = [goal for goal in goals if goal.perspective == band_id]
        fields: dict[str, Any] = {
            "id": band_id,
            "name": name_from(band_id),
            "questions": (),
            "weight": 1.0,
            "counts": _counts(inside),
            **_roll_up([goal.performance for goal in inside]),
        }
        bands.append(PerspectiveScore(**fields | given))
    map_facts: dict[str, Any] = {
        "name": "Social media marketing",
        "description": None,
        "organisation": None,
        "mission": None,
        "vision": None,
        "owner": None,
        "horizon": None,
        "currency": "EUR",
        "rhythm": "month",
        "min_coverage": 0.5,
        "drivers_share": 0.5,
    }
    as_of = date(2026, 10, 31)
    return Scorecard(
        map=MapFacts(**map_facts | facts),
        as_of=as_of,
        period=period_of(as_of, "month"),
        limits=LIMITS,
        top=next((goal.perspective for band in bands for goal in goals if goal.perspective == band.id), bands[0].id),
        index=IndexScore(counts=_counts(goals), **_roll_up([band.performance for band in bands])),
        perspectives=tuple(bands),
        themes=tuple(themes),
        goals=tuple(goals),
        kpis=tuple(kpis),
        links=tuple(links),
        initiatives=(),
        focus=(),
        satisfied=(),
    )
