"""Nothing of a page is wider than the window, and no text of its map leaves its place."""

from __future__ import annotations

from typing import get_args

import pytest
from playwright.sync_api import Browser

from scorecard.report import Audience
from tests.browser.chromium import NARROW, OPEN_ALL, opened
from tests.browser.conftest import Written
from tests.browser.examples import EXAMPLES
from tests.browser.fitting import misfits

WIDER = """() => [...document.querySelectorAll("body *")].filter((part) => {
  for (let up = part.parentElement; up; up = up.parentElement) {
    if (["auto", "scroll", "hidden"].includes(getComputedStyle(up).overflowX) && up !== document.body) return false;
  }
  return part.getBoundingClientRect().right > innerWidth + 0.5;
}).map((part) => part.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("audience", get_args(Audience))
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_scrolls_sideways(browser: Browser, written: Written, name: str, audience: Audience) -> None:
    with opened(browser, written(name, audience), width=NARROW) as window:
        page = window.page
        for width in (NARROW, 320, 760, 1024):
            page.set_viewport_size({"width": width, "height": 844})
            for unfold in ("null", OPEN_ALL):
                page.evaluate(unfold)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.evaluate(WIDER)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_texts_of_the_map_fit_with_the_letters_that_the_page_carries(
    browser: Browser, written: Written, name: str
) -> None:
    with opened(browser, written(name)) as window:
        window.page.evaluate("document.fonts.ready")
        faces = window.page.evaluate("[...document.fonts].map((font) => [font.family, font.status])")
        assert faces == [["Inter", "loaded"]]
        assert misfits(window.page) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_letter_is_drawn_with_the_font_of_the_page(browser: Browser, written: Written, name: str) -> None:
    """What is drawn with another font was forgotten when the font was cut."""
    with opened(browser, written(name)) as window:
        session = window.page.context.new_cdp_session(window.page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        used: set[str] = set()
        for selector in ("main p", "main td", "main th", "main li", "h1", ".map text", ".chart text"):
            nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
            for node in nodes[:60]:
                fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
                used |= {font["familyName"] for font in fonts}
    assert {name for name in used if "Mono" not in name} == {"Inter"}
