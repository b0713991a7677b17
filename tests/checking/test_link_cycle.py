from __future__ import annotations

import pytest

from scorecard.problem import Problem
from tests.checking.conftest import Find, Said


def test_loop_is_written_out_as_a_path_from_cause_to_effect(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [x, c]}
      b: {perspective: customer, driven_by: [a]}
      c: {perspective: customer, driven_by: [b]}
      x: {perspective: customer}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("goals", "a", "driven_by", 1), "key")
    assert problem.params["path"] == "a → b → c → a"
    assert problem.params["goals"] == ("a", "b", "c")
    assert (problem.params["cause"], problem.params["effect"]) == ("c", "a")
    assert said(problem)[:2] == ("goals drive each other in a loop: a → b → c → a", "this arrow closes the loop")
    assert "`delay: 1`" in problem.hint


@pytest.mark.parametrize("place", ["a", "b", "c"])
def test_one_delay_anywhere_makes_it_feedback(place: str, find: Find) -> None:
    arrow = {goal: ", delay: 1" if goal == place else "" for goal in "abc"}
    assert not find(
        f"""
        goals:
          a: {{perspective: customer, driven_by: {{c: {{weight: 1{arrow["a"]}}}}}}}
          b: {{perspective: customer, driven_by: {{a: {{weight: 1{arrow["b"]}}}}}}}
          c: {{perspective: customer, driven_by: {{b: {{weight: 1{arrow["c"]}}}}}}}
        """
    )


def test_itself(problems: list[Problem], said: Said) -> None:
    """
    goals: {a: {perspective: customer, driven_by: [a]}}
    """
    (problem,) = problems
    assert problem.loc == ("goals", "a", "driven_by", 0)
    assert said(problem)[:2] == ("goal 'a' drives itself", "that is the goal itself")


def test_itself_later_is_feedback(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, driven_by: {a: {delay: 1}}}}
    """
    assert problems == []


def test_the_arrow_that_runs_down_closes_the_loop(problems: list[Problem]) -> None:
    """
    goals:
      profit: {perspective: financial, driven_by: [product]}
      product: {perspective: internal, driven_by: [people]}
      people: {perspective: learning, driven_by: [profit]}
    """
    (problem,) = problems
    assert problem.loc == ("goals", "people", "driven_by", 0)
    assert problem.params["path"] == "people → product → profit → people"


def test_shortest_loop_of_a_tangle(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [d]}
      b: {perspective: customer, driven_by: [a]}
      c: {perspective: customer, driven_by: [b, d]}
      d: {perspective: customer, driven_by: [c]}
    """
    assert [problem.params["path"] for problem in problems] == ["c → d → c"]


def test_separate_loops_and_self_loops_have_a_message_each(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [b]}
      b: {perspective: customer, driven_by: [a, b]}
      c: {perspective: customer, driven_by: [d, a]}
      d: {perspective: customer, driven_by: [c]}
    """
    assert [problem.params["path"] for problem in problems] == ["b → b", "a → b → a", "c → d → c"]


def test_delayed_twin_of_an_arrow_does_not_open_the_loop(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [{b: {delay: 1}}, b]}
      b: {perspective: customer, driven_by: [a]}
    """
    (problem,) = problems
    assert problem.loc == ("goals", "a", "driven_by", 1)


def test_what_rests_on_a_loop_is_not_in_it(problems: list[Problem]) -> None:
    """
    goals:
      top: {perspective: financial, driven_by: [a]}
      a: {perspective: customer, driven_by: [b, below]}
      b: {perspective: customer, driven_by: [a]}
      below: {perspective: learning}
    """
    assert [problem.params["goals"] for problem in problems] == [("a", "b")]


def test_hindrances_make_no_loop(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, driven_by: [b]}, b: {perspective: customer, hindered_by: [a]}}
    """
    assert problems == []


def test_unknown_goals_are_looked_past(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, driven_by: [b, nowhere]}, b: {perspective: nowhere, driven_by: [a]}}
    """
    assert [problem.params["path"] for problem in problems] == ["a → b → a"]


def test_a_ring_of_many_goals(find: Find) -> None:
    size = 400
    ring = ", ".join(f"g-{n}: {{perspective: customer, driven_by: [g-{(n - 1) % size}]}}" for n in range(size))
    (problem,) = find(f"goals: {{{ring}}}")
    goals = problem.params["goals"]
    assert isinstance(goals, tuple)
    assert len(goals) == size
    assert problem.loc == ("goals", "g-0", "driven_by", 0)


def test_of_equal_loops_the_one_that_begins_first(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [b]}
      b: {perspective: customer, driven_by: [a, c]}
      c: {perspective: customer, driven_by: [b]}
    """
    assert [problem.params["path"] for problem in problems] == ["a → b → a"]


def test_a_level_arrow_does_not_close_the_loop_where_one_runs_down(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [b]}
      b: {perspective: customer, driven_by: [c]}
      c: {perspective: learning, driven_by: [a]}
    """
    assert [problem.params["path"] for problem in problems] == ["c → b → a → c"]
