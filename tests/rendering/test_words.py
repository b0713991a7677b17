from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from scorecard.rendering import words
from scorecard.rendering.words import coverage_words, diagnosis_sentence, goal_sentence, outlook_words
from scorecard.result import Counts, Coverage, Diagnosis, Heading, Reason, Status
from tests.rendering.sample_card import FULL, goal, sample_card

KNOWN = goal(
    "g",
    "money",
    performance=0.87,
    lagging=0.87,
    leading=0.77,
    status="on-track",
    lagging_status="on-track",
    leading_status="at-risk",
    coverage=FULL,
    performance_coverage=1.0,
    reason=None,
    diagnosis="watch",
    kpis_lagging=("k",),
    kpis_leading=("d",),
)


def test_every_status_heading_diagnosis_and_reason_has_its_words() -> None:
    for table in (words.STATUS_WORD, words.STATUS_GLYPH, words.STATUS_STYLE):
        assert set(table) == set(get_args(Status))
    assert set(words.HEADING_GLYPH) == set(get_args(Heading))
    assert set(words.DIAGNOSIS_WORD) == set(get_args(Diagnosis))
    assert set(words.REASON_WORD) == set(words.REASON_SHORT) == set(get_args(Reason))


@pytest.mark.parametrize("diagnosis", get_args(Diagnosis))
def test_every_diagnosis_has_a_sentence(diagnosis: Diagnosis) -> None:
    sentence = diagnosis_sentence(replace(KNOWN, diagnosis=diagnosis))
    assert sentence is not None
    assert sentence.endswith(".")


def test_a_sentence_gives_both_numbers() -> None:
    assert goal_sentence(KNOWN) == "Results hold (87 %), drivers are at risk (77 %)."


def test_a_goal_without_drivers_says_so() -> None:
    lone = replace(KNOWN, diagnosis=None, leading=None, leading_status="no-data", kpis_leading=())
    assert goal_sentence(lone) == "Results are on track (87 %); it declares no drivers."


def test_a_goal_judged_by_its_drivers_says_so() -> None:
    judged = replace(
        KNOWN,
        basis="leading",
        lagging=None,
        lagging_status="no-data",
        performance=0.77,
        status="at-risk",
        diagnosis="results-not-measured",
        kpis_lagging=(),
    )
    assert goal_sentence(judged) == "Results are not measured, so its drivers speak for it: at risk (77 %)."


def test_low_coverage_is_said_once() -> None:
    thin = replace(
        KNOWN,
        reason="low-coverage",
        status="no-data",
        lagging_status="no-data",
        performance_coverage=0.33,
        coverage=Coverage(lagging=0.33, leading=0.5, outlook=0.4),
    )
    assert goal_sentence(thin) == "Only 33 % of its results are known, too little for a colour: 87 % so far."
    assert coverage_words(thin) == "Coverage: drivers 50 %."


def test_coverage_is_said_only_where_something_is_missing() -> None:
    assert coverage_words(KNOWN) is None
    missing = replace(KNOWN, coverage=Coverage(lagging=0.997, leading=1.0, outlook=0.9))
    assert coverage_words(missing) == "Coverage: results 99.7 %."


def test_goals_without_data_say_why() -> None:
    assert goal_sentence(goal("g", "money")) == "It has no KPI."
    empty = goal("g", "money", reason="no-data", kpis_lagging=("k",))
    assert goal_sentence(empty) == "Its results have no data yet."
    assert goal_sentence(replace(empty, causes=("c",))) == "Neither results nor drivers have data yet."
    driven = goal("g", "money", leading=0.9, leading_status="on-track", causes=("c",))
    assert goal_sentence(driven) == "It has no KPI; its drivers are on track (90 %)."


def test_counts_leave_out_what_nobody_has() -> None:
    assert words.counts_words(sample_card().index.counts) == "1 at risk, 1 off track, 1 no data"
    assert words.counts_words(Counts(on_track=0, at_risk=0, off_track=0, no_data=0)) == "no goals"


def test_a_number_without_a_colour_is_marked_as_such() -> None:
    limits = KNOWN.limits
    assert words.status_and_number("at-risk", 0.78, limits) == "at risk 78 %"
    assert words.status_and_number("no-data", None, limits) == "no data"
    assert words.status_and_number("no-data", 0.74, limits) == "no data (74 % so far)"


def test_an_outlook_without_results_is_a_number_with_its_coverage() -> None:
    """Nothing is known that it could be compared with: no arrow, no word, and still the same number everywhere."""
    lone = goal("g", "money", outlook=0.98, heading=None, coverage=Coverage(lagging=0.0, leading=1.0, outlook=0.5))
    assert (outlook_words(lone), coverage_words(lone)) == ("98 %", "Coverage: outlook 50 %.")
    assert outlook_words(replace(lone, heading="steady")) == "→ steady"
    assert coverage_words(replace(lone, heading="steady", coverage=replace(lone.coverage, lagging=1.0))) is None
    assert outlook_words(replace(lone, outlook=None)) == "–"
