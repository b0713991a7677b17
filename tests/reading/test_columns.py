"""Lines in the wrong column: the one that was moved is named, not the next."""

from __future__ import annotations

import pytest

from tests.reading.found import KPI, hint, message, only, place, rules

_GOAL = "goals:\n  growth:\n    perspective: financial\n"


@pytest.mark.parametrize(
    ("text", "said", "at"),
    [
        (_GOAL + "fresh:\n    perspective: customer\n  skills:\n", "`fresh` stands outside `goals`", (4, 1)),
        (_GOAL + "fresh:\n    perspective: customer\n" + KPI, "`fresh` stands outside `goals`", (4, 1)),
        (_GOAL + "  lagging: [deals]\n    owner: Ana\n", "`lagging` stands outside `growth`", (4, 3)),
        (_GOAL + "lagging: [deals]\n    owner: Ana\n", "`lagging` stands outside `growth`", (4, 1)),
        (_GOAL + "# why\n  owner: Ana\n\n    weight: 2\n", "`owner` stands outside `growth`", (5, 3)),
    ],
)
def test_key_too_far_to_the_left(text: str, said: str, at: tuple[int, int]) -> None:
    problem = only(text)
    assert problem.rule == "indentation"
    assert message(problem) == said
    assert place(problem) == at


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (_GOAL + "   owner: Ana\n", "3 or 5"),
        (_GOAL + "      owner: Ana\n", "5"),
        (_GOAL + "   Note: Ana\n    owner: Ana\n", "3 or 5"),
    ],
)
def test_other_lines_that_do_not_line_up(text: str, columns: str) -> None:
    assert f"begin it in column {columns}," in hint(only(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (_GOAL + "remarks:\n  owner: {name: Ana}\n", ["unknown-key"]),
        (_GOAL + "x-more:\n  perspective: {name: Ana}\n", []),
    ],
)
def test_other_keys_in_column_1_are_not_taken_for_goals(text: str, found: list[str]) -> None:
    assert [rule for rule in rules(text) if rule in ("unknown-key", "indentation")] == found


@pytest.mark.parametrize("section", ["goals", "kpis", "initiatives"])
def test_section_inside_goals_is_said_once(section: str) -> None:
    items = "".join(f"    a{number}: {{owner: Ana}}\n" for number in range(20))
    problem = only(f"{_GOAL}    lagging: [a1, a2]\n  {section}:\n{items}" + ("" if section == "kpis" else KPI_OF_TWO))
    assert message(problem) == f"`{section}` stands inside `goals`, so it is taken for an id there"


KPI_OF_TWO = "kpis: {a1: {direction: maximise}, a2: {direction: maximise}}\n"


def test_goal_may_have_the_name_of_a_section() -> None:
    text = "goals:\n  themes:\n    perspective: financial\n    thresholds: {at_risk: 50%, on_track: 80%}\n"
    assert "indentation" not in rules(text)
