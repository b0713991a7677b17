"""On maps without loops the sweep in topological order is the solution of the linear system."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from scorecard.propagation.system import path_sums, solve
from tests.maps import weights

EXACT = 1e-12

Rows = dict[str, dict[str, float]]


@st.composite
def acyclic(draw: st.DrawFn) -> tuple[Rows, dict[str, float]]:
    """Shares that sum to 1 with the goal's own part, made from weights within 1:1000; goals stand in any order."""
    names = [f"g{number}" for number in range(draw(st.integers(1, 12)))]
    rows: Rows = {}
    constants: dict[str, float] = {}
    for number, name in enumerate(names):
        causes = draw(st.lists(st.sampled_from(names[:number]), unique=True, max_size=4)) if number else []
        weighed = {cause: draw(weights) for cause in causes}
        own = draw(weights)
        total = own + sum(weighed.values())
        rows[name] = {cause: weight / total for cause, weight in weighed.items()}
        constants[name] = own / total * draw(st.floats(0, 1))
    order = draw(st.permutations(names))
    return {name: rows[name] for name in order}, {name: constants[name] for name in order}


def graph_of(rows: Rows) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(rows)
    graph.add_edges_from((cause, effect) for effect, row in rows.items() for cause in row)
    return graph


def matrix_of(rows: Rows) -> NDArray[numpy.float64]:
    """1 - A, of which the solution is the inverse."""
    return numpy.array(
        [[float(cause == effect) - row.get(cause, 0.0) for cause in rows] for effect, row in rows.items()]
    )


def by_numpy(matrix: NDArray[numpy.float64], constants: Mapping[str, float]) -> dict[str, float]:
    solution = numpy.linalg.solve(matrix, numpy.array(list(constants.values())))
    return dict(zip(constants, map(float, solution), strict=True))


@given(acyclic())
def test_topological_order_and_linear_solve_agree(made: tuple[Rows, dict[str, float]]) -> None:
    rows, constants = made
    graph = graph_of(rows)
    system = by_numpy(matrix_of(rows), constants)
    for order in (nx.topological_sort(graph), nx.lexicographical_topological_sort(graph)):
        assert solve(rows, constants, [[goal] for goal in order]) == pytest.approx(system, abs=EXACT)
    assert solve(rows, constants, [list(rows)]) == pytest.approx(system, abs=EXACT)  # all of it taken for one loop


@given(acyclic())
def test_the_reverse_sweep_is_a_row_of_the_inverse(made: tuple[Rows, dict[str, float]]) -> None:
    rows, _ = made
    order = [[goal] for goal in nx.topological_sort(graph_of(rows))]
    for goal in rows:
        unit = {other: float(other == goal) for other in rows}
        assert path_sums(rows, order, goal) == pytest.approx(by_numpy(matrix_of(rows).T, unit), abs=EXACT)


@given(acyclic(), st.data())
def test_goals_without_a_number_are_left_out(made: tuple[Rows, dict[str, float]], choice: st.DataObject) -> None:
    """A goal that has none gives nothing on: it is as if its arrows were not there."""
    rows, constants = made
    assume(len(rows) > 1)
    silent = choice.draw(st.sampled_from(list(rows)))
    order = [[goal] for goal in nx.topological_sort(graph_of(rows))]
    kept = {goal: constant for goal, constant in constants.items() if goal != silent}
    cut = {goal: {cause: share for cause, share in rows[goal].items() if cause != silent} for goal in kept}
    assert solve(rows, kept, order) == pytest.approx(by_numpy(matrix_of(cut), kept), abs=EXACT)
