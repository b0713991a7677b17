from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scorecard.rendering.columns import line_width
from scorecard.rendering.show.as_json import show_json
from scorecard.rendering.show.page import Kind, item_of, show
from scorecard.rendering.spans import as_text
from scorecard.result import Origin, Scorecard
from tests.cards import make_link
from tests.rendering.dated_card import BREAK, dated_card, hostile_dated_card, open_card
from tests.rendering.sample_card import empty_card, healthy_card, hostile_card, kpi, part, sample_card

ITEMS: tuple[tuple[Kind, str], ...] = (
    ("goal", "reach"),
    ("kpi", "response-time"),
    ("perspective", "money"),
    ("initiative", "shop"),
)
UNROLLED = (part("kpi", "revenue", 0.5, 0.375), part("kpi", "impressions", 0.5, 0.785))


def rows(card: Scorecard, kind: Kind, item_id: str, width: int | None = None, **options: Any) -> list[str]:
    text = as_text(show(card, kind, item_id, width=width, **options), colour=False)
    return [" ".join(line.split()) for line in text.splitlines()]


def test_a_goal_shows_what_each_number_is_made_of() -> None:
    page = rows(sample_card(), "goal", "reach")
    assert page[0] == "Reach more people ▲ at risk 79.6 %"
    assert page[1] == "goal reach"
    assert "kpi impressions 2 100.00 % 79.60 % 79.60 %" in page
    assert "sum 100.00 % 78.50 %" in page
    assert "limits at risk from 50 %, on track from 80 %" in page


def test_a_goal_shows_causes_effects_kpis_and_initiatives() -> None:
    page = rows(sample_card(), "goal", "reach")
    assert "train no data, weight 1, 50 % of the drivers, after 2 months" in page
    assert "profit off track 38 %, weight 1, 100 % of the drivers" in page
    assert "because Who knows us buys from us" in page
    assert page.index("Causes: goals that drive it") < page.index("Effects: goals it drives")
    assert any(line.startswith("✔ response-time Response time driver 8 / 2 hours") for line in page)
    assert any(line.startswith("late, over budget Shop shop") for line in page)


def test_hindrances_have_their_own_titles() -> None:
    card = sample_card()
    card = replace(card, links=(*card.links, make_link("profit", "train", kind="hindered-by", share=None, delay=1)))
    assert "Hindered by: it pays when these succeed" in rows(card, "goal", "train")
    page = rows(card, "goal", "profit")
    assert page[page.index("Hinders: these pay when it succeeds") + 2] == "train no data, weight 1, after 1 month"


def test_the_outlook_unrolled_adds_up() -> None:
    page = rows(sample_card(), "goal", "profit", unrolled=UNROLLED)
    start = page.index("Outlook unrolled to KPIs share: points the outlook moves with one point of the KPI")
    assert page[start + 2 : start + 5] == [
        "kpi revenue 50.00 % 37.50 % 18.75 %",
        "kpi impressions 50.00 % 78.50 % 39.25 %",
        "sum 100.00 % 58.00 %",
    ]


def test_a_kpi_shows_its_sentence_letters_and_arithmetic() -> None:
    page = rows(sample_card(), "kpi", "impressions")
    assert page[0] == "Impressions ▲ at risk 79.6 %"
    assert "Raise impressions from 80 to 120 by 31 December 2026." in page
    assert "SMART, as far as a file can tell: specific, measurable, attainable, relevant and time-bound." in page
    assert "value 104 / 120, 87 % of target, 60 % of the way" in page
    assert (
        "plan 1 January 2026 to 31 December 2026, 83 % of the time is over, on plan would be 113.2, pace 0.72" in page
    )
    assert "performance 79.6 % = 100 % less what is missing: 60 % of the way in 83 % of the time" in page
    assert "▲ at risk Reach more people reach" in page


def test_a_kpi_without_performance_says_why() -> None:
    assert "performance no data: no value yet" in rows(sample_card(), "kpi", "subscribers")
    card = replace(sample_card(), kpis=(kpi("lone"),))
    assert "No goal uses it." in rows(card, "kpi", "lone")


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"worst": 60.0, "best": 130.0}, "= where 104 lies between 60 (0 %) and 130 (100 %)"),
        ({"scale": "binary", "performance": 1.0}, "= reached"),
        ({"scale": "binary", "performance": 0.0}, "= not reached"),
        ({"scale": "range", "range": (90.0, 100.0), "worst": (80.0, 110.0)}, "= where 104 lies on its range"),
        ({"expected": None, "since": None, "by": None}, "= the share of the way"),
    ],
)
def test_every_scale_explains_its_performance(fields: dict[str, Any], text: str) -> None:
    card = replace(sample_card(), kpis=(kpi("k", **fields),))
    assert any(line.startswith("performance") and line.endswith(text) for line in rows(card, "kpi", "k"))


def test_a_perspective_shows_questions_goals_and_weights() -> None:
    page = rows(sample_card(), "perspective", "money")
    assert "question What do our owners want?" in page
    assert "goal profit 1 100.00 % 37.50 % 37.50 %" in page
    assert any(line.startswith("✖ off track Earn more") for line in page)


def test_an_initiative_shows_state_money_and_goals() -> None:
    page = rows(sample_card(), "initiative", "shop")
    assert "stands late, over budget, active" in page
    assert "money spent EUR 2,500 / 2,000" in page
    assert "▲ at risk Reach more people reach" in page


@pytest.mark.parametrize("card", [sample_card(), hostile_card(), empty_card()])
@pytest.mark.parametrize("width", [100, 72])
def test_pages_keep_to_the_width_and_to_text(card: Scorecard, width: int) -> None:
    for kind, item_id in ITEMS[: 4 if card.initiatives else 3]:
        lines = show(card, kind, item_id, unrolled=UNROLLED, width=width)
        assert max(map(line_width, lines)) <= width
        assert "\x1b" not in as_text(lines, colour=False)


def test_pages_have_an_ascii_form() -> None:
    for kind, item_id in ITEMS:
        assert as_text(show(sample_card(), kind, item_id, width=80, ascii=True), colour=False).isascii()


def test_an_unknown_item_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        item_of(sample_card(), "goal", "nowhere")


@pytest.mark.parametrize("card", [sample_card(), hostile_card()])
@pytest.mark.parametrize(("kind", "item_id"), ITEMS)
def test_json_holds_the_item_and_its_definition(card: Scorecard, kind: Kind, item_id: str) -> None:
    text = show_json(card, kind, item_id, unrolled=UNROLLED, tool_version="1")
    found = json.loads(text)
    assert text.endswith("}\n")
    assert (found["schema_version"], found["kind"], found["item"]["id"]) == (1, kind, item_id)
    assert found["item"]["name"] == item_of(card, kind, item_id).name


def test_json_of_a_goal_has_every_contribution() -> None:
    found = json.loads(show_json(sample_card(), "goal", "reach", unrolled=UNROLLED, tool_version="1"))
    assert sum(item["product"] or 0 for item in found["contributions"]["outlook"]) == pytest.approx(0.785)
    assert found["contributions"]["lagging"][1]["share"] is None
    assert [(item["cause"], item["effect"]) for item in found["links"]] == [("reach", "profit"), ("train", "reach")]
    assert found["outlook_unrolled"][0]["id"] == "revenue"
    assert found["kpis"] == {"lagging": ["impressions", "subscribers"], "leading": ["response-time"]}


def test_json_of_a_kpi_has_its_letters() -> None:
    found = json.loads(show_json(sample_card(), "kpi", "subscribers", tool_version="1"))
    assert found["smart"]["measurable"] is False
    assert list(found["missing"]) == ["measurable"]
    assert found["sentence"] == "Raise subscribers from 80 to 120 by 31 December 2026."


def test_json_of_a_goal_judged_by_its_drivers_is_a_document() -> None:
    assert json.loads(show_json(healthy_card(), "goal", "stay", tool_version="1"))["outlook_unrolled"] == []


def test_a_kpi_shows_where_it_comes_from_and_the_value_before() -> None:
    origin = Origin(
        source="posts", formula="sum(shares) / sum(reach)", where="not promoted", over="quarter", kind="rate"
    )
    found = kpi("k", before=100.0, trend=0.1, trend_word="better", n=12.0, min_sample=5.0, origin=origin)
    page = rows(replace(sample_card(), kpis=(found,)), "kpi", "k")
    assert "before 100 in the quarter before: better by 10 % of the way" in page
    assert "sample 12, scored from 5 on" in page
    start = page.index("Where it comes from")
    assert page[start + 1 : start + 6] == [
        "source posts",
        "formula sum(shares) / sum(reach)",
        "where not promoted",
        "over quarter",
        "kind rate: made anew for every stretch of time, never added",
    ]
    assert "Where it comes from" not in rows(sample_card(), "kpi", "impressions")


def test_a_kpi_shows_alarms_age_sample_substitute_break_and_review() -> None:
    card = dated_card()
    watched = rows(card, "kpi", "unfollow-rate")
    assert "▲ warning: above 2%" in watched
    assert "▲ unstable: its standard deviation is 32% of its mean, more than 30%" in watched
    assert "▲ overdue: this KPI was to be looked at again by 30 September 2026" in watched
    place = watched.index("Watched beside, without being part of the score")
    assert watched[place + 1] == "▲ at risk Reach more people reach"
    assert f"before 101 in 2026-09, which does not compare: {BREAK}" in rows(card, "kpi", "impressions")
    revenue = rows(card, "kpi", "revenue")
    assert "used sales, which stands in because it has no figure of its own" in revenue
    assert "part target is this month's part of EUR 48,000" in revenue
    assert "Raise revenue from EUR 32,000 to 48,000 by 31 December 2026." in revenue
    assert any(line.startswith("bound an upper bound") for line in revenue)
    trained = rows(card, "kpi", "people-trained")
    assert "age 2 months old" in trained
    assert "performance no data: too small a sample, 12 of 20" in trained
    assert "cadence measured by the quarter" in trained


def test_a_kpi_on_no_goal_may_be_a_headline_or_have_a_day_for_review() -> None:
    card = replace(sample_card(), kpis=(kpi("lone", review_by=date(2027, 1, 31)),), headline=("lone",))
    page = rows(card, "kpi", "lone")
    assert "review look at this KPI again by 31 January 2027" in page
    assert "One of the headline figures." in page
    assert "No goal uses it." not in page


def test_a_goal_shows_its_trend_and_its_guardrails() -> None:
    page = rows(dated_card(), "goal", "reach")
    assert "trend +5 points since 2026-09: better, not like for like: it was made of other KPIs then" in page
    assert "trend −3 points since 2026-09: worse" in rows(dated_card(), "goal", "profit")
    start = page.index("Guardrails watched beside the goal, never part of its score")
    assert page[start + 1 : start + 4] == [
        "○ unfollow-rate Unfollow rate guardrail 3.3 % not scored",
        "KPI overdue for review",
        "▲ warning, unstable",
    ]
    assert page.index("KPIs") < start
    lone = replace(dated_card().goals[1], kpis_lagging=(), kpis_leading=())
    alone = rows(replace(dated_card(), goals=(dated_card().goals[0], lone, dated_card().goals[2])), "goal", "reach")
    assert "KPIs" not in alone


def test_a_measure_shows_its_value_and_where_it_comes_from() -> None:
    page = rows(dated_card(), "measure", "ad-spend")
    assert page[:2] == ["Ad spend", "measure ad-spend"]
    assert "value ≤ EUR 1,250, an upper bound: its parts overlap, so they do not add up" in page
    assert "formula sum(cost)" in page
    assert "period 2026-10 so far" in rows(open_card(), "measure", "ad-spend")
    card = dated_card()
    unknown = replace(card, measures=(replace(card.measures[0], value=None),))
    assert "value no figure" in rows(unknown, "measure", "ad-spend")


@pytest.mark.parametrize("card", [dated_card(), hostile_dated_card()])
@pytest.mark.parametrize("width", [100, 72])
def test_pages_of_dated_figures_keep_to_the_width_and_to_text(card: Scorecard, width: int) -> None:
    items = [("kpi", item.id) for item in card.kpis] + [("goal", item.id) for item in card.goals]
    for kind, item_id in (*items, ("measure", "ad-spend"), ("perspective", "money")):
        lines = show(card, kind, item_id, width=width)  # type: ignore[arg-type]
        assert max(map(line_width, lines)) <= width
        assert "\x1b" not in as_text(lines, colour=False)
        assert as_text(show(card, kind, item_id, width=width, ascii=True), colour=False)  # type: ignore[arg-type]


def test_json_of_a_measure_is_its_value_and_origin() -> None:
    found = json.loads(show_json(dated_card(), "measure", "ad-spend", tool_version="1"))
    assert (found["kind"], found["closed"], found["at_most"]) == ("measure", True, True)
    assert found["item"] == {"id": "ad-spend", "name": "Ad spend", "unit": "money", "value": 1250.0}
    assert found["origin"] == {
        "source": "ads",
        "formula": "sum(cost)",
        "where": "network = 'facebook'",
        "over": None,
        "cadence": None,
        "kind": "flow",
    }


def test_json_of_a_kpi_has_what_dated_figures_add() -> None:
    found = json.loads(show_json(dated_card(), "kpi", "people-trained", tool_version="1"))
    assert (found["item"]["n"], found["min_sample"], found["item"]["age"]) == (12.0, 20.0, 2)
    assert (found["origin"]["cadence"], found["part"], found["review_due"]) == ("quarter", 1.0, False)
    assert json.loads(show_json(dated_card(), "goal", "reach", tool_version="1"))["guardrails"] == ["unfollow-rate"]


def test_a_kpi_that_is_only_watched_needs_no_letters() -> None:
    """Without a target it is a guardrail that can sound an alarm, and no aim that lacks anything."""
    card = dated_card()
    bare = replace(card.kpis[-1], direction="maximise", reason="no-target")
    page = rows(replace(card, kpis=(*card.kpis[:-1], bare)), "kpi", "unfollow-rate")
    assert "Unfollow rate has no target." in page
    assert not any("not specific" in line for line in page)
    aimed = replace(card, kpis=(*card.kpis[:-1], kpi("unfollow-rate")))
    assert any(line.startswith("SMART, as far as a file can tell") for line in rows(aimed, "kpi", "unfollow-rate"))
