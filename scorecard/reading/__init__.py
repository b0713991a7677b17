"""Files -> StrategyMap or Problems: the only place that knows YAML and positions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from scorecard.model import StrategyMap
from scorecard.problem import Loc, Problem
from scorecard.reading.comments import Ignore, ignores, lost_texts
from scorecard.reading.document import Document, is_empty
from scorecard.reading.rules import RULES
from scorecard.reading.source import LARGEST, text_of
from scorecard.reading.written import written_figures

_OTHER_WORDS = (
    "goal",
    "goals",
    "objective",
    "objectives",
    "strategic-objectives",
    "strategic_objectives",
    "aims",
    "ziele",
)

_LARGEST_SHOWN = 50_000_000

MOST = 1_000
"""So many problems of one kind are reported; nobody reads more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What reading a file gave: its text with positions, the map, and what is wrong with the writing.

    With an error among the problems ``strategy_map`` is what remains of the map without its wrong parts, good for
    checking and for nothing else; None when the text is no map at all.
    """

    document: Document
    strategy_map: StrategyMap | None
    problems: tuple[Problem, ...]
    left_out: frozenset[Loc] = frozenset()
    """The paths of the wrong parts that the map remains without."""


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
    document, found = document_of(text)
    problems += found
    if document.data is None or not isinstance(document.data, dict) or "goals" not in document.data:
        problems += _no_map(document, bool(found))
        return Reading(document=document, strategy_map=None, problems=tuple(problems))
    from scorecard.reading.shape import strategy_map_of

    strategy_map, found, left_out = strategy_map_of(document)
    if problems:
        found = _not_at(problems, found, document)
    wrong = {problem.loc for problem in found}
    # Of a number that was cut at a comma only a part is left to be judged.
    wrong |= {(*problem.loc[:-1], str(problem.params["key"])) for problem in found if problem.rule == "comma-in-braces"}
    problems += found
    problems += [problem for problem in islice(written_figures(document.data), MOST) if problem.loc not in wrong]
    problems += islice(lost_texts(document), MOST)
    return Reading(document=document, strategy_map=strategy_map, problems=tuple(problems), left_out=left_out)


def _not_at(said: list[Problem], found: list[Problem], document: Document) -> list[Problem]:
    """Those of the problems ``found`` that stand where none of the errors already ``said`` does."""
    errors = [problem for problem in said if problem.severity == "error"]
    places = {(problem.position.line, problem.position.column) for problem in errors if problem.position}

    def is_new(problem: Problem) -> bool:
        place = problem.position or document.position(problem.loc, problem.part)
        return place is None or (place.line, place.column) not in places

    return [problem for problem in found if is_new(problem)]


def document_of(text: str) -> tuple[Document, list[Problem]]:
    """A text as data with places, and what is wrong with it as YAML."""
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


def text_of_data(path: Path) -> str:
    """The text of a data file, to show a line of it; empty for one that is no text or too large to be shown."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST_SHOWN + 1)
    except OSError:
        return ""
    if len(raw) > _LARGEST_SHOWN:
        return ""
    return raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")


def _no_map(document: Document, explained: bool) -> list[Problem]:
    from difflib import get_close_matches

    from scorecard.reading.rules import not_a_map

    if document.node is None or is_empty(document.node):
        return [] if explained else [not_a_map.empty()]
    if not isinstance(document.data, dict):
        return [not_a_map.no_mapping("list" if isinstance(document.data, list) else "text")]
    names = [key for key in islice(document.data, MOST) if len(key) < 20]
    other = [key for key in names if key.lower() in _OTHER_WORDS] or get_close_matches("goals", names, n=1, cutoff=0.7)
    place = document.position((other[0],), "key") if other else None
    if place is not None:
        return [not_a_map.misnamed(place, other[0])]
    return [not_a_map.no_goals("scenario" in document.data)]


def unused_ignore(ignore: Ignore, silenced: str, *, known: bool, error: bool) -> Problem:
    """The warning that a comment silences nothing."""
    from scorecard.reading.rules import unused_ignore as rule

    return rule.problem(ignore.position, silenced, known, error)


__all__ = [
    "RULES",
    "Document",
    "Ignore",
    "Reading",
    "ignores",
    "read_bytes",
    "read_file",
    "text_of_data",
    "unused_ignore",
]
