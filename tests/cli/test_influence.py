"""``scorecard influence``: a published case, weights for a map, and files as people save them."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard.influence import EndlessInfluenceError
from scorecard.measuring.rules import influence_matrix
from scorecard.propagation.total_relation import scale_of, total_relation
from tests.cli.commands import called

STRATEGY = """\
name: Chain
as_of: 2026-10-31
goals:
  profit: {perspective: financial, lagging: [margin], driven_by: {loyal: {weight: 3}, quick: {weight: 1}}}
  loyal: {perspective: customer, lagging: [guests], driven_by: [quick, trained]}
  quick: {name: Quick service, perspective: internal, lagging: [waiting], driven_by: [trained]}
  trained: {perspective: learning, lagging: [courses]}
  aside: {perspective: learning, lagging: [courses]}
kpis:
  margin: {value: 6, worst: 0, best: 10}
  guests: {value: 6, worst: 0, best: 10}
  waiting: {value: 6, worst: 0, best: 10}
  courses: {value: 6, worst: 0, best: 10}
"""
MATRIX = """\
goal;profit;loyal;Quick service;trained
profit;;;;
loyal;3;;;
Quick service;1,5;2;;
trained;2;2;0;
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    (tmp_path / "matrix.csv").write_text(MATRIX, encoding="utf-8-sig")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*arguments: str) -> dict[str, Any]:
    ran = called("influence", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    document: dict[str, Any] = json.loads(ran.out)
    return document


def test_the_published_case() -> None:
    """Sustainability 2020, 12, 10584."""
    direct = [[0, 2 / 3, 1], [10 / 3, 0, 0], [10 / 3, 0, 0]]
    total = total_relation(direct)
    expected = [[0.143, 0.114, 0.171], [0.571, 0.057, 0.086], [0.571, 0.057, 0.086]]
    assert numpy.round(total, 3).tolist() == expected
    assert numpy.round(total.sum(axis=1) + total.sum(axis=0), 3).tolist() == [1.714, 0.943, 1.057]
    assert numpy.round(total.sum(axis=1) - total.sum(axis=0), 3).tolist() == [-0.857, 0.486, 0.371]
    assert scale_of(direct) == pytest.approx(20 / 3)


def square(size: int) -> st.SearchStrategy[list[list[int]]]:
    row = st.lists(st.integers(0, 4), min_size=size, max_size=size)
    return st.lists(row, min_size=size, max_size=size)


@given(st.integers(2, 6).flatmap(square))
def test_the_total_is_the_sum_over_all_paths(direct: list[list[int]]) -> None:
    for place, row in enumerate(direct):
        row[place] = 0
    assume(any(map(any, direct)))
    scaled = numpy.array(direct) / scale_of(direct)
    assume(abs(numpy.linalg.eigvals(scaled)).max() < 0.9)
    total = total_relation(direct)
    step, summed = scaled, scaled.copy()
    for _ in range(400):
        step = step @ scaled
        summed += step
    assert total == pytest.approx(summed, abs=1e-9)
    assert total_relation([[3 * value for value in row] for row in direct]) == pytest.approx(total, abs=1e-12)


def test_influences_that_never_die_out_are_refused() -> None:
    with pytest.raises(EndlessInfluenceError):
        total_relation([[0, 2, 2], [2, 0, 2], [2, 2, 0]])


@pytest.mark.usefixtures("shop")
def test_weights_follow_the_direct_influence_and_keep_their_sum() -> None:
    document = found("--from", "matrix.csv")
    arrows = {(one["cause"], one["effect"]): one["proposed"] for one in document["arrows"]}
    assert arrows["loyal", "profit"] == pytest.approx(4 * 3 / 4.5)
    assert arrows["quick", "profit"] == pytest.approx(4 * 1.5 / 4.5)
    assert arrows["quick", "loyal"] == arrows["trained", "loyal"] == 1
    assert arrows["trained", "quick"] is None  # no influence is seen there
    assert [(one["cause"], one["effect"]) for one in document["no_arrow"]] == [("trained", "profit")]
    assert document["not_judged"] == ["aside"]


@pytest.mark.usefixtures("shop")
def test_the_snippet_is_yaml_with_ids() -> None:
    text = called("influence", "--from", "matrix.csv", "--format", "yaml").out
    assert "  profit:\n    driven_by:\n      loyal: {weight: 2.67}\n      quick: {weight: 1.33}\n" in text
    assert "      trained: {weight: 1}  # no direct influence is seen\n" in text


def test_several_experts_are_averaged(shop: Path) -> None:
    other = MATRIX.replace("loyal;3", "loyal;1")
    head, *rows = other.splitlines()
    (shop / "ben.csv").write_text("\n".join([head, *reversed(rows)]), encoding="utf-8")
    document = found("--from", "matrix.csv", "--from", "ben.csv")
    assert document["experts"] == 2
    assert document["direct"][1][0] == 2  # the rows of the second file stand in another order


@pytest.mark.usefixtures("shop")
def test_what_is_printed(golden: Callable[[str, str], None]) -> None:
    golden("influence/chain.txt", called("influence", "--from", "matrix.csv").out)


BROKEN = {
    "the map has no goal 'loyall'": MATRIX.replace("\nloyal;", "\nloyall;"),
    "'loyal' stands here twice": MATRIX.replace("\ntrained;", "\nloyal;"),
    "'strong' is no strength of influence": MATRIX.replace("loyal;3", "loyal;strong"),
    "'-3' is no strength of influence": MATRIX.replace("loyal;3", "loyal;-3"),
    "'1e999' is no strength of influence": MATRIX.replace("loyal;3", "loyal;1e999"),
    "nothing influences itself": MATRIX.replace("profit;;", "profit;1;"),
    "the row has 3 cells and not 5": MATRIX.replace("trained;2;2;0;", "trained;2;2"),
    "'trained' has a column and no row": MATRIX.replace("trained;2;2;0;\n", ""),
    "a row or a column has no name": MATRIX.replace("\ntrained;", "\n;"),
    "no goal influences any other": "goal,loyal,profit\nloyal,,\nprofit,,\n",
    "the file holds no matrix": "goal,loyal\n",
}


@pytest.mark.parametrize("says", BROKEN)
def test_what_is_wrong_is_shown_in_its_place(shop: Path, says: str) -> None:
    (shop / "matrix.csv").write_text(BROKEN[says], encoding="utf-8")
    ran = called("influence", "--from", "matrix.csv")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "error[influence-matrix]" in ran.err


def test_a_round_without_end_is_said(shop: Path) -> None:
    (shop / "matrix.csv").write_text("goal,a\u001b[31m,b\na\u001b[31m,,2\nb,2,\n", encoding="utf-8")
    ran = called("influence", "--from", "matrix.csv", "--no-map")
    assert ran.code == 2
    assert "\x1b" not in ran.err


@pytest.mark.usefixtures("shop")
def test_other_slips() -> None:
    assert called("influence").code == 2
    ran = called("influence", "--from", "none.csv")
    assert ran.code == 2
    assert "none.csv" in ran.err


def test_the_page_of_the_rule_has_a_good_and_a_bad_matrix(shop: Path) -> None:
    page = inspect.getdoc(influence_matrix) or ""
    for name, code in (("Good:\n", 0), ("Bad:\n", 2)):
        text = page.split(name)[1].split("\n\n")[0]
        (shop / "page.csv").write_text(dedent(text) + "\n", encoding="utf-8")
        assert called("influence", "--from", "page.csv", "--no-map").code == code
