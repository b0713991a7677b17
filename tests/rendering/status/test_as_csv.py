from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from scorecard.rendering.status.as_csv import status_csv
from scorecard.result import Scorecard
from tests.rendering.dated_card import dated_card, hostile_dated_card
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


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@sum", "\t=1", "\n=1", "a\n=1", '"=1"', "a,=1", "a;b"])
@pytest.mark.parametrize("kpis", [False, True])
def test_no_cell_of_a_hostile_map_begins_like_a_formula(name: str, kpis: bool) -> None:
    card = sample_card()
    goals = tuple(replace(goal, name=name, owner=name, theme=name) for goal in card.goals)
    found = tuple(replace(kpi, name=name, owner=name, unit=name) for kpi in card.kpis)
    text = status_csv(replace(card, goals=goals, kpis=found), kpis=kpis)
    numbers = {"weight", "share", "value", "baseline", "target", "performance", "progress", "of_target", "expected"}
    for row in csv.DictReader(StringIO(text)):
        begins = {column: value.lstrip()[:1] for column, value in row.items() if column not in numbers}
        assert not {column: sign for column, sign in begins.items() if sign and sign in "=+-@"}
    assert len(text.splitlines()) == len(list(csv.reader(StringIO(text))))


def test_every_cell_is_a_number_a_date_or_a_text() -> None:
    head, *body = csv.reader(StringIO(status_csv(sample_card())))
    assert len(body) == len(sample_card().goals)
    assert all(len(row) == len(head) == len(set(head)) for row in body)
    for row in body:
        cells = dict(zip(head, row, strict=True))
        assert cells["as_of"] == "2026-10-31"
        for column in ("performance", "lagging", "leading", "outlook", "coverage"):
            assert cells[column] == "" or 0 <= float(cells[column]) <= 1


def test_numbers_below_zero_stay_numbers() -> None:
    card = sample_card()
    below = replace(card, kpis=(replace(card.kpis[0], progress=-0.25), *card.kpis[1:]))
    assert table(below, kpis=True)[0]["progress"] == "-0.25"


def test_hostile_texts_stay_in_their_cells() -> None:
    text = status_csv(hostile_card(), kpis=True)
    assert len(text.splitlines()) == 1 + 5
    assert "\x1b" not in text
    assert len({len(row) for row in csv.reader(StringIO(text))}) == 1


def test_kpis_end_in_what_dated_figures_add() -> None:
    """Trend in lengths of the scale, sample, age in periods, substitute, alarms in words."""
    rows = {row["kpi"]: row for row in table(dated_card(), kpis=True)}
    assert list(rows["revenue"])[-5:] == ["trend", "n", "age", "used", "alarm"]
    assert [rows["revenue"][name] for name in ("trend", "n", "age", "used", "alarm")] == ["0.01", "", "0", "sales", ""]
    assert [rows["people-trained"][name] for name in ("trend", "n", "age")] == ["", "12.0", "2"]
    watched = rows["unfollow-rate"]
    assert (watched["goal"], watched["part"], watched["weight"], watched["share"]) == ("reach", "guardrail", "", "")
    assert watched["alarm"].startswith("warning: above 2%; unstable: its standard")


def test_no_hostile_alarm_leaves_its_cell() -> None:
    text = status_csv(hostile_dated_card(), kpis=True)
    assert len(text.splitlines()) == 1 + 6
    assert "\x1b" not in text
