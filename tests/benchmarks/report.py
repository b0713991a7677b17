"""A report of 200 goals: how long it takes to make, to open in Chromium, and to trace the causes and effects of a goal.

Making is set against `status` of the same map, opening against its map alone, tracing against opening.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scorecard.api.board import BoardOptions, board
from scorecard.api.examine import load
from scorecard.api.score import score
from tests.benchmarks.measured import in_turn, large_map, process, report
from tests.browser.chromium import launched

GOALS = 200
TRACE = """() => {
  const goals = [...document.querySelectorAll(".map [data-goal]")].slice(0, 50);
  for (const goal of goals) {
    goal.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    getComputedStyle(goal).opacity;
  }
}"""


def main() -> None:
    """Print the comparisons."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "strategy.yaml"
        path.write_text(large_map(GOALS), encoding="utf-8")
        page, picture = folder / "report.html", folder / "map.svg"
        make = process("-m", "scorecard", "report", str(path), "-o", str(page))
        status = process("-m", "scorecard", "status", str(path), "--format", "json")
        times = in_turn({"report": make, "status": status}, 5)
        report(
            f"make a report of {GOALS} goals, {page.stat().st_size / 1e6:.1f} MB", times, "report", "status", "<= 10"
        )
        picture.write_text(board(score(load(path)), BoardOptions()).svg, encoding="utf-8")
        with sync_playwright() as playwright:
            browser = launched(playwright)
            times = in_turn({"report": _opening(browser, page), "map alone": _opening(browser, picture)}, 5)
            report(f"open it in {browser.version}", times, "report", "map alone", "<= 3")
            shown = browser.new_page(viewport={"width": 1400, "height": 900})
            shown.goto(page.as_uri())
            times = in_turn({"trace": lambda: shown.evaluate(TRACE), "open": _opening(browser, page)}, 5)
            report("trace 50 of its goals, one after the other", times, "trace", "open", "<= 1")
            browser.close()


def _opening(browser: Browser, path: Path) -> Callable[[], None]:
    def run() -> None:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(path.as_uri(), wait_until="load")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        page.close()

    return run


if __name__ == "__main__":
    main()
