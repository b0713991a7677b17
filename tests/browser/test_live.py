"""``report --watch`` from end to end: the map is edited, the data change, and the open page follows."""

from __future__ import annotations

import os
import shutil
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import opened
from tests.browser.examples import EXAMPLES
from tests.browser.watching import watching

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture
def cafe(tmp_path: Path) -> Path:
    """A folder with the map of the corner café, to be changed."""
    shutil.copytree(EXAMPLES["corner-cafe"].parent, tmp_path / "cafe")
    return tmp_path / "cafe/strategy.yaml"


def test_the_open_page_follows_the_map(browser: Browser, cafe: Path) -> None:
    output = cafe.parent / "report.html"
    text = cafe.read_text(encoding="utf-8")
    assert text.count("A corner café") == 1
    with watching(cafe, output) as running:
        url = running.line("http").split()[0]
        with opened(browser, url) as window:
            page = window.page
            assert page.inner_text("h1") == "A corner café"
            page.click("#theme")
            page.evaluate("scrollTo(0, 600)")
            cafe.write_text(text.replace("A corner café", "Two cafés"), encoding="utf-8")
            page.get_by_role("heading", level=1, name="Two cafés").wait_for()
            page.wait_for_function("() => Math.abs(scrollY - 600) < 60")  # the reader stays where they were
            assert page.evaluate("document.documentElement.dataset.theme") == "dark"

            good = output.read_bytes()
            assert "Two cafés" in good.decode()
            assert "EventSource" not in good.decode()
            assert "connect-src" not in good.decode()

            cafe.write_text(text.replace("perspective:", "perspectiv:", 1), encoding="utf-8")
            page.wait_for_selector("pre")
            assert "unknown-key" in page.inner_text("pre")
            assert page.inner_text("h1") == "The map cannot be shown"
            assert output.read_bytes() == good

            cafe.write_text(text, encoding="utf-8")
            page.get_by_role("heading", level=1, name="A corner café").wait_for()
        assert "A corner café" in output.read_text(encoding="utf-8")
        assert running.interrupt() == 130
    assert not any("Traceback" in line for line in running.told)


def test_the_open_page_follows_the_data(browser: Browser, cafe: Path) -> None:
    figures = cafe.parent / "data/actuals-office.csv"
    text = figures.read_text(encoding="utf-8")
    assert text.count("2026-10,guests,2606,") == 1
    with watching(cafe, cafe.parent / "report.html") as running:
        url = running.line("http").split()[0]
        with opened(browser, url) as window:
            tiles = window.page.locator("#headline .figure")
            assert tiles.all_inner_texts()[1] == "2,606 / 2,578"
            figures.write_text(text.replace("2026-10,guests,2606,", "2026-10,guests,2345,"), encoding="utf-8")
            tiles.filter(has_text="2,345 / 2,578").wait_for()
            running.line("wrote ")
        assert running.interrupt() == 130


def test_nobody_else_is_served(cafe: Path) -> None:
    with watching(cafe, cafe.parent / "report.html", "--audience", "board") as running:
        url = urlsplit(running.line("http").split()[0])
        assert url.hostname == "127.0.0.1"
        for path, host, status in (
            (url.path, url.netloc, 200),
            (url.path, "evil.example", 421),
            ("/", url.netloc, 404),
            ("/strategy.yaml", url.netloc, 404),
        ):
            connection = HTTPConnection(url.hostname, url.port or 0, timeout=10)
            connection.request("GET", path, headers={"Host": host})
            assert connection.getresponse().status == status
            connection.close()
        assert running.interrupt() == 130


def test_only_a_page_can_be_watched(cafe: Path) -> None:
    with watching(cafe, cafe.parent / "report.md") as running:
        assert running.line("error: ") == "error: --watch shows a page; 'report.md' does not end with .html\n"
        assert running.process.wait(timeout=30) == 2
