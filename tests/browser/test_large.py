"""A report of 200 goals is whole, and its map can be walked."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.benchmarks.measured import large_map
from tests.browser.chromium import opened
from tests.browser.examples import page_of_map


def test_two_hundred_goals(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "strategy.yaml"
    path.write_text(large_map(200), encoding="utf-8")
    report = tmp_path / "report.html"
    report.write_text(page_of_map(path), encoding="utf-8")
    with opened(browser, report.as_uri()) as window:
        page = window.page
        assert page.evaluate("document.querySelectorAll('.map [data-goal]').length") == 200
        page.hover('.map [data-goal="goal-120"] .card', force=True)
        lit = page.evaluate(
            "[...document.querySelectorAll('.map .on')].map((part) => part.dataset.goal).filter(Boolean)"
        )
        assert "goal-120" in lit
        assert 3 <= len(lit) < 200
        page.click('.map [data-goal="goal-150"] .card')
        page.wait_for_function(
            "() => document.querySelector('#goal-goal-150').getBoundingClientRect().top < innerHeight"
        )
