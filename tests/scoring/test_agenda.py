"""The order of business, and the law of losses: together they are what the index lacks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scorecard.api.examine import load
from scorecard.api.score import score
from scorecard.result import Scorecard
from scorecard.scoring.agenda import MOST_LOSSES, agenda, losses
from tests.cli.commands import ROOT, TEMPLATE

MAPS = [TEMPLATE, *sorted((ROOT / "maps").glob("*.yaml")), ROOT / "maps/corner-cafe/strategy.yaml"]


def card_of(path: Path) -> Scorecard:
    strategy_map = load(path)
    return score(strategy_map, strategy_map.as_of or date(2026, 10, 31), folder=path.parent)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_losses_add_up_to_what_the_index_lacks(path: Path) -> None:
    card = card_of(path)
    assert card.index.performance is not None
    assert sum(loss.points for loss in losses(card)) == pytest.approx(1 - card.index.performance, abs=1e-9)
    ordered = agenda(card, ())
    points = [loss.points for loss in ordered.losses]
    assert points == sorted(points, reverse=True)
    assert len(points) <= MOST_LOSSES
    assert all(point > 0 for point in points)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_goals_with_flags_and_off_track_once_each_the_urgent_ones_first(path: Path) -> None:
    card = card_of(path)
    ordered = agenda(card, ()).goals
    assert set(ordered) == {goal.id for goal in card.goals if goal.flags or goal.status == "off-track"}
    assert len(ordered) == len(set(ordered))
    urgent = [goal for goal in card.focus if goal in ordered]
    assert list(ordered[: len(urgent)]) == urgent
