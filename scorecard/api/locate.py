"""Problems get their places: the only place where a loc meets a text."""

from __future__ import annotations

from dataclasses import replace

from scorecard.problem import Place, Problem
from scorecard.reading import Document


def locate(document: Document, problem: Problem) -> Problem:
    """The problem with its position in the text, and with the other places it speaks of as ``line 71``."""
    params = {name: _in_words(document, value) for name, value in problem.params.items()}
    position = problem.position or (None if problem.path else document.position(problem.loc, problem.part))
    return replace(problem, position=position, params=params)


def _in_words(document: Document, value: object) -> object:
    if not isinstance(value, Place):
        return value
    position = document.position(value.loc, value.part)
    return "elsewhere" if position is None else f"line {position.line}"
