"""``scorecard forecast`` from the outside."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from typing import Any

import pytest

from scorecard import load
from scorecard.api.forecast import choose, forecast, forecast_text
from scorecard.api.status import Screen
from scorecard.forecasted import Forecast
from tests.cli.commands import ROOT, called

CAFE = ROOT / "maps/corner-cafe/strategy.yaml"
UNDATED = ROOT / "maps/subscription-loop.yaml"


@pytest.fixture(scope="module")
def told() -> Any:
    ran = called("forecast", "-m", CAFE, "--periods", "3", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_json_has_these_keys_and_no_others(told: Any) -> None:
    assert list(told) == [
        *("schema_version", "tool_version", "as_of", "period", "map", "currency", "periods", "paths", "interval"),
        *("backtest", "outlooks", "kpis"),
    ]
    assert told["periods"] == ["2026-11", "2026-12", "2027-01"]
    assert list(told["outlooks"][0]) == [
        *("kind", "id", "name", "start", "outlook_status", "outlook_coverage", "reason", "outlook", "statuses"),
        *("chances", "expected_from", "likely_from", "kpis"),
    ]
    assert list(told["kpis"][0]) == [
        *("id", "name", "unit", "method", "model", "why", "n", "gaps", "first", "last", "value", "performance"),
        *("counts", "values", "performances", "backtest"),
    ]
    assert all(len(one["outlook"]) == len(one["chances"]) == 3 for one in told["outlooks"])
    guests = next(one for one in told["kpis"] if one["id"] == "guests")
    assert list(guests["backtest"]) == ["origins", "error", "naive_error", "mase", "naive_mase"]


@pytest.fixture(scope="module")
def whole() -> Forecast:
    return forecast(load(CAFE), date(2026, 10, 31), periods=3, folder=CAFE.parent)


def test_the_table_says_method_errors_and_chance(whole: Forecast) -> None:
    out = forecast_text(choose(whole, ["regulars"]), "table", Screen(width=110))
    for part in (
        "Guests become regulars: outlook 93 % now",
        "chance",
        "the last value by",
        "┊",
        "short history",
        "MASE",
    ):
        assert part in out
    assert "quick-coffee" not in out


def test_markdown_and_csv(whole: Forecast) -> None:
    markdown = forecast_text(whole, "markdown", Screen())
    assert markdown.startswith("## Forecast")
    assert "| Outlook | Now | 2026-11 | 2026-12 | 2027-01 | Chance of on track |" in markdown
    rows = list(csv.DictReader(StringIO(forecast_text(whole, "csv", Screen()))))
    assert {row["kind"] for row in rows} == {"index", "perspective", "goal", "kpi"}
    assert len([row for row in rows if row["id"] == "index"]) == 3


def test_without_dated_figures_there_is_nothing_to_forecast_from() -> None:
    for style in ("table", "markdown"):
        ran = called("forecast", "-m", UNDATED, "--format", style)
        assert ran.code == 0
        assert "No dated figures: nothing to forecast from." in ran.out


@pytest.mark.parametrize("periods", ["0", "61", "-1", "x", "1.5", "٣", "9" * 99])
def test_a_wrong_number_of_periods(periods: str) -> None:
    ran = called("forecast", "-m", CAFE, f"--periods={periods}")
    assert (ran.code, ran.out) == (2, "")


def test_an_unknown_goal() -> None:
    ran = called("forecast", "nothing", "-m", CAFE)
    assert (ran.code, ran.out) == (2, "")
    assert "nothing" in ran.err


def test_without_statsmodels_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.api.forecast.find_spec", lambda _: None)
    ran = called("forecast", "-m", CAFE)
    assert (ran.code, ran.out) == (2, "")
    assert "statsmodels>=0.14.4" in ran.err


@pytest.mark.parametrize("width", [60, 80, 110, 160])
def test_no_line_is_too_wide(width: int, whole: Forecast) -> None:
    out = forecast_text(whole, "table", Screen(width=width, ascii=width == 80))
    assert max(map(len, out.splitlines())) <= width
    assert width != 80 or not set("┊▁█") & set(out)
