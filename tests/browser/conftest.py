"""The browser of these tests; it runs until the last of them, and no longer: its loop would be in the way of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser, sync_playwright

from scorecard.report import Audience
from tests.browser.chromium import axe_script, chromium, launched
from tests.browser.examples import page_of

Written: TypeAlias = Callable[..., str]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    chromium()
    with sync_playwright() as playwright:
        running = launched(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core."""
    return axe_script()


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """``written(example, audience)``: its report as a file, by its address."""

    def write(name: str, audience: Audience = "team") -> str:
        path = tmp_path / f"{name}-{audience}.html"
        path.write_text(page_of(name, audience), encoding="utf-8")
        return path.as_uri()

    return write
