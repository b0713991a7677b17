"""The review of a map whose figures have dates: what the terminal says of trends, gaps, alarms and changes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from scorecard.rendering.spans import as_text, cell_width
from scorecard.rendering.status.terminal import status_table
from scorecard.result import Scorecard
from tests.rendering.dated_card import dated_card, hostile_dated_card, open_card
from tests.rendering.sample_card import sample_card


def rows(card: Scorecard, width: int | None = None, **options: Any) -> list[str]:
    text = as_text(status_table(card, width=width, **options), colour=False)
    return [" ".join(line.split()) for line in text.splitlines()]


def test_below_the_head_stands_what_may_mislead() -> None:
    assert rows(dated_card())[1:9] == [
        "Coffee house · Roasters & Sons · 2026-10 · as of 31 October 2026",
        "events: Coffee fair (2026-10-12), Autumn sale",
        "2026-11 has figures for 3 of 30 KPIs and is not scored yet; --period 2026-11 shows it",
        "not like for like with 2026-09: subscribers has data in only one of the two",
        "restated: figures of closed periods differ today; what was reported stays",
        "2026-08 revenue: EUR 11,960 reported, EUR 11,950 now",
        "2026-09 gone: no data reported, 0.5 now",
        "",
    ]


def test_an_open_period_is_so_far() -> None:
    page = rows(open_card(), kpis=True)
    assert page[1] == "Coffee house · Roasters & Sons · 2026-10 so far · as of 8 October 2026"
    assert "target so far, of EUR 48,000 in all; sales used instead" in page
    assert not any("so far" in line for line in rows(dated_card(), kpis=True))


def test_the_trend_is_a_column_of_points() -> None:
    page = rows(dated_card())
    assert "results drivers outlook trend" in page
    assert "✖ off track Earn more ━━━━────── 38 % ━━━━━━━━── 79.6 % ↗ rising −3" in page
    assert "▲ at risk Reach more people ━━━━━━━━── 79.6 % ━━━━━━━━━─ 90 % → steady +5*" in page
    assert (
        page[-1] == "Trend: points of performance since 2026-09. * Not like for like: it was made of other KPIs then."
    )


@pytest.mark.parametrize("options", [{}, {"kpis": True}, {"full": True}])
def test_without_dated_figures_nothing_is_said_of_trends(options: dict[str, bool]) -> None:
    assert not any(
        re.search("trend:|like for like|better|same", line.lower()) for line in rows(sample_card(), **options)
    )
    assert "results drivers outlook" in rows(sample_card(), **options)


def test_alarms_are_flags_of_the_goal_with_their_kind_said_once() -> None:
    page = rows(dated_card())
    assert "▲ warning: Unfollow rate is above 2%" in page
    assert "▲ Unfollow rate is unstable: its standard deviation is 32% of its mean, more than 30%" in page


def test_kpis_show_trend_bound_age_and_why_nothing_is_scored() -> None:
    page = rows(dated_card(), kpis=True)
    assert "▲ revenue Revenue result ≤ EUR 9,500 / 12,000 87 % of target 60 % of the way = same 77 % at risk" in page
    assert "✔ response-time Response time driver 8 / 2 hours 73 % of the way ↓ better 90 % on track" in page
    place = page.index(
        "▲ revenue Revenue result ≤ EUR 9,500 / 12,000 87 % of target 60 % of the way = same 77 % at risk"
    )
    assert page[place + 1] == "target is this month's part of EUR 48,000; sales used instead"
    assert "no comparison: Meta counts views instead of impressions" in page
    assert "○ subscribers Subscribers result – / 120 no figure for 2026-10" in page
    assert "○ people-trained People trained result 50 / 100 % sample too small: 12 of 20" in page
    assert "2 months old" in page


def test_guardrails_stand_below_the_kpis_with_their_alarms() -> None:
    page = rows(dated_card(), kpis=True)
    place = page.index("○ unfollow-rate Unfollow rate guardrail 3.3 % not scored")
    assert page[place + 1 : place + 3] == ["KPI overdue for review", "▲ warning, unstable"]
    assert page[place - 1].startswith("✔ response-time")


def test_focus_says_why_a_kpi_is_missing() -> None:
    assert any("Subscribers: no figure for 2026-10." in line for line in rows(dated_card()))


def test_long_lists_are_cut_with_their_number() -> None:
    card = dated_card()
    many = replace(card, unlike=tuple(f"kpi-{n}" for n in range(9)), restated=card.restated[:1] * 8)
    page = rows(many)
    assert (
        "not like for like with 2026-09: kpi-0, kpi-1, kpi-2, kpi-3 and 5 more have data in only one of the two" in page
    )
    assert page.count("2026-08 revenue: EUR 11,960 reported, EUR 11,950 now") == 5
    assert "and 3 more" in page


@pytest.mark.parametrize("width", [140, 100, 80, 60, 40])
@pytest.mark.parametrize("card", [dated_card(), open_card(), hostile_dated_card()])
def test_lines_keep_to_the_width_and_to_text(card: Scorecard, width: int) -> None:
    text = as_text(status_table(card, width=width, kpis=True, full=width >= 60), colour=False)
    assert max(map(cell_width, text.splitlines())) <= width
    assert not set(text) & set("\x1b\r\u202e\x07")
    for kpi in card.kpis:
        assert kpi.id in text


def test_on_a_narrow_screen_the_trend_is_a_word() -> None:
    page = " ".join(rows(dated_card(), 60, kpis=True))
    assert "Outlook rising. Trend −3." in page
    assert "driver: 73 % of the way, ↓ better" in page


@pytest.mark.parametrize("width", [100, 60])
def test_every_new_mark_has_an_ascii_form(width: int) -> None:
    text = as_text(status_table(dated_card(), width=width, ascii=True, kpis=True), colour=False)
    assert text.isascii()
    assert "v better" in text
    assert "< EUR 9,500" in text


def test_a_trend_that_rounds_to_nothing_has_no_sign_of_its_own() -> None:
    card = dated_card()
    goals = (replace(card.goals[0], trend=-0.004, trend_word="same"), *card.goals[1:])
    assert any(line.endswith("↗ rising ±0") for line in rows(replace(card, goals=goals)))
