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
from scorecard.rendering.letters import width_of
from scorecard.rendering.numbers import amount, exact_percent, percent
from scorecard.rendering.palette import DARK, LIGHT, roles
from scorecard.rendering.report.as_markdown import report_markdown
from scorecard.rendering.report.colours import colour_rules
from scorecard.rendering.report.data_notes import RESTATED
from scorecard.rendering.report.page import report_page
from scorecard.rendering.report.printed.document import report_typst
from scorecard.rendering.report.style import style_sheet
from scorecard.rendering.words import STATUS_WORD, flag_words
from scorecard.report import Audience, Report
from scorecard.result import Restated
from tests.reported import folder_of, plain, read, report_of

ROOT = Path(__file__).parents[3]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>'
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


def test_markdown_has_the_parts_of_the_page_in_its_order(social: Report) -> None:
    for audience in AUDIENCES:
        found = replace(social, audience=audience)
        titles = re.findall(r"<h2[^>]*>(.*?)</h2>", report_page(found))
        text = report_markdown(found)
        places = [text.find(f"\n### {shown(title)}") for title in titles if title not in ("Best and worst", "Goals")]
        assert -1 not in places, titles
        assert places == sorted(places)


def test_markdown_tells_how_every_number_was_made_and_came_about(social: Report) -> None:
    text = report_markdown(social)
    for goal in social.card.goals:
        part = text[text.index(f"#### {goal.name}\n") :].split("\n#### ")[0].split("\n### ")[0]
        for parts in (goal.contributions.lagging, goal.contributions.leading, goal.contributions.outlook):
            for one in parts:
                assert exact_percent(one.value) in part
        for link in social.card.links:
            if link.effect == goal.id:
                assert social.card.goals[[other.id for other in social.card.goals].index(link.cause)].name in part
        if goal.lagging is not None:
            assert f"| {social.card.period} | {percent(goal.lagging, goal.limits)} |" in part
    assert "How every number was made" not in report_markdown(replace(social, audience="board"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nobody_has_to_know_ids(social: Report, audience: Audience) -> None:
    assert social.card.unlike
    found = replace(social, audience=audience)
    page = shown(report_page(found).split("<footer")[0])
    head = page.split("Definitions: goal, KPIs")[0]
    documents = (head, report_typst(found, PICTURE).split("Definitions")[0])
    for kpi_id in social.card.unlike:
        for text in documents:
            assert f"{kpi_id}, " not in text
            assert f"{kpi_id} have" not in text
        assert f"{kpi_id} have" not in report_markdown(found)
    assert "engagement-rate-by-reach:" not in page
    assert not re.search(r"\bn \d", page)
    assert not re.search(r"[|;] n \d", report_markdown(found))


def test_flags_stand_on_lines_of_their_own(social: Report) -> None:
    flagged = [goal for goal in social.card.goals if goal.flags]
    assert flagged
    text, paper = (
        report_markdown(replace(social, audience="board")),
        report_typst(replace(social, audience="board"), PICTURE),
    )
    for goal in flagged:
        for flag in goal.flags:
            assert f"<br>▲ {flag_words(flag)}" in text
            assert f'marked("at-risk", {{ "{flag_words(flag).split(" %")[0]}' in paper


def test_figures_that_were_restated_stand_in_every_format(social: Report) -> None:
    kpi = next(kpi for kpi in social.card.kpis if kpi.value is not None and kpi.unit != "%")
    changed = Restated(period=social.card.period, kpi=kpi.id, closed=1.0, now=2.0)
    found = replace(social, card=replace(social.card, restated=(changed,)))
    for text in (shown(report_page(found)), report_markdown(found), report_typst(found, PICTURE)):
        assert RESTATED in text
        assert f"{kpi.id}: 1 reported" not in text


def test_paper_says_what_the_page_says_of_the_strategy(told: Path) -> None:
    for text in (
        report_page(report_of(told)),
        report_markdown(report_of(told)),
        report_typst(report_of(told), PICTURE),
    ):
        for words in ("About this strategy", "Vision", "Horizon", "Description of the theme"):
            assert words in text
        for words in ("Description of the initiative", "Why the initiative"):
            assert words in text


def test_paper_has_the_lines_of_the_past_that_the_page_has(social: Report) -> None:
    found = replace(social, audience="board")
    cover = report_typst(found, PICTURE).split('"Contents"')[0]
    assert cover.count("picture(bytes(") == 2  # the top perspective and the index
    since = f"Since {social.history.periods[0]}"
    assert since in report_page(found)
    assert since in report_typst(found, PICTURE)


def test_the_axis_of_a_chart_has_its_room_on_paper(told: Path) -> None:
    document = report_typst(report_of(told), PICTURE)
    left = float(re.findall(r'chart\\" viewBox=\\"(-?\d+) ', document)[0])
    ends = [float(x) for x in re.findall(r'<text x=\\"([\d.]+)\\" y=\\"[\d.]+\\" text-anchor=\\"end', document)]
    assert ends
    assert min(ends) - left >= width_of("100 %", 16)
