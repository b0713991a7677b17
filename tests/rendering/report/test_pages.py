"""Whole pages: as they were agreed, with every number of the card, for every reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from scorecard.api.examine import load
from scorecard.api.report import report
from scorecard.rendering.numbers import amount, exact_percent, percent
from scorecard.rendering.palette import DARK, LIGHT, roles
from scorecard.rendering.report.as_markdown import report_markdown
from scorecard.rendering.report.colours import colour_rules
from scorecard.rendering.report.page import report_page
from scorecard.rendering.report.style import style_sheet
from scorecard.rendering.words import STATUS_WORD
from scorecard.report import Audience, Report
from tests.reported import folder_of, plain, read, report_of

ROOT = Path(__file__).parents[3]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
Golden = Callable[[str, str], None]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("told"), plain)


@pytest.fixture(scope="module")
def social() -> Report:
    path = ROOT / "templates/social-media/strategy.yaml"
    strategy_map = load(path)
    return report(strategy_map, strategy_map.as_of or date(2026, 10, 31), folder=path.parent)


def body(page: str) -> str:
    """The page without its style and its script, an element a line where one begins a block."""
    without = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)
    without = re.sub(r"sha256-[A-Za-z0-9+/=]*", "sha256-…", without)
    return re.sub(
        r"(?=<(?:section|article|table|tr|h[1-5]|p|li|dt|dd|svg|details|div|ul|ol|dl|body|meta|main)\b)", "\n", without
    )


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_page_as_it_was_agreed(golden: Golden, told: Path, audience: Audience) -> None:
    golden(f"report/{audience}.html", body(report_page(report_of(told, audience))))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_markdown_as_it_was_agreed(golden: Golden, told: Path, audience: Audience) -> None:
    golden(f"report/{audience}.md", report_markdown(report_of(told, audience)))


def test_every_number_of_a_goal_is_that_of_the_card(social: Report) -> None:
    page = report_page(social)
    kpis = {kpi.id: kpi for kpi in social.card.kpis}
    for goal in social.card.goals:
        (found,) = re.findall(rf'<article id="goal-{goal.id}".*?</article>', page, flags=re.DOTALL) or ("",)
        text = shown(found)
        assert STATUS_WORD[goal.status] in text
        for share in (goal.performance, goal.lagging, goal.leading, goal.outlook):
            assert share is None or percent(share, goal.limits) in text
        for parts in (goal.contributions.lagging, goal.contributions.leading, goal.contributions.outlook):
            for part in parts:
                assert exact_percent(part.value) in text
        for kpi_id in (*goal.kpis_lagging, *goal.kpis_leading, *goal.guardrails):
            kpi = kpis[kpi_id]
            assert kpi.name in text
            for figure in (kpi.value, kpi.target, kpi.plan):
                assert figure is None or amount(figure, kpi.unit, social.card.map.currency) in text
            assert kpi.performance is None or percent(kpi.performance, kpi.limits) in text
        for item in social.card.initiatives:
            assert (item.name in text) == (item.id in goal.initiatives)


def shown(markup: str) -> str:
    """The text of some markup as people read it."""
    return " ".join(" ".join(read(markup).texts).replace("\u00a0", " ").split())


def test_every_number_is_seen_to_add_up(social: Report) -> None:
    tables = re.findall(r'<table role="table" class="fold made-of">.*?</table>', report_page(social), flags=re.DOTALL)
    assert len(tables) > 20
    for table in tables:
        rows = [
            re.findall(r"<td[^>]*>(.*?)</td>", row)
            for row in re.findall(r"<tr role=\"row\"><th scope=\"row\".*?</tr>", table)
        ]
        products = [number for row in rows if (number := _number(shown(row[-1]))) is not None]
        if len(products) > 1:
            assert sum(products[:-1]) == pytest.approx(products[-1], abs=1e-9)


def _number(text: str) -> float | None:
    return float(text.removesuffix(" %")) if text.endswith(" %") else None


def test_the_head_says_status_word_number_and_coverage(social: Report) -> None:
    (head,) = re.findall(r'<header class="head">.*?</header>', report_page(social), flags=re.DOTALL)
    text, index = shown(head), social.card.index
    assert "Social media marketing 2026-10 · as of 31 October 2026" in text
    assert f"Index of the whole map {percent(index.performance)} at risk" in text
    assert "coverage 82 %" in text
    assert "4 on track" in text
    assert "not like for like with 2026-09" in text


def test_the_page_asks_for_no_pictures(told: Path) -> None:
    policy = next(meta["content"] for meta in read(report_page(report_of(told))).of("meta") if meta.get("http-equiv"))
    assert "img-src" not in (policy or "")


def test_the_team_sees_the_headline_first_and_then_the_rows(told: Path) -> None:
    sections = [part.get("id") for part in read(report_page(report_of(told))).of("section")]
    assert sections[:3] == ["headline", "rows", "map"]


@pytest.mark.parametrize(("change", "words"), [(0.01, "+1 point"), (-0.01, "−1 point"), (0.02, "+2 points")])
def test_one_point_is_a_point(told: Path, change: float, words: str) -> None:
    found = report_of(told)
    goals = tuple(replace(goal, trend=change, trend_word="same") for goal in found.card.goals)
    text = shown(report_page(replace(found, card=replace(found.card, goals=goals))))
    assert re.search(rf"{re.escape(words)}(?!s)", text)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_goal_can_be_reached_from_the_map(told: Path, audience: Audience) -> None:
    found = report_of(told, audience)
    ids = {attributes.get("id") for _, attributes in read(report_page(found)).elements}
    assert {f"goal-{goal.id}" for goal in found.card.goals} <= ids


def test_newcomers_see_definitions_beside_headline_figures(told: Path) -> None:
    (part,) = re.findall(
        r'<section id="headline".*?</section>', report_page(report_of(told, "newcomer")), flags=re.DOTALL
    )
    assert "Description of the rate" in part
    assert "Description of the measure" in part
    assert "Description of the rate" not in report_page(report_of(told, "board"))


def test_the_style_sheet_knows_every_role_in_light_dark_and_on_paper() -> None:
    rules = colour_rules()
    for role, colour in roles(LIGHT).items():
        assert rules.count(f"--{role}:{colour};") >= 2  # on the screen and on paper
        assert f".f-{role}{{fill:var(--{role})}}.s-{role}{{stroke:var(--{role})}}" in rules
    for role, colour in roles(DARK).items():
        assert rules.count(f"--{role}:{colour};") >= 2  # by the system and by the button
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", style_sheet(None)))
    assert used <= set(roles(LIGHT))


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    written = style_sheet(None).replace(colour_rules(), "")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", written)


def test_many_goals_are_laid_out_when_they_come_into_sight(told: Path) -> None:
    assert read(report_page(report_of(told))).of("body") == [{}]
    assert ".many .goal-card{content-visibility:auto" in style_sheet(None)


def test_a_table_with_many_columns_scrolls_in_a_box_of_its_own(told: Path) -> None:
    found = report_of(told)
    (split,) = found.splits
    many = replace(
        split,
        columns=tuple(f"n{number}" for number in range(9)),
        rows=tuple(replace(row, parts=(row.total,) * 9) for row in split.rows),
    )
    assert not any(part.get("class") == "wide" for part in read(report_page(found)).of("div"))
    (box,) = [
        part for part in read(report_page(replace(found, splits=(many,)))).of("div") if part.get("class") == "wide"
    ]
    assert (box["tabindex"], box["role"], box["aria-label"]) == ("0", "region", "Headline figures by network")
