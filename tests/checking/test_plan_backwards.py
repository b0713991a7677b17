from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Said


def test_end_before_beginning(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("baseline: 80, target: 120, since: 2026-07, by: 2026-Q2")
    assert (problem.loc, problem.part) == (("kpis", "it", "by"), "value")
    assert said(problem)[0] == "the plan of KPI 'it' ends on 2026-06-30, before it begins on 2026-07-01"


@pytest.mark.parametrize("dates", ["since: 2026, by: 2026", "since: 2026-07-01, by: 2026-07-01", "since: 2027", ""])
def test_in_order(dates: str, kpi_problems: Find) -> None:
    assert kpi_problems(f"baseline: 80, target: 120, {dates}") == []
