"""Names made from ids."""

import pytest

from scorecard.naming import name_from


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
