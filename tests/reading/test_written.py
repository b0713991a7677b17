"""How the figures of a KPI are written."""

from __future__ import annotations

from typing import Any

import pytest

from scorecard.problem import Loc
from scorecard.reading.written import written_figures


def _found(kpi: Any) -> list[tuple[str, Loc]]:
    return [(problem.rule, problem.loc[2:]) for problem in written_figures({"kpis": {"it": kpi}})]


@pytest.mark.parametrize("unit", ["%", "percent"])
def test_figures_in_per_cent_carry_the_sign(unit: str) -> None:
    assert _found({"unit": unit, "value": "5", "baseline": "0.05", "target": "-5", "worst": "+1e1"}) == [
        ("percent-sign", (key,)) for key in ("value", "baseline", "target", "worst")
    ]
    assert _found({"unit": unit, "value": "5%", "baseline": "0", "worst": "0.0", "best": "-0", "target": "8_0%"}) == []
    assert _found({"unit": unit, "target": "80k"}) == [("percent-sign", ("target",))]


def test_other_figures_carry_none() -> None:
    assert _found({"unit": "count", "value": "5%", "target": "5"}) == [("percent-sign", ("value",))]
    assert _found({"value": "5%"}) == [("percent-sign", ("value",))]
    assert _found({"unit": "count", "value": "80k", "best": "1.2M"}) == []


def test_each_figure_of_a_pair_and_each_value_of_a_curve_is_looked_at() -> None:
    assert _found({"unit": "%", "range": ["90", "110%"], "worst": ["60%", "140"]}) == [
        ("percent-sign", ("worst", 1)),
        ("percent-sign", ("range", 0)),
    ]
    assert _found({"unit": "%", "curve": [["10", "0"], ["50%", "1"]]}) == [("percent-sign", ("curve", 0, 0))]
    assert _found({"unit": "count", "curve": [["10", "0%"], ["50%", "100%"]]}) == [("percent-sign", ("curve", 1, 0))]


def test_answers_go_with_yes_no() -> None:
    assert _found({"unit": "yes-no", "value": "yes", "target": "no"}) == []
    assert _found({"unit": "yes-no", "value": "1", "target": "100%"}) == [
        ("yes-no", ("value",)),
        ("yes-no", ("target",)),
    ]
    assert _found({"unit": "count", "value": "yes"}) == [("yes-no", ("value",))]
    assert _found({"value": "no"}) == [("yes-no", ("value",))]


def test_percentage_points_go_with_per_cent() -> None:
    assert _found({"unit": "%", "target": {"change": "+0.5pp"}}) == []
    assert _found({"unit": "%", "target": {"change": "+12%"}}) == []
    assert _found({"unit": "%", "target": {"change": "+12"}}) == [("bad-change", ("target", "change"))]
    assert _found({"unit": "count", "target": {"change": "+0.5pp"}}) == [("bad-change", ("target", "change"))]
    assert _found({"unit": "count", "target": {"change": "+12%"}}) == []
    assert _found({"unit": "%", "target": {"kpi": "other"}}) == []


@pytest.mark.parametrize(
    "data", [None, [], "text", {}, {"kpis": None}, {"kpis": ["a"]}, {"kpis": {"a": "5", "b": None, "c": ["5%"]}}]
)
def test_what_has_no_kpis_has_no_figures(data: Any) -> None:
    assert list(written_figures(data)) == []


def test_empty_and_wrong_figures_are_left_to_others() -> None:
    assert _found({"unit": "%", "value": "", "target": "many", "range": {"a": "5"}}) == []
