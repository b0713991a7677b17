"""Light or dark: as the reader's system says, until the button says otherwise; always light on paper."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scorecard.rendering.palette import DARK, LIGHT
from tests.browser.chromium import OPEN_ALL, Scheme, opened
from tests.browser.conftest import Written
from tests.needs import needs


def ground(page: Page) -> str:
    """The colour of the page, as the palette writes it."""
    numbers = page.evaluate("getComputedStyle(document.documentElement).backgroundColor.match(/[0-9]+/g).map(Number)")
    return "#" + "".join(f"{number:02X}" for number in numbers[:3])


def drawn(page: Page) -> str:
    """The colour of the ground of the map."""
    return str(page.evaluate("getComputedStyle(document.querySelector('.map .f-page')).fill"))


@pytest.mark.parametrize(("scheme", "colour"), [("light", LIGHT.page), ("dark", DARK.page)])
def test_the_system_decides(browser: Browser, written: Written, scheme: Scheme, colour: str) -> None:
    with opened(browser, written("social-media"), scheme=scheme) as window:
        assert ground(window.page) == colour
        assert window.page.get_attribute("#theme", "aria-pressed") == str(scheme == "dark").lower()


def test_the_system_may_change_its_mind(browser: Browser, written: Written) -> None:
    with opened(browser, written("social-media")) as window:
        window.page.emulate_media(color_scheme="dark")
        assert ground(window.page) == DARK.page
        window.page.wait_for_selector("#theme[aria-pressed=true]")


@pytest.mark.parametrize(("scheme", "first", "other"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)])
def test_the_button_decides_against_it_and_is_remembered(
    browser: Browser, written: Written, scheme: Scheme, first: object, other: object
) -> None:
    with opened(browser, written("social-media"), scheme=scheme) as window:
        page = window.page
        before = drawn(page)
        page.click("#theme")
        assert ground(page) == getattr(other, "page", "")
        assert drawn(page) != before
        page.reload()
        assert ground(page) == getattr(other, "page", "")
        page.click("#theme")
        assert ground(page) == getattr(first, "page", "")
        assert drawn(page) == before


@pytest.mark.parametrize("pressed", [False, True])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_light_and_has_no_buttons(browser: Browser, written: Written, scheme: Scheme, pressed: bool) -> None:
    with opened(browser, written("social-media"), scheme=scheme) as window:
        page = window.page
        if pressed:
            page.click("#theme")
        page.emulate_media(media="print")
        assert ground(page) == LIGHT.page
        assert drawn(page) == "rgb(255, 255, 255)"
        assert not page.is_visible("#theme")
        assert not page.is_visible("nav")


def test_paper_has_what_the_reader_unfolded(browser: Browser, written: Written, tmp_path: Path) -> None:
    needs("pdftotext")
    with opened(browser, written("social-media")) as window:
        folded = printed(window.page, tmp_path)
        window.page.evaluate(OPEN_ALL)
        unfolded = printed(window.page, tmp_path)
    for words in ("Achieve valuable business results", "Qualified interactions", "Engaging content"):
        assert words in folded
        assert words in unfolded
    assert "How every number was made" not in folded
    assert "How every number was made" in unfolded
    assert len(unfolded) > 2 * len(folded)


def printed(page: Page, folder: Path) -> str:
    """The words of the page on paper."""
    session = page.context.new_cdp_session(page)
    content = session.send("Page.printToPDF", {"printBackground": True, "preferCSSPageSize": True})["data"]
    path = folder / "page.pdf"
    path.write_bytes(base64.b64decode(content))
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.split())
