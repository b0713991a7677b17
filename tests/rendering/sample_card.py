"""Scorecards written by hand, number by number, so that renderers are tested without any scoring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from scorecard.naming import name_from
from scorecard.period import parse_period
from scorecard.result import (
    Contribution,
    Contributions,
    Counts,
    Coverage,
    Flag,
    GoalScore,
    IndexScore,
    InitiativeScore,
    KpiScore,
    MapFacts,
    PerspectiveScore,
    Scorecard,
)
from tests.cards import LIMITS, make_goal, make_kpi, make_link

HOSTILE = 'Evil <script>alert("1")</script> | `x` & @ops\n\x1b[31mred\u202e ❤️ =1+1 [a](http://b.c)'
"""A name that means something to HTML, Markdown, tables, terminals, readers and formulas."""


def kpi(kpi_id: str, **fields: Any) -> KpiScore:
    """A KPI that rises from 80 to 120 within 2026, at 104."""
    values: dict[str, Any] = {
        "value": 104.0,
        "baseline": 80.0,
        "target": 120.0,
        "since": date(2026, 1, 1),
        "by": date(2026, 12, 31),
        "best": None,
        "progress": 0.6,
        "expected": 0.83,
        "plan": 113.2,
        "pace": 0.72,
        "of_target": 0.8667,
    }
    return make_kpi(kpi_id, 0.77, **{**values, **fields})


def unmeasured_kpi(kpi_id: str, **fields: Any) -> KpiScore:
    """A KPI without a value."""
    return kpi(
        kpi_id,
        **{
            "value": None,
            "progress": None,
            "pace": None,
            "of_target": None,
            "performance": None,
            "status": "no-data",
            "reason": "no-value",
            **fields,
        },
    )


def goal(goal_id: str, perspective: str, **fields: Any) -> GoalScore:
    """A goal without any KPI, cause or data."""
    return make_goal(goal_id, perspective, None, **{"reason": "no-kpis", "diagnosis": "no-data", **fields})


def part(kind: Any, item: str, share: float | None, value: float | None, **fields: Any) -> Contribution:
    """A contribution; its product is worked out."""
    product = None if share is None or value is None else share * value
    values: dict[str, Any] = {"weight": 1.0, "coverage": 0.0 if value is None else 1.0}
    return Contribution(kind=kind, id=item, share=share, value=value, product=product, **{**values, **fields})


def perspective(perspective_id: str, name: str, **fields: Any) -> PerspectiveScore:
    """A perspective without data."""
    values: dict[str, Any] = {
        "id": perspective_id,
        "name": name,
        "questions": (),
        "weight": 1.0,
        "performance": None,
        "lagging": None,
        "leading": None,
        "outlook": None,
        "coverage": Coverage(lagging=0.0, leading=0.0, outlook=0.0),
        "performance_coverage": 0.0,
        "status": "no-data",
        "reason": "no-data",
        "counts": Counts(on_track=0, at_risk=0, off_track=0, no_data=1),
        "contributions": Contributions(),
    }
    return PerspectiveScore(**{**values, **fields})


def initiative(initiative_id: str, **fields: Any) -> InitiativeScore:
    """An initiative that says nothing but its name."""
    values: dict[str, Any] = {
        "id": initiative_id,
        "name": name_from(initiative_id),
        **dict.fromkeys(
            (
                "description",
                "owner",
                "start",
                "due",
                "status",
                "completion",
                "budget",
                "spent",
                "because",
                "kpi",
                "result",
                "url",
            )
        ),
        "goals": (),
        "late": False,
        "over_budget": False,
    }
    return InitiativeScore(**{**values, **fields})


FULL = Coverage(lagging=1.0, leading=1.0, outlook=1.0)
HALF = Coverage(lagging=0.5, leading=1.0, outlook=0.75)
NONE = Coverage(lagging=0.0, leading=0.0, outlook=0.0)
FACTS = MapFacts(
    name="Coffee house",
    description=None,
    organisation="Roasters & Sons",
    mission=None,
    vision=None,
    owner=None,
    horizon=None,
    currency="EUR",
    rhythm="month",
    min_coverage=0.5,
    drivers_share=0.5,
)


def _kpis() -> tuple[KpiScore, ...]:
    return (
        kpi("revenue", unit="money", value=9500.0, baseline=8000.0, target=12000.0, lagging_of=("profit",)),
        kpi("impressions", name="Impressions", lagging_of=("reach",), performance=0.796),
        unmeasured_kpi("subscribers", lagging_of=("reach",)),
        kpi(
            "response-time",
            unit="hours",
            direction="minimise",
            value=8.0,
            baseline=24.0,
            target=2.0,
            progress=0.7273,
            performance=0.9,
            of_target=None,
            status="on-track",
            leading_of=("reach",),
        ),
        unmeasured_kpi("people-trained", unit="%", baseline=0.2, target=1.0, lagging_of=("train",)),
    )


def _profit() -> GoalScore:
    parts = (part("kpi", "revenue", 1.0, 0.375),)
    return goal(
        "profit",
        "money",
        name="Earn more",
        owner="Ana",
        importance=5,
        urgency=3,
        performance=0.375,
        lagging=0.375,
        leading=0.796,
        outlook=0.58,
        heading="rising",
        outlook_status="at-risk",
        coverage=Coverage(lagging=1.0, leading=0.5, outlook=0.85),
        performance_coverage=1.0,
        status="off-track",
        lagging_status="off-track",
        leading_status="at-risk",
        reason=None,
        diagnosis="needs-action",
        flags=(Flag(kind="trade-off", kpi=None, text="Rose while Reach more people fell."),),
        kpis_lagging=("revenue",),
        causes=("reach",),
        weakest=(part("kpi", "revenue", 1.0, 0.375), part("goal", "reach", 1.0, 0.796, coverage=0.5)),
        contributions=Contributions(
            performance=parts,
            lagging=parts,
            leading=(part("goal", "reach", 1.0, 0.796, coverage=0.5),),
            outlook=(part("kpi", "revenue", 0.5, 0.375), part("goal", "reach", 0.5, 0.785, coverage=0.7)),
        ),
    )


def _reach() -> GoalScore:
    parts = (part("kpi", "impressions", 1.0, 0.796, weight=2.0), part("kpi", "subscribers", None, None))
    return goal(
        "reach",
        "customer",
        name="Reach more people",
        importance=4,
        urgency=5,
        performance=0.796,
        lagging=0.796,
        leading=0.9,
        outlook=0.785,
        heading="steady",
        outlook_status="at-risk",
        coverage=Coverage(lagging=2 / 3, leading=0.5, outlook=0.7),
        performance_coverage=2 / 3,
        status="at-risk",
        lagging_status="at-risk",
        leading_status="on-track",
        reason=None,
        diagnosis="results-pending",
        kpis_lagging=("impressions", "subscribers"),
        kpis_leading=("response-time",),
        causes=("train",),
        initiatives=("calendar", "shop"),
        weakest=(part("kpi", "impressions", 1.0, 0.796, weight=2.0),),
        contributions=Contributions(
            performance=parts,
            lagging=parts,
            leading=(part("kpi", "response-time", 1.0, 0.9), part("goal", "train", None, None)),
            outlook=(
                part("kpi", "impressions", 0.5, 0.796, weight=2.0),
                part("kpi", "subscribers", None, None),
                part("kpi", "response-time", 0.5, 0.774),
                part("goal", "train", None, None),
            ),
        ),
    )


def _index() -> IndexScore:
    return IndexScore(
        performance=0.5855,
        lagging=0.5855,
        leading=0.848,
        outlook=0.6825,
        coverage=HALF,
        performance_coverage=5 / 9,
        status="at-risk",
        reason=None,
        counts=Counts(on_track=0, at_risk=1, off_track=1, no_data=1),
        contributions=Contributions(
            performance=(
                part("perspective", "money", 0.5, 0.375),
                part("perspective", "customer", 0.5, 0.796, coverage=2 / 3),
                part("perspective", "learning", None, None),
            )
        ),
    )


def sample_card() -> Scorecard:
    """Three goals: off track, at risk just below the limit, and one without data; two arrows; two initiatives."""
    train = goal(
        "train",
        "learning",
        name="Train the team",
        kpis_lagging=("people-trained",),
        reason="no-data",
        contributions=Contributions(
            performance=(part("kpi", "people-trained", None, None),),
            lagging=(part("kpi", "people-trained", None, None),),
        ),
    )
    money = perspective(
        "money",
        "Money",
        questions=("What do our owners want?",),
        performance=0.375,
        lagging=0.375,
        leading=0.796,
        outlook=0.58,
        coverage=Coverage(lagging=1.0, leading=0.5, outlook=0.85),
        performance_coverage=1.0,
        status="off-track",
        reason=None,
        counts=Counts(on_track=0, at_risk=0, off_track=1, no_data=0),
        contributions=Contributions(performance=(part("goal", "profit", 1.0, 0.375),)),
    )
    customer = perspective(
        "customer",
        "Customer",
        performance=0.796,
        lagging=0.796,
        leading=0.9,
        outlook=0.785,
        coverage=Coverage(lagging=2 / 3, leading=0.5, outlook=0.7),
        performance_coverage=2 / 3,
        status="at-risk",
        reason=None,
        counts=Counts(on_track=0, at_risk=1, off_track=0, no_data=0),
        contributions=Contributions(performance=(part("goal", "reach", 1.0, 0.796, coverage=2 / 3),)),
    )
    return Scorecard(
        map=FACTS,
        as_of=date(2026, 10, 31),
        period=parse_period("2026-10"),
        limits=LIMITS,
        top="money",
        index=_index(),
        perspectives=(money, customer, perspective("learning", "Learning and growth")),
        themes=(),
        goals=(_profit(), _reach(), train),
        kpis=_kpis(),
        links=(
            make_link("reach", "profit", because="Who knows us buys from us"),
            make_link("train", "reach", share=0.5, delay=2),
        ),
        initiatives=(
            initiative("calendar", owner="Ben", due=date(2026, 12, 31), completion=0.3, goals=("reach",)),
            initiative(
                "shop",
                due=date(2026, 9, 30),
                status="active",
                completion=0.6,
                budget=2000.0,
                spent=2500.0,
                goals=("reach",),
                late=True,
                over_budget=True,
            ),
        ),
        focus=("reach", "profit"),
        satisfied=(),
    )


def healthy_card() -> Scorecard:
    """One urgent goal on track, measured by its drivers alone, and nothing that needs focus."""
    good = goal(
        "stay",
        "money",
        name="Keep customers",
        urgency=4,
        importance=2,
        performance=0.92,
        basis="leading",
        leading=0.92,
        outlook=0.92,
        coverage=Coverage(lagging=0.0, leading=1.0, outlook=1.0),
        performance_coverage=1.0,
        status="on-track",
        leading_status="on-track",
        outlook_status="on-track",
        reason=None,
        diagnosis="results-not-measured",
        kpis_leading=("response-time",),
        contributions=Contributions(
            performance=(part("kpi", "response-time", 1.0, 0.92),),
            leading=(part("kpi", "response-time", 1.0, 0.92),),
            outlook=(part("kpi", "response-time", 1.0, 0.92),),
        ),
    )
    counts = Counts(on_track=1, at_risk=0, off_track=0, no_data=0)
    card = sample_card()
    money = replace(
        card.perspectives[0],
        performance=0.92,
        lagging=None,
        status="on-track",
        counts=counts,
        contributions=Contributions(performance=(part("goal", "stay", 1.0, 0.92),)),
    )
    return replace(
        card,
        index=replace(
            card.index,
            performance=0.92,
            status="on-track",
            counts=counts,
            performance_coverage=1.0,
            contributions=Contributions(performance=(part("perspective", "money", 1.0, 0.92),)),
        ),
        perspectives=(money,),
        goals=(good,),
        kpis=(replace(card.kpis[3], lagging_of=(), leading_of=("stay",)),),
        links=(),
        initiatives=(),
        focus=(),
        satisfied=("stay",),
    )


def hostile_card() -> Scorecard:
    """The sample with a hostile text wherever a text may stand."""
    card = sample_card()
    return replace(
        card,
        map=replace(card.map, name=HOSTILE, organisation=HOSTILE, mission=HOSTILE),
        perspectives=tuple(replace(item, name=HOSTILE, questions=(HOSTILE,)) for item in card.perspectives),
        goals=tuple(
            replace(
                item,
                name=HOSTILE,
                description=HOSTILE,
                owner=HOSTILE,
                url=HOSTILE,
                flags=(Flag(kind="trade-off", kpi=None, text=HOSTILE),),
            )
            for item in card.goals
        ),
        kpis=tuple(
            replace(item, name=HOSTILE, description=HOSTILE, unit=HOSTILE, owner=HOSTILE, url=HOSTILE)
            for item in card.kpis
        ),
        links=tuple(replace(item, because=HOSTILE) for item in card.links),
        initiatives=tuple(
            replace(item, name=HOSTILE, owner=HOSTILE, description=HOSTILE, because=HOSTILE, result=HOSTILE)
            for item in card.initiatives
        ),
    )


def empty_card() -> Scorecard:
    """A map in which nothing is measured at all."""
    card = sample_card()
    blank: dict[str, Any] = {
        "performance": None,
        "lagging": None,
        "leading": None,
        "outlook": None,
        "coverage": NONE,
        "performance_coverage": 0.0,
        "status": "no-data",
        "reason": "no-data",
        "contributions": Contributions(),
    }
    goals = tuple(
        replace(
            item,
            **blank,
            heading=None,
            outlook_status="no-data",
            lagging_status="no-data",
            leading_status="no-data",
            diagnosis="no-data",
            flags=(),
        )
        for item in card.goals
    )
    counts = Counts(on_track=0, at_risk=0, off_track=0, no_data=3)
    return replace(
        card,
        index=replace(card.index, **blank, counts=counts),
        perspectives=tuple(
            replace(item, **blank, counts=Counts(on_track=0, at_risk=0, off_track=0, no_data=1))
            for item in card.perspectives
        ),
        goals=goals,
        kpis=tuple(unmeasured_kpi(item.id, unit=item.unit) for item in card.kpis),
        initiatives=(),
        focus=(),
    )


def large_card(goals: int, kpis: int) -> Scorecard:
    """The sample repeated up to so many goals and KPIs."""
    card = sample_card()
    return replace(
        card,
        goals=tuple(replace(card.goals[n % 3], id=f"{card.goals[n % 3].id}-{n}") for n in range(goals)),
        kpis=tuple(replace(card.kpis[n % 5], id=f"{card.kpis[n % 5].id}-{n}") for n in range(kpis)),
        links=tuple(replace(card.links[n % 2], cause=f"reach-{n}") for n in range(goals)),
    )
