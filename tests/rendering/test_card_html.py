from __future__ import annotations

from html.parser import HTMLParser

import pytest

from scorecard.rendering.card_html import card_html, card_line
from scorecard.result import Scorecard
from tests.rendering.dated_card import dated_card, hostile_dated_card, open_card
from tests.rendering.sample_card import HOSTILE, empty_card, healthy_card, hostile_card, sample_card


class Page(HTMLParser):
    """The tags and the text of a page; fails when a tag is closed that is not open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize(
    "card", [sample_card(), hostile_card(), empty_card(), healthy_card(), dated_card(), hostile_dated_card()]
)
def test_it_is_a_whole_table_without_scripts(card: Scorecard) -> None:
    page = Page(card_html(card))
    assert page.open == []
    assert page.tags <= {"table", "caption", "tr", "th", "td", "span", "strong", "code", "br", "p"}
    assert page.attributes <= {"style", "scope", "colspan"}


def test_hostile_names_are_text() -> None:
    page = Page(card_html(hostile_card()))
    shown = HOSTILE.replace("\n", " ").replace("\x1b", "�").replace("\u202e", "�")
    assert shown in page.words


def test_goals_show_word_number_and_meaning() -> None:
    text = card_html(sample_card())
    assert "✖</span> off track" in text
    assert ">79.6 %</td>" in text
    assert "<code>reach</code>" in text
    assert "Results are off track (38 %) and drivers are at risk (79.6 %). Coverage: drivers 50 %." in text


def test_the_plain_form_is_one_useful_line() -> None:
    assert card_line(sample_card()) == (
        "<Scorecard 'Coffee house' 2026-10: Money off track (38 %); 1 at risk, 1 off track, 1 no data; index 59 %>"
    )
    assert "\n" not in card_line(hostile_card())
    assert "\x1b" not in card_line(hostile_card())


def test_dated_figures_have_a_trend_and_notes() -> None:
    text = card_html(dated_card())
    assert ">Trend</th>" in text
    assert ">−3</td>" in text
    assert ">+5*</td>" in text
    assert "<br>not like for like with 2026-09: subscribers has data" in text
    assert "<br>– 2026-08 revenue: EUR 11,960 reported, EUR 11,950 now" in text
    assert "warning: Unfollow rate is above 2%" in text
    assert "Trend" not in card_html(sample_card())


def test_a_period_that_is_not_over_is_so_far() -> None:
    assert "2026-10 so far, as of 8 October 2026" in card_html(open_card())
    assert "2026-10 so far: Money" in card_line(open_card())
