"""Pictures of every report for people to look at, in ``build/screenshots`` or the folder ``SCORECARD_SCREENSHOTS``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import NARROW, ROOT, WIDE, Scheme, opened
from tests.browser.conftest import Written
from tests.browser.examples import EXAMPLES

FOLDER = Path(os.environ.get("SCORECARD_SCREENSHOTS") or ROOT / "build/screenshots")
_TALLEST = 6000


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_can_be_looked_at(browser: Browser, written: Written, name: str, width: int, scheme: Scheme) -> None:
    with opened(browser, written(name), width=width, scheme=scheme) as window:
        page = window.page
        height = min(page.evaluate("document.documentElement.scrollHeight"), _TALLEST)
        page.set_viewport_size({"width": width, "height": height})
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{name}-{width}-{scheme}.png"
        page.screenshot(path=path)
    assert path.stat().st_size > 20_000
