"""What people really type into a scenario is answered with its place, the reason and the likely fix."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scorecard import StrategyMap, load
from scorecard.api.problems import problems_text
from scorecard.api.status import Screen
from scorecard.period import parse_period
from scorecard.problem import Examination
from scorecard.reading.scenario.read import ScenarioReading, read_scenario_bytes
from scorecard.scenario import Dropped, Expectation, Setting, Step, Weighted
from tests.cli.commands import ROOT

SLIPS = """\
scenario: Everything that can go wrong
format: 2
sett: {}
set:
  crew-traind: 10
  crew-trained: 10
  training-hours: 11 days
  passengers: +1e999%
  operating-profit: 1e999
  repeat-customers: +3
  cost-per-seat-mile: {2026-13: 3, 2026-Q4: 1%}
  on-time-departures: [1, 2]
  punctuality-rating: "= "
  time-on-the-ground:
  crew-shareholders: {}
  return-on-net-assets: 5,5%
drop_links: [fewer-planes:fast-ground-turnaround, profit, a:profit, lowest-prices:profit]
weights: {profitt: 2, profit: 0, "fewer-planes:profit": x, profit/passengers: 1, customer: 1e99}
expect:
  index: {outlook: 80%, outlok: ">= 5%"}
  profit: {outlook: ">= 80", outlook_status: green, status: "> on track"}
  passengers: {value: ">= 2%", outlook: "> 1"}
  profits: {outlook: "> 1%"}
  customer: above 80%
"""


@pytest.fixture(scope="module")
def airline() -> StrategyMap:
    return load(ROOT / "maps/low-cost-airline.yaml")


def read(text: str, airline: StrategyMap) -> ScenarioReading:
    return read_scenario_bytes(text.encode(), airline, "scenario.yaml")


def test_all_slips_at_once(airline: StrategyMap, golden: Callable[[str, str], None]) -> None:
    reading = read(SLIPS, airline)
    assert reading.scenario is None
    found = Examination(path="scenario.yaml", text=reading.text, problems=reading.problems)
    golden("messages-of-scenarios.txt", problems_text([found], "full", Screen()))
    assert all(problem.position for problem in reading.problems)


def test_everything_a_scenario_says_is_read_with_its_place(airline: StrategyMap) -> None:
    text = """\
scenario: Full
description: All of it
x-mine: {anything: here}
set:
  training-hours: 11 hours
  operating-profit: 50 M
  crew-trained: +4 pp
  return-on-net-assets: "= -2%"
  passengers: Target
  on-time-departures: {2027-Q1: 90 %, 2026-Q4: −5%}
drop_links: fast-ground-turnaround:fewer-planes
weights: {"more-customers : profit": 2, profit/operating-profit: 3, profit: 4, customer: 5}
expect:
  index: {outlook: ≥80 %}
  goal:profit: {status: On track, outlook_status: == at_risk}
  kpi:passengers: {value: "<3M", performance: "=> 0.5"}
"""
    reading = read(text, airline)
    assert reading.problems == ()
    scenario = reading.scenario
    assert scenario is not None
    assert (scenario.name, scenario.description, scenario.path) == ("Full", "All of it", "scenario.yaml")
    plain = [
        Setting(kpi, tuple(step._replace(at=None, written="") for step in steps)) for kpi, steps in scenario.settings
    ]
    quarter = parse_period("2026-Q4")
    assert plain == [
        Setting("training-hours", (Step("", value=11),)),
        Setting("operating-profit", (Step("", value=50e6),)),
        Setting("crew-trained", (Step("", change="+4pp"),)),
        Setting("return-on-net-assets", (Step("", value=-0.02),)),
        Setting("passengers", (Step(""),)),
        Setting(
            "on-time-departures",
            (Step("", change="-5%", since=quarter), Step("", value=0.9, since=parse_period("2027-Q1"))),
        ),
    ]
    assert [one._replace(at=None) for one in scenario.dropped] == [Dropped("fast-ground-turnaround", "fewer-planes")]
    assert [one._replace(at=None) for one in scenario.weights] == [
        Weighted("link", "more-customers", "profit", 2),
        Weighted("kpi", "operating-profit", "profit", 3),
        Weighted("goal", "profit", None, 4),
        Weighted("perspective", "customer", None, 5),
    ]
    assert [one._replace(at=None, written="") for one in scenario.expectations] == [
        Expectation("index", "index", "outlook", ">=", 0.8, ""),
        Expectation("goal", "profit", "status", "==", "on-track", ""),
        Expectation("goal", "profit", "outlook_status", "==", "at-risk", ""),
        Expectation("kpi", "passengers", "value", "<", 3e6, ""),
        Expectation("kpi", "passengers", "performance", ">=", 0.5, ""),
    ]
    places = [(one.at.line, one.at.column) for one in scenario.expectations if one.at]
    assert places == [(14, 20), (15, 25), (15, 51), (16, 27), (16, 47)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "not-a-scenario"),
        ("# nothing\n", "not-a-scenario"),
        ("- a\n", "not-a-scenario"),
        ("goals: {}\n", "not-a-scenario"),
        ("scenario:\n", "empty-value"),
        ("scenario: [a]\n", "wrong-shape"),
        ("scenario: X\nset:\n", "empty-value"),
        ("scenario: X\nset: 4\n", "wrong-shape"),
        ("scenario: X\ndrop_links: {a: b}\n", "wrong-shape"),
        ("scenario: X\nscenario: Y\n", "doubled-key"),
        ("scenario: X\nexpect: {profit: {outlook: >= 80%}}\n", "yaml-mark"),
        ("scenario: X\nset: {crew-trained: 4%\n", "unclosed"),
        ("scenario: X\nset: " + "[" * 100 + "]" * 100 + "\n", "nesting"),
        ("scenario: X\nset: \x00\n", "control-character"),
        ("scenario: X\nset: {crew-trained: 4%, crew-trained: 5%}\n", "doubled-key"),
        ("scenario: X\nset:\n" + "".join(f"  k{n}: 1\n" for n in range(50_000)), "too-many-mistakes"),
        ("scenario: X\ndrop_links: [profit:profit]\n", "unknown-link"),
        ("scenario: X\ndrop_links: ['fewer-planes:profit', fewer-planes:profit]\n", "changed-twice"),
        (
            "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"b{n}: &b{n} [{', '.join(['*a' if n == 0 else f'*b{n - 1}'] * 10)}]\n" for n in range(8)),
            "alias-limit",
        ),
    ],
)
def test_what_is_no_scenario_is_said_in_one_problem(text: str, rule: str, airline: StrategyMap) -> None:
    reading = read(text, airline)
    assert reading.scenario is None
    assert [problem.rule for problem in reading.problems if problem.severity == "error"][:1] == [rule]
