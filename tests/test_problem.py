"""The lines that a position counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml import BaseLoader, ScalarEvent, parse

from scorecard.problem import Examination, InvalidMapError, Problem, lines_of
from scorecard.reading.document import start_of


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_that_yaml_knows(end: str) -> None:
    assert lines_of(f"a{end}{end}b{end}") == ["a", "", "b", ""]


@pytest.mark.parametrize("text", ["a\x0bb", "a\x0cb", "a\x1cb", "a\tb"])
def test_what_python_takes_for_the_end_of_a_line_and_yaml_does_not(text: str) -> None:
    assert lines_of(text) == [text]


@given(st.lists(st.sampled_from(["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "# c\n"]), max_size=8))
def test_lines_are_counted_as_the_parser_counts_them(ends: list[str]) -> None:
    text = "".join(ends) + "word"
    (scalar,) = (event for event in parse(text, Loader=BaseLoader) if isinstance(event, ScalarEvent))
    assert lines_of(text)[start_of(scalar).line] == "word"


@pytest.mark.parametrize(("errors", "said"), [(1, "map.yaml: 1 error"), (2, "map.yaml: 2 errors")])
def test_invalid_map_error_counts_errors_and_no_warnings(errors: int, said: str) -> None:
    warning = Problem(rule="some-rule", severity="warning", message="careful")
    wrong = (Problem(rule="some-rule", message="wrong"),) * errors
    examination = Examination(path="map.yaml", text="", problems=(warning, *wrong))
    error = InvalidMapError(examination)
    assert str(error) == said
    assert error.examination is examination


def test_an_examination_shows_its_problems_and_not_the_whole_text() -> None:
    assert repr(Examination(path="map.yaml", text="name: x\n", problems=())).startswith(
        "Examination(path='map.yaml', problems=()"
    )
