"""Everything that is wrong with a map, in one go."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from scorecard.api.closed import closed_periods
from scorecard.api.locate import locate
from scorecard.checking import RULES as CHECKED
from scorecard.checking import check
from scorecard.measuring import measure
from scorecard.measuring.rules import RULES as MEASURED
from scorecard.model import StrategyMap
from scorecard.naming import counted
from scorecard.problem import Examination, InvalidMapError, Problem, Severity
from scorecard.reading import RULES as WRITTEN
from scorecard.reading import Document, Reading, ignores, read_bytes, read_file, text_of_data, unused_ignore
from scorecard.reading.scenario.rules import RULES as SUPPOSED
from scorecard.reviewing.rules import RULES as REVIEWED

RULES: Mapping[str, Severity] = {**WRITTEN, **CHECKED, **MEASURED, **REVIEWED, **SUPPOSED}
"""Every rule that a map, its data, its reviews and its scenarios can break, with its severity."""

_SECTION_OF = {
    "unknown-perspective": "perspectives",
    "unknown-theme": "themes",
    "unknown-goal": "goals",
    "unknown-kpi": "kpis",
    "unknown-initiative": "initiatives",
}


def examine(path: str | os.PathLike[str], *, as_of: date | None = None, data: bool = True) -> Examination:
    """Check a map with its data, reviews and scenarios: all errors and warnings by place, each with its position in its
    file.

    While there are errors in how the map is written, warnings wait: they would judge a map that is not all there; and
    so do the data, which ``data=False`` leaves alone. ``as_of`` is the day on which figures are known; left out, it is
    the map's, or else today.

    Raises:
        OSError: when a file cannot be read.
    """
    reading = read_file(Path(path))
    examination = _examination(reading, os.fspath(path), warnings=True)
    strategy_map = reading.strategy_map
    if not data or strategy_map is None or _has_errors(examination):
        return examination
    day = as_of or strategy_map.as_of or date.today()
    return _with_data(examination, reading, strategy_map, Path(path).parent, day)


def examine_bytes(raw: bytes, name: str) -> Examination:
    """As `examine`, for the bytes of a map, whose data are nowhere; ``name`` is shown as its path."""
    return _examination(read_bytes(raw), name, warnings=True)


def load(path: str | os.PathLike[str]) -> StrategyMap:
    """Read a map that has no errors.

    Raises:
        OSError: when the file cannot be read.
        InvalidMapError: when the map has errors; its ``examination`` holds them all, with their places.
    """
    return _loaded(read_file(Path(path)), os.fspath(path))


def load_bytes(raw: bytes, name: str) -> StrategyMap:
    """As `load`, for the bytes of a map; ``name`` is shown as its path."""
    return _loaded(read_bytes(raw), name)


def _loaded(reading: Reading, path: str) -> StrategyMap:
    examination = _examination(reading, path, warnings=False)
    if reading.strategy_map is None or _has_errors(examination):
        raise InvalidMapError(examination)
    return reading.strategy_map


def data_problems(path: str | os.PathLike[str], problems: Sequence[Problem]) -> Examination:
    """The problems that were found in the data of the map at ``path``, with their places."""
    reading = read_file(Path(path))
    located = [locate(reading.document, problem) for problem in problems]
    return Examination(path=os.fspath(path), text=reading.document.text, problems=tuple(sorted(located, key=_place)))


def file_problems(path: Path, problems: Sequence[Problem]) -> Examination:
    """The problems of a file of figures that was handed over."""
    return Examination(path=os.fspath(path), text=text_of_data(path), problems=tuple(problems))


def by_file(examination: Examination) -> tuple[Examination, ...]:
    """The examination of the map, and one of each data file that has problems; of a map nothing is said where only its
    data have some."""
    folder = Path(examination.path).parent
    others = {problem.path: None for problem in examination.problems if problem.path}
    own = replace(examination, problems=tuple(problem for problem in examination.problems if not problem.path))
    return (
        *([own] if own.problems or own.replaced or not others else []),
        *(
            Examination(
                path=os.fspath(folder / name),
                text=text_of_data(folder / name),
                problems=tuple(problem for problem in examination.problems if problem.path == name),
            )
            for name in others
        ),
    )


def _has_errors(examination: Examination) -> bool:
    return any(problem.severity == "error" for problem in examination.problems)


def _with_data(
    examination: Examination, reading: Reading, strategy_map: StrategyMap, folder: Path, as_of: date
) -> Examination:
    """The examination with what is wrong with data, reviews and scenarios, and how many rows were found twice."""
    from scorecard.api.review import names_of, review_problems
    from scorecard.api.scenario import scenario_problems

    closed_periods(folder, strategy_map.period, as_of)  # one that is damaged is said here, not at the next review
    measured = measure(strategy_map, folder, as_of)
    problems = (
        *measured.problems,
        *review_problems(folder, names_of(strategy_map)),
        *scenario_problems(folder, strategy_map),
    )
    found = [locate(reading.document, problem) for problem in problems]
    return replace(
        examination,
        problems=tuple(sorted([*examination.problems, *found], key=_place)),
        replaced=measured.actuals.replaced,
    )


def _examination(reading: Reading, path: str, warnings: bool) -> Examination:
    problems = list(reading.problems)
    if reading.strategy_map is not None:
        badly_written = any(problem.severity == "error" for problem in problems)
        found = check(reading.strategy_map, warnings=warnings and not badly_written)
        causes = _Causes(reading)
        problems += [problem for problem in found if not causes.explain(problem)]
    located = [locate(reading.document, problem) for problem in problems]
    if warnings:
        located = _silenced(reading.document, located)
    return Examination(
        path=path,
        text=reading.document.text,
        problems=tuple(sorted(located, key=_place)),
        holds="" if reading.strategy_map is None else _holds(reading.strategy_map),
    )


def _holds(strategy_map: StrategyMap) -> str:
    arrows = sum(len(goal.driven_by) + len(goal.hindered_by) for goal in strategy_map.goals.values())
    return counted(goal=len(strategy_map.goals), KPI=len(strategy_map.kpis), arrow=arrows)


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    position = problem.position
    line, column = (position.line, position.column) if position else (0, 0)
    return (problem.path, line, column, problem.severity, problem.rule)


class _Causes:
    """What is already known to be wrong, so that what follows from it is not said again."""

    def __init__(self, reading: Reading) -> None:
        self._left_out = {loc[:3] for loc in reading.left_out}
        written = {problem.loc for problem in reading.problems} - {()}
        self._kpis = {loc[:2] for loc in reading.left_out | written if loc[0] == "kpis"}
        self._offered = {problem.params.get("offered") for problem in reading.problems} - {None, ""}

    def explain(self, problem: Problem) -> bool:
        """Whether a problem of the map has its cause in the writing: the same part, or an id that names a wrong one."""
        loc = problem.loc
        if loc[:2] in self._kpis or any(loc[:length] in self._left_out for length in (1, 2, 3)):
            return True  # the fields of a KPI are judged together
        if not problem.rule.startswith("unknown-"):
            return False
        named, section = problem.params.get("id"), _SECTION_OF.get(problem.rule, "")
        return named in self._offered or (section,) in self._left_out or (section, named) in self._left_out


def _silenced(document: Document, problems: list[Problem]) -> list[Problem]:
    """The problems without the warnings that a comment on their line silences; unused comments are warned about."""
    comments = {(ignore.position.line, rule): ignore for ignore in ignores(document) for rule in ignore.rules}
    if not comments:
        return problems
    used: set[tuple[int, str]] = set()
    kept: list[Problem] = []
    for problem in problems:
        place = (problem.position.line if problem.position else 0, problem.rule)
        if problem.severity == "warning" and place in comments:
            used.add(place)
        else:
            kept.append(problem)
    for place, ignore in comments.items():
        if place not in used:
            rule = place[1]
            kept.append(unused_ignore(ignore, rule, known=rule in RULES, error=RULES.get(rule) == "error"))
    return kept
