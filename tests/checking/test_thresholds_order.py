from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Said


@pytest.mark.parametrize(
    ("limits", "key", "hint"),
    [
        ("at_risk: 90%", "at_risk", "`at_risk` must be below `on_track`: write both here"),
        ("at_risk: 80%", "at_risk", "`at_risk` must be below `on_track`: write both here"),
        ("on_track: 50%", "on_track", "`at_risk` must be below `on_track`: write both here"),
        ("at_risk: 70%, on_track: 60%", "on_track", "`at_risk` must be below `on_track`"),
    ],
)
def test_of_the_map_a_goal_and_a_kpi(limits: str, key: str, hint: str, find: Find, said: Said) -> None:
    (at_map,) = find(f"thresholds: {{{limits}}}\ngoals: {{g: {{perspective: customer}}}}")
    (at_goal,) = find(f"goals: {{g: {{perspective: customer, thresholds: {{{limits}}}}}}}")
    (at_kpi,) = find(f"goals: {{g: {{perspective: customer}}}}\nkpis: {{k: {{thresholds: {{{limits}}}}}}}")
    assert at_map.loc == ("thresholds", key)
    assert at_goal.loc == ("goals", "g", "thresholds", key)
    assert at_kpi.loc == ("kpis", "k", "thresholds", key)
    assert {problem.params["whose"] for problem in (at_map, at_goal, at_kpi)} == {"the map", "goal 'g'", "KPI 'k'"}
    assert {problem.part for problem in (at_map, at_goal, at_kpi)} == {"value"}
    assert said(at_goal)[2] == hint


def test_sentences(find: Find, said: Said) -> None:
    (problem,) = find("goals: {g: {perspective: customer, thresholds: {at_risk: 80%}}}")
    assert said(problem)[:2] == (
        "for goal 'g', at risk and on track begin at the same 80 %, so nothing lies between",
        "`on_track` is inherited",
    )
    (problem,) = find("goals: {g: {perspective: customer, thresholds: {at_risk: 72.5%, on_track: 60%}}}")
    assert said(problem)[:2] == (
        "for goal 'g', on track begins at 60 %, below at risk, which begins at 72.5 %",
        "",
    )


def test_each_limit_is_inherited_by_itself(find: Find) -> None:
    assert not find("thresholds: {on_track: 95%}\ngoals: {g: {perspective: customer, thresholds: {at_risk: 90%}}}")
    assert find("thresholds: {on_track: 70%}\ngoals: {g: {perspective: customer, thresholds: {at_risk: 75%}}}")


def test_a_mistake_of_the_map_is_told_once(find: Find) -> None:
    text = "thresholds: {at_risk: 90%}\ngoals: {g: {perspective: customer, thresholds: {on_track: 85%}}}"
    assert [problem.loc for problem in find(text)] == [("thresholds", "at_risk")]
    text = "thresholds: {at_risk: 90%}\ngoals: {g: {perspective: customer, thresholds: {at_risk: 9%, on_track: 5%}}}"
    assert len(find(text)) == 2
