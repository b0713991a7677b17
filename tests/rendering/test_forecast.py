"""What is printed of a forecast, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from scorecard.api.forecast import forecast_text
from scorecard.api.status import Screen
from scorecard.forecasted import Backtest, Estimate, Forecast, KpiForecast, OutlookForecast
from scorecard.period import parse_period, period_before
from scorecard.rendering.forecast.sentences import backtest_sentence, sentence
from scorecard.rendering.numbers import chance
from scorecard.result import Limits, Status

LIMITS = Limits(at_risk=0.5, on_track=0.8)
PERIODS = tuple(parse_period(text) for text in ("2026-11", "2026-12", "2027-01"))
LAST = parse_period("2026-10")


def chances(on_track: float, off_track: float = 0.0) -> dict[Status, float]:
    return {"on-track": on_track, "at-risk": 1 - on_track - off_track, "off-track": off_track, "no-data": 0.0}


GOAL = OutlookForecast(
    kind="goal",
    id="engaging-content",
    name="Engaging content",
    limits=LIMITS,
    coverage=1.0,
    start=0.61,
    status="at-risk",
    past=(None, 0.4, 0.61),
    estimates=(Estimate(0.7, 0.6, 0.79), Estimate(0.7996, 0.7, 0.9), Estimate(0.82, 0.7, 1.04)),
    statuses=("at-risk", "at-risk", "on-track"),
    chances=(chances(0.08, 0.01), chances(0.49), chances(0.57)),
    expected_from=PERIODS[2],
    likely_from=PERIODS[2],
    kpis=("likes",),
)
UNKNOWN = replace(
    GOAL,
    id="learn",
    name="Learn\x1b[31m",
    start=None,
    status="no-data",
    past=(),
    estimates=(),
    statuses=(),
    chances=(),
    expected_from=None,
    likely_from=None,
    kpis=(),
)
LIKES = KpiForecast(
    id="likes",
    name="Likes",
    unit="count",
    limits=LIMITS,
    method="smoothing",
    model="damped trend",
    why=None,
    n=24,
    first=period_before(LAST, 24),
    last=LAST,
    gaps=1,
    value=1200.0,
    performance=0.6,
    past=(900.0, None, 1200.0),
    values=(Estimate(1250.0, 1200.0, 1300.0), Estimate(1300.0, 1210.0, 1390.0), Estimate(1350.0, 1220.0, 1480.0)),
    performances=(Estimate(0.7, 0.6, 0.8), None, Estimate(0.8, 0.7, 0.9)),
    backtest=Backtest(6, 30.0, 60.0, 40.0),
    counts=True,
)
RATE = replace(
    LIKES,
    id="rate",
    name="Sharing rate",
    unit="%",
    method="held",
    model=None,
    why="too-short",
    n=2,
    gaps=0,
    value=0.04,
    performance=None,
    past=(0.03, 0.04),
    values=(Estimate(0.04, None, None),) * 3,
    performances=(None,) * 3,
    backtest=None,
    counts=False,
)
FORECAST = Forecast(
    map="Two goals",
    currency="EUR",
    as_of=date(2026, 10, 31),
    rhythm="month",
    scored=LAST,
    periods=PERIODS,
    paths=1000,
    kpis=(LIKES, RATE),
    outlooks=(GOAL, UNKNOWN),
    backtests=1,
    mase=0.75,
    naive_mase=1.5,
)


def test_pages(golden: Callable[[str, str], None]) -> None:
    golden("forecast/140.txt", forecast_text(FORECAST, "table", Screen(width=140)))
    golden("forecast/80.txt", forecast_text(FORECAST, "table", Screen(width=80)))
    golden("forecast/50.txt", forecast_text(FORECAST, "table", Screen(width=50, ascii=True)))
    golden("forecast/two.md", forecast_text(FORECAST, "markdown", Screen()))
    golden("forecast/two.csv", forecast_text(FORECAST, "csv", Screen()))


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({}, "outlook 61 % now, expected on track in 2027-01 (chance 57 %)."),
        (
            {"expected_from": None, "statuses": ("at-risk",) * 3},
            "outlook 61 % now, not expected on track within 3 months (chance at most 57 %, in 2027-01).",
        ),
        (
            {"expected_from": None, "statuses": ("at-risk",) * 3, "chances": (chances(0.002),) * 3},
            "outlook 61 % now, not expected on track within 3 months (chance below 1 % throughout).",
        ),
        (
            {"expected_from": PERIODS[1], "statuses": ("at-risk", "on-track", "at-risk")},
            "outlook 61 % now, expected on track in 2026-12 (chance 49 %), not lasting.",
        ),
        (
            {"coverage": 0.5, "status": "on-track", "start": 0.9},
            "outlook 90 % now (coverage 50 %), expected at risk in 2026-11 (chance to be on track then 8 %).",
        ),
        (
            {"status": "on-track", "start": 0.9, "statuses": ("on-track", "at-risk", "off-track")},
            "outlook 90 % now, expected at risk from 2026-12 on (chance to be on track then 49 %).",
        ),
        (
            {"status": "on-track", "start": 0.9, "statuses": ("on-track",) * 3},
            "outlook 90 % now, on track and expected to stay so (chance 57 % in 2027-01).",
        ),
        (
            {"coverage": 0.2, "chances": ({"on-track": 0.0, "at-risk": 0.0, "off-track": 0.0, "no-data": 1.0},) * 3},
            "outlook 61 % now (coverage 20 %), too little of it known to give a status.",
        ),
    ],
)
def test_sentences(changed: dict[str, object], text: str) -> None:
    assert sentence(replace(GOAL, **changed), FORECAST) == f"Engaging content: {text}"  # type: ignore[arg-type]


def test_a_goal_without_outlook_and_a_backtest_of_one() -> None:
    assert sentence(UNKNOWN, FORECAST).endswith(": no outlook to forecast.")
    assert backtest_sentence(FORECAST) == (
        "Backtest of 1 KPI over the last periods: smoothing erred by 0.75 usual steps on average (MASE), the last "
        "value by 1.5; smoothing is used for 1."
    )
    assert backtest_sentence(replace(FORECAST, mase=None)) == ""


@pytest.mark.parametrize(
    ("share", "text"), [(0, "below 1 %"), (0.0099, "below 1 %"), (0.01, "1 %"), (0.99, "99 %"), (1, "above 99 %")]
)
def test_a_chance_is_never_certain(share: float, text: str) -> None:
    assert chance(share) == text
