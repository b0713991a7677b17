"""Which series of a history are asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scorecard.api.history import choose
from scorecard.api.show import ItemNotFoundError
from scorecard.history import History, NumberName
from tests.rendering.history.histories import figures, make_history, scores

NUMBERS: tuple[NumberName, ...] = ("performance", "lagging", "leading", "outlook")
WHOLE = make_history(
    *(scores("index", "index", 0.5, number=number) for number in NUMBERS),
    *(scores("perspective", "customer", 0.5, number=number) for number in NUMBERS),
    *(scores("goal", "loyal", 0.5, number=number) for number in NUMBERS),
    *(scores("goal", "twice", 0.5, number=number) for number in NUMBERS),
    figures("followers", 5.0),
    scores("kpi", "followers", 0.5),
    figures("twice", 5.0),
    scores("kpi", "twice", 0.5),
    figures("spend", 5.0, kind="measure", statuses=()),
)


def keys(history: History) -> Sequence[str]:
    return [f"{series.kind}:{series.id}.{series.number}" for series in history.series]


def test_without_ids_the_performances_of_index_perspectives_and_goals() -> None:
    scored = [
        "index:index.performance",
        "perspective:customer.performance",
        "goal:loyal.performance",
        "goal:twice.performance",
    ]
    assert keys(choose(WHOLE)) == scored
    assert keys(choose(WHOLE, kpis=True)) == [*scored, "kpi:followers.value", "kpi:twice.value"]


def test_ids_come_in_the_order_in_which_they_are_asked_for_and_once() -> None:
    asked = ["spend", "loyal", "kpi:twice", "index", "loyal", "perspective:customer"]
    assert keys(choose(WHOLE, asked)) == [
        "measure:spend.value",
        "goal:loyal.performance",
        "kpi:twice.value",
        "index:index.performance",
        "perspective:customer.performance",
    ]


def test_numbers_are_those_that_an_item_has() -> None:
    asked = choose(WHOLE, ["loyal", "followers", "spend"], numbers=("outlook", "performance"))
    assert keys(asked) == [
        "goal:loyal.performance",
        "goal:loyal.outlook",
        "kpi:followers.performance",
        "measure:spend.value",
    ]
    assert keys(choose(WHOLE, ["followers"], numbers=["leading"])) == ["kpi:followers.value"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("twice", "'twice' is the id of several things; say goal:twice or kpi:twice"),
        ("folowers", "the map has no goal, KPI, perspective or measure 'folowers'; did you mean followers?"),
        ("goal:spend", "the map has no goal, KPI, perspective or measure 'goal:spend'; did you mean spend?"),
        ("", "the map has no goal, KPI, perspective or measure ''"),
        ("kpi:", "the map has no goal, KPI, perspective or measure 'kpi:'"),
    ],
)
def test_what_is_not_found_or_not_clear(name: str, message: str) -> None:
    with pytest.raises(ItemNotFoundError) as caught:
        choose(WHOLE, [name])
    assert str(caught.value) == message


def test_the_index_is_the_index_though_a_kpi_is_called_so() -> None:
    both = make_history(scores("index", "index", 0.5), figures("index", 5.0), scores("kpi", "index", 0.5))
    assert keys(choose(both, ["index"])) == ["index:index.performance"]
    assert keys(choose(both, ["kpi:index"])) == ["kpi:index.value"]
