"""The font that a page carries: what the page says, in the weights it uses, and nothing of the day it was made."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.rendering.inter_widths import ADVANCES
from scorecard.writing.font_subset import ALWAYS, WEIGHTS, font_subset
from scorecard.writing.inter import inter_file


def opened(content: bytes) -> TTFont:
    return TTFont(BytesIO(content))


def test_it_has_the_characters_of_the_text_and_the_ones_that_are_always_there() -> None:
    with opened(font_subset("Größe, Žluťoučký, Ελλάδα, привет")) as font:
        assert set(map(ord, ALWAYS + "öŽťčýΕάп")) <= set(font.getBestCmap())
        assert ord("ß") in font.getBestCmap()
        assert ord("ñ") not in font.getBestCmap()


def test_every_sign_that_is_always_there_is_in_inter() -> None:
    with opened(font_subset("")) as font:
        assert set(font.getBestCmap()) == set(map(ord, ALWAYS))


def test_what_inter_lacks_is_left_to_other_fonts() -> None:
    assert font_subset("漢字 🎉 مرحبا \n \ud800 \U0010ffff") == font_subset("")
    assert font_subset("\x00\u202e\u200d\ue000").startswith(b"wOFF")


@pytest.mark.parametrize("weight", ADVANCES)
def test_its_characters_are_as_wide_as_texts_are_measured(weight: int) -> None:
    width_of = {character: width for width, all_ in ADVANCES[weight].items() for character in all_}
    with opened(font_subset("ÄÖÜßéñçžščěřőąęłøåæœþðΩж")) as font:
        fixed = instantiateVariableFont(font, {"wght": weight})
        em = fixed["head"].unitsPerEm
        for code, name in fixed.getBestCmap().items():
            if chr(code) in width_of:
                advance, _ = fixed["hmtx"][name]
                assert 100 * advance / em == pytest.approx(width_of[chr(code)], abs=1), chr(code)


def test_every_weight_of_a_page_is_there_and_one_optical_size() -> None:
    with opened(font_subset("")) as font:
        axes = [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes]
    assert axes == [("wght", *WEIGHTS)]
    assert set(ADVANCES) <= set(range(WEIGHTS[0], WEIGHTS[1] + 1))


def test_figures_can_stand_in_columns_and_no_sign_is_changed_into_another() -> None:
    with opened(font_subset("->")) as font:
        substitutions = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        positions = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert "tnum" in substitutions
    assert substitutions.isdisjoint({"calt", "liga", "dlig", "clig", "ss01"})
    assert "kern" in positions


def test_it_says_whose_font_it_is_and_under_which_licence() -> None:
    with opened(font_subset("")) as font:
        names = {record.nameID: str(record) for record in font["name"].names}
    assert "The Inter Project Authors" in names[0]
    assert names[1] == "Inter"
    assert "SIL Open Font License" in names[13]


def test_the_time_it_was_made_is_not_in_it() -> None:
    with opened(font_subset("x")) as font, TTFont(inter_file()) as whole:
        assert font["head"].modified == whole["head"].modified
        assert font["head"].created == whole["head"].created


@settings(max_examples=3)
@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cs"]), max_size=60), st.randoms())
def test_the_same_characters_give_the_same_bytes(text: str, chance: object) -> None:
    shuffled = list(text * 2)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert font_subset(text) == font_subset("".join(shuffled))


def test_it_is_small() -> None:
    western = "".join(map(chr, range(0xA0, 0x180)))
    everything = "".join(map(chr, range(0x20, 0x3000)))
    assert font_subset("").startswith(b"wOFF")
    assert len(font_subset("")) < 25_000
    assert len(font_subset(western)) < 60_000
    assert len(font_subset(everything)) < 200_000
