"""A scorecard whose figures have dates: with trends, alarms, gaps, breaks, and what has changed since it was closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from scorecard.period import parse_period
from scorecard.result import Alert, Flag, Later, MeasureValue, Origin, Restated, Scorecard
from tests.rendering.sample_card import HOSTILE, kpi, sample_card, unmeasured_kpi

WARNING = Alert(kind="warning", text="above 2%")
UNSTABLE = Alert(kind="unstable", text="unstable: its standard deviation is 32% of its mean, more than 30%")
BREAK = "Meta counts views instead of impressions"
FALLING: dict[str, Any] = {"before": 8.8, "trend": 0.0364, "trend_word": "better"}


def dated_card() -> Scorecard:
    """The sample a month later: revenue is a part of a year's, impressions do not compare, subscribers are missing,
    the response time fell, training was measured two months ago on too few; the unfollow rate is watched."""
    card = sample_card()
    revenue, impressions, subscribers, response_time, trained = card.kpis
    profit, reach, train = card.goals
    kpis = (
        replace(revenue, part=0.25, at_most=True, before=9000.0, trend=0.01, trend_word="same", used="sales"),
        replace(impressions, before=101.0, broken=BREAK),
        unmeasured_kpi("subscribers", reason="missing", lagging_of=subscribers.lagging_of),
        replace(response_time, **FALLING),
        replace(
            trained, value=0.5, reason="small-sample", n=12.0, min_sample=20.0, age=2, origin=Origin(cadence="quarter")
        ),
        kpi(
            "unfollow-rate",
            unit="%",
            direction="none",
            scale=None,
            value=0.033,
            **dict.fromkeys(("baseline", "target", "progress", "of_target", "performance", "since", "by")),
            status="no-data",
            reason="not-scored",
            alerts=(WARNING, UNSTABLE),
            review_by=date(2026, 9, 30),
            review_due=True,
        ),
    )
    flag = Flag(kind="warning", kpi="unfollow-rate", text="Unfollow rate is above 2%")
    wobbles = Flag(kind="unstable", kpi="unfollow-rate", text=f"Unfollow rate is {UNSTABLE.text}")
    return replace(
        card,
        kpis=kpis,
        goals=(
            replace(profit, trend=-0.034, trend_word="worse"),
            replace(
                reach,
                trend=0.051,
                trend_word="better",
                guardrails=("unfollow-rate",),
                flags=(flag, wobbles),
            ),
            train,
        ),
        unlike=("subscribers",),
        later=Later(period=parse_period("2026-11"), known=3, due=30),
        restated=(
            Restated(period=parse_period("2026-08"), kpi="revenue", closed=11960.0, now=11950.0),
            Restated(period=parse_period("2026-09"), kpi="gone", closed=None, now=0.5),
        ),
        events=((parse_period("2026-10-12"), "Coffee fair"), (parse_period("2026-10"), "Autumn sale")),
        headline=("impressions",),
        measures=(
            MeasureValue(
                id="ad-spend",
                name="Ad spend",
                description="What was paid for ads",
                unit="money",
                value=1250.0,
                at_most=True,
                origin=Origin(source="ads", formula="sum(cost)", where="network = 'facebook'", kind="flow"),
            ),
        ),
    )


def hostile_dated_card() -> Scorecard:
    """The dated card with a hostile text wherever a new text may stand."""
    card = dated_card()
    alerts = (Alert(kind="alarm", text=HOSTILE), Alert(kind="unstable", text=HOSTILE))
    origin = Origin(source=HOSTILE, formula=HOSTILE, where=HOSTILE, over="year-to-date", cadence="quarter", kind="rate")
    return replace(
        card,
        kpis=tuple(
            replace(
                item,
                name=HOSTILE,
                unit=HOSTILE,
                broken=HOSTILE,
                lacks=(HOSTILE, HOSTILE, HOSTILE),
                reason="partial" if item.performance is None else None,
                alerts=alerts,
                origin=origin,
                before=1.0,
                review_by=date(2027, 1, 31),
            )
            for item in card.kpis
        ),
        goals=tuple(
            replace(item, name=HOSTILE, flags=tuple(replace(flag, text=HOSTILE) for flag in item.flags))
            for item in card.goals
        ),
        events=tuple((when, HOSTILE) for when, _ in card.events),
        measures=tuple(
            replace(item, name=HOSTILE, description=HOSTILE, unit=HOSTILE, origin=origin) for item in card.measures
        ),
    )


def open_card() -> Scorecard:
    """The dated card while its month is still running."""
    return replace(dated_card(), closed=False, as_of=date(2026, 10, 8), later=None)
