from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from scorecard.rendering.columns import line_width
from scorecard.rendering.spans import as_text, cell_width
from scorecard.rendering.status.terminal import status_table
from scorecard.rendering.words import SCALE_LINE
from scorecard.result import Contribution, Scorecard
from tests.rendering.sample_card import (
    empty_card,
    goal,
    healthy_card,
    hostile_card,
    kpi,
    large_card,
    sample_card,
)

EVERYTHING: dict[str, Any] = {"kpis": True, "initiatives": True, "full": True}


def text_of(card: Scorecard, width: int | None = None, **options: Any) -> str:
    return as_text(status_table(card, width=width, **options), colour=False)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_first_line_is_top_counts_and_index() -> None:
    first, second, *_ = text_of(sample_card()).splitlines()
    assert first == (
        "Money ✖ off track 38 % · ▲ 1 at risk  ✖ 1 off track  ○ 1 no data · index ▲ at risk 59 %, coverage 56 %"
    )
    assert second == "Coffee house · Roasters & Sons · 2026-10 · as of 31 October 2026"


@pytest.mark.parametrize("width", [100, 80, 64])
def test_the_first_line_drops_words_before_it_folds(width: int) -> None:
    first = text_of(sample_card(), width).splitlines()[0]
    assert len(first) <= width
    assert "Money ✖ off track 38 %" in first
    assert "index" in first


def test_a_goal_shows_status_bars_outlook_id_and_diagnosis() -> None:
    lines = text_of(sample_card()).splitlines()
    row = next(number for number, line in enumerate(lines) if "Earn more" in line)
    assert squeezed(lines[row]) == "✖ off track Earn more ━━━━────── 38 % ━━━━━━━━── 79.6 % ↗ rising"
    assert squeezed(lines[row + 1]) == (
        "profit Results are off track (38 %) and drivers are at risk (79.6 %). Coverage: drivers 50 %."
    )
    assert squeezed(lines[row + 2]) == "▲ trade-off: Rose while Reach more people fell."


def test_no_data_is_a_word_and_never_a_number() -> None:
    text = text_of(empty_card())
    assert "%" not in text.replace(SCALE_LINE, "")
    assert squeezed(text).count("not measured") == 5  # the third goal declares no drivers
    assert text.splitlines()[0] == "Money ○ no data · ○ 3 no data · index ○ no data"


def test_the_scale_is_said_once_and_last() -> None:
    text = text_of(sample_card(), kpis=True)
    assert text.count(SCALE_LINE) == 1
    assert text.endswith(f"{SCALE_LINE}\n")


@pytest.mark.parametrize("width", [None, 140, 100, 80, 60, 40, 24])
@pytest.mark.parametrize("card", [sample_card(), hostile_card(), healthy_card(), empty_card()])
def test_no_width_cuts_anything(card: Scorecard, width: int | None) -> None:
    text = text_of(card, width, kpis=True, initiatives=True)
    words = set(re.split(r"\s+", text))
    ids = {item.id for group in (card.goals, card.initiatives) for item in group}
    ids |= {kpi_id for item in card.goals for kpi_id in (*item.kpis_lagging, *item.kpis_leading)}
    assert ids <= words
    assert "…" not in text


@pytest.mark.parametrize("width", [140, 100, 80, 60])
def test_lines_keep_to_the_width(width: int) -> None:
    for card in (sample_card(), hostile_card(), healthy_card(), empty_card()):
        assert max(map(line_width, status_table(card, width=width, kpis=False, initiatives=True))) <= width


@pytest.mark.parametrize("width", [140, 100, 80])
def test_kpis_keep_to_the_width(width: int) -> None:
    assert max(map(line_width, status_table(sample_card(), width=width, kpis=True))) <= width


@pytest.mark.parametrize("width", [120, 80, 60])
@pytest.mark.parametrize("length", [1, 24, 40])
def test_every_number_keeps_to_the_width(width: int, length: int) -> None:
    card = with_long_ids(sample_card(), length)
    text = text_of(card, width, **EVERYTHING)
    assert max(map(cell_width, text.splitlines())) <= width
    for part in card.goals[1].contributions.lagging:
        assert part.id in text


def with_long_ids(card: Scorecard, length: int) -> Scorecard:
    """The card with parts whose ids are as long as ids get on a screen."""

    def longer(parts: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
        return tuple(part._replace(id=f"{part.id}{'x' * length}"[: max(length, len(part.id))]) for part in parts)

    goals = tuple(
        replace(
            goal,
            contributions=replace(
                goal.contributions,
                lagging=longer(goal.contributions.lagging),
                leading=longer(goal.contributions.leading),
                outlook=longer(goal.contributions.outlook),
            ),
        )
        for goal in card.goals
    )
    return replace(card, goals=goals)


def test_where_a_table_has_no_room_each_part_is_an_equation() -> None:
    card = with_long_ids(sample_card(), 40)
    lines = [line.strip() for line in text_of(card, 60, full=True).splitlines()]
    wide = [re.split(r"\s{2,}", line.strip()) for line in text_of(card, None, full=True).splitlines()]
    row = next(cells for cells in wide if cells[1:2] == [f"impressions{'x' * 29}"] and len(cells) == 6)
    kind, item, weight, share, value, product = row
    place = lines.index(f"{kind} {item}")
    assert lines[place + 1] == f"weight {weight}: {share} × {value} = {product}"
    assert [line for line in lines if line.startswith("sum ")]


def test_on_a_narrow_screen_the_bars_stand_below_the_id() -> None:
    lines = [line.strip() for line in text_of(sample_card(), 60).splitlines()]
    place = lines.index("reach")
    assert re.fullmatch(r"results ━+─* +[\d.]+ %  drivers ━+─* +[\d.]+ %", lines[place + 1])
    lines = [line.strip() for line in text_of(sample_card(), 45).splitlines()]
    place = lines.index("reach")
    assert lines[place + 1].startswith("results ━")
    assert lines[place + 2].startswith("drivers ━")
    assert "results not measured" in " ".join(lines)


@pytest.mark.parametrize("width", [120, 80, 60])
def test_colour_adds_no_cell_and_no_blank_at_the_end(width: int) -> None:
    """A terminal breaks a line for blanks that nobody sees."""
    lines = tuple(status_table(sample_card(), width=width, **EVERYTHING))
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", as_text(lines, colour=True))
    assert coloured == as_text(lines, colour=False)


def test_a_long_id_is_never_cut() -> None:
    card = sample_card()
    long = "-".join(["very"] * 20)
    named = replace(card, goals=(replace(card.goals[0], id=long), *card.goals[1:]))
    for width in (100, 60):
        assert long in text_of(named, width)


def test_a_long_word_is_folded_and_nothing_of_it_lost() -> None:
    card = sample_card()
    word = "".join(chr(97 + number % 26) for number in range(500))
    named = replace(card, goals=(replace(card.goals[0], name=word), *card.goals[1:]), focus=())
    text = text_of(named, 80)
    pieces = re.findall(r"[a-z]{20,}", text)
    assert "".join(pieces) == word


def test_hostile_names_move_no_cursor() -> None:
    text = text_of(hostile_card(), 80, **EVERYTHING)
    assert not set(text) & set("\x1b\r\u202e\x07")


def test_ascii_has_a_mark_for_every_mark() -> None:
    text = as_text(status_table(sample_card(), width=100, ascii=True, **EVERYTHING), colour=False)
    assert text.isascii()
    assert "x off track" in text
    assert "####------" in text
    assert "^ rising" in text


def test_kpis_show_value_target_shares_performance_and_reason() -> None:
    rows = [squeezed(line) for line in text_of(sample_card(), kpis=True).splitlines()]
    assert "▲ revenue Revenue result EUR 9,500 / 12,000 87 % of target 60 % of the way 77 % at risk" in rows
    assert "▲ impressions Impressions result 104 / 120 87 % of target 60 % of the way 79.6 % at risk" in rows
    assert "○ subscribers Subscribers result – / 120 no value yet" in rows
    assert "✔ response-time Response time driver 8 / 2 hours 73 % of the way 90 % on track" in rows


def test_narrow_kpis_move_their_shares_below() -> None:
    rows = [squeezed(line) for line in text_of(sample_card(), 60, kpis=True).splitlines()]
    place = rows.index("▲ revenue EUR 9,500 / 12,000 77 % at risk")
    assert rows[place + 1] == "result: 87 % of target, 60 % of the way"


def test_initiatives_that_are_late_or_over_budget_come_first() -> None:
    text = text_of(sample_card(), initiatives=True)
    assert text.index("late, over budget") < text.index("Calendar")
    assert "spent EUR 2,500 / 2,000" in text


def test_full_shows_every_number_with_its_parts() -> None:
    rows = [squeezed(line) for line in text_of(sample_card(), full=True).splitlines()]
    assert "leading 79.6 % at risk, coverage 50 %" in rows
    assert "kpi impressions 2 100.00 % 79.60 % 79.60 %" in rows
    assert "kpi subscribers 1 – no data –" in rows
    assert "sum 100.00 % 58.00 %" in rows


def test_goals_may_stand_by_urgency() -> None:
    card = sample_card()
    one = replace(card, goals=tuple(replace(item, perspective="money") for item in card.goals), focus=())
    assert text_of(one).index("profit") < text_of(one).index("reach")
    urgent = text_of(one, sort="urgency")
    assert urgent.index("reach") < urgent.index("profit")


def test_focus_gives_the_reasons() -> None:
    text = squeezed(text_of(sample_card()))
    assert "Focus most urgent × important first ▲ Reach more people reach urgency 5 × importance 4" in text
    assert "at risk (79.6 %), results pending. Weakest: Impressions 79.6 %. Subscribers: no value yet." in text
    assert "off track (38 %), needs action. Weakest: Revenue 38 %, Reach more people 79.6 %." in text


def test_satisfied_goals_are_named() -> None:
    text = squeezed(text_of(healthy_card()))
    assert "Focus no goal is at risk or off track" in text
    assert "✔ Keep customers stay urgency 4 × importance 2: satisfied, effort can move" in text


def test_only_selected_goals_are_shown_and_the_head_stays() -> None:
    card = sample_card()
    selected = text_of(replace(card, goals=card.goals[1:2]), kpis=True)
    assert selected.splitlines()[0] == text_of(card).splitlines()[0]
    assert "reach" in selected
    assert "profit" not in selected
    assert "Learning and growth" not in selected


def test_nothing_selected_is_said() -> None:
    assert "No goal is selected." in text_of(replace(sample_card(), goals=()))


def test_a_perspective_without_goals_says_so() -> None:
    card = sample_card()
    empty = replace(card.perspectives[2], counts=replace(card.perspectives[2].counts, no_data=0))
    index = replace(card.index, counts=replace(card.index.counts, no_data=0))
    whole = replace(card, index=index, perspectives=(*card.perspectives[:2], empty), goals=card.goals[:2])
    text = text_of(whole)
    assert "Learning and growth ○ no data · no goals" in text
    assert "Learning and growth" not in text_of(replace(whole, goals=card.goals[:1]))


def test_a_goal_of_its_drivers_alone_has_no_results() -> None:
    assert "✔ on track Keep customers none ━" in squeezed(text_of(healthy_card()))


def test_units_cannot_break_a_row() -> None:
    card = sample_card()
    strange = replace(card, kpis=(kpi("revenue", unit="a\nb\x1b[0m", lagging_of=("profit",)), *card.kpis[1:]))
    assert "104 / 120 a b�[0m" in text_of(strange, kpis=True)


def test_a_thousand_goals_need_no_rich() -> None:
    program = (
        "import sys; from tests.rendering.sample_card import large_card\n"
        "from scorecard.rendering.status.terminal import status_table\n"
        "from scorecard.rendering.spans import as_text\n"
        "text = as_text(status_table(large_card(1000, 5), width=100), colour=False)\n"
        "assert text.count('Earn more') >= 334 and 'rich' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    assert len(large_card(1000, 5).goals) == 1000


def test_same_card_same_bytes() -> None:
    assert text_of(sample_card(), 80, **EVERYTHING) == text_of(sample_card(), 80, **EVERYTHING)


def test_goals_that_say_no_rank_come_after_those_that_do() -> None:
    card = sample_card()
    more = (goal("quiet", "money"), *(replace(item, perspective="money") for item in card.goals[:2]))
    text = text_of(replace(card, goals=more, focus=()), sort="urgency")
    assert text.index("profit") < text.index("quiet")
