"""A map whose every text is an attack: it is shown as text, and nothing of it runs, loads or leads out."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, Page

from scorecard.api.report import report_text
from scorecard.report import Audience
from tests.browser.chromium import NARROW, OPEN_ALL, opened
from tests.reported import folder_of, report_of

ATTACK = (
    "<script>window.ran=1</script><img src=x onerror=window.ran=1>\"'><svg onload=window.ran=1>]]>&lt;&#x6a;"
    "javascript:window.ran=1 </style></title></textarea>--><iframe srcdoc='<script>top.ran=1</script>'>"
    "{{7*7}}${7*7}\u202egnp.exe\u2066 🎉 " + "long" * 125
)


UNWANTED = """() => [...document.querySelectorAll("*")].filter((part) =>
  part.matches("img, iframe, object, embed, base, form, foreignObject, link, a[href^='javascript' i]")
  || [...part.attributes].some(({ name }) => /^on/i.test(name))).map((part) => part.outerHTML)"""


def attack(words: str) -> str:
    """The text of a field."""
    return f"{words} {ATTACK}"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The folder of a map that has a text in every field."""
    return folder_of(tmp_path / "hostile", attack)


def canary(page: Page) -> None:
    page.add_init_script("window.ran = 0; window.alert = window.open = () => { window.ran = 1; };")


@pytest.mark.parametrize("audience", get_args(Audience))
def test_nothing_of_it_runs(browser: Browser, hostile: Path, audience: Audience) -> None:
    report = hostile / "report.html"
    report.write_text(report_text(report_of(hostile, audience), "html"), encoding="utf-8")
    with opened(browser, report.as_uri(), width=NARROW, before=canary) as window:
        page = window.page
        page.evaluate(OPEN_ALL)
        for goal in ("seen", "able"):
            page.hover(f'.map [data-goal="{goal}"] .card', force=True)
            page.click(f'.map [data-goal="{goal}"] .card')
            page.wait_for_function("(id) => location.hash === `#goal-${id}`", arg=goal)
        assert page.evaluate("window.ran") == 0
        assert page.evaluate("document.scripts.length") == 1
        assert page.evaluate(UNWANTED) == []
        assert "<script>window.ran=1</script><img src=x" in page.inner_text("h1")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_its_rules_would_stop_what_got_through(browser: Browser, hostile: Path) -> None:
    """Were a name ever to become markup, the page's own policy still lets no script of it run and nothing load."""
    report = hostile / "report.html"
    text = report_text(report_of(hostile, "board"), "html")
    inside = "<script>window.ran=1</script><svg onload='window.ran=1'></svg><img src='https://example.com/x.png'>"
    report.write_text(text.replace("<main", f"{inside}<main", 1), encoding="utf-8")
    with opened(browser, report.as_uri(), before=canary) as window:
        assert window.page.evaluate("window.ran") == 0
        assert window.page.evaluate("document.scripts.length") == 2
        refused = [complaint for complaint in window.complaints if "Content Security Policy" in complaint]
        assert len(refused) >= 3
        window.complaints.clear()
        window.requests.clear()
