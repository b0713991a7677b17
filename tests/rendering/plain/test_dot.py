"""The plain style, checked in the pictures that both engines make of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

import pytest

import scorecard
from scorecard.rendering.palette import LIGHT, STATUS_MARK
from scorecard.rendering.plain.dot import plain_dot
from scorecard.result import Scorecard, Status
from scorecard.writing.picture import draw
from tests.cards import make_card, make_goal, make_kpi, make_link
from tests.needs import needs_engine
from tests.rendering import picture_cards as cards

ROOT = Path(__file__).parents[3]
MAPS = [ROOT / "templates" / "social-media" / "strategy.yaml", *sorted((ROOT / "maps").glob("*.yaml"))]
BY_HAND = (
    cards.sample_card,
    cards.large_card,
    cards.loop_card,
    cards.same_row_card,
    cards.one_goal_card,
    cards.no_links_card,
    cards.empty_perspective_card,
    cards.hostile_card,
)
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


@dataclass
class Box:
    """A rectangle of the picture; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Picture:
    """An SVG and what stands in it by id."""

    def __init__(self, svg: bytes) -> None:
        self.root = ElementTree.fromstring(svg)
        self.groups = {group.get("id", ""): group for group in self.root.iter(f"{SVG}g")}
        self.texts = [text.text or "" for text in self.root.iter(f"{SVG}text")]

    def box(self, group_id: str) -> Box:
        """The outline of what has that id."""
        group = self.groups[group_id]
        shapes = [*group.iter(f"{SVG}polygon"), *group.iter(f"{SVG}path")]
        written = " ".join(shape.get("points", "") + " " + shape.get("d", "") for shape in shapes)
        numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", written)]
        return Box(min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2]))


DrawPicture: TypeAlias = Callable[[Scorecard], Picture]


@pytest.fixture(params=["dot", "pygraphviz"])
def picture_of(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> DrawPicture:
    """Draws with one engine."""
    needs_engine(request.param)
    if request.param == "pygraphviz":
        monkeypatch.setenv("PATH", str(tmp_path))
    return lambda card: Picture(draw(plain_dot(card), "svg"))


def near(first: float, second: float) -> bool:
    """Within what no eye sees, in points."""
    return abs(first - second) < 3.0


def check_geometry(picture: Picture, card: Scorecard) -> None:
    bands = [picture.box(f"perspective--{perspective.id}") for perspective in card.perspectives]
    goals = {goal.id: picture.box(f"goal--{goal.id}") for goal in card.goals}
    for above, below in pairwise(bands):
        assert above.bottom < below.top
        assert near(above.left, below.left)
        assert near(above.right, below.right)
    for goal in card.goals:
        box = goals[goal.id]
        band = bands[[perspective.id for perspective in card.perspectives].index(goal.perspective)]
        # 162 points are the title's, which stands on the left of every card.
        assert band.left + 162 < box.left < box.right < band.right
        assert band.top < box.top < box.bottom < band.bottom
        for other in goals.values():
            apart = other.right < box.left or box.right < other.left or other.bottom < box.top or box.bottom < other.top
            assert other is box or apart


@pytest.mark.parametrize("make", BY_HAND)
def test_bands_have_the_full_width_and_hold_their_cards(make: Callable[[], Scorecard], picture_of: DrawPicture) -> None:
    card = make()
    check_geometry(picture_of(card), card)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_maps_have_bands_of_the_full_width(path: Path, picture_of: DrawPicture) -> None:
    card = scorecard.score(scorecard.load(path), folder=path.parent)
    check_geometry(picture_of(card), card)


@pytest.mark.parametrize("seed", range(20))
def test_bands_of_random_maps_have_the_full_width(seed: int, picture_of: DrawPicture) -> None:
    card = cards.random_card(seed)
    check_geometry(picture_of(card), card)


def test_effect_stands_above_its_causes_inside_a_perspective(picture_of: DrawPicture) -> None:
    picture = picture_of(cards.large_card())
    assert picture.box("goal--internal-5").bottom < picture.box("goal--internal-1").top


def test_cards_without_links_stand_in_the_order_of_the_file(picture_of: DrawPicture) -> None:
    picture = picture_of(cards.no_links_card())
    assert picture.box("goal--b-one").right < picture.box("goal--b-two").left


def test_a_card_says_status_in_colour_mark_word_and_number(picture_of: DrawPicture) -> None:
    picture = picture_of(cards.sample_card())
    expected: tuple[tuple[str, Status, list[str]], ...] = (
        ("personal-interaction", "on-track", ["82 %", "● on track", "85 %", "↑ rising"]),
        ("business-results", "at-risk", ["71 %", "▲ at risk", "74 %", "→ steady"]),
        ("paid-ads", "off-track", ["41 %", "■ off track", "55 %", "↓ falling"]),
        ("customer-profile", "no-data", ["–", "○ no data"]),
    )
    for goal_id, status, words in expected:
        group = picture.groups[f"goal--{goal_id}"]
        texts = [text.text for text in group.iter(f"{SVG}text")]
        assert set(words) <= set(texts)
        fills = {shape.get("fill") for shape in group.iter(f"{SVG}polygon")}
        assert LIGHT.status_fill[status].lower() in fills
        assert group.get("class") == f"node goal status-{status}"


def test_limits_that_were_not_reached_are_not_shown_as_reached() -> None:
    assert "79.6 %" in plain_dot(cards.sample_card())


def test_coverage_is_shown_only_where_something_is_missing() -> None:
    assert plain_dot(cards.sample_card()).count("coverage 75 %") == 1
    assert "coverage" not in plain_dot(cards.one_goal_card())


def test_kpis_are_listed_first_four_with_value_and_target(picture_of: DrawPicture) -> None:
    texts = picture_of(cards.sample_card()).texts
    assert {"EUR 23,400 / 26,000", "3.1 / 4 %", "104,000 / 120,000", "3.5 / 2 hours", "+ 2 more"} <= set(texts)
    assert "Comments" not in texts


def test_a_large_map_leaves_the_kpis_out() -> None:
    goals = [make_goal(f"goal-{number}", "only", 0.5, kpis_lagging=("reach",)) for number in range(13)]
    kpis = [make_kpi("reach", 0.5, name="How far we reach")]
    assert "How far we reach" not in plain_dot(make_card(("only",), goals, kpis=kpis))
    assert "How far we reach" in plain_dot(make_card(("only",), goals[:12], kpis=kpis))


def test_heading_says_mission_period_top_perspective_counts_and_index(picture_of: DrawPicture) -> None:
    text = "".join(picture_of(cards.sample_card()).texts)
    for words in (
        "Social media marketing",
        "People who care about good coffee find us and stay",
        "A coffee roaster · Strategy map · 2026-10, as of 31 October 2026",
        "Stakeholders' interests ▲ at risk 71 %",
        "Index ▲ at risk 74 %",
    ):
        assert words in text


def test_legend_explains_only_what_occurs() -> None:
    dot = plain_dot(cards.one_goal_card())
    assert "from 50 % to below 80 %" in dot
    assert "from 80 %<" not in dot
    assert "hinders" not in dot
    assert "Links" not in dot
    assert "hinders" in plain_dot(cards.loop_card())
    assert "until the effect shows" in plain_dot(cards.loop_card())


def edge_of(dot: str, edge_id: str) -> str:
    (line,) = [line for line in dot.replace('\n"', '"').split("\n\t") if f'id="{edge_id}"' in line]
    return line


def test_links_say_share_kind_delay_and_reason() -> None:
    sample = plain_dot(cards.sample_card())
    assert "penwidth=3" in edge_of(sample, "edge--engaging-content--business-results")
    assert "penwidth=2.1" in edge_of(sample, "edge--personal-interaction--business-results")
    assert "penwidth=1.5" in edge_of(sample, "edge--paid-ads--engaging-content")
    assert 'label=" 2 months "' in edge_of(sample, "edge--engaging-content--business-results")
    assert "People who share our posts start trials" in sample
    loop = plain_dot(cards.loop_card())
    hindrance = edge_of(loop, "edge--customers-join--helpful-support")
    assert "arrowhead=tee" in hindrance
    assert 'class="link hindered-by"' in hindrance
    assert "dashed" not in loop


def test_an_arrow_over_several_rows_is_one_line_with_one_head_and_one_label() -> None:
    goals = [make_goal("up", "top", 0.9), make_goal("between", "middle", 0.9), make_goal("down", "bottom", 0.9)]
    dot = plain_dot(make_card(("top", "middle", "bottom"), goals, [make_link("down", "up", delay=1)]))
    first, last = edge_of(dot, "edge--down--up"), edge_of(dot, "edge--down--up--1")
    assert "arrowhead=none" in first
    assert "arrowhead=normal" in last
    assert dot.count(" 1 month ") == 1


def test_an_arrow_down_several_rows_of_one_perspective_is_led_through_them_with_its_head_below() -> None:
    goals = [make_goal(name, "only", 0.9) for name in ("first", "second", "third")]
    links = [make_link("first", "second"), make_link("second", "third"), make_link("third", "first", delay=1)]
    dot = plain_dot(make_card(("only",), goals, links))
    low, high = edge_of(dot, "edge--third--first"), edge_of(dot, "edge--third--first--1")
    assert low.strip().startswith("first -> ")
    assert "arrowtail=normal" in low
    assert "dir=back" in low
    assert "arrowhead=none" in high


def test_arrows_that_do_not_climb_have_no_say_in_the_rows() -> None:
    loop = plain_dot(cards.loop_card())
    assert "constraint=false" in edge_of(loop, "edge--revenue--invest")
    assert "constraint=false" in edge_of(loop, "edge--customers-join--helpful-support")
    assert "constraint" not in edge_of(loop, "edge--invest--product")


def test_hostile_texts_are_shown_as_they_are_and_do_nothing(picture_of: DrawPicture) -> None:
    picture = picture_of(cards.hostile_card())
    tags = {element.tag.removeprefix(SVG) for element in picture.root.iter()}
    assert tags <= {"svg", "g", "title", "polygon", "path", "text", "a", "ellipse", "polyline"}
    text = " ".join(picture.texts)
    assert "<script>alert('1')</script>" in text
    assert "\\N \\G \\l \\" in text
    assert "&amp; &lt;b&gt; ]]> -->" in text
    assert "two lines and bells �" in text
    assert "日本語の戦略" in text
    assert "\u202e" not in text
    tooltips = [link.get(f"{XLINK}title", "") for link in picture.root.iter(f"{SVG}a")]
    assert any(tooltip.startswith("<script>alert('1')</script>\n") for tooltip in tooltips)
    assert any(tooltip.startswith('say "yes" & <b>no</b> \\N \\G \\l \\\n') for tooltip in tooltips)
    assert any(tooltip.startswith("&amp; &lt;b&gt; ]]> --> <!-- %%{init}%%\n") for tooltip in tooltips)


def test_only_web_and_mail_addresses_become_links(picture_of: DrawPicture) -> None:
    urls = {
        "web": 'https://example.org/a?b=1&lt=2&c=ü "x" \\N',
        "mail": "MAILTO:owner@example.org",
        "script": "javascript:alert(1)",
        "data": "data:text/html,<script>",
        "tricky": "java\nscript:alert(1)",
        "broken": "http://[",
        "folder": "notes/goal.md",
    }
    goals = [make_goal(goal_id, "only", 0.5, url=url) for goal_id, url in urls.items()]
    picture = picture_of(make_card(("only",), goals))
    found = {goal_id: picture.groups[f"a_goal--{goal_id}"].find(f"{SVG}a") for goal_id in urls}
    addresses = {goal_id: link.get(f"{XLINK}href") for goal_id, link in found.items() if link is not None}
    assert addresses == {
        "web": "https://example.org/a?b=1&lt=2&c=%C3%BC%20%22x%22%20%5CN",
        "mail": "MAILTO:owner@example.org",
        **dict.fromkeys(("script", "data", "tricky", "broken", "folder")),
    }


def test_names_stay_inside_the_picture_however_long(picture_of: DrawPicture) -> None:
    narrow = picture_of(make_card(("only",), [make_goal("goal", "only", 0.5, name="Name")])).box("goal--goal")
    for name in ("M" * 500, "word " * 100, "語" * 200):
        wide = picture_of(make_card(("only",), [make_goal("goal", "only", 0.5, name=name)])).box("goal--goal")
        assert wide.right - wide.left < 1.3 * (narrow.right - narrow.left)


def test_same_card_gives_same_text_in_every_process() -> None:
    program = (
        "from tests.rendering.picture_cards import large_card; from scorecard.rendering.plain.dot import plain_dot;"
        "print(plain_dot(large_card()))"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(texts) == 1


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_text_is_legible_on_its_ground_and_marks_differ_without_colour() -> None:
    for ground in (LIGHT.card, *(band.tint for band in LIGHT.bands)):
        for text in (LIGHT.ink, LIGHT.muted, *LIGHT.status_text.values()):
            assert contrast(text, ground) >= 4.5
    for band in LIGHT.bands:
        assert contrast(band.text, band.tint) >= 4.5
    assert len(set(STATUS_MARK.values())) == 4
