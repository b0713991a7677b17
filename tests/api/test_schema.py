"""The schema says of a file what the loader says of it, wherever a schema can say it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from scorecard.api.schema import schema, schema_text
from scorecard.problem import Loc, Problem
from scorecard.reading import read_file

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("maps/*.yaml"), *ROOT.glob("templates/*/strategy.yaml"), *ROOT.glob("tests/invalid/*.yaml")])

SAID_BY_BOTH = {
    *("bad-change", "bad-choice", "bad-date", "bad-id", "bad-number", "comma-in-braces", "empty-section"),
    *("empty-value", "format-version", "indentation", "missing-key", "not-a-map", "not-a-share", "out-of-range"),
    *("space-after-colon", "two-keys", "unknown-key", "wrong-shape"),
}
"""The rules that a schema can say: keys, types, enumerations, shapes. All others need two places, or the text."""

ONLY_THE_LOADER: dict[tuple[str, Loc], str] = {
    ("change-bare", ("kpis", "offers", "target")): "to a YAML reader +500 is the number 500",
    ("change-without-sign", ("kpis", "visits", "target")): "percentage points go with the unit %, which is another key",
    ("percent-missing-more", ("kpis", "share", "target")): "a bare change is wrong only with the unit %, another key",
    ("percent-missing-more", ("kpis", "reach", "target")): "the same",
    ("dates", ("kpis", "c", "by")): "a day that the calendar lacks looks like any other",
    ("number-beyond", ("kpis", "visits", "value")): "a schema has a largest and a least number, and none nearest to 0",
    ("number-change-beyond", ("kpis", "deals", "target")): "a change is a text, so it has no limits",
    ("number-change-beyond", ("kpis", "visits", "target")): "a change is a text, so it has no limits",
    ("number-change-beyond", ("kpis", "share", "target")): "a change is a text, so it has no limits",
    ("numbers", ("kpis", "a", "value")): "to a YAML reader .nan is a number, and within all limits",
    ("ranges", ("outlook", "drivers")): "a percentage is a text, so it has no limits",
}
"""What the loader sees and a schema cannot, and why."""


def _plain(data: Any) -> Any:
    """The data of a YAML 1.2 file as an editor hands it to the schema: every key a text."""
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    return data


class _Core(SafeConstructor):
    """The scalars of YAML 1.2's core schema: a date is a text."""


_Core.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def _data_of(path: Path) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    yaml.Constructor = _Core
    return _plain(yaml.load(path.read_bytes()))


def _fields(locs: Iterator[Loc]) -> set[Loc]:
    """The fields that are wrong: section, item and key; below that lists and mappings are written in two forms."""
    return {loc[:3] for loc in locs}


def _reach(problem: Problem) -> Loc:
    """Where a problem shows: one about the indent is said once for all that stands wrong with its line."""
    return problem.loc[:-1] if problem.rule == "indentation" else problem.loc


def _meets(place: Loc, places: set[Loc]) -> bool:
    return any(place[: len(other)] == other[: len(place)] for other in places)


def _deepest(errors: Any) -> Iterator[Loc]:
    for error in errors:
        yield tuple(error.absolute_path)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """The schema, itself checked."""
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_schema_and_loader_agree(path: Path, validator: Draft202012Validator) -> None:
    try:
        data = _data_of(path)
    except (YAMLError, UnicodeDecodeError, RecursionError):
        assert any(problem.severity == "error" for problem in read_file(path).problems)
        return
    reading = read_file(path)
    said = _fields(problem.loc for problem in reading.problems if problem.rule in SAID_BY_BOTH)
    seen = _fields(_deepest(validator.iter_errors(data)))
    wrong = _fields(_reach(problem) for problem in reading.problems if problem.severity == "error")
    assert {loc for loc in said if not _meets(loc, seen)} == {loc for stem, loc in ONLY_THE_LOADER if stem == path.stem}
    assert not {loc for loc in seen if not _meets(loc, wrong)}


def test_the_text_is_the_schema_and_plain_enough_for_an_editor() -> None:
    text = schema_text()
    assert json.loads(text) == schema()
    assert text.endswith("}\n")
    assert '"null"' not in text
    described = [
        field for noun in [schema(), *schema()["$defs"].values()] for field in noun.get("properties", {}).values()
    ]
    assert all(field.get("description") for field in described)
