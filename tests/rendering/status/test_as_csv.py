from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from scorecard.rendering.status.as_csv import status_csv
from scorecard.result import Scorecard
from tests.rendering.sample_card import hostile_card, sample_card


def table(card: Scorecard, *, kpis: bool = False) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(status_csv(card, kpis=kpis))))


def test_one_row_for_each_goal_in_fractions() -> None:
    profit, reach, train = table(sample_card())
    assert (profit["goal"], profit["status"], profit["performance"]) == ("profit", "off-track", "0.375")
    assert (reach["as_of"], reach["period"], reach["coverage_leading"]) == ("2026-10-31", "2026-10", "0.5")
    assert reach["sentence"].startswith("Drivers are on track (90 %)")
    assert (train["performance"], train["reason"]) == ("", "no-data")


def test_one_row_for_each_kpi_of_each_goal() -> None:
    rows = table(sample_card(), kpis=True)
    assert [(row["goal"], row["part"], row["kpi"]) for row in rows] == [
        ("profit", "lagging", "revenue"),
        ("reach", "lagging", "impressions"),
        ("reach", "lagging", "subscribers"),
        ("reach", "leading", "response-time"),
        ("train", "lagging", "people-trained"),
    ]
    assert (rows[1]["weight"], rows[1]["share"], rows[1]["by"]) == ("2.0", "1.0", "2026-12-31")
    assert (rows[2]["share"], rows[2]["value"], rows[2]["reason"]) == ("", "", "no-value")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "＝1"])
def test_no_text_becomes_a_formula(name: str) -> None:
    card = sample_card()
    goals = (replace(card.goals[0], name=name), *card.goals[1:])
    assert table(replace(card, goals=goals))[0]["name"].startswith("'")


def test_numbers_below_zero_stay_numbers() -> None:
    card = sample_card()
    below = replace(card, kpis=(replace(card.kpis[0], progress=-0.25), *card.kpis[1:]))
    assert table(below, kpis=True)[0]["progress"] == "-0.25"


def test_hostile_texts_stay_in_their_cells() -> None:
    text = status_csv(hostile_card(), kpis=True)
    assert len(text.splitlines()) == 1 + 5
    assert "\x1b" not in text
    assert len({len(row) for row in csv.reader(StringIO(text))}) == 1
