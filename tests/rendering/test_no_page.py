"""The page of a map with errors says what they are, and runs nothing of it."""

from __future__ import annotations

from scorecard.rendering.no_page import no_page
from scorecard.rendering.spans import STYLES, Span
from tests.rendering.test_card_html import Page

HOSTILE = '<script>alert(1)</script> & "quoted" \x1b[31m \u202e ]]>'


def test_it_shows_the_lines_and_where_the_last_page_is() -> None:
    page = no_page([(Span("error[bad-id]", "bad strong"), Span(": no id")), (), (Span("  at 3:1"),)], "out/report.html")
    assert '<span class="bad strong">error[bad-id]</span>: no id\n\n  at 3:1</pre>' in page
    assert "<p>The last good page is still in out/report.html. This one changes as soon as" in page
    assert "<p>This one changes as soon as" in no_page([], None)


def test_nothing_of_the_text_becomes_markup() -> None:
    page = no_page([(Span(HOSTILE), Span(HOSTILE, "bad"))], HOSTILE)
    parsed = Page(page.replace('<link rel="icon" href="data:,">', "").replace("<meta", "<br"))
    assert "script" not in parsed.tags
    assert "".join(parsed.words).count('<script>alert(1)</script> & "quoted" �[31m � ]]>') == 3
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_every_style_of_the_terminal_has_one_here() -> None:
    page = no_page([], "x")
    for style in STYLES:
        for name in style.split():
            assert f".{name}" in page
