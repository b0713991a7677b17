"""axe-core finds nothing to object to, with all its rules, in every reader's page, light and dark, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from playwright.sync_api import Browser, Page

from scorecard.api.report import report_text
from scorecard.rendering.no_page import no_page
from scorecard.rendering.spans import STYLES, Span
from scorecard.report import Audience
from tests.browser.chromium import NARROW, OPEN_ALL, WIDE, Scheme, opened
from tests.browser.conftest import Written
from tests.browser.examples import EXAMPLES
from tests.reported import folder_of, hostile, report_of

DRAWN = """() => new Promise((done) => {
  const wait = (frames) => frames ? requestAnimationFrame(() => wait(frames - 1)) : done();
  wait(5);
})"""
# Of what is in order one example is enough.
RUN = """() => axe.run(document, { resultTypes: ["violations", "incomplete"] })
  .then(({ violations, incomplete, passes }) => ({ violations, incomplete, passes: passes.map((rule) => rule.id) }))"""

# Colours behind the text of a picture are nothing axe can know: they are measured below.
CONTRAST = """() => {
  const numbers = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map(Number);
  const light = (colour) => numbers(colour).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const found = [];
  for (const svg of document.querySelectorAll("svg.strategy-map")) {
    const painted = [];
    for (const part of svg.querySelectorAll("rect, circle, path, text")) {
      const style = getComputedStyle(part);
      if (part.tagName !== "text") {
        if (style.fill !== "none" && style.opacity === "1") painted.push([part, style.fill]);
        continue;
      }
      const { x, y, width, height } = part.getBBox();
      const middle = new DOMPoint(x + width / 2, y + height / 2);
      const under = painted.findLast(([shape]) => shape.isPointInFill(middle));
      const [dark, bright] = [light(style.fill), light(under[1])].sort((one, other) => one - other);
      found.push([part.textContent, (bright + 0.05) / (dark + 0.05)]);
    }
  }
  return found;
}"""


def checked(page: Page, axe: str) -> dict[str, Any]:
    """What axe says of all of a page, with everything unfolded and in the window, where it can see it."""
    page.evaluate(OPEN_ALL)
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({**size, "height": page.evaluate("document.documentElement.scrollHeight")})
    page.evaluate(DRAWN)
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(RUN)
    return found


def told(rules: list[dict[str, Any]]) -> list[str]:
    return [f"{rule['id']}: {node['html']} {node.get('failureSummary')}" for rule in rules for node in rule["nodes"]]


def in_picture(node: dict[str, Any]) -> bool:
    return str(node["html"]).startswith("<text ")


def nothing_broken(found: dict[str, Any]) -> None:
    """No rule is broken, and only of the text of the picture axe may not know whether one is."""
    assert len(found["passes"]) > 40
    assert told(found["violations"]) == []
    open_questions = [
        {**rule, "nodes": [node for node in rule["nodes"] if not in_picture(node)]} for rule in found["incomplete"]
    ]
    assert told(open_questions) == []


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("audience", get_args(Audience))
def test_no_rule_is_broken(
    browser: Browser, written: Written, axe: str, audience: Audience, width: int, scheme: Scheme
) -> None:
    with opened(browser, written("social-media", audience), width=width, scheme=scheme) as window:
        nothing_broken(checked(window.page, axe))


@pytest.mark.parametrize(("width", "scheme"), [(NARROW, "dark"), (WIDE, "light")])
@pytest.mark.parametrize("name", [name for name in EXAMPLES if name != "social-media"])
def test_no_rule_is_broken_by_other_maps(
    browser: Browser, written: Written, axe: str, name: str, width: int, scheme: Scheme
) -> None:
    with opened(browser, written(name), width=width, scheme=scheme) as window:
        nothing_broken(checked(window.page, axe))


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_no_rule_is_broken_where_there_is_no_page(browser: Browser, tmp_path: Path, axe: str, scheme: Scheme) -> None:
    path = tmp_path / "report.html"
    path.write_text(no_page([tuple(Span(f"{style} ", style) for style in STYLES)], "report.html"), encoding="utf-8")
    with opened(browser, path.as_uri(), width=NARROW, scheme=scheme) as window:
        found = checked(window.page, axe)
    assert told([*found["violations"], *found["incomplete"]]) == []


def test_no_rule_is_broken_by_hostile_names(browser: Browser, tmp_path: Path, axe: str) -> None:
    path = tmp_path / "report.html"
    report = report_of(folder_of(tmp_path / "hostile", hostile), "newcomer")
    path.write_text(report_text(report, "html"), encoding="utf-8")
    with opened(browser, path.as_uri(), width=NARROW) as window:
        assert told(checked(window.page, axe)["violations"]) == []


def test_axe_is_at_work(browser: Browser, written: Written, axe: str) -> None:
    with opened(browser, written("corner-cafe", "board")) as window:
        window.page.evaluate("document.querySelector('h1').style.color = '#DDDDDD'")
        window.page.evaluate("document.querySelector('main').append(new Image(20, 20))")
        broken = {rule["id"] for rule in checked(window.page, axe)["violations"]}
    assert broken >= {"color-contrast", "image-alt"}


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("name", EXAMPLES)
def test_text_of_the_map_stands_out_from_what_it_is_drawn_on(
    browser: Browser, written: Written, name: str, scheme: Scheme
) -> None:
    with opened(browser, written(name), scheme=scheme) as window:
        found = window.page.evaluate(CONTRAST)
    assert len(found) > 30
    assert [(text, round(ratio, 2)) for text, ratio in found if ratio < 4.5] == []
