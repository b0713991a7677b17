"""What people really type when YAML gives up. Whole maps of this kind are in ``tests/invalid``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import YAMLError
from yaml.reader import ReaderError

from scorecard.problem import Problem, lines_of
from scorecard.reading.compose import Composer
from scorecard.reading.syntax import explain
from tests.reading.found import KPI, MAP, hint, message, place, problems


def _explained(text: str) -> Problem:
    with pytest.raises(YAMLError) as caught:
        Composer(text).document()
    return explain(caught.value, text)


@pytest.mark.parametrize(
    ("text", "rule", "at", "offered"),
    [
        ("goals:\n\tgrowth:\n", "tab", (2, 1), "  growth:"),
        ("a:\n  - b\n\t- c\n", "tab", (3, 1), "  - c"),
        ("a:\n  b: c\n \u00a0d: e\n", "tab", (3, 2), "  d: e"),
        ("a: %b\n", "yaml-mark", (1, 4), 'a: "%b"'),
        ("a: @b, c  # d\n", "yaml-mark", (1, 4), 'a: "@b, c"'),
        ("{a: `b`, c: d}\n", "yaml-mark", (1, 5), 'a: "`b`"'),
        ("a: >= 80%\n", "yaml-mark", (1, 4), "a: 80%"),
        ("a: |b\n", "yaml-mark", (1, 4), 'a: "|b"'),
        ("* a\n", "yaml-mark", (1, 1), "- a"),
        ('a: "C:\\q"\n', "yaml-mark", (1, 7), "a: 'C:\\q'"),
        ('a: "\\xZZ"\n', "yaml-mark", (1, 5), "a: '\\xZZ'"),
        ("a: b\nc:d\ne: f\n", "space-after-colon", (2, 1), "c: d"),
        ('a: "b" c\n', "text-after-quote", (1, 8), "a: '\"b\" c'"),
        ("a: 'b's c'\n", "text-after-quote", (1, 7), 'a: "b\'s c"'),
        ("a: [b] c\n", "text-after-quote", (1, 8), 'a: "[b] c"'),
        ("a: b: c\n", "second-colon", (1, 5), 'a: "b: c"'),
        ("- a: b: c\n", "second-colon", (1, 7), '- a: "b: c"'),
        ("a = b\nc: d\n", "missing-colon", (1, 1), "a: b"),
        ("name b\nc: d\n", "missing-colon", (1, 1), "name: b"),
        ("a：b\nc: d\n", "missing-colon", (1, 1), "a: b"),
        ("growth\n  c: d\n", "missing-colon", (1, 1), "growth:"),
    ],
)
def test_mistake_is_found_with_what_was_meant(text: str, rule: str, at: tuple[int, int], offered: str) -> None:
    problem = _explained(text)
    assert (problem.rule, place(problem)) == (rule, at)
    assert f"`{offered}`" in hint(problem)


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ('a: "b\nc: d\n', "unclosed", (1, 4)),
        ("a: 'b\nc: 'd'\n", "unclosed", (1, 4)),
        ("a: 1\nb: ]\n", "unclosed", (2, 4)),
        ("a:\n  b: c\n d: e\n", "indentation", (3, 2)),
        ("a:\n  b: c\n  - d\n", "indentation", (3, 3)),
        ("a: b\n   c: d\n", "indentation", (2, 4)),
        ("a: b\n...\nc: d\n", "yaml-feature", (3, 1)),
        ("a: &\n", "yaml-mark", (1, 4)),
        ("%A b\n", "yaml-mark", (1, 1)),
        ("a:\n  b: c\n  : d\n", "missing-key", (3, 3)),
        ("a: b\n]\n", "yaml-syntax", (2, 1)),
    ],
)
def test_mistake_is_found(text: str, rule: str, at: tuple[int, int]) -> None:
    problem = _explained(text)
    assert (problem.rule, place(problem)) == (rule, at)


def test_columns_of_the_lines_above_are_offered() -> None:
    problem = _explained("a:\n    b:\n        c: d\n      e: f\n")
    assert hint(problem) == "begin it in column 5 or 9, below the keys it belongs to"


def test_text_that_goes_on_in_the_column_of_keys() -> None:
    problem = _explained("a:\n  b: a long text\n  goes on\n  c: d\n")
    assert (problem.rule, place(problem)) == ("missing-colon", (3, 3))
    assert hint(problem).endswith("`    goes on`")


def test_error_without_a_place_is_still_said() -> None:
    problem = explain(ReaderError("map", 0, ord("x"), "utf-8", "invalid start byte"), "x")
    assert (problem.rule, problem.position) == ("yaml-syntax", None)
    assert "invalid start byte" in hint(problem)


def test_only_the_first_place_where_reading_stops_is_reported() -> None:
    assert [problem.rule for problem in problems("a: b: c\nd: @e\n" + MAP)] == ["second-colon"]


_SIGNS = [
    "goals:",
    "a: ",
    "b",
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n    - ",
    "- ",
    ": ",
    ":",
    ",",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "#",
]
_MARKS = [
    " #",
    "&a",
    "*a",
    "!b",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "? ",
    "\t",
    "\\",
    "---\n",
    "...\n",
    "=",
    "\u00a0",
    "é",
    "<<: ",
]


@given(st.lists(st.sampled_from(_SIGNS + _MARKS), max_size=30).map("".join))
def test_whatever_is_typed_is_answered_at_a_place_inside_the_text(text: str) -> None:
    lines = lines_of(text)
    for problem in problems(text):
        assert message(problem)
        hint(problem)
        if problem.position is not None:
            assert 1 <= problem.position.line <= len(lines)
            assert 1 <= problem.position.column <= len(lines[problem.position.line - 1]) + 1


@given(st.integers(0, len(MAP)), st.sampled_from(sorted({*_SIGNS, *_MARKS} - {"`"})))
def test_sign_that_slips_into_a_map_leaves_no_gap_in_a_sentence(at: int, sign: str) -> None:
    for problem in problems(MAP[:at] + sign + MAP[at:]):
        sentences = message(problem) + hint(problem)
        assert "``" not in sentences
        assert "None" not in sentences


def test_very_long_line_does_no_harm() -> None:
    assert _explained("a: " + "b: " * 50_000 + "\n" + KPI).rule == "second-colon"
