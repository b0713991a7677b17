"""Measured text: the table of widths is that of the font, and what is cut or wrapped fits."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st

from scorecard.rendering.inter_widths import ADVANCES
from scorecard.rendering.letters import Weight, all_known, fitted, width_of, wrapped
from scorecard.rendering.spans import printable
from scorecard.writing.inter import inter_file

WEIGHTS = st.sampled_from([400, 500, 600, 700])
SIZES = st.floats(6, 40)
# A box that is narrower than a wide letter and an ellipsis holds nothing.
ROOM = st.floats(3, 60)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.text("iW é漢😀\u0301- ", max_size=200)


@cache
def measured(weight: int) -> dict[str, float]:
    """The widths of all characters of the font, in hundredths of its size."""
    font = instantiateVariableFont(TTFont(inter_file()), {"opsz": 14, "wght": weight})
    scale = 100 / font["head"].unitsPerEm
    return {chr(code): font["hmtx"][name][0] * scale for code, name in font.getBestCmap().items()}


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_the_table_is_that_of_the_font(weight: int) -> None:
    table = {character: width for width, characters in ADVANCES[weight].items() for character in characters}
    widths = measured(weight)
    assert {character: width for character, width in table.items() if abs(width - widths[character]) > 0.5} == {}
    assert len(table) == sum(map(len, ADVANCES[weight].values())), "a character stands in two lines"


def test_500_is_never_wider_than_it_is_measured() -> None:
    widths = measured(500)
    assert all(
        width_of(character, 100, 500) > width - 0.5 for character, width in widths.items() if all_known(character)
    )


def test_the_weights_know_the_same_characters() -> None:
    assert len({frozenset("".join(lines.values())) for lines in ADVANCES.values()}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "".join(map(chr, range(0x20, 0x7F))),
        "ÄÖÜäöüß ÀÉÈÊËÎÏÔÛÙÇàéèêëîïôûùç ÑñÍÓÚ¿¡ ÅÆØåæø ŁŻŹĆŃŚĄĘłżźćńśąę ČĎĚŇŘŠŤŮŽčďěňřšťůž ŐŰőű ȘȚșțĂăâî ĞİŞğış ẤảựỹĐđ",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώ АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ іїєґ ў",
        "± × − – — ‘ ’ “ ” „ … · • ‰ € £ ¥ ₹ ₽ ≤ ≥ ≠ ≈ ∞ ← ↑ → ↓ ↗ ↘ ● ○ ▲ △ ▼ ■ □ ◆ ◇ № ™ © ® § ¶ ½ ¼ ¾ ² ³ °",
    ],
)
def test_what_people_write_in_latin_greek_and_cyrillic_is_known(text: str) -> None:
    assert {character for character in text if not all_known(character)} == set()


def test_what_inter_lacks_is_not_known() -> None:
    assert not any(map(all_known, "漢字한شש😀✔"))
    assert all_known("Two\nlines")


@given(NAMES, SIZES, WEIGHTS)
def test_a_text_is_as_wide_as_its_parts_and_grows_with_its_size(text: str, size: float, weight: Weight) -> None:
    middle = len(text) // 2
    whole = width_of(text, size, weight)
    assert whole == pytest.approx(width_of(text[:middle], size, weight) + width_of(text[middle:], size, weight))
    assert width_of(text, 2 * size, weight) == pytest.approx(2 * whole)


@given(NAMES, ROOM, SIZES, WEIGHTS)
@example("a" * 500, 3.0, 12.0, 400)
@example("a\u202eb\x1b[2J<script>", 9.0, 12.0, 700)
def test_what_is_cut_fits_and_is_the_beginning(text: str, room: float, size: float, weight: Weight) -> None:
    line = " ".join(printable(text).split())
    found = fitted(text, room * size, size, weight)
    assert width_of(found, size, weight) <= room * size + 1e-6
    if found != line:
        assert found.endswith("…")
        assert line.startswith(found[:-1])
        assert width_of(line, size, weight) > room * size


@given(NAMES, ROOM, st.integers(1, 5), SIZES, WEIGHTS)
@example("Learn social media tactics that work for us", 9.0, 2, 15.0, 600)
def test_wrapped_lines_fit_and_lose_only_what_the_ellipsis_stands_for(
    text: str, room: float, lines: int, size: float, weight: Weight
) -> None:
    found = wrapped(text, room * size, lines, size, weight)
    assert 1 <= len(found) <= lines
    assert all(width_of(line, size, weight) <= room * size + 1e-6 for line in found)
    whole, shown = "".join(printable(text).split()), "".join("".join(found).split())
    if shown != whole:
        assert shown.endswith("…")
        assert whole.startswith(shown[:-1])
        assert len(found) == lines


@given(NAMES, ROOM, st.integers(1, 5), SIZES)
def test_nothing_that_is_shown_can_move_the_cursor_or_turn_the_line(
    text: str, room: float, lines: int, size: float
) -> None:
    for line in (fitted(text, room * size, size), *wrapped(text, room * size, lines, size)):
        assert all(unicodedata.category(character) != "Cc" for character in line)
        assert set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069").isdisjoint(line)


def test_a_name_breaks_between_words() -> None:
    assert wrapped("Learn social media tactics that work for us", 215, 3, 15, 600) == (
        "Learn social media tactics",
        "that work for us",
    )
