"""Texts made to fit: never wider than the room, and nothing lost that would have fitted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rendering.draw.clipping import clipped, wrapped
from scorecard.rendering.spans import cell_width
from tests.rendering.picture_cards import HOSTILE_NAMES

texts = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE_NAMES), st.text("ab ✈️🚀日é\u0301", max_size=40))


@given(texts, st.integers(2, 40))
def test_a_clipped_text_fits(text: str, width: int) -> None:
    found = clipped(text, width)
    assert cell_width(found) <= width
    assert found.isprintable() or "\u200c" in found or "\u200d" in found


@given(texts, st.integers(4, 40), st.integers(1, 4), st.integers(4, 40))
def test_wrapped_lines_fit(text: str, width: int, most: int, first: int) -> None:
    lines = wrapped(text, width, most, first=first)
    assert 1 <= len(lines) <= most
    assert all(cell_width(line) <= room for line, room in zip(lines, [first, *[width] * most], strict=False))


@given(st.lists(st.text("abcdef", min_size=1, max_size=8), min_size=1, max_size=8), st.integers(8, 40))
def test_what_fits_is_whole(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width, 99)
    assert " ".join(lines) == " ".join(words)


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (30, ["Achieve valuable results"]),
        (16, ["Achieve valuable", "results"]),
        (10, ["Achieve", "valuable…"]),
        (7, ["Achieve", "valuab…"]),
        (5, ["Achi-", "eve…"]),
    ],
)
def test_lines_break_at_blanks_and_end_in_an_ellipsis(width: int, lines: list[str]) -> None:
    assert wrapped("Achieve valuable results", width, 2) == lines


def test_the_first_line_can_be_shorter() -> None:
    assert wrapped("Achieve valuable results", 24, 2, first=10) == ["Achieve", "valuable results"]
