"""The part of Inter that a page carries is what Chromium draws with, and as wide as texts are measured."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scorecard.rendering.letters import width_of
from scorecard.writing.font_subset import font_subset
from tests.browser.chromium import opened

TEXTS = [
    "Personal brand interaction",
    "Größe übers Jahr: 1 234,5 %",
    "WAVE 2026-10 · ±0 → 86 %",
    "Жаңа мақсат",
    "AV To Ty",
]
MEASURE = """([texts, weight]) => texts.map((text) => {
  const line = document.createElement("span");
  line.style.cssText = `font: ${weight} 100px Carried; white-space: pre; position: absolute`;
  line.textContent = text;
  document.body.append(line);
  return line.getBoundingClientRect().width;
})"""


def page_with(font: bytes) -> str:
    data = base64.b64encode(font).decode()
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Font</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<style>@font-face {{ font-family: Carried; font-weight: 400 700; src: url(data:font/woff;base64,{data}) }}</style>
</head><body style="font-family: Carried"><p>{" ".join(TEXTS)}</p><p style="font-weight: 700">x</p></body></html>"""


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_texts_are_as_wide_as_the_table_says(browser: Browser, tmp_path: Path, weight: int) -> None:
    path = tmp_path / "font.html"
    path.write_text(page_with(font_subset("".join(TEXTS))), encoding="utf-8")
    with opened(browser, path.as_uri()) as window:
        window.page.evaluate("document.fonts.ready")
        assert window.page.evaluate("[...document.fonts].map((font) => font.status)") == ["loaded"]
        measured = window.page.evaluate(MEASURE, [TEXTS, weight])
    for text, width in zip(TEXTS, measured, strict=True):
        allowed = width_of(text, 100, weight)  # type: ignore[arg-type]
        assert width <= allowed, text
        assert width >= 0.9 * allowed, json.dumps([text, width, allowed])
