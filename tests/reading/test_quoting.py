"""Texts and lines as they should have been written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorecard.reading.quoting import around, in_quotes, key_before, line_in_quotes, value_on, without_comment

_texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"), max_size=40)


@given(_texts)
def test_quoted_text_means_the_same(text: str) -> None:
    assert yaml.load(in_quotes(text), Loader=yaml.CBaseLoader) == text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Don't stop", '"Don\'t stop"'),
        ('The "best"', "'The \"best\"'"),
        ("C:\\new", "'C:\\new'"),
        ('It\'s "it"', '"It\'s \\"it\\""'),
        ("x" * 300, '"' + "x" * 200 + '…"'),
    ],
)
def test_quotes_are_those_that_need_the_fewest_signs(text: str, quoted: str) -> None:
    assert in_quotes(text) == quoted


@pytest.mark.parametrize(
    ("before", "key"),
    [
        ("name: ", "name: "),
        ("    - because:  ", "- because: "),
        ("  - ", "- "),
        ("  - - ", "- - "),
        ("{weight: 2, because: ", "because: "),
        ("[a, ", ""),
        ("", ""),
        ("name:", ""),
        ("  Big goal: ", "Big goal: "),
    ],
)
def test_key_before_a_value(before: str, key: str) -> None:
    assert key_before(before) == key


@pytest.mark.parametrize(
    ("before", "rest", "value"),
    [
        ("name: ", "@mentions, all  # of them", "@mentions, all"),
        ("{name: ", "@mentions, owner: Ana}", "@mentions"),
        ("[", "*a]", "*a"),
        ("name: ", "the #1 choice", "the #1 choice"),
    ],
)
def test_value_goes_to_the_end_of_its_line_or_entry(before: str, rest: str, value: str) -> None:
    assert value_on(before, rest) == value


@pytest.mark.parametrize(
    ("line", "without"),
    [
        ("a: b  # c", "a: b"),
        ("a: b\t\t#", "a: b"),
        ("a: b # c", "a: b # c"),
        ("a: b  #c", "a: b  #c"),
        ("a: b", "a: b"),
    ],
)
def test_comment_has_two_blanks_before_it(line: str, without: str) -> None:
    assert without_comment(line) == without


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("  because: Train the team: they answer", 'because: "Train the team: they answer"'),
        ("- name: 'Don't stop'  # now", '- name: "Don\'t stop"'),
        ("name: “Coffee: the plan”", 'name: "Coffee: the plan"'),
        ('name: "The "best" coffee"', "name: 'The \"best\" coffee'"),
        ("  no key here", "no key here"),
    ],
)
def test_line_with_its_text_in_quotes(line: str, quoted: str) -> None:
    assert line_in_quotes(line) == quoted


def test_line_around_a_place_is_cut_far_from_it() -> None:
    assert around("a\nname: b\nc", 8) == ("name: ", "b")
    assert around("a", 0) == ("", "a")
    before, rest = around("x" * 5_000, 2_000)
    assert (len(before), len(rest)) == (1_000, 1_000)
