"""What an unknown id was probably meant to be."""

from __future__ import annotations

from scorecard.checking._ids import meant


def test_the_first_twenty_unknown_ids_are_compared_and_in_a_huge_map_fewer() -> None:
    unknown = [f"gaol-{number}" for number in range(30)]
    assert len(meant(unknown, [f"goal-{number}" for number in range(30)])) == 20
    assert meant(unknown, [*(f"other-{number}" for number in range(25_000)), "goal-0"]) == {"gaol-0": "goal-0"}
    assert meant(unknown, []) == {}
