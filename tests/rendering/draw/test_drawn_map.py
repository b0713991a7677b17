"""The drawn map is read as text: every goal is there once, and every line leads from its effect to its causes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.api.drawing import drawing
from scorecard.rendering.columns import line_width
from scorecard.rendering.draw.sketch import links_of
from scorecard.rendering.spans import as_text
from scorecard.result import Scorecard
from tests.rendering import picture_cards
from tests.rendering.board import random_maps
from tests.rendering.draw.reader import read
from tests.test_gallery import MAPS, card_of

WIDTHS = (70, 80, 100, 120, 160)
MOST = 25
# How each stroke may look in ASCII: corners of cards are crosses, turns of lines are not.
PLAIN = {
    "│": "|",
    "─": "-",
    "╭": ".+",
    "╮": ".+",
    "╰": "'+",
    "╯": "'+",
    "├": "+",
    "┤": "+",
    "┬": "+",
    "┴": "+",
    "┼": "+",
}
PLAIN |= {"▲": "^!", "┯": "T", "▌": "|"}


def text_of(card: Scorecard, width: int, **options: bool) -> str:
    return as_text(drawing(card, width, **options), colour=False)


def is_tree(text: str) -> bool:
    return text.startswith("Shown as a tree: ")


def map_of(text: str) -> str:
    """The rows of the map, from the first to the last beside which a perspective stands."""
    rows = text.split("\n")
    last = max(number for number, row in enumerate(rows) if row.startswith("▌"))
    return "\n".join(rows[: last + 1])


def short(card: Scorecard) -> Scorecard:
    """The card with names that fit every card, so that no two look alike."""
    return replace(card, goals=tuple(replace(goal, name=f"goal {n}") for n, goal in enumerate(card.goals)))


def assert_reads(card: Scorecard, text: str) -> None:
    """What is read from the drawing is what the card says."""
    drawn = read(map_of(text))
    names = {goal.id: goal.name for goal in card.goals}
    assert sorted(seen.name for seen in drawn.cards) == sorted(names.values())
    assert drawn.links == {(names[link.cause], names[link.effect], link.kind) for link in links_of(card)}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", MAPS)
def test_the_lines_of_the_example_maps_lead_from_effects_to_causes(name: str, width: int) -> None:
    card = short(card_of(name))
    text = text_of(card, width)
    assert not is_tree(text)
    assert_reads(card, text)


@pytest.mark.parametrize("kpis", [False, True])
@pytest.mark.parametrize("seed", range(30))
def test_the_lines_of_random_maps_lead_from_effects_to_causes(seed: int, kpis: bool) -> None:
    card = short(picture_cards.random_card(seed))
    for width in WIDTHS[1:]:
        text = text_of(card, width, kpis=kpis)
        if is_tree(text):
            assert len(card.goals) > MOST or width == 80
        else:
            assert_reads(card, text)


@pytest.mark.parametrize("seed", [seed for seed in random_maps.SEEDS if random_maps.size_of(seed) <= MOST])
def test_the_lines_of_maps_from_files_lead_from_effects_to_causes(seed: int, tmp_path: Path) -> None:
    """Up to 25 goals with up to 51 links, many of them round the right end."""
    card = short(random_maps.random_card(seed, tmp_path))
    for width in WIDTHS[1:]:
        text = text_of(card, width)
        if is_tree(text):
            assert width == 80
        else:
            assert_reads(card, text)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kpis", [False, True])
def test_hostile_names_break_no_frame_and_no_line(width: int, kpis: bool) -> None:
    card = picture_cards.hostile_card()
    lines = drawing(card, width, kpis=kpis)
    text = as_text(lines, colour=False)
    assert max(map(line_width, lines)) <= width
    assert not is_tree(text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e\u200f]", text)
    drawn = read(map_of(text))
    assert len(drawn.cards) == len(card.goals)
    assert len(drawn.links) == len(card.links)


@pytest.mark.parametrize("width", [*WIDTHS, 200])
@pytest.mark.parametrize("name", MAPS)
def test_every_goal_is_named_in_full_and_nothing_is_wider_than_asked_for(name: str, width: int) -> None:
    card = card_of(name)
    lines = drawing(card, width)
    assert max(map(line_width, lines)) <= min(width, 160)
    names = {_letters(seen.name) for seen in read(map_of(as_text(lines, colour=False))).cards}
    assert names == {_letters(goal.name) for goal in card.goals}


def _letters(name: str) -> str:
    """A name without what lines break it at."""
    return re.sub(r"[\s-]", "", name)


@pytest.mark.parametrize("seed", range(8))
def test_the_same_card_gives_the_same_drawing(seed: int) -> None:
    card = picture_cards.random_card(seed)
    assert drawing(card, 100) == drawing(card, 100)


def test_a_loop_goes_round_the_right_and_its_delay_stands_beside_it() -> None:
    text = text_of(picture_cards.loop_card(), 100)
    rows = text.split("\n")
    assert any("│ 2 months" in row for row in rows[:3]), "where the line leaves the highest goal"
    assert sum(row.count("┯") for row in map_of(text).split("\n")) == 1
    assert "┯ hinders the goal above it" in text
    assert text.count("month") == 3  # two delays, one in the legend


def test_a_delay_without_room_is_said_below_the_map() -> None:
    for seed in range(40):
        card = short(picture_cards.random_card(seed))
        delayed = [link for link in links_of(card) if link.delay]
        text = text_of(card, 100)
        if not is_tree(text):
            written = len(re.findall(r"[│├] [12] months?|[12] months? [│├]", map_of(text)))
            said = text.count("until it shows") - bool(delayed)
            assert written + said == len(delayed), seed


def test_a_map_without_links_and_one_with_one_goal_are_drawn() -> None:
    for made in (picture_cards.no_links_card(), picture_cards.one_goal_card(), picture_cards.empty_perspective_card()):
        card = short(made)
        text = text_of(card, 80)
        assert_reads(card, text)
        assert ("drives" in text) == bool(card.links)


def test_a_perspective_without_goals_says_so() -> None:
    assert "no goals" in text_of(picture_cards.empty_perspective_card(), 100)


def test_colour_is_never_alone() -> None:
    """Without colours the drawing has the same letters: whatever a colour says, a mark or word says, too."""
    card = card_of("social-media")
    coloured = as_text(drawing(card, 100), colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text_of(card, 100)
    for goal in card.goals:
        mark = {"on-track": "✔", "at-risk": "▲", "off-track": "✖", "no-data": "○"}[goal.status]
        assert f"│ {mark} {goal.name.split()[0]}" in text_of(card, 100)


@pytest.mark.parametrize("width", WIDTHS)
def test_ascii_has_no_other_characters(width: int) -> None:
    for name in MAPS:
        card = short(card_of(name))
        boxes, text = text_of(card, width), text_of(card, width, ascii=True)
        assert text.isascii()
        rows = list(zip(map_of(boxes).split("\n"), text.split("\n"), strict=False))
        seen = [(box, plain) for pair in rows for box, plain in zip(*pair, strict=True) if box in PLAIN]
        assert [(box, plain) for box, plain in seen if plain not in PLAIN[box]] == []
        # A turn is told from a join and a crossing, so the same lines can be read.
        ends = sum(plain in "^T" for _, plain in seen)
        assert ends == len({(link.effect, link.kind) for link in links_of(card)})


def test_most_maps_have_room_at_80_columns() -> None:
    """Those that become trees there are the exception."""
    cards = [short(picture_cards.random_card(seed)) for seed in range(30)]
    drawn = [card for card in cards if len(card.goals) <= MOST]
    trees = sum(is_tree(text_of(card, 80)) for card in drawn)
    assert trees <= len(drawn) / 2, f"{trees} of {len(drawn)}"


def test_links_to_goals_that_are_left_out_are_counted() -> None:
    card = card_of("social-media")
    part = replace(card, goals=tuple(goal for goal in card.goals if goal.perspective == "customer"))
    text = text_of(part, 100)
    assert "Stakeholders" not in text
    assert "Not shown: 8 links from or to goals that are left out." in text
    assert text_of(replace(card, goals=()), 100) == "No goal is selected.\n"
