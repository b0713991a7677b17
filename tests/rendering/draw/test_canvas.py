"""The canvas: lines of one owner join, those of two cross, and nothing stands on anything else unnoticed."""

from __future__ import annotations

import pytest

from scorecard.geometry import Point
from scorecard.rendering.draw.canvas import Canvas
from scorecard.rendering.draw.strokes import ASCII, BOX, Strokes
from scorecard.rendering.spans import Span, as_text


def canvas_of(*lines: tuple[str, list[tuple[int, int]]], strokes: Strokes = BOX) -> Canvas:
    canvas = Canvas(12, 6, strokes)
    for owner, points in lines:
        canvas.run(owner, [Point(*point) for point in points])
    return canvas


def shown(canvas: Canvas) -> list[str]:
    return as_text(canvas.lines(), colour=False).split("\n")[:-1]


def test_a_line_turns_and_lines_of_one_owner_join() -> None:
    canvas = canvas_of(
        ("a", [(1, 4), (1, 2), (5, 2), (5, 0)]),
        ("a", [(9, 4), (9, 2), (5, 2), (5, 0)]),
        ("a", [(5, 4), (5, 0)]),
    )
    assert shown(canvas) == ["     │", "     │", " ╭───┼───╮", " │   │   │", " │   │   │", ""]
    assert canvas.check()


def test_lines_of_two_owners_cross_as_over_a_bridge() -> None:
    canvas = canvas_of(("a", [(1, 3), (1, 2), (9, 2), (9, 0)]), ("b", [(5, 4), (5, 0)]))
    assert shown(canvas)[2] == " ╭───│───╯"
    assert canvas.check()


def test_in_ascii_turns_joins_and_crossings_look_different() -> None:
    canvas = canvas_of(
        ("a", [(1, 3), (1, 2), (9, 2), (9, 0)]),
        ("a", [(3, 3), (3, 2), (9, 2), (9, 0)]),
        ("b", [(5, 4), (5, 0)]),
        strokes=ASCII,
    )
    assert shown(canvas)[2] == " .-+-|---'"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param([(5, 3), (5, 2), (7, 2), (7, 0)], id="turns on the other"),
        pytest.param([(0, 2), (10, 2)], id="lies along the other"),
        pytest.param([(9, 3), (9, 0)], id="runs through its turn"),
        pytest.param([(5, 3), (20, 3)], id="leaves the sheet"),
    ],
)
def test_lines_that_cannot_be_told_apart_are_noticed(other: list[tuple[int, int]]) -> None:
    assert not canvas_of(("a", [(1, 3), (1, 2), (9, 2), (9, 0)]), ("b", other)).check()


def test_a_line_on_a_text_is_noticed_and_so_is_a_text_on_a_text() -> None:
    canvas = canvas_of(("a", [(5, 4), (5, 0)]))
    canvas.write(3, 2, (Span("text"),))
    assert not canvas.check()
    assert "text" in shown(canvas)[2]
    canvas = canvas_of()
    canvas.write(3, 2, (Span("text"),))
    assert canvas.check()
    canvas.write(5, 2, (Span("more"),))
    assert not canvas.check()


def test_an_end_is_nobody_elses() -> None:
    canvas = canvas_of(("a", [(5, 4), (5, 1)]))
    canvas.end(5, 1, "▲")
    assert shown(canvas)[1] == "     ▲"
    assert canvas.check()
    canvas.run("b", [Point(1, 1), Point(9, 1)])
    assert not canvas.check()


def test_free_cells_hold_neither_text_nor_line() -> None:
    canvas = canvas_of(("a", [(5, 4), (5, 0)]))
    canvas.write(8, 2, (Span("x"),))
    assert canvas.is_free(0, 2, 5)
    assert canvas.is_free(6, 2, 2)
    assert not canvas.is_free(0, 2, 6)
    assert not canvas.is_free(6, 2, 3)
    assert not canvas.is_free(9, 2, 4)


def test_wide_letters_take_two_cells() -> None:
    canvas = canvas_of(("a", [(7, 4), (7, 0)]))
    canvas.write(1, 2, (Span("日本 "),))
    assert shown(canvas)[2] == " 日本  │"
    assert canvas.check()
