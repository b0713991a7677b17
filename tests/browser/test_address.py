"""An address that somebody has mistyped."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Written


@pytest.mark.parametrize("typed", ["%", "%E0%A4%A", "nowhere"])
def test_the_map_works_whatever_the_address_says(browser: Browser, written: Written, typed: str) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{written('corner-cafe')}#{typed}")
    page.hover(".map [data-goal] .card")
    page.wait_for_selector(".map svg.tracing", timeout=5000)
    assert errors == []
    page.close()
