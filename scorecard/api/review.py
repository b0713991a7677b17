"""What is said and decided in a review: read, written down, closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from scorecard import __version__
from scorecard.api.score import InvalidDataError, actuals_of, asked_period
from scorecard.api.select import SelectionError, advice
from scorecard.api.status import Screen
from scorecard.model import StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period
from scorecard.problem import Problem
from scorecard.review import Decision, DecisionKind, Review
from scorecard.reviewing.amended import NoteError, as_written, with_comment, with_decision, with_done
from scorecard.reviewing.document import ReviewText, parse
from scorecard.reviewing.files import LARGEST, periods_reviewed, read_review, review_path, text_of
from scorecard.scoring import scored_period


def review_of(folder: Path, period: Period, goals: Mapping[str, str] | None = None) -> Review:
    """The comments and decisions in ``reviews/2026-10.md`` beside the map; none where there is no file.

    ``folder`` is that of the map, ``goals`` are the names of its goals by id: with them a heading may say the name
    alone.

    Raises:
        InvalidDataError: when the file cannot be read.
    """
    return _read(folder, period, goals).review


def open_decisions(
    folder: Path, before: Period | None = None, goals: Mapping[str, str] | None = None
) -> tuple[Decision, ...]:
    """The decisions that are not done, of all reviews or of those of earlier periods: the newest review first, each in
    its order.

    Raises:
        InvalidDataError: when a file of them cannot be read.
    """
    earlier = [period for period in periods_reviewed(folder) if before is None or period.start < before.start]
    problems: list[Problem] = []
    found: list[Decision] = []
    for period in earlier:
        try:
            found += [one for one in review_of(folder, period, goals).decisions if not one.done]
        except InvalidDataError as error:
            problems += error.problems
    if problems:
        raise InvalidDataError(folder, problems)
    return tuple(found)


def review_problems(folder: Path, goals: Mapping[str, str] | None = None) -> tuple[Problem, ...]:
    """What is wrong with the files of reviews, or doubtful in them."""
    problems: list[Problem] = []
    for period in periods_reviewed(folder):
        try:
            problems += _read(folder, period, goals).problems
        except InvalidDataError as error:
            problems += error.problems
    return tuple(problems)


def period_under_review(strategy_map: StrategyMap, folder: Path, as_of: date, period: str | None = None) -> Period:
    """The period that a review is of: the one that is asked for, else the one that is scored.

    Raises:
        PeriodError: when it is none of the map's rhythm, or begins after the day.
        InvalidDataError: when sources, formulas or recorded figures have errors.
    """
    asked = asked_period(strategy_map, period, as_of)
    return asked or scored_period(strategy_map, actuals_of(strategy_map, folder, as_of), as_of)[0]


def add_comment(strategy_map: StrategyMap, folder: Path, period: Period, goal: str, text: str) -> str:
    """Write a comment on a goal of the map into the review of a period, below its heading; the path of the file.

    Raises:
        SelectionError: when the map has no such goal.
        scorecard.reviewing.amended.NoteError: when the comment is empty or too long.
        InvalidDataError, OSError, OutsideError, LockedError: when the file cannot be read or written.
    """
    name = _name(strategy_map, goal)
    return _amend(strategy_map, folder, period, lambda document: with_comment(document, goal, name, text))


def new_decision(
    period: Period, goal: str, kind: DecisionKind, text: str, owner: str | None, due: date | None
) -> Decision:
    """A decision that is open and to be written down, as it will be read.

    Raises:
        scorecard.reviewing.amended.NoteError: when a field of it cannot be written down.
    """
    decision = Decision(period=period, goal=goal, kind=kind, text=text, owner=owner, due=due, done=False, line=0)
    return as_written(decision)


def add_decision(strategy_map: StrategyMap, folder: Path, decision: Decision) -> str:
    """Write a decision on a goal of the map into the review of its period, below its heading; the path of the file.

    Raises:
        SelectionError: when the map has no such goal.
        scorecard.reviewing.amended.NoteError: when a field of it cannot be written down.
        InvalidDataError, OSError, OutsideError, LockedError: when the file cannot be read or written.
    """
    name = _name(strategy_map, decision.goal or "")
    return _amend(strategy_map, folder, decision.period, lambda document: with_decision(document, decision, name))


def close_decision(strategy_map: StrategyMap, folder: Path, decision: Decision, *, done: bool = True) -> str:
    """Mark a decision as done in the file it stands in, or with ``done=False`` as open again; the path of the file.

    Raises:
        scorecard.reviewing.amended.DecisionGoneError: when somebody has changed or deleted it since it was read.
        InvalidDataError, OSError, OutsideError, LockedError: when the file cannot be read or written.
    """
    return _amend(strategy_map, folder, decision.period, lambda document: with_done(document, decision, done))


def _amend(strategy_map: StrategyMap, folder: Path, period: Period, change: Callable[[ReviewText], str]) -> str:
    from scorecard.writing.review_file import amend

    path, goals = review_path(period), names_of(strategy_map)

    def changed(raw: bytes) -> bytes:
        text = text_of(raw, path)
        if isinstance(text, Problem):
            raise InvalidDataError(folder, (text,))
        changed_text = change(parse(text, period, goals)).encode("utf-8")
        if len(changed_text) > LARGEST:
            raise NoteError(f"{path} would have more than {LARGEST // 1_000_000} MB, and would not be read any more")
        return changed_text

    amend(folder, path, changed)
    return path


def names_of(strategy_map: StrategyMap) -> dict[str, str]:
    """The names of the goals by id."""
    return {goal_id: goal.name or name_from(goal_id) for goal_id, goal in strategy_map.goals.items()}


def _name(strategy_map: StrategyMap, goal: str) -> str:
    names = names_of(strategy_map)
    if goal not in names:
        raise SelectionError(f"the map has no goal {goal!r}; {advice(goal, list(names))}")
    return names[goal]


def _read(folder: Path, period: Period, goals: Mapping[str, str] | None) -> ReviewText:
    text = read_review(folder, period)
    if isinstance(text, Problem):
        raise InvalidDataError(folder, (text,))
    return parse(text or "", period, goals)


def decision_number(decisions: Sequence[Decision], number: int) -> Decision:
    """One of the open decisions by its number, which counts from 1.

    Raises:
        SelectionError: when none has it.
    """
    if not 1 <= number <= len(decisions):
        there = f"there are 1 to {len(decisions)}" if decisions else "none is open"
        raise SelectionError(f"no open decision has the number {number}; {there}")
    return decisions[number - 1]


def decisions_text(
    strategy_map: StrategyMap,
    decisions: Sequence[Decision],
    as_of: date,
    style: Literal["table", "json"],
    screen: Screen,
) -> str:
    """The open decisions as text."""
    from scorecard.rendering.decisions import decisions_json, decisions_lines
    from scorecard.rendering.spans import as_text

    if style == "json":
        return decisions_json(decisions, as_of, tool_version=__version__)
    lines = decisions_lines(decisions, names_of(strategy_map), as_of, width=screen.width, ascii=screen.ascii)
    return as_text(lines, colour=screen.colour)
