from __future__ import annotations

import pytest

from scorecard.problem import Place
from tests.checking.conftest import Find, Said


@pytest.mark.parametrize("key", ["alarm", "warning"])
def test_without_a_limit(key: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(f"{key}: {{for: 2 of 3}}")
    assert (problem.loc, problem.part) == (("kpis", "it", key), "key")
    assert said(problem) == (
        f"the {key} of KPI 'it' has no limit, so it never sounds",
        "`above` or `below` is missing",
        "write `above` or `below` with the value that should not be passed",
    )


@pytest.mark.parametrize("key", ["alarm", "warning"])
@pytest.mark.parametrize("below", ["3%", "5%"])
def test_never_silent(key: str, below: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(f'unit: "%", {key}: {{above: 3%, below: {below}}}')
    assert (problem.loc, problem.part) == (("kpis", "it", key, "below"), "value")
    assert said(problem) == (
        f"the {key} of KPI 'it' is never silent: every value is above 3% or below {below}",
        "not lower than `above`",
        "`below` must be the lower limit: exchange the two, or keep one of them",
    )


@pytest.mark.parametrize(
    ("alarm", "warning", "side"),
    [
        ("above: 2", "above: 3", "above"),
        ("above: 3", "above: 3", "above"),
        ("below: 80", "below: 70", "below"),
        ("above: 9, below: 1, for: 2 of 3", "above: 8, below: 0, for: 2 of 3", "below"),
    ],
)
def test_warning_after_the_alarm(alarm: str, warning: str, side: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(f"alarm: {{{alarm}}}, warning: {{{warning}}}")
    assert (problem.loc, problem.part) == (("kpis", "it", "warning", side), "value")
    assert problem.params["place"] == Place(loc=("kpis", "it", "alarm", side))
    assert said(problem)[1:] == (
        f"the alarm sounds before (kpis.it.alarm.{side})",
        "exchange the two limits, or take the warning out",
    )


def test_limits_are_written_in_the_unit(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems('unit: "%", alarm: {above: 2%}, warning: {above: 3%}')
    assert said(problem)[0] == "the warning of KPI 'it' comes no earlier than its alarm: above 3%, after above 2%"


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "alarm: {above: 3}",
        "warning: {below: 3}",
        "alarm: {above: 3, below: 1}, warning: {above: 2.5, below: 1.5}",
        "alarm: {above: 3, for: 2 of 3}, warning: {above: 2, for: 2 of 3}",
        "alarm: {above: 2, for: 3 of 3}, warning: {above: 3}",  # the one waits, the other does not
        "alarm: {above: 0}, warning: {below: 5}",
        "alarm: {above: 0, below: -1}",
    ],
)
def test_sound(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []
