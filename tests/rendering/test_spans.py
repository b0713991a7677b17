from __future__ import annotations

import subprocess
import sys

import pytest

from scorecard.rendering.spans import ASCII_MARKS, Span, as_ascii, as_text, cell_width, fold, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("Größe 日本 ✔", "Größe 日本 ✔"),
        ("two\nlines\tand\r\xa0blanks", "two lines and  blanks"),
        ("\x1b[31mred\x07", "�[31mred�"),
        ("\u202eright to left\u200f", "�right to left�"),
        ("fami\u200dly", "fami\u200dly"),
    ],
)
def test_control_characters_become_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(("text", "cells"), [("ab", 2), ("ä–✔━", 4), ("日本", 4), ("e\u0301", 1), ("❤️", 2)])
def test_width_counts_terminal_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", None, ["one two three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
        ("日本語", 4, ["日本", "語"]),
        ("they hold 79.6 % now", 14, ["they hold", "79.6 % now"]),
    ],
)
def test_folding_loses_nothing(text: str, width: int | None, lines: list[str]) -> None:
    assert fold(text, width) == lines


def test_a_number_keeps_its_per_cent_sign() -> None:
    assert fold("results at 94 %", 13) == ["results at", "94 %"]


def test_text_has_no_trailing_blanks_and_without_colour_no_escapes() -> None:
    lines = [(Span("on track  ", "good"),), ()]
    assert as_text(lines, colour=False) == "on track\n\n"
    assert as_text(lines, colour=True) == "\x1b[32mon track\x1b[0m\n\n"


def test_nothing_that_a_renderer_forgot_reaches_the_terminal() -> None:
    assert as_text([(Span("\x1b]0;title\x07\r"),)], colour=True) == "�]0;title� \n"


def test_marks_of_ours_become_ascii_cell_for_cell() -> None:
    marks = "".join(ASCII_MARKS)
    ((span,),) = as_ascii([(Span(marks, "good"),)])
    assert span.text.isascii()
    assert len(span.text) == cell_width(marks)
    assert span.style == "good"


def test_our_own_marks_need_no_rich() -> None:
    program = (
        "import sys; from scorecard.rendering.spans import *\n"
        "cell_width('✔ ▲ ✖ ○ ↗ → ↘ ━─ × – … Größe'); as_text([(Span('x', 'good'),)], colour=True)\n"
        "assert 'rich' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
