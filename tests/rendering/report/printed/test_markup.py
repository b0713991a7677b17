"""Texts as strings of typst: whatever they hold, typst reads back the same text and nothing else."""

from __future__ import annotations

import json

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.rendering.report.printed.markup import NOTHING, Typst, as_string, call, joined, literal
from scorecard.rendering.spans import printable
from tests.poppler import squashed

PIECES = (
    "\\",
    '"',
    "#panic()",
    "$x$",
    "*",
    "_",
    "[",
    "]",
    "{",
    "}",
    "//",
    "/*",
    "<a>",
    "@b",
    "= ",
    "\\u{41}",
    "\n",
    "%",
)
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=40)), max_size=8).map("".join)


def read(code: str) -> str:
    """What typst understands a string to be."""
    found = typst.query(f"#metadata({code})".encode(), "metadata", field="value", one=True)
    return str(json.loads(found))


@settings(max_examples=60)
@given(texts)
def test_typst_reads_a_text_as_itself(text: str) -> None:
    assert squashed(read(literal(text))) == squashed(printable(text))


@settings(max_examples=40)
@given(texts.map(lambda text: text.encode("utf-8", "replace").decode()))
def test_typst_reads_what_is_ours_to_the_letter(text: str) -> None:
    assert read(as_string(text)) == text.replace("\r\n", "\n")


@pytest.mark.parametrize("text", ['a "b" #c', "\\", '\\"', '\\\\"#panic("no")', "x" * 500 + '"'])
def test_a_text_ends_where_its_string_ends(text: str) -> None:
    assert squashed(read(literal(text))) == text.replace(" ", "")


def test_long_words_can_be_broken_and_short_ones_are_left_alone() -> None:
    assert max(map(len, literal("w" * 500).split("\u200b"))) < 20
    assert "\u200b" not in literal("communicate-with-users in words")
    assert "\u200b" in literal("coalesce(sum(saves),0)+sum(shares)")


def test_nothing_turns_the_direction_of_what_follows() -> None:
    assert "\u202e" not in literal("\u202eevil")
    assert literal("שלום") == '"\u2068שלום\u2069"'


def test_a_number_stays_beside_its_per_cent_sign() -> None:
    assert literal("78 % of it") == '"78\u00a0% of it"'


def test_calls_take_strings_numbers_and_code() -> None:
    made = call("f", "a", 1, 0.5, True, None, ["b", 2], Typst("g()"), some_name=())
    assert made == 'f("a", 1, 0.5, true, none, ("b", 2, ), g(), some-name: ())'


def test_nothing_joined_is_nothing() -> None:
    assert joined([]) == NOTHING
    assert joined([None, "a", Typst("b()")], ", ") == '{ "a"; ", "; b() }'
