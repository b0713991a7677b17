"""The bundled template holds what the published social-media scorecard says: written down here from that text.

Ids are those of the catalogue of KPIs. Its one entry "followers, subscribers" is two KPIs of this goal in the text.
"""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from scorecard import Scorecard, StrategyMap, load, score
from scorecard.result import Diagnosis, Status
from tests.cli.commands import TEMPLATE

HIGHER, LOWER, BAND = "maximise", "minimise", "range"
COUNT, SHARE, MONEY, SCORE, SECONDS, HOURS = "count", "%", "money", "points", "seconds", "hours"

GOALS = {
    "valuable-business-results": "stakeholders",
    "personal-brand-interaction": "customer",
    "engaging-content": "customer",
    "communicate-with-users": "internal",
    "post-engaging-content": "internal",
    "paid-ads-audience": "internal",
    "train-team": "learning-growth",
    "learn-tactics": "learning-growth",
    "understand-customer": "learning-growth",
}
LEARNING = ["train-team", "learn-tactics", "understand-customer"]

LAGGING: dict[str, dict[str, tuple[str, str]]] = {
    "valuable-business-results": {
        "qualified-interactions": (COUNT, HIGHER),
        "lead-to-sale-rate": (SHARE, HIGHER),
        "social-revenue": (MONEY, HIGHER),
    },
    "personal-brand-interaction": {
        "comments": (COUNT, HIGHER),
        "private-questions": (COUNT, HIGHER),
        "comments-per-post": (COUNT, HIGHER),
        "brand-mentions": (COUNT, HIGHER),
        "people-tagged": (COUNT, HIGHER),
    },
    "engaging-content": {
        "impressions": (COUNT, HIGHER),
        "profile-visits": (COUNT, HIGHER),
        "likes": (COUNT, HIGHER),
        "followers": (COUNT, HIGHER),
        "subscribers": (COUNT, HIGHER),
        "direct-traffic": (COUNT, HIGHER),
        "indirect-traffic": (COUNT, HIGHER),
    },
    "communicate-with-users": {
        "first-response-time": (HOURS, LOWER),  # measured in seconds, shown in hours and minutes
        "complaint-resolution-rate": (SHARE, HIGHER),
    },
    "post-engaging-content": {
        "posting-frequency": (COUNT, BAND),
        "time-on-site": (SECONDS, HIGHER),
        "bounce-rate": (SHARE, LOWER),
    },
    "paid-ads-audience": {
        "cost-per-lead": (MONEY, LOWER),
        "customer-lifetime-value": (MONEY, HIGHER),
    },
}
LEADING: dict[str, dict[str, tuple[str, str]]] = {
    "engaging-content": {"shares-per-post": (COUNT, HIGHER)},
    "post-engaging-content": {"readability-index": (SCORE, BAND), "content-quality-index": (SCORE, HIGHER)},
    "paid-ads-audience": {"social-media-budget": (MONEY, BAND)},
}
OURS: dict[str, tuple[str, str]] = {
    "team-trained": (SHARE, HIGHER),
    "qualified-interaction-agreed": ("yes-no", HIGHER),
    "best-practices-adopted": (COUNT, HIGHER),
    "proven-tactics": (COUNT, HIGHER),
    "posts-with-proven-tactics": (SHARE, HIGHER),
    "tests-concluded": (COUNT, HIGHER),
    "followers-with-known-profile": (SHARE, HIGHER),
    "customer-interviews": (COUNT, HIGHER),
}
BESIDE: dict[str, tuple[str, str | None]] = {
    "engagement-rate-by-reach": (SHARE, HIGHER),
    "sharing-rate": (SHARE, HIGHER),
    "unfollow-rate": (SHARE, LOWER),
    "next-post-reach-ratio": (SHARE, HIGHER),
    "reach": (COUNT, HIGHER),
    "negative-comment-share": (SHARE, LOWER),
    "csat": (SHARE, HIGHER),
}
"""Headline figures and guardrails from the other texts: on no goal of this one, so on none here."""
ARROWS = {
    ("engaging-content", "valuable-business-results"),
    ("personal-brand-interaction", "valuable-business-results"),
    ("communicate-with-users", "personal-brand-interaction"),
    ("post-engaging-content", "engaging-content"),
    ("paid-ads-audience", "engaging-content"),
    ("train-team", "communicate-with-users"),
    ("learn-tactics", "post-engaging-content"),
    ("understand-customer", "post-engaging-content"),
}
INITIATIVES = {
    "train-team": ["qualified interaction", "negative comments", "ten best practices"],
    "learn-tactics": ["platforms", "best time to post"],
    "understand-customer": ["topics of interest", "format", "profile"],
}


@pytest.fixture(scope="module")
def strategy_map() -> StrategyMap:
    return load(TEMPLATE)


@pytest.fixture(scope="module")
def card(strategy_map: StrategyMap) -> Scorecard:
    return score(strategy_map, folder=TEMPLATE.parent)


def published(table: dict[str, dict[str, tuple[str, str]]]) -> dict[str, tuple[str, str]]:
    return {kpi: facts for kpis in table.values() for kpi, facts in kpis.items()}


def test_the_tables_above_have_the_sizes_that_the_text_has() -> None:
    assert (len(GOALS), len(published(LAGGING)), len(published(LEADING)), len(ARROWS)) == (9, 22, 4, 8)


def test_goals_and_perspectives(strategy_map: StrategyMap) -> None:
    assert {goal_id: goal.perspective for goal_id, goal in strategy_map.goals.items()} == GOALS
    assert list(strategy_map.perspectives) == ["stakeholders", "customer", "internal", "learning-growth"]


def test_kpis_of_the_six_goals(strategy_map: StrategyMap) -> None:
    for goal_id in [goal for goal in GOALS if goal not in LEARNING]:
        goal = strategy_map.goals[goal_id]
        assert [entry.id for entry in goal.lagging] == list(LAGGING[goal_id])
        assert [entry.id for entry in goal.leading] == list(LEADING.get(goal_id, {}))


def test_kpis_of_the_learning_goals_are_marked_as_ours(strategy_map: StrategyMap) -> None:
    goals = [strategy_map.goals[goal] for goal in LEARNING]
    added = [entry.id for goal in goals for entry in goal.lagging] + [
        entry.id for goal in goals for entry in goal.leading
    ]
    assert sorted(added) == sorted(OURS)
    assert all(goal.lagging and goal.leading for goal in goals)
    text = TEMPLATE.read_text(encoding="utf-8")
    section = ""
    marked = set()
    for line in text[text.index("\nkpis:") : text.index("\ninitiatives:")].splitlines():
        if line.startswith("  # ----"):
            section = line
        elif (found := re.fullmatch(r"  ([a-z-]+):", line)) and "(ours" in section:
            marked.add(found[1])
    assert marked == set(OURS)


def test_every_kpi_has_the_unit_and_the_direction_of_the_catalogue(card: Scorecard) -> None:
    found = {kpi.id: (kpi.unit, "range" if kpi.scale == "range" else kpi.direction) for kpi in card.kpis}
    assert found == {**published(LAGGING), **published(LEADING), **OURS, **BESIDE}
    assert {kpi.id for kpi in card.kpis if not kpi.lagging_of and not kpi.leading_of} == set(BESIDE)


def test_what_is_on_no_goal_is_a_guardrail_or_a_headline_figure(strategy_map: StrategyMap) -> None:
    guardrails = {kpi for goal in strategy_map.goals.values() for kpi in goal.guardrails}
    assert set(BESIDE) <= guardrails | set(strategy_map.headline)


def test_the_two_alarms_of_the_texts_are_there_and_heard(card: Scorecard) -> None:
    """Next-post reach regularly below 80 %, and people who unfollow: above 2 to 3 %."""
    heard = {(flag.kpi, flag.kind) for goal in card.goals for flag in goal.flags}
    assert heard == {("unfollow-rate", "warning"), ("next-post-reach-ratio", "alarm")}


def test_a_stale_a_thin_and_a_missing_figure_have_no_colour(card: Scorecard) -> None:
    reasons = {kpi.reason for kpi in card.kpis if kpi.performance is None}
    assert {"stale", "small-sample", "missing"} <= reasons


def test_arrows(card: Scorecard) -> None:
    assert len(card.links) == len(ARROWS)
    assert {(link.cause, link.effect) for link in card.links if link.kind == "driven-by"} == ARROWS


def test_initiatives(strategy_map: StrategyMap) -> None:
    for goal_id, goal in strategy_map.goals.items():
        words = INITIATIVES.get(goal_id, [])
        names = [strategy_map.initiatives[initiative].name or "" for initiative in goal.initiatives]
        assert len(names) == len(words), goal_id
        assert [word for word, name in zip(words, names, strict=True) if word not in name.lower()] == []
    assert len(strategy_map.initiatives) == sum(map(len, INITIATIVES.values()))


def occurring(card: Scorecard, field: str) -> set[Any]:
    return {getattr(goal, field) for goal in card.goals} - {None}


def test_the_sample_shows_every_status_and_every_diagnosis_of_one_period(card: Scorecard) -> None:
    """ "Hypothesis in doubt" needs several periods, and the sample has one."""
    assert occurring(card, "status") == set(get_args(Status))
    assert occurring(card, "diagnosis") == set(get_args(Diagnosis)) - {"hypothesis-in-doubt"}


def test_a_goal_is_left_without_data_on_purpose(card: Scorecard) -> None:
    (empty,) = [goal for goal in card.goals if goal.outlook is None]
    assert (empty.performance, empty.status, empty.diagnosis) == (None, "no-data", "no-data")
    assert empty.kpis_lagging
    text = TEMPLATE.read_text(encoding="utf-8")
    assert "on purpose" in text[: text.index(f"\n  {empty.id}:")].splitlines()[-1]
