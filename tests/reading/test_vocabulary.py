"""The words of the format."""

from __future__ import annotations

import pytest

from scorecard.problem import Loc
from scorecard.reading.vocabulary import VOCABULARY, homes_of, item_at, keys_at


@pytest.mark.parametrize(
    ("loc", "item"),
    [
        ((), "map"),
        (("perspectives", "money"), "perspective"),
        (("themes", "growth"), "theme"),
        (("goals", "growth"), "goal"),
        (("kpis", "deals"), "KPI"),
        (("initiatives", "train"), "initiative"),
        (("kpis", "deals", "target"), "target"),
        (("thresholds",), "thresholds block"),
        (("goals", "growth", "thresholds"), "thresholds block"),
        (("outlook",), "outlook block"),
        (("goals", "growth", "driven_by", 0), "entry"),
    ],
)
def test_every_part_has_a_name(loc: Loc, item: str) -> None:
    assert item_at(loc) == item
    assert keys_at(loc)


@pytest.mark.parametrize(
    ("loc", "keys"),
    [
        (("kpis", "deals", "target"), ("change", "against", "in", "kpi")),
        (("thresholds",), ("at_risk", "on_track")),
        (("outlook",), ("drivers",)),
        (("goals", "growth", "lagging", 0), ("weight", "because")),
        (("goals", "growth", "leading", 0), ("weight", "delay", "because")),
        (("themes", "growth"), ("name", "description")),
    ],
)
def test_keys_of_a_part(loc: Loc, keys: tuple[str, ...]) -> None:
    assert keys_at(loc) == keys


@pytest.mark.parametrize(
    ("key", "homes"),
    [
        ("goals", ("map",)),
        ("currency", ("map",)),
        ("by", ("KPI",)),
        ("due", ("initiative",)),
        ("weight", ("perspective", "goal", "entry of `lagging` or `driven_by`")),
        ("delay", ("entry of `driven_by`",)),
        ("id", ()),
        ("nowhere", ()),
    ],
)
def test_homes_of_a_key(key: str, homes: tuple[str, ...]) -> None:
    assert homes_of(key) == homes


def test_no_key_is_a_yes_or_a_no_in_older_yaml() -> None:
    assert not VOCABULARY & {"on", "off", "yes", "no", "y", "n", "true", "false", "null"}
