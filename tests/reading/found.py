"""What reading says of a text, in the few words a test needs."""

from __future__ import annotations

from scorecard.api.examine import examine_bytes
from scorecard.problem import Position, Problem, lines_of
from scorecard.reading import Document
from scorecard.reading.compose import Composer

GOAL = "goals: {growth: {perspective: financial, lagging: [deals]}}\n"
KPI = "kpis: {deals: {direction: maximise, value: 5}}\n"
MAP = GOAL + KPI


def problems(text: str | bytes) -> tuple[Problem, ...]:
    """All problems of a map, each with its place."""
    return examine_bytes(text.encode() if isinstance(text, str) else text, "map.yaml").problems


def rules(text: str | bytes) -> list[str]:
    """The ids of the rules that a map breaks, by place."""
    return [problem.rule for problem in problems(text)]


def only(text: str | bytes) -> Problem:
    """The one problem of a map."""
    (problem,) = problems(text)
    return problem


def message(problem: Problem) -> str:
    """What is wrong, as a sentence."""
    return problem.message.format(**problem.params)


def hint(problem: Problem) -> str:
    """What would mend it, as a sentence."""
    return problem.hint.format(**problem.params)


def place(problem: Problem) -> tuple[int, int]:
    """Line and column."""
    assert problem.position is not None
    return problem.position.line, problem.position.column


def marked(text: str, position: Position | None) -> str:
    """The text that a position marks."""
    assert position is not None
    line = lines_of(text)[position.line - 1]
    return line[position.column - 1 : position.column - 1 + position.length]


def document(text: str) -> Document:
    """A text as data with places; nothing may be wrong with it."""
    composer = Composer(text)
    found = composer.document()
    assert composer.problems == []
    return found
