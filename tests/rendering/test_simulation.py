"""What is printed of scenarios is as true as the numbers behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard import load, score
from scorecard.api.scenario import made_scenario
from scorecard.api.simulate import simulate, simulation_text
from scorecard.api.status import Screen
from scorecard.period import parse_period
from scorecard.rendering.simulation.expectations import expected_and_actual
from scorecard.rendering.simulation.phrases import headline, letter, path_value, score_sentence, sentence, when_on_track
from scorecard.result import Limits, Scorecard
from scorecard.scenario import Expectation, Sign
from scorecard.simulating.verdicts import verdicts
from scorecard.simulation import Path, Simulation
from tests.cli.commands import ROOT

LIMITS = Limits(at_risk=0.5, on_track=0.8)
SIGNS: tuple[Sign, ...] = (">=", "<=", ">", "<", "==")
_COMPARE = {
    ">=": float.__ge__,
    "<=": float.__le__,
    ">": float.__gt__,
    "<": float.__lt__,
    "==": float.__eq__,
}


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return score(load(ROOT / "maps/low-cost-airline.yaml"))


@given(st.floats(0, 1), st.integers(0, 1000), st.sampled_from(SIGNS))
@example(0.7996, 800, ">=")
@example(0.8, 800, ">")
@example(0.79999, 800, "<")
@example(0.8 - 1e-10, 800, ">=")
@example(0.8, 800, "==")
def test_an_expectation_reads_as_its_verdict(card: Scorecard, actual: float, tenths: int, sign: Sign) -> None:
    """``79.6 %`` and not ``80 %`` stands beside ``>= 80 %`` that is not met."""
    expected = Expectation("index", "index", "outlook", sign, tenths / 1000, "")
    (verdict,) = verdicts([expected], replace(card, index=replace(card.index, outlook=actual)))
    asked, shown = expected_and_actual(verdict, card)
    limit = float(asked.rpartition(" ")[0].rpartition(" ")[2])
    number = float(shown.removesuffix(" %"))
    assert _COMPARE[sign](number, limit) == verdict.met
    assert number == pytest.approx(actual * 100, abs=0.51)


def test_no_data_meets_nothing_but_the_status_of_that_name(card: Scorecard) -> None:
    goal = card.goals[-1]
    (one, other) = verdicts(
        [
            Expectation("goal", goal.id, "leading", ">=", 0.0, ""),
            Expectation("kpi", "crew-who-know-the-plan", "status", "==", "no-data", ""),
        ],
        card,
    )
    assert (one.met, other.met) == (False, True)
    assert expected_and_actual(one, card) == ("drivers >= 0 %", "no data")
    assert expected_and_actual(other, card) == ("status no data", "no data")


def path(*values: float, start: float = 0.6, **more: object) -> Path:
    whole: dict[str, object] = {
        "kind": "goal",
        "id": "g",
        "name": "Growth",
        "limits": LIMITS,
        "start": start,
        "values": values,
        "statuses": tuple("on-track" if value >= 0.8 else "at-risk" for value in values),
        "on_track_from": None,
        "was_on_track": False,
        "worse_first": False,
        "lowest": None,
    }
    return Path(**{**whole, **more})  # type: ignore[arg-type]


def test_a_path_in_a_sentence() -> None:
    quarter = parse_period("2026-Q4")
    assert sentence(path(0.6, 0.6)) == "Growth: the outlook stays at 60 %, not on track."
    better = path(0.5, 0.85, on_track_from=parse_period("2027-Q1"), worse_first=True, lowest=quarter)
    assert sentence(better) == (
        "Growth: the outlook goes from 60 % to 85 %, on track from 2027-Q1 on. Worse before better: 50 % in 2026-Q4."
    )
    assert when_on_track(path(0.6, start=0.9, was_on_track=True)) == "no longer on track"
    assert when_on_track(path(0.9, start=0.9, was_on_track=True, on_track_from=quarter)) == "stays on track"


def test_what_comes_of_it_in_a_sentence(simulation: Simulation) -> None:
    last = simulation.outcomes[-1]
    assert headline(last) == (
        "The index goes from 68 % to 69 %, its outlook stays at 68 % (coverage: performance 94 %, outlook 90 %)."
    )
    goal = next(score for score in last.scores if score.id == "more-customers")
    assert score_sentence(goal) == (
        "More customers goes from 65.5 % to 75.0 %, its outlook goes from 69 % to 74 % (coverage: outlook 99 %)."
    )


def test_numbers_beyond_the_whole_are_held_and_marked() -> None:
    assert [path_value(value, LIMITS) for value in (-0.1, 0.0, 1.0, 1.2, None)] == [
        *("0 %*", "0 %", "100 %", "100 %*", "no data")
    ]
    assert sentence(path(0.6, 1.2)) == "Growth: the outlook goes from 60 % to 100 %*, not on track."


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    strategy_map = load(ROOT / "maps/low-cost-airline.yaml")
    scenarios = [made_scenario(strategy_map, [("passengers", f"+{number}%")]) for number in range(1, 31)]
    return simulate(strategy_map, date(2026, 10, 31), scenarios, periods=2)


@pytest.mark.parametrize("width", [60, 80, 160])
def test_many_columns_are_set_below_each_other(simulation: Simulation, width: int) -> None:
    text = simulation_text(simulation, "table", Screen(width=width))
    assert max(map(len, text.splitlines())) <= width
    letters = [word for line in text.splitlines() for word in line.split() if line.lstrip().startswith("now")]
    assert [word for word in letters if word != "now"][:30] == [letter(place) for place in range(30)]


def test_ascii_has_no_mark_of_ours(simulation: Simulation) -> None:
    assert simulation_text(simulation, "table", Screen(width=80, ascii=True)).isascii()
