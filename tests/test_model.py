"""The map as its author wrote it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from pydantic import BaseModel, ValidationError

from scorecard import model
from scorecard.model import Change, Goal, Kpi, OtherKpi, StrategyMap, Thresholds
from scorecard.reading import read_file
from tests.maps import map_data

_ROOT = Path(__file__).parents[1]
_MAPS = [*sorted((_ROOT / "maps").glob("*.yaml")), *sorted((_ROOT / "templates").glob("*/strategy.yaml"))]
_NOUNS = [noun for noun in vars(model).values() if isinstance(noun, type) and issubclass(noun, model.Noun)]


def _map(**more: Any) -> StrategyMap:
    return StrategyMap.model_validate({"goals": {"growth": {"perspective": "financial"}}, **more})


def _kpi(**keys: Any) -> Kpi:
    return Kpi.model_validate(keys)


def _goal(**keys: Any) -> Goal:
    return Goal.model_validate({"perspective": "financial", **keys})


@pytest.mark.parametrize("noun", _NOUNS, ids=lambda noun: noun.__name__)
def test_nouns_are_frozen_and_know_their_keys(noun: type[BaseModel]) -> None:
    assert noun.model_config.get("frozen") is True
    assert noun.model_config.get("extra") == "forbid"
    assert noun.__doc__
    for name, field in noun.model_fields.items():
        assert field.description, name


def test_field_of_a_map_cannot_be_changed() -> None:
    strategy_map = _map(name="Coffee")
    with pytest.raises(ValidationError, match="frozen"):
        strategy_map.name = "Tea"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        strategy_map.goals["growth"].weight = 2  # type: ignore[misc]


@pytest.mark.parametrize("path", _MAPS, ids=lambda path: path.parent.name if path.stem == "strategy" else path.stem)
def test_map_written_as_json_is_the_same_map(path: Path) -> None:
    strategy_map = read_file(path).strategy_map
    assert strategy_map is not None
    assert StrategyMap.model_validate_json(strategy_map.model_dump_json()) == strategy_map
    assert StrategyMap.model_validate(strategy_map.model_dump(mode="json")) == strategy_map


@given(map_data())
def test_every_map_written_as_json_is_the_same_map(data: dict[str, Any]) -> None:
    strategy_map = StrategyMap.model_validate(data)
    text = strategy_map.model_dump_json(exclude_defaults=True)
    assert StrategyMap.model_validate_json(text) == strategy_map
    assert StrategyMap.model_validate(json.loads(strategy_map.model_dump_json())) == strategy_map


def test_keys_of_ones_own_are_not_in_the_model() -> None:
    """Reading leaves them out before; whoever builds a map from data of his own does so too."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        _map(**{"x-own": 5})


def test_name_is_what_was_written_or_nothing() -> None:
    strategy_map = _map(name="no", owner="1e3", mission="null")
    assert (strategy_map.name, strategy_map.owner, strategy_map.mission) == ("no", "1e3", "null")
    assert strategy_map.goals["growth"].name is None


def test_bare_name_stands_for_a_perspective_and_a_theme() -> None:
    strategy_map = _map(
        perspectives={"financial": "Money", "people": {"questions": "Who?", "weight": "2"}}, themes={"brand": "Brand"}
    )
    assert strategy_map.perspectives["financial"].name == "Money"
    assert strategy_map.perspectives["people"].questions == ("Who?",)
    assert strategy_map.themes["brand"].name == "Brand"
    assert list(strategy_map.perspectives) == ["financial", "people"]


def test_defaults_are_those_of_the_format() -> None:
    strategy_map = _map()
    assert list(strategy_map.perspectives) == ["financial", "customer", "internal", "learning"]
    assert (strategy_map.format, strategy_map.period, strategy_map.min_coverage) == (1, "month", 0.5)
    assert strategy_map.outlook.drivers == 0.5
    assert strategy_map.thresholds == Thresholds()
    assert strategy_map.goals["growth"].weight == 1


@pytest.mark.parametrize(
    "written",
    [
        ["deals", {"offers": "2"}, {"visits": {"weight": "3", "because": "why"}}],
        {"deals": "1", "offers": {"weight": "2"}, "visits": {"weight": "3", "because": "why"}},
        [{"deals": {}}, {"offers": 2}, {"visits": {"weight": 3.0, "because": "why"}}],
    ],
)
def test_the_four_lists_share_one_grammar(written: object) -> None:
    for key in ("lagging", "leading", "driven_by", "hindered_by"):
        entries = getattr(_goal(**{key: written}), key)
        assert [(entry.id, entry.weight, entry.because) for entry in entries] == [
            ("deals", 1, None),
            ("offers", 2, None),
            ("visits", 3, "why"),
        ]


def test_only_what_drives_has_a_delay() -> None:
    assert _goal(driven_by={"skills": {"delay": "2"}}).driven_by[0].delay == 2
    with pytest.raises(ValidationError, match="extra_forbidden"):
        _goal(lagging={"deals": {"delay": "2"}})


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("80k", 80_000),
        (5, 5),
        ("-5%", -0.05),
        ({"change": "+12%"}, Change(change="+12%")),
        ({"kpi": "offers"}, OtherKpi(kpi="offers")),
    ],
)
def test_target_is_a_number_a_change_or_another_kpi(written: object, target: object) -> None:
    assert _kpi(target=written).target == target


@pytest.mark.parametrize("written", ["+12%", {}, {"change": "+1", "kpi": "a"}, {"kpi": "A"}, [1], True])
def test_what_is_no_target(written: object) -> None:
    with pytest.raises(ValidationError):
        _kpi(target=written)


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [("weight", "0.001", "1000"), ("importance", "1", "5"), ("urgency", "1", "5")],
)
def test_limits_of_a_goal(key: str, low: str, high: str) -> None:
    for written in (low, high):
        assert getattr(_goal(**{key: written}), key) == float(written)
    for written in (str(float(low) - 0.001 if key == "weight" else 0), str(float(high) + 1)):
        with pytest.raises(ValidationError):
            _goal(**{key: written})


@pytest.mark.parametrize("delay", ["0", "1000"])
def test_delay_is_whole_and_not_negative(delay: str) -> None:
    assert _goal(driven_by={"a": {"delay": delay}}).driven_by[0].delay == int(delay)
    for wrong in ("-1", "1001", "0.5"):
        with pytest.raises(ValidationError):
            _goal(driven_by={"a": {"delay": wrong}})


@pytest.mark.parametrize("item_id", ["a", "2026-plan", "a-1", "no", "a" * 100])
def test_ids(item_id: str) -> None:
    assert _goal(theme=item_id).theme == item_id


@pytest.mark.parametrize(
    "item_id", ["", "A", "a_b", "a--b", "-a", "a-", "a/b", "a:b", "a.b", "a@b", "ä", "a\n", "a" * 101]
)
def test_what_is_no_id(item_id: str) -> None:
    with pytest.raises(ValidationError):
        _goal(theme=item_id)


@pytest.mark.parametrize("currency", ["eur", "EURO", "€", ""])
def test_currency_has_three_capital_letters(currency: str) -> None:
    assert _map(currency="EUR").currency == "EUR"
    with pytest.raises(ValidationError):
        _map(currency=currency)


def test_map_has_a_goal_and_a_perspective() -> None:
    for section in ("goals", "perspectives"):
        with pytest.raises(ValidationError, match="too_short"):
            _map(**{section: {}})
