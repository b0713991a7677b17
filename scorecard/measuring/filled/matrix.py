"""How strongly goals influence each other, as an expert wrote it into a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from pathlib import Path

from scorecard.influence import Matrix
from scorecard.measuring.filled.numbers import Numbers, Place, numbers_of
from scorecard.measuring.filled.sheet import Sheet, sheet_of
from scorecard.measuring.recorded.rows import MOST_PROBLEMS
from scorecard.measuring.rules import influence_matrix as rule
from scorecard.problem import Problem
from scorecard.scalars import LARGEST

_MOST = 500
"""No expert judges more goals than these against each other."""


def read_matrix(path: Path, known: Mapping[str, str] | None) -> Matrix | tuple[Problem, ...]:
    """The matrix in a table (CSV with ``,`` ``;`` or tabs, or a workbook), or what is wrong with it.

    ``known`` holds the id of a goal by everything that it may be called in small letters; None takes any name.
    """
    sheet = sheet_of(path)
    if isinstance(sheet, Problem):
        return (sheet,)
    if len(sheet.rows) < 2 or len(sheet.rows) > _MOST + 1:
        return (rule.empty(sheet.path),)
    problems: list[Problem] = []
    columns = _goals(sheet, [(0, place) for place in range(1, len(sheet.rows[0]))], known, problems)
    rows = _goals(sheet, [(place, 0) for place in range(1, len(sheet.rows))], known, problems)
    problems += [
        rule.few_cells(sheet.whole(place), len(row), len(sheet.rows[0]))
        for place, row in enumerate(sheet.rows)
        if len(row) != len(sheet.rows[0])
    ]
    if not problems:
        problems += [
            rule.not_square(sheet.spot(*at), goal, row=True) for goal, at in rows.items() if goal not in columns
        ]
        problems += [
            rule.not_square(sheet.spot(*at), goal, row=False) for goal, at in columns.items() if goal not in rows
        ]
    if problems:
        return tuple(problems[:MOST_PROBLEMS])
    return _values(sheet, tuple(rows), columns)


def _goals(
    sheet: Sheet, places: Sequence[Place], known: Mapping[str, str] | None, problems: list[Problem]
) -> dict[str, Place]:
    """The goals that the cells name, with the cell of each."""
    found: dict[str, Place] = {}
    for row, column in places:
        if column >= len(sheet.rows[row]):
            continue
        name = sheet.rows[row][column]
        goal = name if known is None else known.get(name.casefold(), "")
        if not name:
            problems.append(rule.nameless(sheet.spot(row, column)))
        elif not goal:
            problems.append(rule.unknown(sheet.spot(row, column), name, known or ()))
        elif goal in found:
            problems.append(rule.twice(sheet.spot(row, column), name))
        else:
            found[goal] = (row, column)
    return found


def _values(sheet: Sheet, goals: tuple[str, ...], columns: Mapping[str, Place]) -> Matrix | tuple[Problem, ...]:
    cells = [(row, columns[goal][1]) for row in range(1, len(goals) + 1) for goal in goals]
    numbers = numbers_of(sheet, [cell for cell in cells if sheet.rows[cell[0]][cell[1]]])
    values: list[tuple[float, ...]] = []
    problems: list[Problem] = []
    for place, cause in enumerate(goals, start=1):
        row: list[float] = []
        for effect in goals:
            value = _strength(sheet, (place, columns[effect][1]), numbers)
            if isinstance(value, Problem):
                problems.append(value)
            elif cause == effect and value:
                problems.append(rule.itself(sheet.spot(place, columns[effect][1])))
            else:
                row.append(value)
        values.append(tuple(row))
    if not problems and not any(map(any, values)):
        problems.append(rule.no_influence(sheet.path))
    return tuple(problems[:MOST_PROBLEMS]) if problems else Matrix(goals, tuple(values), sheet.notes)


def _strength(sheet: Sheet, cell: Place, numbers: Numbers) -> float | Problem:
    written = sheet.rows[cell[0]][cell[1]]
    if not written:
        return 0.0
    text = numbers.plain[cell]
    try:
        value = float(text or "")
    except ValueError:
        value = -1.0
    return value if isfinite(value) and 0 <= value <= LARGEST else rule.no_number(sheet.spot(*cell), written)
