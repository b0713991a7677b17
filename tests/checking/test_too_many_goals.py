from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Said


@pytest.mark.parametrize(("count", "found"), [(25, 0), (26, 1)])
def test_more_than_25(count: int, found: int, find: Find) -> None:
    goals = ", ".join(f"g-{n}: {{perspective: customer}}" for n in range(count))
    assert len(find(f"goals: {{{goals}}}")) == found


def test_sentence(find: Find, said: Said) -> None:
    (problem,) = find("goals: {" + ", ".join(f"g-{n}: {{perspective: customer}}" for n in range(31)) + "}")
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("goals",), "key")
    assert said(problem)[:2] == ("the map has 31 goals: more than 25 are a list, not a choice", "31 goals")
