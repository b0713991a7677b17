"""The geometry of boards, proved on every example map and on forty random ones: `verifier` says what is looked at."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from scorecard.api.board import Board, BoardOptions, EngineChoice, board
from scorecard.rendering.board.look import Detail
from scorecard.result import Scorecard
from tests.needs import needs
from tests.rendering.board.random_maps import SEEDS, random_card, size_of
from tests.rendering.board.verifier import findings
from tests.rendering.picture_cards import (
    empty_perspective_card,
    hostile_card,
    loop_card,
    no_links_card,
    one_goal_card,
)
from tests.test_gallery import MAPS, card_of

DETAILS: tuple[Detail, ...] = ("full", "standard", "chip")
ENGINES: tuple[EngineChoice, ...] = ("builtin", "dot")


@cache
def card_of_seed(seed: int, folder: Path) -> Scorecard:
    """The scorecard of a random map."""
    return random_card(seed, folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of random maps are written."""
    return tmp_path_factory.mktemp("maps")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("name", MAPS)
def test_boards_of_the_gallery(name: str, detail: Detail, engine: EngineChoice) -> None:
    if engine == "dot":
        needs("dot")
    card = card_of(name)
    assert findings(board(card, BoardOptions(detail=detail, engine=engine)).svg, card) == []


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("name", MAPS)
def test_dark_boards_have_the_same_geometry(name: str, detail: Detail) -> None:
    card = card_of(name)
    light, dark = (
        board(card, BoardOptions(detail=detail, theme=theme, engine="builtin")).svg for theme in ("light", "dark")
    )
    assert findings(dark, card) == []
    assert _without_colours(light) == _without_colours(dark)
    assert light != dark


def _without_colours(svg: str) -> str:
    return re.sub(r'(fill|stroke)="#[0-9A-F]{6}"', r'\1=""', svg)


@pytest.mark.parametrize("width", [900, 1100, 2000])
@pytest.mark.parametrize("name", MAPS)
def test_boards_of_other_widths(name: str, width: int) -> None:
    card = card_of(name)
    assert findings(board(card, BoardOptions(width=width, engine="builtin")).svg, card) == []


def _special_cards() -> dict[str, Scorecard]:
    """What maps seldom have: hostile names everywhere, a word without end, a loop, one goal, nothing linked."""
    hostile = hostile_card()
    long = "x" * 500
    nasty = f"\u202e{long} \u200f\u05e9\u05dc\u05d5\u05dd"
    return {
        "hostile": hostile,
        "long": replace(
            hostile,
            map=replace(hostile.map, name=nasty, organisation=nasty, mission=nasty),
            perspectives=tuple(replace(one, name=nasty, questions=(nasty,)) for one in hostile.perspectives),
            themes=tuple(replace(one, name=nasty) for one in hostile.themes),
            goals=tuple(replace(one, name=nasty) for one in hostile.goals),
            kpis=tuple(replace(one, name=nasty, unit=long) for one in hostile.kpis),
            links=tuple(replace(one, because=nasty) for one in hostile.links),
        ),
        "loop": loop_card(),
        "one goal": one_goal_card(),
        "no links": no_links_card(),
        "empty perspective": empty_perspective_card(),
    }


@pytest.mark.parametrize("width", [600, 1400])
@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize("name", _special_cards())
def test_boards_of_special_maps(name: str, detail: Detail, width: int) -> None:
    card = _special_cards()[name]
    assert findings(board(card, BoardOptions(detail=detail, width=width, engine="builtin")).svg, card) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_random_boards(seed: int, folder: Path) -> None:
    """Each map once in the density that its size asks for, and once in one of the three."""
    card = card_of_seed(seed, folder)
    drawn = _drawn(card, None)
    assert findings(drawn.svg, card) == []
    assert _drawn(card, None) == drawn
    assert findings(_drawn(card, DETAILS[seed % 3]).svg, card) == []


@pytest.mark.parametrize("seed", SEEDS[1::3])
def test_random_boards_in_the_order_of_dot(seed: int, folder: Path) -> None:
    needs("dot")
    card = card_of_seed(seed, folder)
    assert findings(board(card, BoardOptions(engine="dot")).svg, card) == []


def _drawn(card: Scorecard, detail: Detail | None) -> Board:
    return board(card, BoardOptions(detail=detail, engine="builtin"))


def test_random_maps_have_everything_that_maps_can_have(folder: Path) -> None:
    cards = [card_of_seed(seed, folder) for seed in SEEDS]
    sizes = [len(card.goals) for card in cards]
    assert (min(sizes), max(sizes)) == (9, 120) == (size_of(SEEDS[0]), size_of(SEEDS[-1]))
    assert {len(card.perspectives) for card in cards} == {1, 2, 3, 4, 5, 6}
    assert {len(card.themes) for card in cards} == {0, 1, 2, 3, 4, 5}
    links = [link for card in cards for link in card.links]
    assert any(link.kind == "hindered-by" for link in links)
    assert len({link.delay for link in links}) >= 4
    order = {goal.id: number for number, goal in enumerate(cards[-1].goals)}
    assert any(order[link.cause] < order[link.effect] for link in cards[-1].links)
    assert any(not goal.kpis_lagging and not goal.kpis_leading for card in cards for goal in card.goals)
    assert any(
        all(goal.perspective != perspective.id for goal in card.goals)
        for card in cards
        for perspective in card.perspectives
    )
