"""A map as a file of its own fits in the browser, whatever font is there: with DejaVu Sans, too, the widest of all."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser

from scorecard.api.board import BoardOptions, board
from scorecard.rendering.board.look import Detail
from tests.browser.chromium import opened
from tests.browser.examples import EXAMPLES, card_of
from tests.browser.fitting import misfits
from tests.needs import needs
from tests.rendering.board.random_maps import random_card

DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")
OTHERS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', "


@pytest.mark.parametrize("detail", get_args(Detail))
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_stays_in_its_card(browser: Browser, tmp_path: Path, name: str, detail: Detail) -> None:
    svg = board(card_of(name), BoardOptions(detail=detail)).svg
    path = tmp_path / "map.svg"
    path.write_text(svg, encoding="utf-8")
    with opened(browser, path.as_uri()) as window:
        assert misfits(window.page) == []


@pytest.mark.parametrize("name", [*EXAMPLES, 4, 20, 36])
def test_with_nothing_but_dejavu_sans_it_fits_too(browser: Browser, tmp_path: Path, name: str | int) -> None:
    """So do random maps, which have long words and Chinese ones; a number is the seed of one."""
    needs("dejavu", DEJAVU.is_file())
    if isinstance(name, int):
        svg = board(random_card(name, tmp_path), BoardOptions(engine="builtin")).svg
    else:
        svg = board(card_of(name), BoardOptions(detail="full")).svg
    assert OTHERS in svg
    path = tmp_path / "map.svg"
    path.write_text(svg.replace(OTHERS, ""), encoding="utf-8")
    with opened(browser, path.as_uri()) as window:
        window.page.evaluate("document.fonts.ready")
        assert set(window.page.evaluate("[...document.fonts].map((font) => font.status)")) == {"loaded"}
        assert misfits(window.page) == []


def test_the_measuring_can_fail(browser: Browser, tmp_path: Path) -> None:
    """Drawn as wide as DejaVu Sans is by itself, names run into numbers."""
    needs("dejavu", DEJAVU.is_file())
    svg = board(card_of("social-media"), BoardOptions(detail="full")).svg
    path = tmp_path / "map.svg"
    path.write_text(svg.replace(OTHERS, "").replace("'Narrowed DejaVu', ", ""), encoding="utf-8")
    with opened(browser, path.as_uri()) as window:
        assert any("overlap" in misfit for misfit in misfits(window.page))
