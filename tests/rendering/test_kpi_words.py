from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scorecard.period import parse_period
from scorecard.rendering.kpi_words import (
    alert_words,
    before_words,
    kpi_notes,
    part_words,
    reason_long,
    reason_short,
    review_words,
    standing,
    trend_mark,
    whole_scale,
)
from scorecard.result import Alert, KpiScore, Origin
from tests.rendering.dated_card import UNSTABLE, WARNING
from tests.rendering.sample_card import kpi, sample_card, unmeasured_kpi

OCTOBER = parse_period("2026-10")
CARD = sample_card()


@pytest.mark.parametrize(
    ("fields", "short", "long"),
    [
        ({"reason": "missing"}, "no figure for 2026-10", "no figure for 2026-10"),
        ({"reason": "stale"}, "last figure too old", "its last figure is too old"),
        (
            {"reason": "stale", "origin": Origin(cadence="quarter")},
            "last figure too old",
            "its last figure is too old; it is measured by the quarter, and none came when the next was due",
        ),
        (
            {"reason": "partial", "lacks": ("linkedin",)},
            "partial: linkedin missing",
            "a part of it is missing that was there in the period before (linkedin)",
        ),
        (
            {"reason": "partial", "lacks": ("a", "b", "c", "d")},
            "partial: a, b and 2 more missing",
            "a part of it is missing that was there in the period before (a, b, c, d)",
        ),
        ({"reason": "partial"}, "partial", "a part of it is missing that was there in the period before"),
        (
            {"reason": "small-sample", "n": 12.0, "min_sample": 20.0},
            "sample too small: 12 of 20",
            "too small a sample, 12 of 20",
        ),
        ({"reason": "small-sample", "n": 12.0}, "sample too small: 12", "too small a sample, 12"),
        ({"reason": "small-sample", "min_sample": 20.0}, "sample too small: 0 of 20", "too small a sample, 0 of 20"),
        ({"reason": "no-target"}, "no target", "no target, so it is shown and not scored"),
    ],
)
def test_a_reason_says_what_is_missing(fields: dict[str, Any], short: str, long: str) -> None:
    found = unmeasured_kpi("k", **fields)
    assert reason_short(found, OCTOBER) == short
    assert reason_long(found, OCTOBER) == long
    assert reason_short(kpi("k"), OCTOBER) == reason_long(kpi("k"), OCTOBER) == ""


@pytest.mark.parametrize(
    ("before", "trend", "word", "mark"),
    [
        (100.0, 0.1, "better", "↑ better"),
        (110.0, 0.1, "better", "↓ better"),
        (110.0, -0.1, "worse", "↓ worse"),
        (100.0, -0.1, "worse", "↑ worse"),
        (103.9, 0.0, "same", "= same"),
        (100.0, None, None, ""),
        (None, None, None, ""),
    ],
)
def test_the_arrow_is_the_way_of_the_value_and_the_word_the_judgement(
    before: float | None, trend: float | None, word: str | None, mark: str
) -> None:
    assert trend_mark(kpi("k", before=before, trend=trend, trend_word=word)) == mark


BETTER: dict[str, Any] = {"before": 80.0, "trend": 0.6, "trend_word": "better"}


@pytest.mark.parametrize(
    ("fields", "closed", "words"),
    [
        ({}, True, None),
        (BETTER, True, "80 in 2026-09: better by 60 % of the way"),
        (BETTER | {"origin": Origin(cadence="quarter")}, True, "80 in the quarter before: better by 60 % of the way"),
        (BETTER | {"origin": Origin(cadence="month")}, True, "80 in 2026-09: better by 60 % of the way"),
        (BETTER | {"origin": Origin(over="year-to-date")}, True, "80 a year before: better by 60 % of the way"),
        (BETTER | {"origin": Origin(over="quarter")}, True, "80 in the quarter before: better by 60 % of the way"),
        ({"before": 120.0, "trend": -0.4, "trend_word": "worse"}, True, "120 in 2026-09: worse by 40 % of the way"),
        (
            {"before": 103.6, "trend": 0.01, "trend_word": "same"},
            True,
            "103.6 in 2026-09: about the same, 1 % of the way apart",
        ),
        ({"before": 104.0, "trend": 0.0, "trend_word": "same"}, True, "104 in 2026-09: about the same"),
        ({"before": 80.0}, True, "80 in 2026-09"),
        ({"before": 80.0, "broken": "New counting"}, True, "80 in 2026-09, which does not compare: New counting"),
        ({"before": 80.0, "part": 0.5}, False, "80 in 2026-09, which does not compare while the month is running"),
        ({"before": 80.0, "part": 0.5}, True, "80 in 2026-09"),
    ],
)
def test_the_value_before_is_a_sentence(fields: dict[str, Any], closed: bool, words: str | None) -> None:
    assert before_words(kpi("k", **fields), replace(CARD, closed=closed)) == words


@pytest.mark.parametrize(
    ("fields", "notes"),
    [
        ({}, []),
        ({"age": 1, "n": 40.0}, ["1 month old", "n 40"]),
        ({"used": "impressions"}, ["impressions used instead"]),
        ({"broken": "New\ncounting"}, ["no comparison: New counting"]),
        ({"review_due": True}, ["KPI overdue for review"]),
        ({"part": 0.5}, ["target is this month's part of 240"]),
        ({"part": 0.5, "origin": Origin(over="year-to-date")}, ["target by then, of 240 in all"]),
    ],
)
def test_notes_say_only_what_is_out_of_the_ordinary(fields: dict[str, Any], notes: list[str]) -> None:
    assert kpi_notes(kpi("k", **fields), CARD) == notes


def test_the_whole_of_a_target_is_named_while_a_part_is_due() -> None:
    running = replace(CARD, closed=False)
    assert part_words(kpi("k", part=0.25, target=30.0), running) == "target so far, of 120 in all"
    band = kpi("k", part=0.5, target=None, range=(10.0, 13.0))
    assert part_words(band, running) == "target so far, of 20–26 in all"
    curve = kpi("k", part=0.5, target=None, best=None, curve=((10.0, 0.0), (20.0, 1.0)))
    assert part_words(curve, running) == "judged by the part that is due so far"
    whole = whole_scale(curve)
    assert whole.curve == ((20.0, 0.0), (40.0, 1.0))
    assert part_words(kpi("k"), running) is None


def test_the_share_of_a_longer_period_is_told_from_what_is_due_so_far() -> None:
    running = replace(CARD, closed=False)
    by_quarter = kpi("k", part=0.25, target=30.0, origin=Origin(cadence="quarter"))
    assert part_words(by_quarter, CARD) == part_words(by_quarter, running) == "target is its quarter's part of 120"
    unknown = replace(by_quarter, value=None)
    assert part_words(unknown, CARD) == "target by then, of 120 in all"
    to_date = kpi("k", part=0.25, target=30.0, origin=Origin(over="year-to-date"))
    assert part_words(to_date, running) == "target so far, of 120 in all"
    band = kpi("k", part=0.5, target=None, range=(10.0, 13.0))
    assert part_words(band, CARD) == "target is this month's part of 20–26"
    curve = kpi("k", part=0.5, target=None, best=None, curve=((10.0, 0.0), (20.0, 1.0)))
    assert part_words(curve, CARD) == "judged by this month's part of a longer period"


def test_an_upper_bound_is_marked() -> None:
    assert standing(kpi("k", at_most=True), None) == "≤ 104 / 120"
    assert standing(unmeasured_kpi("k", at_most=True), None) == "– / 120"
    assert standing(kpi("k", at_most=True, target=None), None) == "≤ 104"


@pytest.mark.parametrize(
    ("alert", "words"),
    [
        (WARNING, "warning: above 2%"),
        (UNSTABLE, UNSTABLE.text),
        (Alert(kind="alarm", text="below 5\x1b[31m"), "alarm: below 5�[31m"),
    ],
)
def test_an_alarm_names_its_kind_once(alert: Alert, words: str) -> None:
    assert alert_words(alert) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, None),
        ({"review_by": date(2027, 1, 31)}, "look at this KPI again by 31 January 2027"),
        (
            {"review_by": date(2026, 1, 31), "review_due": True},
            "overdue: this KPI was to be looked at again by 31 January 2026",
        ),
    ],
)
def test_a_kpi_is_to_be_looked_at_again(fields: dict[str, Any], words: str | None) -> None:
    found: KpiScore = kpi("k", **fields)
    assert review_words(found) == words
