"""Without a browser these tests are skipped; where CI=true they fail, so that nobody takes skipped for passed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.chromium import axe_script, chromium, missing


@pytest.mark.parametrize(("value", "outcome"), [("", "skip"), ("false", "skip"), ("true", "fail"), ("1", "fail")])
def test_what_is_missing(value: str, outcome: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", value)
    with pytest.raises(getattr(pytest, outcome).Exception, match=r"Chromium is not installed; \.ci/run installs it"):
        missing("Chromium")


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
    monkeypatch.setenv("SCORECARD_AXE", str(tmp_path / "none.js"))
    with pytest.raises(pytest.fail.Exception, match="Chromium"):
        chromium()
    with pytest.raises(pytest.fail.Exception, match="axe-core"):
        axe_script()
