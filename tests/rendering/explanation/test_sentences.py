"""The sentences of explanations, those that no map of the gallery has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorecard.explaining import explain
from scorecard.explanation import Explanation, Move, NumberChange
from scorecard.rendering.explanation import sentences
from scorecard.rendering.explanation.terminal import explanation_tree
from scorecard.rendering.spans import as_text
from tests.explaining.test_by_hand import CHAIN, FIGURES, PAIR, both
from tests.scoring.by_hand import MAY, card_of


def explained() -> Explanation:
    return explain(card_of(CHAIN), "goal", "c", "outlook")


def moved(**move: object) -> str:
    found = replace(explained(), change=NumberChange(period=MAY, before=0.5, now=0.525, change=0.025))
    whole = {"kind": "goal", "id": "b", "name": "B", "change": -0.02, "share": 0.5} | move
    return sentences.move_sentence(found, Move(**whole), "−2.00")  # type: ignore[arg-type]


def test_a_path_says_how_good_it_is_what_share_and_what_it_gives() -> None:
    found = explained()
    texts = [
        sentences.path_sentence(found, path, points)
        for path, points in zip(found.paths, sentences.points_of(found), strict=False)
    ]
    assert texts[:2] == [
        "'Kc' is at 60.00 %; it is 50.00 % of this outlook, so it gives 30.00 points.",
        "'Ka' is at 90.00 %; it is 12.50 % of this outlook through 'B' and 'A', so it gives 11.25 points.",
    ]


def test_the_number_says_how_many_paths_there_are() -> None:
    found = explained()
    assert sentences.head_sentence(found) == "Its outlook is 52.50 %: the sum of 4 paths."
    assert sentences.rest_sentence(found, "0.00") is None
    assert sentences.rest_sentence(replace(found, more=1), "0.40") == "1 more path, together 0.40 points"
    huge = replace(found, more=10**32, coverage=0.5)
    assert sentences.head_sentence(huge) == (
        "Its outlook is 52.50 % (50 % of it known): the sum of more than a billion paths; the 4 largest are listed."
    )
    assert sentences.rest_sentence(huge, "9.00") == "more than a billion more paths, together 9.00 points"
    assert (sentences.rest_sentence(replace(found, more=None), "0.40") or "").startswith("endlessly many more paths")


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (
            {"what": "performance", "kind": "kpi", "before": 0.5, "now": 0.4, "by_value": 0.01, "by_terms": -0.03}
            | {"terms": "plan"},
            "'B' went from 50.00 % to 40.00 %; it is on average 50.00 % of this outlook, so it took 2.00 points: "
            "+1.00 by its value, −3.00 because the plan moved on.",
        ),
        (
            {"what": "performance", "before": 0.5, "now": 0.4, "delay": 2},
            "The results of 'B' went from 50.00 % to 40.00 % (2 months earlier each); they are on average 50.00 % of "
            "this outlook, so they took 2.00 points.",
        ),
        (
            {"what": "data", "came": ("X", "Y"), "went": ("Z",)},
            "In 'B' data came for 'X', 'Y' and went for 'Z', so its parts have other shares, which took 2.00 points.",
        ),
        (
            {"what": "weights", "added": ("X",), "removed": ("Y",)},
            "In 'B' weights or arrows were edited (new: 'X'; gone: 'Y'), so its parts have other shares, which took "
            "2.00 points.",
        ),
        (
            {"what": "not-kept"},
            "In 'B' the shares of 2026-05 and values from before it are not kept; what they changed took 2.00 points.",
        ),
    ],
)
def test_every_kind_of_move_has_its_sentence(move: dict[str, object], said: str) -> None:
    assert moved(**move) == said


def test_what_each_move_brought_is_seen_to_add_up_to_the_two_numbers_that_are_seen() -> None:
    now, may = both(PAIR, FIGURES)
    found = explain(now, "goal", "top", "outlook", earlier=may)
    points = [float(text.replace("−", "-").replace("±", "")) for text in sentences.points_of_moves(found)]
    assert sum(points) == pytest.approx(-12.5)
    assert sentences.change_sentence(found) == (
        "Its outlook fell by 12.50 points, from 80.00 % in 2026-05 to 67.50 % in 2026-06."
    )
    same = explain(may, "goal", "top", "outlook", earlier=may)
    assert sentences.change_sentence(same) == "Its outlook is as before: 80.00 % in 2026-05 and in 2026-05."
    gone = replace(same, change=NumberChange(period=MAY, before=None, now=0.8, change=None))
    assert sentences.change_sentence(gone) == (
        "Its outlook cannot be compared: no data in 2026-05, 80.00 % in 2026-05."
    )
    assert "= " not in as_text(explanation_tree(gone, width=80), colour=False)


def test_a_closed_period_says_what_is_known_of_it() -> None:
    found = replace(explained(), change=NumberChange(period=MAY, before=0.5, now=0.5, change=0.0, reported=True))
    assert (sentences.reported_sentence(found) or "").startswith("2026-05 is closed and was reported otherwise")
    assert sentences.reported_sentence(explained()) is None
