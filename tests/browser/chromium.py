"""Chromium as it is installed, and pages opened in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from playwright.sync_api import Browser, Page, Playwright

from tests.needs import needs

ROOT = Path(__file__).resolve().parents[2]
Scheme: TypeAlias = Literal["light", "dark"]
WIDE, NARROW = 1400, 390
OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
"""A script that unfolds whatever is folded on a page."""

_FLAGS = (
    *("--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars"),
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The program: ``SCORECARD_CHROMIUM``, or what is on the PATH."""
    named = os.environ.get("SCORECARD_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, _NAMES)), None)
    needs("chromium", found is not None)
    return str(found)


def axe_script() -> str:
    """The rules of accessibility: ``SCORECARD_AXE``, or what npm put into this folder."""
    path = Path(os.environ.get("SCORECARD_AXE") or ROOT / "node_modules/axe-core/axe.min.js")
    needs("axe-core", path.is_file())
    return path.read_text(encoding="utf-8")


def launched(playwright: Playwright) -> Browser:
    """A browser without a window; as root it cannot have its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*_FLAGS, *(["--no-sandbox"] if root else [])]
    return playwright.chromium.launch(executable_path=chromium(), headless=False, args=flags)


class Opened:
    """A page in a window of its own, and all it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))

    def strangers(self) -> list[str]:
        """Requests for anything but the page, what is in it, and the stream beside a page that is served."""
        home = self.page.url.partition("#")[0]
        own = (home, f"{home}events") if home.startswith("http://127.0.0.1:") else (home,)
        inside = ("data:", "blob:", "about:")
        return [url for url in self.requests if url.partition("#")[0] not in own and not url.startswith(inside)]


@contextmanager
def opened(
    browser: Browser,
    url: str,
    *,
    width: int = WIDE,
    scheme: Scheme = "light",
    still: bool = True,
    before: Callable[[Page], object] | None = None,
) -> Iterator[Opened]:
    """A page, open; at the end it has complained of nothing and asked nobody for anything.

    ``still`` is a reader who wants no motion; ``before`` may prepare the window before the page is loaded.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > 600 else 844},
        color_scheme=scheme,
        reduced_motion="reduce" if still else "no-preference",
        has_touch=False,
    )
    try:
        page = context.new_page()
        page.set_default_timeout(15_000)
        found = Opened(page)
        if before is not None:
            before(page)
        page.goto(url, wait_until="load")
        yield found
        assert found.complaints == []
        assert found.strangers() == []
    finally:
        context.close()
