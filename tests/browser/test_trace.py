"""Pointing at a goal lights its causes and effects, all the way, and fades the rest; so does the keyboard."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from playwright.sync_api import Browser, Page

from scorecard.result import LinkScore
from tests.browser.chromium import opened
from tests.browser.conftest import Written
from tests.browser.examples import card_of

LOOKS = """() => Object.fromEntries([...document.querySelectorAll(".map [data-goal], .map [data-from]")].map((part) =>
  [part.dataset.goal || `${part.dataset.from} > ${part.dataset.to}`, Number(getComputedStyle(part).opacity)]))"""


def looks(page: Page) -> dict[str, float]:
    """How opaque every goal and arrow of the map is."""
    found: dict[str, float] = page.evaluate(LOOKS)
    return found


def traced(links: Collection[LinkScore], start: str) -> set[str]:
    """The goals and arrows that lead to a goal, and those that it leads to, worked out from the card."""
    lit = {start}
    for near, far in (("effect", "cause"), ("cause", "effect")):
        reached = {start}
        while True:
            along = [link for link in links if getattr(link, near) in reached]
            lit |= {f"{link.cause} > {link.effect}" for link in along}
            if reached >= (more := {getattr(link, far) for link in along}):
                break
            reached |= more
        lit |= reached
    return lit


def assert_lit(page: Page, lit: set[str]) -> None:
    found = looks(page)
    assert {name for name, opacity in found.items() if opacity == 1} == lit
    assert all(opacity < 0.3 for name, opacity in found.items() if name not in lit)


@pytest.mark.parametrize("name", ["social-media", "subscription-loop", "city"])
def test_pointing_and_focus_trace_causes_and_effects(browser: Browser, written: Written, name: str) -> None:
    card = card_of(name)
    with opened(browser, written(name)) as window:
        page = window.page
        everything = set(looks(page))
        assert everything == {goal.id for goal in card.goals} | {f"{link.cause} > {link.effect}" for link in card.links}
        for goal in card.goals:
            page.hover(f'.map [data-goal="{goal.id}"] .card')
            assert_lit(page, traced(card.links, goal.id))
        page.mouse.move(2, 2)
        assert_lit(page, everything)
        for goal in card.goals:
            page.focus(f'.map a:has([data-goal="{goal.id}"])')
            assert_lit(page, traced(card.links, goal.id))


def test_escape_ends_it(browser: Browser, written: Written) -> None:
    with opened(browser, written("social-media")) as window:
        page = window.page
        everything = set(looks(page))
        page.focus('.map a:has([data-goal="engaging-content"])')
        assert_lit(page, traced(card_of("social-media").links, "engaging-content"))
        page.keyboard.press("Escape")
        assert_lit(page, everything)


def test_leaving_the_map_by_keyboard_ends_it(browser: Browser, written: Written) -> None:
    with opened(browser, written("social-media")) as window:
        page = window.page
        everything = set(looks(page))
        page.focus('.map a:has([data-goal="engaging-content"])')
        page.focus("#theme")
        assert_lit(page, everything)


@pytest.mark.parametrize(("still", "durations"), [(True, {"0s"}), (False, {"0.15s"})])
def test_who_wants_no_motion_sees_none(browser: Browser, written: Written, still: bool, durations: set[str]) -> None:
    with opened(browser, written("social-media"), still=still) as window:
        found = window.page.evaluate(
            """[...document.querySelectorAll(".map [data-goal]")]
               .map((goal) => getComputedStyle(goal).transitionDuration)"""
        )
    assert set(found) == durations
