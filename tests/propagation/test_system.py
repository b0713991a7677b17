"""The forward sweep, the exact solve of loops and the reverse sweep agree with each other and with numpy."""

from itertools import pairwise

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.propagation import loop
from scorecard.propagation.system import path_sums, solve


@st.composite
def loops(draw: st.DrawFn) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    names = [f"g{number}" for number in range(draw(st.integers(1, 8)))]
    rows: dict[str, dict[str, float]] = {}
    constants = {}
    for name in names:
        raw = {other: draw(st.floats(0, 1)) for other in draw(st.lists(st.sampled_from(names), unique=True))}
        own = draw(st.floats(0.01, 1))
        total = sum(raw.values()) + own
        rows[name] = {other: share / total for other, share in raw.items()}
        constants[name] = own / total * draw(st.floats(0, 1))
    return rows, constants


def by_numpy(rows: dict[str, dict[str, float]], constants: dict[str, float]) -> dict[str, float]:
    names = list(rows)
    matrix = numpy.array([[rows[name].get(other, 0.0) for other in names] for name in names])
    solution = numpy.linalg.solve(numpy.eye(len(names)) - matrix, numpy.array([constants[name] for name in names]))
    return dict(zip(names, map(float, solution), strict=True))


@given(loops())
def test_a_loop_is_solved_exactly(made: tuple[dict[str, dict[str, float]], dict[str, float]]) -> None:
    rows, constants = made
    assert solve(rows, constants, [list(rows)]) == pytest.approx(by_numpy(rows, constants), abs=1e-9)


def test_topological_order_and_linear_solve_agree() -> None:
    rows = {"a": {}, "b": {"a": 0.5}, "c": {"b": 0.25, "a": 0.25}}
    constants = {"a": 0.9, "b": 0.1, "c": 0.3}
    in_order = solve(rows, constants, [["a"], ["b"], ["c"]])
    assert in_order == pytest.approx(solve(rows, constants, [["a", "b", "c"]]), abs=1e-12)
    assert in_order == pytest.approx({"a": 0.9, "b": 0.55, "c": 0.6625}, abs=1e-12)


def tangle(size: int) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """A loop in which each goal drives each other."""
    names = [f"g{number}" for number in range(size)]
    rows = {
        name: {other: (1 + number * place % 7) / (5 * size) for place, other in enumerate(names) if other != name}
        for number, name in enumerate(names)
    }
    return rows, {name: 0.2 * (number % 3) / 2 for number, name in enumerate(names)}


def test_a_loop_of_more_than_fifty_goals_goes_through_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, constants = tangle(200)
    large, reach = solve(rows, constants, [list(rows)]), path_sums(rows, [list(rows)], "g7")
    assert large == pytest.approx(by_numpy(rows, constants), abs=1e-12)
    monkeypatch.setattr(loop, "_NUMPY_ABOVE", 1000)
    assert solve(rows, constants, [list(rows)]) == pytest.approx(large, abs=1e-12)
    assert path_sums(rows, [list(rows)], "g7") == pytest.approx(reach, abs=1e-12)
    assert sum(reach[name] * constants[name] for name in rows) == pytest.approx(large["g7"], abs=1e-12)


def test_a_long_ring_is_solved_without_a_matrix_of_all_its_goals() -> None:
    names = [f"g{number}" for number in range(5_000)]
    rows = {name: {names[number - 1]: 0.7} for number, name in enumerate(names)}
    taken_apart = loop.reduced(rows, dict.fromkeys(names, 0.3))
    assert max(len(step.causes) + len(step.effects) for step in taken_apart.steps) == 2
    assert solve(rows, dict.fromkeys(names, 0.3), [names]) == pytest.approx(dict.fromkeys(names, 1.0), abs=1e-12)


def test_a_figure_far_away_behind_small_weights_decides_the_whole_loop() -> None:
    """Every other way leads back into the loop, so each goal has the value of the one figure, small as its share is."""
    names = "abcdefgh"
    back, on = 1000 / 1000.001, 0.001 / 1000.001
    rows = {name: {"a": back, after: on} for name, after in pairwise(names)} | {"h": {"a": back}}
    constants = {**dict.fromkeys(names, 0.0), "h": 0.5 * on}
    assert solve(rows, constants, [list(names)]) == pytest.approx(dict.fromkeys(names, 0.5), abs=1e-9)


@pytest.mark.parametrize("size", [20, 55, 80])
def test_the_same_where_nearly_all_goals_drive_each_other(size: int) -> None:
    """Each goal is driven at 1000 by all earlier ones and at 0.001 by the next; only the last has a figure, 0.5."""
    names = [f"g{number}" for number in range(size)]
    rows: dict[str, dict[str, float]] = {}
    for number, name in enumerate(names):
        causes = dict.fromkeys(names[:number], 1000.0)
        total = sum(causes.values()) + 0.001
        last = number == size - 1
        rows[name] = {cause: weight / total for cause, weight in causes.items()}
        if not last:
            rows[name][names[number + 1]] = 0.001 / total
    constants = dict.fromkeys(names, 0.0) | {names[-1]: 0.5 * 0.001 / (1000 * (size - 1) + 0.001)}
    assert solve(rows, constants, [names]) == pytest.approx(dict.fromkeys(names, 0.5), abs=1e-7)


def test_path_sums_are_products_of_shares_along_all_paths() -> None:
    # a -> b -> d, a -> c -> d
    rows = {"a": {}, "b": {"a": 0.5}, "c": {"a": 0.2}, "d": {"b": 0.3, "c": 0.6}}
    found = path_sums(rows, [["a"], ["b"], ["c"], ["d"]], "d")
    assert found == pytest.approx({"a": 0.5 * 0.3 + 0.2 * 0.6, "b": 0.3, "c": 0.6, "d": 1.0}, abs=1e-12)


@given(loops())
def test_reverse_sweep_is_the_gradient(made: tuple[dict[str, dict[str, float]], dict[str, float]]) -> None:
    rows, constants = made
    goal = next(iter(rows))
    reach = path_sums(rows, [list(rows)], goal)
    value = solve(rows, constants, [list(rows)])[goal]
    assert sum(reach[name] * constants[name] for name in rows) == pytest.approx(value, abs=1e-9)
