"""The board picture: what it says, in which marks and colours, and that nothing hostile gets through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import scorecard
from scorecard.api.board import BoardOptions, board
from scorecard.api.compare import compared
from scorecard.api.neighbourhood import neighbourhood
from scorecard.rendering.numbers import points
from scorecard.rendering.palette import DARK, LIGHT, roles
from scorecard.rendering.words import STATUS_WORD
from scorecard.result import Coverage, Scorecard, Theme
from scorecard.writing.engine import EngineError, NoEngineError
from tests.cards import make_card, make_goal, make_kpi, make_link
from tests.rendering.picture_cards import (
    empty_perspective_card,
    hostile_card,
    large_card,
    loop_card,
    one_goal_card,
    sample_card,
)
from tests.test_gallery import MAPS, ROOT, card_of

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "g", "a", "rect", "circle", "path", "text"}


def drawn(card: Scorecard, **options: object) -> str:
    """The SVG of a card, ordered without any engine."""
    return board(card, BoardOptions(engine="builtin", **options)).svg  # type: ignore[arg-type]


def parsed(svg: str) -> ElementTree.Element:
    """The picture as elements."""
    return ElementTree.fromstring(svg)


def words(svg: str) -> str:
    """All texts that are seen."""
    return " | ".join(element.text or "" for element in parsed(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize(
    ("name", "card", "detail"),
    [("one-goal", one_goal_card, "full"), ("loop", loop_card, "standard"), ("large", large_card, "chip")],
)
def test_the_text_of_small_pictures(
    name: str, card: Callable[[], Scorecard], detail: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"board/{name}.svg", drawn(card(), detail=detail))


@pytest.mark.parametrize("detail", ["full", "standard", "chip"])
def test_only_plain_elements_are_drawn_and_every_id_once(detail: str) -> None:
    svg = drawn(sample_card(), detail=detail)
    (rules,) = (element.text or "" for element in parsed(svg).iter(f"{SVG}style"))
    assert re.fullmatch(r"(@font-face\{[^{}]*src:local\([^{}]*\}){3}", rules), "fonts of the machine, nothing else"
    root = parsed(svg.replace(f"<style>{rules}</style>", ""))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert not re.search(r"style=|<script|url\(|var\(|transform", svg)


@pytest.mark.parametrize("detail", ["full", "standard", "chip"])
def test_every_goal_has_its_card_and_every_link_its_line(detail: str) -> None:
    card = sample_card()
    root = parsed(drawn(card, detail=detail))
    ids = {element.get("id") for element in root.iter()}
    assert {f"goal--{goal.id}" for goal in card.goals} <= ids
    assert {f"edge--{link.cause}--{link.effect}" for link in card.links} <= ids
    assert {f"band--{perspective.id}" for perspective in card.perspectives} <= ids


@pytest.mark.parametrize("detail", ["full", "standard", "chip"])
def test_every_status_has_its_word_on_the_card(detail: str) -> None:
    card = sample_card()
    root = parsed(drawn(card, detail=detail))
    for goal in card.goals:
        (group,) = (element for element in root.iter() if element.get("data-goal") == goal.id)
        seen = [element.text or "" for element in group.iter(f"{SVG}text")]
        assert any(text.startswith(STATUS_WORD[goal.status]) for text in seen)
        assert f"status-{goal.status}" in (group.get("class") or "")
        assert STATUS_WORD[goal.status] in (group.get("aria-label") or "")


def test_a_number_that_is_known_in_part_says_so() -> None:
    card = make_card(["only"], [make_goal("a", "only", 0.6, performance_coverage=0.4)])
    for detail in ("full", "standard"):
        assert "coverage 40 %" in words(drawn(card, detail=detail))
    assert "40 % known" in words(drawn(card, detail="chip"))


def test_the_legend_explains_only_marks_that_occur() -> None:
    card = make_card(["only"], [make_goal("a", "only", 0.9), make_goal("b", "only", 0.85)])
    said = words(drawn(card))
    assert "on track, from 80 %" in said
    for absent in ("at risk, from", "off track, below", "hinders", "Links", "Trend", "Theme", "until it shows"):
        assert absent not in said
    linked = replace(card, links=(make_link("a", "b", kind="hindered-by", delay=2),))
    said = words(drawn(linked))
    assert "hinders" in said
    assert "a time on a line: until it shows" in said
    assert "2 months" in said


def test_a_hindrance_ends_in_a_flat_bar() -> None:
    goals = [make_goal("up", "top", 0.9), make_goal("low", "bottom", 0.9), make_goal("other", "bottom", 0.9)]
    links = (make_link("low", "up"), make_link("other", "up", kind="hindered-by"))
    root = parsed(drawn(make_card(["top", "bottom"], goals, links)))
    heads = {}
    for element in root.iter(f"{SVG}g"):
        if element.get("data-from") and element.get("id"):
            (head,) = (path for path in element.iter(f"{SVG}path") if "head" in (path.get("class") or ""))
            corners = re.findall(r"[\d.]+,([\d.]+)", head.get("d") or "")
            heads[element.get("data-from")] = len(set(corners))
    assert heads == {"low": 3, "other": 2}, "an arrowhead has three heights, a bar two"


def test_because_is_shown_on_pointing_at_the_line() -> None:
    goals = [make_goal("up", "top", 0.9), make_goal("low", "bottom", 0.9)]
    links = (make_link("low", "up", because="Practice helps", share=0.5, delay=1),)
    root = parsed(drawn(make_card(["top", "bottom"], goals, links)))
    (line,) = (element for element in root.iter() if element.get("id") == "edge--low--up")
    assert line[0].text == "Low drives Up, 50 % of its drivers, after 1 month. Practice helps"


def test_a_card_shows_four_kpis_and_those_that_need_attention_first() -> None:
    kpis = [make_kpi(f"kpi-{number}", 0.1 if number > 3 else 0.95) for number in range(6)]
    goal = make_goal("a", "only", 0.6, kpis_lagging=tuple(kpi.id for kpi in kpis))
    said = words(drawn(make_card(["only"], [goal], kpis=kpis), detail="full"))
    shown = [number for number in range(6) if f"KPI {number}" in said]
    assert shown == [0, 1, 4, 5]
    assert "+ 2 more" in said


def test_the_theme_of_a_goal_is_read_out() -> None:
    goals = [make_goal("a", "only", 0.9, theme="growth"), make_goal("b", "only", 0.9)]
    svg = drawn(make_card(["only"], goals, themes=[Theme(id="growth", name="Revenue <growth>", description=None)]))
    said = {element.get("data-goal"): element.get("aria-label") or "" for element in parsed(svg).iter(f"{SVG}g")}
    assert ", theme Revenue <growth>." in said["a"]
    assert "theme" not in said["b"]


def test_only_colours_of_the_palette_are_drawn() -> None:
    light, dark = drawn(sample_card()), drawn(sample_card(), theme="dark")
    assert set(re.findall(r"#[0-9A-F]{6}", dark)) <= set(roles(DARK).values())
    assert set(re.findall(r"#[0-9A-F]{6}", light)) <= set(roles(LIGHT).values())


def test_a_colour_always_comes_with_the_class_of_its_role() -> None:
    by_role = roles(LIGHT)
    for element in parsed(drawn(sample_card(), detail="full")).iter():
        classes = (element.get("class") or "").split()
        for attribute, letter in (("fill", "f"), ("stroke", "s")):
            colour = element.get(attribute)
            if colour and colour != "none":
                assert any(name.startswith(f"{letter}-") and by_role[name[2:]] == colour for name in classes)


def test_names_cannot_become_elements() -> None:
    svg = drawn(hostile_card(), detail="full", prefix="map-", linked=True)
    root = parsed(svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u200f\u202e]", svg)
    assert all(element.get("href", "#").startswith("#goal-") for element in root.iter(f"{SVG}a"))


def test_a_page_may_hold_several_maps_with_links_to_its_goals() -> None:
    svg = drawn(one_goal_card(), prefix="a-", linked=True)
    goal = one_goal_card().goals[0]
    root = parsed(svg)
    assert all((element.get("id") or "a-").startswith("a-") for element in root.iter())
    (link,) = root.iter(f"{SVG}a")
    assert link.get("href") == f"#goal-{goal.id}"
    assert "tabindex" not in svg, "a link takes the focus itself"
    assert one_goal_card().map.name not in words(svg), "the page has a heading of its own"


def test_an_empty_perspective_keeps_its_band() -> None:
    assert "no goals" in words(drawn(empty_perspective_card()))


def test_a_wider_page_is_wider() -> None:
    assert parsed(drawn(sample_card(), width=1100)).get("width") == "1100"
    assert parsed(drawn(sample_card(), width=1800)).get("width") == "1800"


def _program(folder: Path, body: str) -> None:
    path = folder / "dot"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def test_an_engine_that_fails_is_said_and_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "echo 'Error: out of ink' >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    found = board(sample_card())
    (notice,) = found.notices
    assert "out of ink" in notice
    assert notice.endswith("; pygraphviz was asked instead")
    assert found.svg == drawn(sample_card())
    with pytest.raises(EngineError, match="out of ink"):
        board(sample_card(), BoardOptions(engine="dot"))


def test_an_engine_that_is_named_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(NoEngineError):
        board(sample_card(), BoardOptions(engine="dot"))


def test_no_engine_is_asked_about_a_huge_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "echo 'Error: asked' >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    goals = [make_goal(f"g{number}", "top" if number % 2 else "bottom", 0.5) for number in range(302)]
    card = make_card(["top", "bottom"], goals, (make_link("g0", "g1"),))
    assert board(card).notices == ()


def _drawn_around() -> str:
    goals = [make_goal("up", "top", 0.9), make_goal("other", "top", 0.9), make_goal("low", "bottom", 0.9)]
    part = neighbourhood(make_card(["top", "bottom"], goals, (make_link("low", "up"),)), "up", 2)
    return drawn(part, around="up", depth=2)


def test_a_goal_with_its_neighbours_says_which_goal_it_is() -> None:
    svg = _drawn_around()
    assert "2 of 3 goals · around Up, 2 links" in words(svg)
    assert "1 of 2 goals" in words(svg), "the band of which not all is shown"
    inked = {
        element.get("data-goal")
        for element in parsed(svg).iter()
        if element.get("data-goal") and any("s-ink" in (rect.get("class") or "") for rect in element.iter(f"{SVG}rect"))
    }
    assert inked == {"up"}
    assert "the goal that was asked for" in words(svg)
    assert "the goal that was asked for" not in words(drawn(sample_card()))


@pytest.mark.parametrize("width", [600, 900, 1400])
def test_a_long_organisation_never_hides_the_period(width: int) -> None:
    said = words(drawn(replace(sample_card(), map=replace(sample_card().map, organisation="w" * 500)), width=width))
    assert "2026-10, as of 31 October 2026" in said


def test_numbers_that_are_not_like_for_like_are_said_so() -> None:
    assert "not like for like" not in words(drawn(sample_card()))
    said = words(drawn(replace(sample_card(), unlike=("likes", "comments"))))
    assert "not like for like with 2026-09: 2 KPIs" in said


def test_a_comparison_says_what_became_of_perspectives_and_of_goals_that_are_gone() -> None:
    plain, changed = "templates/social-media/strategy.yaml", "2026-08"
    strategy_map = scorecard.load(ROOT / plain)
    found = compared(strategy_map, card_of("social-media").as_of, changed, folder=(ROOT / plain).parent)
    said = words(drawn(card_of("social-media"), comparison=replace(found, gone=("old", "older"), unlike=("likes",))))
    for change in found.perspectives:
        assert change.performance.change is not None
        assert re.search(rf" \| {re.escape(points(change.performance.change))}( pts)? \| ", said), change.name
    assert "not like for like with 2026-08: 1 KPI · 2 goals of 2026-08 are no longer here" in said
    assert "no longer here" not in words(drawn(card_of("social-media"), comparison=replace(found, gone=())))


def _legend_and_rest(svg: str) -> tuple[ElementTree.Element, list[ElementTree.Element]]:
    root = parsed(svg)
    (legend,) = (element for element in root if element.get("class") == "legend")
    return legend, [element for part in root if part is not legend for element in part.iter()]


def _statuses(elements: Iterable[ElementTree.Element]) -> set[str]:
    names = {name for element in elements for name in (element.get("class") or "").split()}
    return {status for status in STATUS_WORD if names & {f"f-{status}", f"s-{status}"}}


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("detail", ["full", "standard", "chip"])
@pytest.mark.parametrize("name", MAPS)
def test_a_mark_is_explained_when_it_occurs_and_not_otherwise(name: str, detail: str, linked: bool) -> None:
    legend, rest = _legend_and_rest(drawn(card_of(name), detail=detail, linked=linked))
    assert _statuses(legend.iter()) == _statuses(rest)
    meanings = " | ".join(element.text or "" for element in legend.iter(f"{SVG}text"))
    said = [element.text or "" for element in rest if element.tag == f"{SVG}text"]
    assert ("~ a part" in meanings) == any(text.startswith("~") for text in said)
    assert ("* not like for like" in meanings) == any(re.search(r"\d\*", text) for text in said)
    assert ("† only the part" in meanings) == any(text.endswith("†") for text in said)
    assert ("KPI rows" in meanings) == any((element.get("class") or "").startswith("kpi ") for element in rest)


def test_a_target_that_is_a_part_of_a_larger_one_says_so() -> None:
    kpis = [make_kpi("whole", 0.9), make_kpi("share", 0.9, part=0.5, target=50.0, best=50.0, value=45.0)]
    goal = make_goal("a", "only", 0.9, kpis_lagging=("whole", "share"))
    svg = drawn(make_card(["only"], [goal], kpis=kpis), detail="full")
    assert "50†" in words(svg)
    assert "100†" not in words(svg)
    titles = [element.text or "" for element in parsed(svg).iter(f"{SVG}title")]
    assert any(text.startswith("Share: 45 / 50") and text.endswith("of 100") for text in titles), titles


def test_drivers_and_outlooks_known_in_part_are_marked() -> None:
    coverage = Coverage(lagging=1.0, leading=0.6, outlook=0.5)
    goal = make_goal("a", "only", 0.9, leading=0.58, causes=("b", "c"), coverage=coverage, outlook=0.98, heading=None)
    card = make_card(["only"], [goal])
    full = words(drawn(card, detail="full"))
    assert "2 causes · 60 % known | ~58 %" in full
    assert "OUTLOOK | ~98 %" in full, "a number without a result to compare with"
    assert "| ~58 %" in words(drawn(card, detail="standard"))
    assert "outlook 98 %, coverage 50 %" in drawn(card)
    known = replace(card, goals=(replace(goal, coverage=Coverage(lagging=1.0, leading=1.0, outlook=1.0)),))
    assert "~" not in words(drawn(known, detail="full"))


def test_standard_cards_have_the_mark_of_the_outlook() -> None:
    def legend(heading: str | None) -> str:
        goal = make_goal("a", "only", 0.9, leading=0.7, heading=heading)
        return words(drawn(make_card(["only"], [goal]), detail="standard"))

    assert "Outlook | falling" in legend("falling")
    assert "Outlook" not in legend(None)
    pictures = {
        heading: drawn(
            make_card(["only"], [make_goal("a", "only", 0.9, leading=0.7, heading=heading)]), detail="standard"
        )
        for heading in ("rising", "falling")
    }
    marks = {heading: svg.split('class="goals"')[1].split('class="legend"')[0] for heading, svg in pictures.items()}
    shapes = {heading: re.findall(r' d="([^"]*)"', text)[-1] for heading, text in marks.items()}
    assert shapes["rising"] != shapes["falling"]


def test_a_delay_is_said_once() -> None:
    goals = [make_goal("up", "top", 0.9), make_goal("low", "bottom", 0.9)]
    svg = drawn(make_card(["top", "bottom"], goals, (make_link("low", "up", delay=3, because="Why?"),)))
    (label,) = (element for element in parsed(svg).iter() if element.get("class") == "delay-label")
    assert label[0].text == "Low drives Up, 100 % of its drivers, after 3 months. Why?"
    assert label.get("aria-hidden") == "true"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"detail": "foo"}, "'foo' is no detail; there are: full, standard, chip"),
        ({"theme": "foo"}, "'foo' is no theme; there are: light, dark"),
        ({"engine": "foo"}, "'foo' is no engine; there are: auto, dot, pygraphviz, builtin"),
        ({"width": -5}, "a board is 600 to 20,000 px wide, not -5"),
        ({"width": 20_001}, "a board is 600 to 20,000 px wide, not 20,001"),
    ],
)
def test_what_is_no_option_is_refused_in_a_sentence(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        BoardOptions(**options)


def _densities(card: Scorecard, width: int | None = None) -> set[str]:
    """The densities in which a card comes out as it does when none is named."""
    chosen = drawn(card, width=width)
    return {detail for detail in ("full", "standard", "chip") if drawn(card, detail=detail, width=width) == chosen}


def test_the_density_is_the_one_that_says_most_and_fits_the_page() -> None:
    """The 13 goals of the city stand in four columns, too many for the names of KPIs at 1,400 px."""
    found = {name: _densities(card_of(name)) for name in MAPS}
    assert found.pop("city") == {"standard"}
    assert set(map(frozenset, found.values())) == {frozenset({"full"})}
    assert _densities(card_of("city"), 2400) == {"full"}


def test_a_map_of_twenty_goals_is_drawn_in_chips_on_a_narrow_page() -> None:
    goals = [make_goal(f"g{number}", "only", 0.9, theme=f"t{number % 5}") for number in range(20)]
    themes = [Theme(id=f"t{number}", name=f"T{number}", description=None) for number in range(5)]
    card = make_card(["only"], goals, themes=themes)
    assert _densities(card, 2400) == {"standard"}
    assert _densities(card, 1000) == {"chip"}
