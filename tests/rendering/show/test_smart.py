from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scorecard.rendering.show.smart import smart_letters, smart_sentence, smart_words
from tests.rendering.sample_card import goal, kpi, sample_card, unmeasured_kpi

BY = "by 31 December 2026."


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"baseline": 80_000.0, "target": 120_000.0}, f"Raise impressions from 80,000 to 120,000 {BY}"),
        (
            {"direction": "minimise", "unit": "hours", "baseline": 24.0, "target": 2.0},
            f"Cut impressions from 24 to 2 hours {BY}",
        ),
        ({"baseline": None, "worst": 20.0, "target": 40.0}, f"Keep impressions at 40 or more {BY}"),
        (
            {"baseline": None, "worst": 9.0, "target": 4.0, "direction": "minimise", "by": None},
            "Keep impressions at 4 or less.",
        ),
        (
            {"baseline": None, "target": None, "worst": 0.85, "best": 1.15, "unit": "%", "by": None},
            "Raise impressions towards 115 %, its best.",
        ),
        ({"scale": "range", "range": (20.0, 26.0), "by": None}, "Keep impressions between 20 and 26."),
        ({"scale": "binary", "unit": "yes-no", "baseline": 0.0, "target": 1.0}, f"Reach “yes” on impressions {BY}"),
        (
            {"scale": "curve", "curve": ((10.0, 0.8), (25.0, 1.2)), "by": None},
            "Bring impressions up its curve, where 10 is worth 80 % and 25 is worth 120 %.",
        ),
        ({"direction": "none"}, "Watch impressions: it is shown and never scored."),
        ({"scale": None, "target": None}, "Impressions has no target."),
        ({"target": None, "best": None}, "Impressions has a target, but what it is measured from is not known yet."),
    ],
)
def test_every_scale_has_its_sentence(fields: dict[str, Any], sentence: str) -> None:
    assert smart_sentence(kpi("impressions", **fields), "EUR") == sentence


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Average comments per post", "average comments per post"),
        ("NPS", "NPS"),
        ("Net Promoter Score", "Net Promoter Score"),
        ("Facebook likes", "Facebook likes"),
        ("YouTube views", "YouTube views"),
        ("Größe", "größe"),
    ],
)
def test_only_a_capital_that_begins_the_name_is_dropped(name: str, inside: str) -> None:
    assert smart_sentence(kpi("k", name=name), None) == f"Raise {inside} from 80 to 120 {BY}"


def test_money_and_names_are_shown_safely() -> None:
    sentence = smart_sentence(kpi("x", name="a\x1b[31m", unit="money", target=9000.0), "EUR")
    assert sentence == f"Raise a�[31m from EUR 80 to 9,000 {BY}"


def test_all_letters_are_there() -> None:
    card = sample_card()
    letters = smart_letters(card.kpis[1], card)
    assert [letter.word for letter in letters] == ["specific", "measurable", "attainable", "relevant", "time-bound"]
    assert smart_words(letters) == (
        "SMART, as far as a file can tell: specific, measurable, attainable, relevant and time-bound."
    )


def test_each_missing_letter_says_why() -> None:
    card = sample_card()
    bare = unmeasured_kpi("bare", scale=None, target=None, baseline=None, by=None)
    assert smart_words(smart_letters(bare, card)) == (
        "–––––: not specific (no target says what is to be reached); "
        "not measurable (it has no scale on which a value could be judged); "
        "not attainable (no baseline tells how far away the target is); "
        "not relevant (no goal uses it); not time-bound (no date says by when)."
    )


def test_a_kpi_without_a_value_is_not_measured() -> None:
    card = sample_card()
    assert smart_words(smart_letters(card.kpis[2], card)).startswith("S–ART: not measurable (it has no value")


def test_relevant_is_what_reaches_the_top() -> None:
    card = sample_card()
    lost = replace(card, goals=(*card.goals, goal("lost", "learning", reaches_top=False)))
    relevant = {letter.word: letter.missing for letter in smart_letters(kpi("k", lagging_of=("lost",)), lost)}
    assert relevant["relevant"] == "no arrows lead from its goal to the top"
    assert not smart_letters(kpi("k", lagging_of=("lost",), leading_of=("train",)), lost)[3].missing


def test_dates_make_it_time_bound() -> None:
    card = sample_card()
    assert not smart_letters(kpi("k", by=date(2026, 12, 31)), card)[4].missing
    assert smart_letters(kpi("k", by=None), card)[4].missing
