"""The colours can be read, and statuses and themes told apart, also by the colour-blind, in light and in dark."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from scorecard.rendering.palette import DARK, LIGHT, Palette
from scorecard.result import Status
from tests.colours import Sight, contrast, distance

PALETTES = {"light": LIGHT, "dark": DARK}
SIGHTS: tuple[Sight, ...] = ("full", "protan", "deutan", "tritan")
STATUSES: tuple[Status, ...] = ("on-track", "at-risk", "off-track", "no-data")

each_palette = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
each_sight = pytest.mark.parametrize("sight", SIGHTS)


def test_the_measures_are_those_of_the_books() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert distance("#FFFFFF", "#000000") == pytest.approx(100, abs=0.1)
    assert distance("#FF0000", "#00FF00") == pytest.approx(170.6, abs=0.1)
    assert all(distance("#808080", "#808080", sight) == 0 for sight in SIGHTS)
    # Red and green of the same lightness are one colour without the red or the green cones.
    assert distance("#A07800", "#789000", "deutan") < 15 < 25 < distance("#A07800", "#789000")


@pytest.mark.parametrize(("palette", "least"), [(LIGHT, 6.3), (DARK, 5.5)], ids=PALETTES)
def test_text_on_a_card(palette: Palette, least: float) -> None:
    for text in (palette.ink, palette.muted, *palette.status_text.values()):
        assert contrast(text, palette.card) >= least
        assert contrast(text, palette.page) >= least


@pytest.mark.parametrize(("palette", "least"), [(LIGHT, 4.6), (DARK, 5.5)], ids=PALETTES)
def test_text_of_a_perspective(palette: Palette, least: float) -> None:
    for band in palette.bands:
        for text in (band.text, palette.ink, *palette.status_text.values()):
            assert contrast(text, band.panel) >= least
            assert contrast(text, band.tint) >= least


@pytest.mark.parametrize(("palette", "least"), [(LIGHT, 5.0), (DARK, 5.5)], ids=PALETTES)
def test_muted_text_of_a_perspective(palette: Palette, least: float) -> None:
    for band in palette.bands:
        assert contrast(palette.muted, band.panel) >= least
        assert contrast(palette.muted, band.tint) >= least


@each_palette
def test_marks_and_links_are_seen(palette: Palette) -> None:
    for fill in palette.status_fill.values():
        assert contrast(fill, palette.card) >= 3.1
        assert contrast(fill, palette.cut) >= 3.1
    for band in palette.bands:
        assert contrast(palette.link, band.tint) >= 3.1
        assert all(contrast(theme, band.tint) >= 3.1 for theme in palette.themes)


@each_sight
@each_palette
def test_statuses_are_told_apart(palette: Palette, sight: Sight) -> None:
    assert tuple(palette.status_fill) == STATUSES
    for one, other in combinations(palette.status_fill.items(), 2):
        assert distance(one[1], other[1], sight) >= 20, (one, other)


@each_sight
@each_palette
def test_no_theme_looks_like_a_status(palette: Palette, sight: Sight) -> None:
    for theme, fill in product(palette.themes, palette.status_fill.values()):
        assert distance(theme, fill, sight) >= (20 if sight == "full" else 15), (theme, fill)


@each_sight
@each_palette
def test_themes_are_told_apart(palette: Palette, sight: Sight) -> None:
    for one, other in combinations(palette.themes, 2):
        assert distance(one, other, sight) >= (20 if sight == "full" else 10), (one, other)
    for theme in palette.themes:
        assert distance(theme, palette.link, sight) >= 7, theme


@each_palette
def test_the_name_of_a_theme_can_be_read_on_its_colour(palette: Palette) -> None:
    for theme in palette.themes:
        assert contrast(palette.cut, theme) >= 4.5, theme


@each_palette
def test_perspectives_are_told_apart(palette: Palette) -> None:
    for one, other in combinations(palette.bands, 2):
        assert distance(one.text, other.text) >= 15
        assert distance(one.panel, other.panel) >= 5


@each_palette
def test_every_colour_is_six_digits(palette: Palette) -> None:
    bands = [colour for band in palette.bands for colour in band]
    values = [value for value in palette if isinstance(value, str)]
    for colour in (*values, *bands, *palette.themes, *palette.status_fill.values(), *palette.status_text.values()):
        assert len(colour) == 7
        int(colour.removeprefix("#"), 16)
