"""Reports of whole maps: what they hold, that nobody's text becomes markup, and that pages are sound."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from datetime import date
from hashlib import sha256
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from markdown_it import MarkdownIt

from scorecard.api.examine import load
from scorecard.api.report import ReportNameError, report, report_text, save_report
from scorecard.rendering.report.page import report_page
from scorecard.rendering.words import goal_trend
from scorecard.report import Audience, Report
from tests.reported import DAY, HOSTILE, Page, folder_of, hostile, plain, read, report_of

ROOT = Path(__file__).parent.parent.parent
MAPS = [*sorted((ROOT / "maps").glob("*.yaml")), *sorted((ROOT / "maps").glob("*/strategy.yaml"))]
MAPS += sorted((ROOT / "templates").glob("*/strategy.yaml"))
AUDIENCES: tuple[Audience, ...] = get_args(Audience)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("told"), plain)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("attacked"), hostile)


def example(path: Path, audience: Audience = "team") -> Report:
    strategy_map = load(path)
    return report(strategy_map, strategy_map.as_of or date(2026, 10, 31), folder=path.parent, audience=audience)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_text_of_a_map_becomes_markup(told: Path, attacked: Path, audience: Audience) -> None:
    harmless = read(report_page(report_of(told, audience)))
    page = read(report_page(report_of(attacked, audience)))
    assert page.odd == []
    assert page.shape() == harmless.shape()


def test_every_hostile_text_can_be_read(attacked: Path) -> None:
    page = read(report_page(report_of(attacked)))
    shown = "".join(page.texts)
    assert "map </style></script><script>alert(1)</script><img src=x onerror=alert(2)>" in shown
    assert "w" * 500 in shown
    assert "שלום 👩‍🚀" in shown
    assert "\u202e" not in shown  # nothing turns the direction of what follows
    fields = ("organisation", "mission", "goal", "description of the goal", "owner of the goal", "rate", "initiative")
    for words in (*fields, "question", "post 6", "network 1", "event", "break", "why this cause", "why the initiative"):
        assert f"{words} </style>" in shown, words


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_text_of_a_map_becomes_markup_in_markdown(told: Path, attacked: Path, audience: Audience) -> None:
    texts = [report_text(report_of(folder, audience), "markdown") for folder in (told, attacked)]
    assert _tokens(texts[0]) == _tokens(texts[1])
    assert len(texts[0].splitlines()) == len(texts[1].splitlines())
    assert "@all" not in texts[1]  # nobody is called
    assert HOSTILE not in texts[1]


def _tokens(text: str) -> list[tuple[str, str]]:
    """What a reader of Markdown makes of a text: its blocks, what stands in them, and HTML as it is."""
    found = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        for part in (token, *(token.children or ())):
            kept = part.type not in ("text", "text_special", "entity", "softbreak")
            found += [(part.type, part.content if part.type.startswith("html") else part.tag)] if kept else []
    return found


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.parent.name if path.name == "strategy.yaml" else path.stem)
def test_pages_of_example_maps_are_sound(path: Path, audience: Audience) -> None:
    page = read(report_text(example(path, audience), "html"))
    assert page.odd == []
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for tag, attributes in page.elements:
        for key in ("aria-labelledby", "aria-describedby", "for"):
            assert set((attributes.get(key) or "").split()) <= known, (tag, key)
        address = attributes.get("href")
        if address and address.startswith("#"):
            assert address[1:] in known, address
        assert "style" not in attributes
        assert not any(key.startswith("on") for key in attributes)
    _asks_nobody(page)
    _reads_in_order(page)


def _asks_nobody(page: Page) -> None:
    """Nothing of a page is loaded from elsewhere."""
    assert not page.of("link")
    assert not page.of("iframe")
    assert len(page.of("script")) == len(page.of("style")) == 1
    assert not any("src" in attributes for _, attributes in page.elements)
    assert not re.search(r"url\((?!data:)|@import", "".join(page.texts))


def _reads_in_order(page: Page) -> None:
    """One heading of the first rank, none that skips a rank, one main part, and names for all that needs one."""
    ranks = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))
    assert len(page.of("main")) == 1
    for table in page.of("table"):
        assert table["role"] == "table"
    assert all(attributes.get("scope") for attributes in page.of("th"))
    for picture in page.of("svg"):
        assert picture.get("aria-hidden") or picture.get("aria-label") or picture.get("aria-labelledby"), picture


def test_the_policy_allows_this_style_and_this_script_only(told: Path) -> None:
    text = report_text(report_of(told), "html")
    policy = next(meta["content"] for meta in read(text).of("meta") if meta.get("http-equiv"))
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, flags=re.DOTALL)
        assert rules[f"{tag}-src"] == f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def test_a_page_carries_its_letters(told: Path) -> None:
    text = report_text(report_of(told), "html")
    (data,) = re.findall(r"url\(data:font/woff;base64,([^)]*)\)", text)
    assert b64decode(data)[:4] == b"wOFF"


def test_ids_of_goals_never_meet(tmp_path: Path) -> None:
    goals = {name: {"perspective": "top"} for name in ("growth", "growth-title", "title-growth")}
    written = {"name": "Map", "as_of": "2026-03-31", "perspectives": {"top": {"name": "Top"}}, "goals": goals}
    (tmp_path / "strategy.yaml").write_text(json.dumps(written), encoding="utf-8")
    page = read(report_text(report_of(tmp_path), "html"))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", MAPS[-2:], ids=lambda path: path.parent.name)
def test_the_map_shows_the_trends_of_the_tables(path: Path) -> None:
    found = example(path)
    text = report_text(found, "html")
    words = {kpi.name: kpi.trend_word for kpi in found.card.kpis}
    rows = re.findall(r'<g class="kpi status-[^"]*"><title>(.*?): .*?</title>(.*?)</g>', text, flags=re.DOTALL)
    assert rows
    for kpi, drawn in rows:
        assert _way(drawn) == words[unescape(kpi)], kpi
    for goal in found.card.goals:
        if change := goal_trend(goal, found.card):
            assert f"{change} pts" in text


def _way(drawn: str) -> str | None:
    """Which way the triangle of a KPI points; a bar is neither."""
    ends = re.findall(r'<path d="M[\d.]+,([\d.]+) L[\d.]+,([\d.]+) [^"]*" class="f-muted"', drawn)
    if ends:
        tip, base = map(float, ends[-1])
        return "better" if tip < base else "worse"
    return "same" if re.search(r'<rect [^>]*class="f-muted"', drawn) else None


@pytest.mark.parametrize("style", ["html", "markdown"])
def test_the_same_report_gives_the_same_bytes(told: Path, style: str) -> None:
    texts = {report_text(report_of(told), style) for _ in range(2)}  # type: ignore[arg-type]
    assert len(texts) == 1


def test_a_report_holds_the_periods_up_to_its_own(told: Path) -> None:
    found = report(load(told / "strategy.yaml"), DAY, period="2026-02", folder=told)
    assert str(found.card.period) == "2026-02"
    assert [str(period) for period in found.history.periods][-1] == "2026-02"
    assert found.comparison is not None
    assert str(found.comparison.before) == "2026-01"


@pytest.mark.parametrize("period", ["2026-10", "2026-08", "2026-02"])
@pytest.mark.parametrize("path", MAPS[-2:], ids=lambda path: path.parent.name)
def test_the_history_ends_with_the_numbers_of_the_card(path: Path, period: str) -> None:
    found = report(load(path), date(2026, 10, 31), period=period, folder=path.parent)
    last = {(series.kind, series.id, series.number): series.values[-1] for series in found.history.series}
    assert str(found.history.periods[-1]) == period
    for goal in found.card.goals:
        shown = [last["goal", goal.id, number] for number in ("performance", "lagging", "leading", "outlook")]
        assert shown == pytest.approx([goal.performance, goal.lagging, goal.leading, goal.outlook])
    for kpi in found.card.kpis:
        assert last["kpi", kpi.id, "value"] == pytest.approx(kpi.value)


def test_rows_are_ranked_by_what_the_headline_is_made_of(told: Path) -> None:
    best, most, least = report_of(told).rankings
    assert (best.figure, best.question.per, best.question.lowest) == ("Measure", None, False)
    assert [row.label for row in best.ranking.rows] == ["Post 9", "Post 8", "Post 7", "Post 6", "Post 5"]
    assert (most.figure, most.question.per, most.question.lowest) == ("likes", "network", False)
    assert [row.label for row in most.ranking.rows] == ["Post 8", "Post 6", "Post 4", "Post 9", "Post 7", "Post 5"]
    assert (least.question.per, least.question.lowest) == ("network", True)


def test_figures_stand_side_by_side_for_every_network(told: Path) -> None:
    (split,) = report_of(told).splits
    assert split.columns == ("Network 0", "Network 1")
    assert [row.id for row in split.rows] == ["reach", "rate"]


@pytest.mark.parametrize("name", ["report.txt", "report", "report.htm.exe"])
def test_an_ending_that_says_no_format_is_refused(told: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportNameError, match=re.escape(name)):
        save_report(report_of(told), tmp_path / name)
    assert not list(tmp_path.iterdir())
