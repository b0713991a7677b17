"""From bytes to text."""

from __future__ import annotations

import codecs

import pytest

from scorecard.problem import Problem
from scorecard.reading.source import LARGEST, text_of
from tests.reading.found import MAP, message, only, place, problems, rules


def _only(raw: bytes) -> Problem:
    (problem,) = text_of(raw)[1]
    return problem


@pytest.mark.parametrize("text", [MAP, "name: Café 日本 😀 \x85 \u2028 \t\r\n", ""])
def test_text_in_utf8(text: str) -> None:
    assert text_of(text.encode()) == (text, [])


def test_file_has_ten_megabytes_at_most() -> None:
    assert text_of(b"#" * LARGEST)[1] == []
    problem = _only(b"#" * (LARGEST + 1))
    assert (problem.rule, problem.severity) == ("file-too-large", "error")
    assert LARGEST == 10_000_000


def test_byte_order_mark_is_cut_off_with_a_warning() -> None:
    text, (problem,) = text_of(codecs.BOM_UTF8 + MAP.encode())
    assert text == MAP
    assert (problem.rule, problem.severity, place(problem)) == ("byte-order-mark", "warning", (1, 1))


def test_places_do_not_count_the_byte_order_mark() -> None:
    raw = b"nome: Coffee\n" + MAP.encode()
    assert [place(problem) for problem in problems(codecs.BOM_UTF8 + raw)] == [(1, 1), (1, 1)]
    assert place(only(raw)) == (1, 1)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_encodings_of_unicode_are_named(encoding: str) -> None:
    problem = _only(MAP.encode(encoding))
    assert (problem.rule, place(problem)) == ("not-utf8", (1, 1))
    assert "UTF-16 or UTF-32" in message(problem)


@pytest.mark.parametrize(
    ("raw", "at"),
    [
        (b"name: Caf\xe9\n", (1, 10)),
        (b"a: 1\r\nb: \x93quoted\x94\n", (2, 4)),
        ("ü: ".encode() + b"\xff", (1, 4)),
        (b"\xc3", (1, 1)),
        (b"a: \xed\xa0\x80", (1, 4)),
    ],
)
def test_byte_that_is_no_utf8_is_shown_at_its_character(raw: bytes, at: tuple[int, int]) -> None:
    problem = _only(raw)
    assert (problem.rule, place(problem)) == ("not-utf8", at)


def test_text_in_another_encoding_can_still_be_shown() -> None:
    assert text_of(b"name: Caf\xe9\n")[0] == "name: Caf\ufffd\n"


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x9f", "\ufeff", "\ufffe", "\uffff"]
)
def test_control_characters_are_named_at_their_place(character: str) -> None:
    problem = _only(f"name: Coffee\r\nowner: A{character}na\n".encode())
    assert (problem.rule, place(problem)) == ("control-character", (2, 9))
    assert f"U+{ord(character):04X}" in message(problem)


def test_mistake_in_the_encoding_is_the_only_one_that_is_said() -> None:
    assert rules(b"nome: Caf\xe9\n" + MAP.encode()) == ["not-utf8"]
    assert rules(b"nome: \x07\n" + MAP.encode()) == ["control-character"]
