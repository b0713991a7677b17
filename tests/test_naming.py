"""Names made from ids, and the names of months."""

import pytest

from scorecard.naming import month_number, name_from


@pytest.mark.parametrize(
    ("item_id", "name"),
    [
        ("engaging-content", "Engaging content"),
        ("nps", "NPS"),
        ("cost-per-crm-seat", "Cost per CRM seat"),
        ("it-costs", "IT costs"),
        ("2026-campaign", "2026 campaign"),
        ("item", "Item"),
    ],
)
def test_name_from_id(item_id: str, name: str) -> None:
    assert name_from(item_id) == name


@pytest.mark.parametrize(
    ("word", "number"),
    [("January", 1), ("feb", 2), ("MRZ", 3), ("März", 3), ("mai", 5), ("Jun", 6), ("Okt", 10), ("dez", 12)],
)
def test_a_month_has_an_english_and_a_german_name(word: str, number: int) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize("word", ["Ju", "Ma", "Smarch", "Mayo"])
def test_a_word_that_may_be_several_months_or_none_is_no_month(word: str) -> None:
    assert month_number(word) is None
