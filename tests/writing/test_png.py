"""PNG: text is drawn without any font of the system, in its weight, and by Inter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from scorecard.rendering.letters import Weight, width_of
from scorecard.writing.engine import EngineError
from scorecard.writing.inter import inter_file
from scorecard.writing.png import png_of
from tests import pixels
from tests.cli.commands import ROOT
from tests.writing.svgs import svg_of

TITLE = "Social media strategy"
WEIGHTS: tuple[Weight, ...] = (400, 600, 700)


def text_width(png: bytes) -> int:
    """From the first to the last column that holds ink, in pixels."""
    width, height = pixels.size(png)
    columns = [x for row in pixels.rows(png, height) for x in range(width) if sum(row[4 * x : 4 * x + 3]) < 384]
    return max(columns) - min(columns)


def test_text_is_drawn_without_a_font_of_the_system() -> None:
    png = png_of(svg_of(TITLE), zoom=1.0, system_fonts=False)
    assert pixels.dark(png, 20, 15, 330, 55) > 900
    assert pixels.dark(png_of(svg_of(""), zoom=1.0, system_fonts=False), 20, 15, 330, 55) == 0


@pytest.mark.parametrize("weight", WEIGHTS)
def test_text_is_as_wide_as_the_table_of_widths_says(weight: Weight) -> None:
    drawn = text_width(png_of(svg_of(TITLE, weight, 14), zoom=4.0, system_fonts=False)) / 4
    # The table spares 2 %; at the sides of the line is a little space that belongs to its letters.
    assert 0.96 * width_of(TITLE, 14, weight) < drawn <= width_of(TITLE, 14, weight)


def test_bolder_text_has_more_ink() -> None:
    ink = [pixels.dark(png_of(svg_of(TITLE, weight), 1.0), 20, 15, 330, 55) for weight in WEIGHTS]
    assert ink == sorted(ink)
    assert len(set(ink)) == len(WEIGHTS)


def test_a_png_is_twice_as_fine_as_the_screen_and_twice_the_same() -> None:
    png = png_of(svg_of(TITLE))
    assert pixels.size(png) == (800, 120)
    assert png_of(svg_of(TITLE)) == png


def test_a_map_of_great_size_is_drawn_coarser() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20000 40000" width="20000" height="40000"/>'
    width, height = pixels.size(png_of(svg))
    assert 60_000_000 < width * height < 65_000_000


def test_what_is_no_svg_is_an_engine_error() -> None:
    with pytest.raises(EngineError, match=r"^no PNG could be drawn: "):
        png_of('<svg viewBox="0 0 10 10"><</svg>')
    with pytest.raises(ValueError, match="no view box"):
        png_of("<svg/>")


def _drawn_with(fonts: Path, tmp_path: Path, text: str, system_fonts: bool) -> bytes:
    """The text in a process in which only the fonts of a folder are installed."""
    (tmp_path / "fonts.conf").write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir></fontconfig>'
    )
    code = (
        "import sys; from scorecard.writing.png import png_of; from tests.writing.svgs import svg_of;"
        f"sys.stdout.buffer.write(png_of(svg_of({text!r}), zoom=1.0, system_fonts={system_fonts}))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig says where the fonts are on Linux only")
def test_on_a_machine_without_fonts_text_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    here = png_of(svg_of(TITLE), zoom=1.0)
    for system_fonts in (True, False):
        assert _drawn_with(tmp_path / "fonts", tmp_path, TITLE, system_fonts) == here


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig says where the fonts are on Linux only")
def test_fonts_of_the_system_help_out_only_where_they_may(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    font = TTFont(inter_file())
    for table in font["cmap"].tables:
        table.cmap = {0x6F22: "A"}
    for name in font["name"].names:
        font["name"].setName("Han", name.nameID, name.platformID, name.platEncID, name.langID)
    font.save(tmp_path / "fonts/han.ttf")
    helped, alone = (_drawn_with(tmp_path / "fonts", tmp_path, "漢", allowed) for allowed in (True, False))
    assert alone == png_of(svg_of("漢"), zoom=1.0, system_fonts=False)
    assert helped != alone
    assert text_width(helped) < text_width(png_of(svg_of("AA"), zoom=1.0))
