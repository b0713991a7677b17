"""Which browser and which rules of accessibility are taken, and what is said where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.chromium import axe_script, chromium


def test_what_is_named_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SCORECARD_CHROMIUM", "/opt/chromium")
    assert chromium() == "/opt/chromium"
    script = tmp_path / "axe.js"
    script.write_text("axe")
    monkeypatch.setenv("SCORECARD_AXE", str(script))
    assert axe_script() == "axe"


def test_what_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("SCORECARD_CHROMIUM", raising=False)
    monkeypatch.delenv("SCORECARD_WITHOUT", raising=False)
    monkeypatch.setenv("SCORECARD_AXE", str(tmp_path / "none.js"))
    with pytest.raises(pytest.fail.Exception, match="chromium is not installed"):
        chromium()
    with pytest.raises(pytest.fail.Exception, match="axe-core is not installed"):
        axe_script()
