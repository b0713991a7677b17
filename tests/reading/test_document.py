"""The place of every key and every value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorecard.problem import Loc, Part
from scorecard.reading import Document
from scorecard.reading.document import MappingNode, is_empty, is_flow, mapping_with, node_at, scalars, start_of
from tests.reading.found import document, marked

_texts = st.one_of(
    st.sampled_from(["no", "1e3", "# x", "a: b", "- a", "", "it's", '"', "{", "*a", "&a", "日本", "😀", "\\", "a\tb"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
)
_nested = st.recursive(
    _texts, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_texts, inner, max_size=4))
)
_maps = st.dictionaries(_texts, _nested, max_size=5)
_styles = st.sampled_from([True, False, None])


def _dump(data: Any, flow: bool | None, width: int = 100_000, unicode: bool = True) -> str:
    return str(yaml.dump(data, default_flow_style=flow, allow_unicode=unicode, sort_keys=False, width=width))


def _parts(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Part, str]]:
    """Every key and every value that is a text, with its path."""
    if isinstance(data, str):
        yield loc, "value", data
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _parts(item, (*loc, index))
    elif isinstance(data, dict):
        for key, item in data.items():
            yield (*loc, key), "key", key
            yield from _parts(item, (*loc, key))


@given(_maps, _styles, st.booleans())
def test_every_position_marks_exactly_the_text_of_its_part(data: Any, flow: bool | None, unicode: bool) -> None:
    text = _dump(data, flow, unicode=unicode)
    found = document(text)
    assert found.data == data
    for loc, part, written in _parts(data):
        snippet = marked(text, found.position(loc, part))
        assert yaml.load(snippet, Loader=yaml.BaseLoader) == (written or None or ""), (loc, part)


@given(st.dictionaries(_texts, st.text("ab \n", max_size=60), max_size=4), st.sampled_from([None, "|", ">", '"']))
def test_text_over_several_lines_is_marked_where_it_begins(data: dict[str, str], style: str | None) -> None:
    text = str(yaml.dump(data, default_style=style, width=20, sort_keys=False))
    found = document(text)
    assert found.data == data
    starts = [start_of(event) for event in yaml.parse(text) if isinstance(event, yaml.ScalarEvent)]
    positions = [found.position((key,), part) for key in data for part in ("key", "value")]
    assert [(p.line, p.column) for p in positions if p] == [(s.line + 1, s.column + 1) for s in starts]


_ENTRIES = {
    "ids": "{l: [deals, offers]}",
    "list": "{l: [{deals: 2}, {offers: {weight: 3, because: why}}]}",
    "block list": "l:\n  - deals: 2\n  - offers:\n      weight: 3\n      because: why\n",
    "mapping": "{l: {deals: 2, offers: {weight: 3, because: why}}}",
}


@pytest.mark.parametrize(
    ("form", "loc", "part", "text"),
    [
        ("ids", ("l", 1), "value", "offers"),
        ("ids", ("l", 1, "id"), "value", "offers"),
        ("list", ("l", 0, "weight"), "value", "2"),
        ("list", ("l", 0, "id"), "value", "deals"),
        ("list", ("l", 1, "weight"), "value", "3"),
        ("list", ("l", 1, "because"), "key", "because"),
        ("list", ("l", 1, "id"), "value", "offers"),
        ("block list", ("l", 0, "weight"), "value", "2"),
        ("block list", ("l", 1, "because"), "value", "why"),
        ("mapping", ("l", 0, "weight"), "value", "2"),
        ("mapping", ("l", 0, "id"), "value", "deals"),
        ("mapping", ("l", 1, "weight"), "value", "3"),
        ("mapping", ("l", 1, "id"), "value", "offers"),
        ("mapping", ("l", 1, "because"), "key", "because"),
    ],
)
def test_entries_are_counted_in_whichever_form_they_are_written(form: str, loc: Loc, part: Part, text: str) -> None:
    written = _ENTRIES[form]
    assert marked(written, document(written).position(loc, part)) == text


@pytest.mark.parametrize(
    ("loc", "text"),
    [
        (("goals", "growth", "owner"), "growth"),
        (("goals", "growth", "owner", 0), "growth"),
        (("goals", "skills"), "goals"),
        (("goals", "growth", "lagging", 7), "lagging"),
    ],
)
def test_what_is_missing_is_missed_at_the_item_that_lacks_it(loc: Loc, text: str) -> None:
    written = "goals:\n  growth:\n    lagging: [deals]\n"
    assert marked(written, document(written).position(loc)) == text


def test_nothing_has_a_place_in_an_empty_text() -> None:
    assert document("# nothing\n").position(()) is None
    assert Document(text="", data=None, node=None).position(("goals",)) is None


def test_a_place_inside_a_repetition_is_that_of_the_text_that_is_repeated() -> None:
    written = "a: &plan {unit: count}\nb: *plan\n"
    found = document(written)
    assert marked(written, found.position(("b",))) == "*"
    assert marked(written, found.position(("b", "unit"))) == "count"


def test_columns_count_characters_and_lines_end_where_yaml_ends_them() -> None:
    written = 'a: {é: "😀", b: 1}\r\nb: 2\u2028c: 3\x85d: 4\re: 5'
    found = document(written)
    for key, value in {"b": "2", "c": "3", "d": "4", "e": "5"}.items():
        assert marked(written, found.position((key,))) == value
    assert marked(written, found.position(("a", "b"))) == "1"


def test_scalars_come_in_the_order_of_the_text_and_repetitions_are_left_out() -> None:
    node = document("a: &x [1, {b: 2}]\nc: *x\nd: 3").node
    assert [event.value for event in scalars(node)] == ["a", "1", "b", "2", "c", "d", "3"]


def test_mapping_that_holds_a_key_is_the_node_or_the_settings_of_its_entry() -> None:
    node = document("{plain: {weight: 1}, entry: {deals: {weight: 2}}, two: {a: {weight: 3}, b: 4}}").node
    for name, known in (("plain", ["weight"]), ("entry", ["weight"])):
        found = mapping_with(node_at(node, (name,)), "weight")
        assert found is not None
        assert list(found.keys) == known
    assert mapping_with(node_at(node, ("two",)), "weight") is None
    assert mapping_with(node_at(node, ("nowhere",)), "weight") is None


def test_how_a_mapping_and_a_value_are_written() -> None:
    node = document("block:\n  a:\nflow: {b: ''}\n").node
    block, flow = node_at(node, ("block",)), node_at(node, ("flow",))
    assert isinstance(block, MappingNode)
    assert isinstance(flow, MappingNode)
    assert not is_flow(block)
    assert is_flow(flow)
    assert is_empty(block.values["a"])
    assert not is_empty(flow.values["b"])
    assert not is_empty(flow)
