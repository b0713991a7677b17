from __future__ import annotations

import pytest

from scorecard.problem import Problem
from tests.checking.conftest import Find, Said


def test_due_before_start(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, initiatives: [new-shop]}}
    initiatives: {new-shop: {start: 2026-09, due: 2026-03}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("initiatives", "new-shop", "due"), "value")
    assert said(problem)[0] == "initiative 'new-shop' is due on 2026-03-31, before it starts on 2026-09-01"


@pytest.mark.parametrize("dates", ["start: 2026, due: 2026", "start: 2026-01-05, due: 2026-01-05", "due: 2020", ""])
def test_in_order(dates: str, find: Find) -> None:
    assert not find(f"goals: {{g: {{perspective: customer}}}}\ninitiatives: {{i: {{{dates}}}}}")
