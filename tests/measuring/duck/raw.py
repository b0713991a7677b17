"""Sources of small files, and what comes out of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from scorecard.measuring.duck import FileSource
from scorecard.measuring.source import Evaluation, Expression
from scorecard.model import Source
from scorecard.period import Days, parse_period
from scorecard.problem import Problem

FILES = Path(__file__).parent / "files"


def window(name: str) -> Days:
    """The days of a period."""
    period = parse_period(name)
    return Days(period.start, period.end)


JANUARY, FEBRUARY, MARCH = window("2026-01"), window("2026-02"), window("2026-03")


def source(
    folder: Path,
    files: object,
    *,
    date_column: str = "date",
    dimensions: Sequence[str] = (),
    params: Mapping[str, float] | None = None,
    limit: date = date(2026, 12, 31),
    **more: object,
) -> FileSource:
    """A source with the id ``posts``, as the map would say it."""
    definition = Source.model_validate({"date": date_column, "files": files, **more})
    return FileSource("posts", definition, folder, params or {}, dimensions, limit)


def evaluated(
    of: FileSource,
    *formulas: str,
    windows: Sequence[Days] = (JANUARY,),
    by: Sequence[str] = (),
    where: str | None = None,
) -> Evaluation:
    """What comes out of some formulas; the key of each is its text."""
    expressions = {text: Expression(formula=text, where=where, loc=("kpis", "x")) for text in formulas}
    with of:
        return of.evaluate(expressions, windows, by)


def whole(evaluation: Evaluation) -> dict[tuple[str, int], float | None]:
    """The values of the whole by formula and window."""
    assert evaluation.problems == ()
    return {(cell.expression, cell.window): value for cell, value in evaluation.values.items() if not cell.dimensions}


def value(of: FileSource, formula: str, days: Days = JANUARY, where: str | None = None) -> float | None:
    """The value of one formula over one window."""
    return whole(evaluated(of, formula, windows=[days], where=where))[formula, 0]


def said(problem: Problem) -> tuple[str, str]:
    """The message and the hint, filled in."""
    return problem.message.format(**problem.params), problem.hint.format(**problem.params)


def marked(problem: Problem, text: str) -> str:
    """The piece of a text that a problem points at."""
    assert problem.position is not None
    line = text.splitlines()[problem.position.line - 1]
    start = problem.position.column - 1
    return line[start : start + problem.position.length]


def csv(folder: Path, text: str | bytes, name: str = "posts.csv") -> str:
    """Write a file and say its name."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return name
