"""A click on a goal of the map opens it below."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import NARROW, WIDE, opened
from tests.browser.conftest import Written
from tests.browser.examples import EXAMPLES, card_of

TOP = """(id) => {
  const goal = document.getElementById(id);
  const hidden = [];
  for (let up = goal; up; up = up.parentElement) if (up.tagName === "DETAILS" && !up.open) hidden.push(up);
  return hidden.length ? null : goal.getBoundingClientRect().top;
}"""


def assert_shown(page: Page, goal: str) -> None:
    """The goal stands at the top of the window, and nothing that holds it is folded."""
    page.wait_for_function("(id) => location.hash === `#goal-${id}`", arg=goal)
    page.wait_for_timeout(50)
    top = page.evaluate(TOP, f"goal-{goal}")
    assert top is not None
    assert -1 <= top <= 200 or page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")


@pytest.mark.parametrize("audience", ["board", "team", "newcomer"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_click_opens_the_goal(browser: Browser, written: Written, audience: str, width: int) -> None:
    with opened(browser, written("social-media", audience), width=width) as window:
        for goal in card_of("social-media").goals:
            window.page.click(f'.map [data-goal="{goal.id}"] .card')
            assert_shown(window.page, goal.id)


def test_enter_opens_the_goal(browser: Browser, written: Written) -> None:
    with opened(browser, written("city", "board")) as window:
        for goal in card_of("city").goals:
            window.page.focus(f'.map a:has([data-goal="{goal.id}"])')
            window.page.keyboard.press("Enter")
            assert_shown(window.page, goal.id)


@pytest.mark.parametrize("audience", ["board", "team", "newcomer"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_link_leads_somewhere(browser: Browser, written: Written, name: str, audience: str) -> None:
    with opened(browser, written(name, audience)) as window:
        dead = window.page.evaluate(
            """[...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href"))
               .filter((target) => !document.getElementById(decodeURIComponent(target.slice(1))))"""
        )
        twice = window.page.evaluate(
            """(() => { const ids = [...document.querySelectorAll("[id]")].map((part) => part.id);
               return ids.filter((id, place) => ids.indexOf(id) !== place); })()"""
        )
        outside = window.page.evaluate(
            """[...document.querySelectorAll("a:not([href^='#'])")].map((link) => link.href)"""
        )
    assert dead == []
    assert twice == []
    assert outside == []
