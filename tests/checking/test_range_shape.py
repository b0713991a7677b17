from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize("worst", ["[8, 20]", "[9, 20]", "[2, 12]", "[2, 11]", "[20, 2]"])
def test_worst_values_that_do_not_enclose_the_range(worst: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(f"range: [8, 12], worst: {worst}")
    assert (problem.loc, problem.part) == (("kpis", "it", "worst"), "value")
    assert said(problem)[0] == "the worst values of KPI 'it' must lie outside its range from 8 to 12"
    assert said(problem)[2] == "write `worst: [a, b]` with a below 8 and b above 12"


def test_upside_down(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems('unit: "%", range: [12%, 8%], worst: [2%, 20%]')
    assert problem.loc == ("kpis", "it", "range")
    assert said(problem)[0] == "the range of KPI 'it' is upside down: 12% is above 8%"
    assert said(problem)[2] == "write the lower value first: `range: [8%, 12%]`"


@pytest.mark.parametrize("settings", ["range: [8, 12], worst: [2, 20]", "range: [8, 8], worst: [7, 9]"])
def test_sound(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_incomplete_ranges_are_another_matter(kpi_errors: Rules) -> None:
    assert kpi_errors("range: [12, 8]") == ["range-incomplete"]
