"""The page by keyboard alone: past the sections, through the map as one reads it, and on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import NARROW, WIDE, opened
from tests.browser.conftest import Written
from tests.browser.examples import EXAMPLES, card_of

WHERE = """() => {
  const at = document.activeElement;
  const goal = at.closest(".map") && at.querySelector("[data-goal]");
  if (goal && at.tagName === "a") return `goal ${goal.dataset.goal}`;
  return at.matches(".skip") ? "skip" : at.matches("#theme") ? "theme" : at.matches(".map") ? "map"
    : at.closest("nav") ? `section ${at.getAttribute("href")}` : at.tagName.toLowerCase();
}"""
PLACES = """() => [...document.querySelectorAll(".map [data-goal]")].map((goal) => {
  const { x, y, height } = goal.querySelector(".card").getBBox();
  return [goal.dataset.goal, x, y + height / 2];
})"""
RING = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


def walked(page: Page, steps: int) -> list[str]:
    """Where the tab key leads, step by step; each place shows that it is there."""
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        found.append(page.evaluate(WHERE))
        assert page.evaluate(RING), found[-1]
    return found


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_order_is_that_of_reading(browser: Browser, written: Written, name: str, width: int) -> None:
    goals = card_of(name).goals
    with opened(browser, written(name), width=width) as window:
        page = window.page
        sections = [
            f"section #{each}" for each in page.evaluate("[...document.querySelectorAll('main > *')].map(s => s.id)")
        ]
        places = page.evaluate(PLACES)
        found = walked(page, 1 + len(sections) + 2 + len(goals))
    in_reading_order = [f"goal {goal}" for goal, _, _ in sorted(places, key=lambda place: (place[2], place[1]))]
    assert found == ["skip", *sections, "theme", "map", *in_reading_order]


def test_the_sections_can_be_skipped(browser: Browser, written: Written) -> None:
    with opened(browser, written("social-media")) as window:
        page = window.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "report"
        assert walked(page, 1) == ["map"]


def test_back_leads_the_same_way(browser: Browser, written: Written) -> None:
    with opened(browser, written("corner-cafe")) as window:
        page = window.page
        there = walked(page, 12)
        back = []
        for _ in range(11):
            page.keyboard.press("Shift+Tab")
            back.append(page.evaluate(WHERE))
    assert back == there[-2::-1]


def test_what_is_folded_opens_with_the_keyboard(browser: Browser, written: Written) -> None:
    with opened(browser, written("social-media")) as window:
        page = window.page
        page.focus("details:not([open]) > summary")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open")


def test_with_the_keyboard_alone_the_map_can_be_scrolled_where_it_is_wider_than_the_page(
    browser: Browser, written: Written
) -> None:
    with opened(browser, written("social-media"), width=NARROW) as window:
        page = window.page
        page.focus(".map")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.map').scrollLeft > 0")
