"""Files -> StrategyMap or Problems: the only place that knows YAML and positions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scorecard.model import StrategyMap
from scorecard.problem import Problem
from scorecard.reading.comments import lost_texts
from scorecard.reading.document import Document, lines_of
from scorecard.reading.source import LARGEST, text_of
from scorecard.reading.written import written_figures


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What reading a file gave: its text with positions, the map, and what is wrong with the writing.

    With an error among the problems ``strategy_map`` is what remains of the map without its wrong parts, good for
    checking and for nothing else; None when the text is no map at all.
    """

    document: Document
    strategy_map: StrategyMap | None
    problems: tuple[Problem, ...]


def read_file(path: Path) -> Reading:
    """Read a map from a file.

    Raises:
        OSError: when the file cannot be opened or read.
    """
    with path.open("rb") as file:
        return read_bytes(file.read(LARGEST + 1))


def read_bytes(raw: bytes) -> Reading:
    """Read a map from the bytes of a file."""
    text, problems = text_of(raw)
    if any(problem.severity == "error" for problem in problems):
        return Reading(document=Document(text=text, data=None, node=None), strategy_map=None, problems=tuple(problems))
    return _read(text, problems)


def _read(text: str, problems: list[Problem]) -> Reading:
    document, found = _document_of(text)
    problems += found
    if document.data is None or not isinstance(document.data, dict) or "goals" not in document.data:
        problems += _no_map(document, bool(found))
        return Reading(document=document, strategy_map=None, problems=tuple(problems))
    from scorecard.reading.shape import strategy_map_of

    strategy_map, found = strategy_map_of(document)
    wrong = {problem.loc for problem in found}
    problems += found
    problems += [problem for problem in written_figures(document.data) if problem.loc not in wrong]
    problems += lost_texts(document)
    return Reading(document=document, strategy_map=strategy_map, problems=tuple(problems))


def _document_of(text: str) -> tuple[Document, list[Problem]]:
    from yaml import YAMLError

    from scorecard.reading.compose import Composer, TooMuchError

    nothing = Document(text=text, data=None, node=None)
    composer = Composer(text)
    try:
        return composer.document(), composer.problems
    except YAMLError as error:
        from scorecard.reading.syntax import explain

        return nothing, [*composer.problems, explain(error, text)]
    except TooMuchError as error:
        return nothing, [*composer.problems, error.problem]


def _no_map(document: Document, explained: bool) -> list[Problem]:
    from scorecard.reading.rules import not_a_map

    if document.node is None:
        return [] if explained else [not_a_map.empty()]
    if isinstance(document.data, dict):
        return [not_a_map.no_goals("scenario" in document.data)]
    return [not_a_map.no_mapping("list" if isinstance(document.data, list) else "text")]


__all__ = ["Document", "Reading", "lines_of", "read_bytes", "read_file"]
