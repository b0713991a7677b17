"""What was edited between two maps."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from scorecard.diffing import applied, edits_between
from scorecard.map_change import Edit
from scorecard.model import StrategyMap
from tests.maps import Case, cases

BASE: dict[str, Any] = {
    "name": "Café",
    "goals": {
        "profit": {"perspective": "financial", "lagging": {"margin": 1}, "driven_by": {"loyal": 2}},
        "loyal": {"perspective": "customer", "lagging": ["guests"], "leading": ["smiles"], "owner": "Host"},
    },
    "kpis": {
        "margin": {"unit": "%", "worst": "0%", "best": "10%", "value": "6%"},
        "guests": {"baseline": 0, "target": 1000, "value": 200},
        "smiles": {"worst": 0, "best": 10, "value": 9},
    },
}


def made(**goals: Any) -> StrategyMap:
    data = {**BASE, "goals": {**BASE["goals"], **goals}}
    return StrategyMap.model_validate({**data, "goals": {key: goal for key, goal in data["goals"].items() if goal}})


def between(old: StrategyMap, new: StrategyMap) -> list[tuple[Any, ...]]:
    return [(edit.kind, edit.section, edit.id, edit.entries, edit.field) for edit in edits_between(old, new)]


def plain(strategy_map: StrategyMap) -> dict[str, Any]:
    """A map whose lists are in one order."""

    def ordered(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: ordered(item) for key, item in sorted(value.items())}
        return sorted(map(ordered, value), key=str) if isinstance(value, (list, tuple)) else value

    found = ordered(strategy_map.model_dump(mode="json"))
    assert isinstance(found, dict)
    return found


def test_a_map_and_itself_in_another_order() -> None:
    old = made()
    again = StrategyMap.model_validate({**BASE, "goals": dict(reversed(BASE["goals"].items()))})
    assert edits_between(old, old) == edits_between(old, again) == ()


@settings(max_examples=40)
@given(cases(), cases())
def test_edits_lead_from_one_map_to_the_other(one: Case, other: Case) -> None:
    old, new = StrategyMap.model_validate(one.data), StrategyMap.model_validate(other.data)
    edits = edits_between(old, new)
    assert plain(applied(old, edits)) == plain(new)
    assert edits_between(old, old) == ()
    assert edits_between(applied(old, edits), new) == ()


@settings(max_examples=40)
@given(cases(), cases())
def test_backwards_what_came_goes(one: Case, other: Case) -> None:
    old, new = StrategyMap.model_validate(one.data), StrategyMap.model_validate(other.data)

    def of_kind(kind: str, edits: tuple[Edit, ...]) -> set[tuple[Any, ...]]:
        return {(edit.section, edit.id, edit.entries, edit.goal) for edit in edits if edit.kind == kind}

    there, back = edits_between(old, new), edits_between(new, old)
    assert of_kind("added", there) == of_kind("removed", back)
    assert of_kind("removed", there) == of_kind("added", back)


def test_entries_that_change_lists() -> None:
    hindered = made(profit={"perspective": "financial", "lagging": ["margin"], "hindered_by": {"loyal": 3}})
    assert between(made(), hindered) == [
        ("changed", "goals", "loyal", "hindered_by", "entries"),
        ("changed", "goals", "loyal", "hindered_by", "weight"),
    ]
    result = made(loyal={"perspective": "customer", "lagging": ["guests", "smiles"], "owner": "Host"})
    assert between(made(), result) == [("changed", "goals", "smiles", "lagging", "entries")]
    assert applied(made(), edits_between(made(), result)) == result


def test_a_goal_comes_with_its_kpis_and_its_arrows_after_it() -> None:
    with_quick = made(
        quick={"perspective": "internal", "lagging": ["smiles"]},
        loyal={**BASE["goals"]["loyal"], "driven_by": ["quick"]},
    )
    assert between(made(), with_quick) == [
        ("added", "goals", "quick", None, None),
        ("added", "goals", "quick", "driven_by", None),
    ]


def test_renamed_is_what_is_the_same_but_for_its_id() -> None:
    goals = BASE["goals"]
    profit = {**goals["profit"], "driven_by": {"faithful": 2}}
    renamed = made(loyal=None, faithful=goals["loyal"], profit=profit)
    assert between(made(), renamed) == [("renamed", "goals", "faithful", None, None)]
    other = made(loyal=None, faithful={**goals["loyal"], "owner": "Cook"}, profit=profit)
    assert "renamed" not in {kind for kind, *_ in between(made(), other)}


@pytest.mark.parametrize("twins", [True, False])
def test_a_rename_that_could_be_two_is_none(twins: bool) -> None:
    goals = BASE["goals"]
    come = {"faithful": {**goals["loyal"]}, **({"true": {**goals["loyal"]}} if twins else {})}
    new = made(loyal=None, **come, profit={**goals["profit"], "driven_by": {"faithful": 2}})
    kinds = [kind for kind, *_ in between(made(), new)]
    assert ("renamed" in kinds) is not twins
