from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from scorecard.rendering.status.as_json import status_json
from scorecard.result import Scorecard
from tests.rendering.dated_card import dated_card, hostile_dated_card, open_card
from tests.rendering.sample_card import HOSTILE, empty_card, healthy_card, hostile_card, kpi, sample_card


def document(card: Scorecard) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(status_json(card, tool_version="1.2.3"))
    return found


def test_the_document_begins_with_what_it_is() -> None:
    found = document(sample_card())
    assert list(found)[:9] == [
        "schema_version",
        "tool_version",
        "as_of",
        "period",
        "closed",
        "map",
        "index",
        "perspectives",
        "goals",
    ]
    assert found["schema_version"] == 1
    assert found["tool_version"] == "1.2.3"
    assert (found["as_of"], found["period"]) == ("2026-10-31", "2026-10")


def keys(text: str) -> set[str]:
    return set(text.split())


SCORE = "performance lagging leading outlook coverage status counts"
PROMISED = {
    "index": keys(SCORE),
    "perspectives": keys(f"id name {SCORE}"),
    "goals": keys(
        "id name perspective owner theme performance basis lagging leading outlook outlook_status coverage status "
        "reason diagnosis flags"
    ),
    "kpis": keys("id name unit owner value baseline target progress performance status reason"),
    "links": keys("cause effect kind weight share delay because"),
}
"""What every reader of the document may rely on, group by group."""

ADDED = {
    "index": keys("performance_coverage reason"),
    "perspectives": keys("weight performance_coverage reason"),
    "goals": keys("weight importance urgency heading performance_coverage trend"),
    "kpis": keys("direction since by expected plan pace of_target lagging_of leading_of trend n age alarm used"),
    "links": keys(""),
}
"""What is there besides; a key that nobody has written down here does not slip in."""


@pytest.mark.parametrize("group", PROMISED)
def test_every_item_has_the_promised_keys_and_no_unknown_ones(group: str) -> None:
    found = document(sample_card())
    items = found[group] if isinstance(found[group], list) else [found[group]]
    assert items
    for item in items:
        assert PROMISED[group] <= set(item)
        assert set(item) - PROMISED[group] == ADDED[group]


def test_the_parts_of_the_document() -> None:
    assert set(document(sample_card())) == keys(
        "schema_version as_of period map index perspectives goals kpis links initiatives"
    ) | keys("tool_version closed focus satisfied measures headline events unlike later ending restated")


@pytest.mark.parametrize("group", ["index", "perspectives", "goals"])
def test_a_coverage_always_has_the_same_shape(group: str) -> None:
    found = document(sample_card())
    for item in found[group] if isinstance(found[group], list) else [found[group]]:
        assert list(item["coverage"]) == ["lagging", "leading", "outlook"]
        assert all(isinstance(share, float) and 0 <= share <= 1 for share in item["coverage"].values())


def test_counts_flags_and_links_have_their_words() -> None:
    found = document(sample_card())
    assert list(found["index"]["counts"]) == ["on-track", "at-risk", "off-track", "no-data"]
    assert {link["kind"] for link in found["links"]} <= {"driven-by", "hindered-by"}
    assert found["goals"][0]["flags"][0] == {
        "kind": "trade-off",
        "kpi": None,
        "text": "Rose while Reach more people fell.",
    }


def test_numbers_are_fractions_and_no_data_is_null_with_a_reason() -> None:
    found = document(sample_card())
    profit, reach, train = found["goals"]
    assert profit["performance"] == 0.375
    assert reach["coverage"] == {"lagging": 2 / 3, "leading": 0.5, "outlook": 0.7}
    assert (train["performance"], train["status"], train["reason"]) == (None, "no-data", "no-data")
    assert found["kpis"][2]["performance"] is None
    assert found["kpis"][2]["reason"] == "no-value"
    assert found["index"]["counts"] == {"on-track": 0, "at-risk": 1, "off-track": 1, "no-data": 1}


def test_a_goal_stands_on_one_line() -> None:
    text = status_json(sample_card(), tool_version="1")
    assert text.endswith("}\n")
    assert sum(line.startswith('    {"id": "reach"') for line in text.splitlines()) == 1


def test_hostile_texts_come_back_as_they_were() -> None:
    found = document(hostile_card())
    assert {item["name"] for group in ("goals", "kpis", "initiatives") for item in found[group]} == {HOSTILE}
    assert found["kpis"][0]["unit"] == found["links"][0]["because"] == HOSTILE
    assert found["goals"][0]["flags"][0]["text"] == HOSTILE


@pytest.mark.parametrize(
    "card", [empty_card(), healthy_card(), replace(sample_card(), links=(), initiatives=(), goals=())]
)
def test_other_cards_are_documents_too(card: Scorecard) -> None:
    assert document(card)["schema_version"] == 1


def test_what_json_cannot_say_is_null() -> None:
    card = replace(sample_card(), kpis=(kpi("k", progress=float("inf"), value=float("nan")),))
    assert document(card)["kpis"][0]["progress"] is None
    assert "NaN" not in status_json(card, tool_version="1")


def test_it_needs_no_rich() -> None:
    program = "import sys, scorecard.rendering.status.as_json; assert 'rich' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_what_dated_figures_add_is_null_or_nothing_without_them() -> None:
    found = document(sample_card())
    assert found["closed"] is True
    assert [goal["trend"] for goal in found["goals"]] == [None, None, None]
    names = ("trend", "n", "age", "alarm", "used")
    assert {tuple(json.dumps(item[name]) for name in names) for item in found["kpis"]} == {
        ("null", "null", "0", "[]", "null")
    }


def test_dated_figures_have_trend_sample_age_alarms_and_substitute() -> None:
    found = document(dated_card())
    kpis = {item["id"]: item for item in found["kpis"]}
    assert [goal["trend"] for goal in found["goals"]] == [-0.034, 0.051, None]
    assert (kpis["response-time"]["trend"], kpis["revenue"]["used"]) == (0.0364, "sales")
    assert (kpis["people-trained"]["n"], kpis["people-trained"]["age"]) == (12.0, 2)
    assert kpis["unfollow-rate"]["alarm"] == [
        {"kind": "warning", "text": "above 2%"},
        {"kind": "unstable", "text": "unstable: its standard deviation is 32% of its mean, more than 30%"},
    ]
    assert document(open_card())["closed"] is False


def test_hostile_alarms_come_back_as_they_were() -> None:
    assert document(hostile_dated_card())["kpis"][0]["alarm"][0] == {"kind": "alarm", "text": HOSTILE}
