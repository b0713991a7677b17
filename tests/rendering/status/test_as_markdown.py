from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from scorecard.rendering.markdown import markdown_text
from scorecard.rendering.status.as_markdown import status_markdown
from scorecard.result import Scorecard
from tests.rendering.dated_card import dated_card, hostile_dated_card, open_card
from tests.rendering.sample_card import empty_card, healthy_card, hostile_card, sample_card


def test_first_comes_the_line_every_review_begins_with() -> None:
    title, _, first, *_ = status_markdown(sample_card()).splitlines()
    assert title == "## Coffee house · Roasters &amp; Sons"
    assert first == (
        "**Money: ✖ off track 38 %** · 1 at risk, 1 off track, 1 no data · index ▲ at risk 59 %, coverage 56 %"
    )


def test_a_goal_is_a_row_with_mark_and_word() -> None:
    text = status_markdown(sample_card())
    assert "| ✖ off track | Earn more<br>`profit` | 38 % | 79.6 % | ↗ rising | Results are off track (38 %)" in text
    assert "| ○ no data | Train the team<br>`train` | – | – | – | Its results have no data yet. |" in text


def test_kpis_and_initiatives_come_when_asked_for() -> None:
    plain, more = status_markdown(sample_card()), status_markdown(sample_card(), kpis=True, initiatives=True)
    row = "| `profit` | Revenue<br>`revenue` | result | EUR 9,500 / 12,000 | 87 % of target | 60 % of the way |"
    assert row in more
    assert row not in plain
    assert more.index("**late, over budget**") < more.index("`calendar`")
    assert "Shop" not in plain


def test_every_row_of_a_table_has_the_same_number_of_cells() -> None:
    for card in (sample_card(), hostile_card(), empty_card(), dated_card(), hostile_dated_card()):
        blocks = status_markdown(card, kpis=True, initiatives=True).split("\n\n")
        for block in (block for block in blocks if block.startswith("|")):
            assert len({line.replace("\\|", "").count("|") for line in block.splitlines()}) == 1


def test_focus_says_why_and_what_is_satisfied() -> None:
    text = status_markdown(sample_card())
    assert "- ▲ **Reach more people** `reach`, urgency 5 × importance 4: at risk (79.6 %), results pending." in text
    assert text.index("`reach`, urgency 5") < text.index("`profit`, urgency 3")
    healthy = status_markdown(healthy_card())
    assert "No goal is at risk or off track." in healthy
    assert "- ✔ **Keep customers** `stay`, urgency 4 × importance 2: satisfied, effort can move" in healthy


def test_urgent_goals_come_first_when_asked_for() -> None:
    card = sample_card()
    one = replace(card, goals=tuple(replace(goal, perspective="money") for goal in card.goals))
    text = status_markdown(one, sort="urgency")
    assert text.index("<br>`reach`") < text.index("<br>`profit`") < text.index("<br>`train`")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        ("a|b", "a&#124;b"),
        ("`x` *y* _z_ ~w~", "\\`x\\` \\*y\\* \\_z\\_ \\~w\\~"),
        ("[a](b)", "\\[a\\](b)"),
        ("@ops a@b.c #12", "@\u200bops a@\u200bb.c #\u200b12"),
        ("https://x.y www.x.y", "https://\u200bx.y www.\u200bx.y"),
        ("$x$", "&#36;x&#36;"),
        ("a\nb\\", "a b\\\\"),
    ],
)
def test_a_text_is_nothing_but_itself(text: str, safe: str) -> None:
    assert markdown_text(text) == safe


@pytest.mark.parametrize("card", [hostile_card(), hostile_dated_card()])
def test_hostile_names_make_no_markup(card: Scorecard) -> None:
    text = status_markdown(card, kpis=True, initiatives=True)
    assert "@ops" not in text
    assert "\x1b" not in text
    page = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(text)
    assert set(re.findall(r"<(\w+)", page)) == {
        *("h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "br", "code", "ul", "li", "sub")
    }


def test_notes_of_the_card_are_a_list_below_the_period() -> None:
    lines = status_markdown(dated_card()).splitlines()
    assert lines[4:12] == [
        "2026-10, as of 31 October 2026",
        "",
        "- events: Coffee fair (2026-10-12), Autumn sale",
        "- 2026-11 has figures for 3 of 30 KPIs and is not scored yet; --period 2026-11 shows it",
        "- not like for like with 2026-09: subscribers has data in only one of the two",
        "- restated: figures of closed periods differ today; what was reported stays",
        "  - 2026-08 revenue: EUR 11,960 reported, EUR 11,950 now",
        "  - 2026-09 gone: no data reported, 0.5 now",
    ]
    assert "2026-10 so far, as of 8 October 2026" in status_markdown(open_card())


def test_trend_and_notes_are_columns_where_any_is_known() -> None:
    text = status_markdown(dated_card(), kpis=True)
    assert "| Status | Goal | Results | Drivers | Outlook | Trend | What it means |" in text
    assert "| ↗ rising | −3 | Results are off track" in text
    assert "| → steady | +5\\* | Drivers are on track" in text
    assert "| 90 % | ✔ on track | ↓ better |  |" in text
    assert "| – | ○ not scored |  | ▲ warning, unstable; KPI overdue for review |" in text
    assert "Trend: points of performance since 2026-09." in text
    plain = status_markdown(sample_card(), kpis=True)
    assert "Trend" not in plain
    assert "Notes" not in plain
