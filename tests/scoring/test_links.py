"""The arrows of a card."""

from __future__ import annotations

import pytest

from tests.scoring.by_hand import card_of, full


def test_the_share_of_an_arrow_is_that_among_all_declared_drivers() -> None:
    """Drivers of weight 2 + 3 + 5 = 10; the KPI that is only shown is none, and neither is the hindrance."""
    data = {
        "goals": {
            "top": {
                "perspective": "financial",
                "leading": [{"lead": 2}, {"note": 90}],
                "driven_by": [
                    {"one": 3},
                    {"two": {"weight": 5, "delay": 2, "because": "It takes two months to be seen"}},
                ],
                "hindered_by": [{"three": 4}],
            },
            "one": {"perspective": "customer", "driven_by": [{"three": 7}]},
            "two": {"perspective": "customer"},
            "three": {"perspective": "learning"},
        },
        "kpis": {**full(lead=None), "note": {"direction": "none"}},
    }
    links = card_of(data).links
    assert [(link.cause, link.effect, link.kind) for link in links] == [
        ("one", "top", "driven-by"),
        ("two", "top", "driven-by"),
        ("three", "top", "hindered-by"),
        ("three", "one", "driven-by"),
    ]
    assert [link.weight for link in links] == [3, 5, 4, 7]
    assert [link.share for link in links] == [pytest.approx(0.3), pytest.approx(0.5), None, 1]
    assert [link.delay for link in links] == [0, 2, 0, 0]
    assert links[1].because == "It takes two months to be seen"
