"""The best or the worst rows of a source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard import __version__
from scorecard.api.score import InvalidDataError, PeriodError
from scorecard.api.select import advice
from scorecard.api.status import Screen, StatusFormat
from scorecard.model import StrategyMap
from scorecard.period import Days, Period, parse_period, period_before, period_of
from scorecard.problem import Problem
from scorecard.ranking import Ranking
from scorecard.top_question import TopQuestion

if TYPE_CHECKING:
    from scorecard.measuring.duck import FileSource

_OPTIONS = {"by": "--by", "per": "--per", "group": "--group", "label": "--by"}
"""The option that says what a problem of a ranking is about; the label of the map and ``by`` may disagree."""


class RankingError(Exception):
    """Rows cannot be ranked so; the message says why."""


def top(
    strategy_map: StrategyMap,
    as_of: date,
    source: str,
    by: str,
    *,
    folder: Path,
    period: str | None = None,
    per: str | None = None,
    group: str | None = None,
    lowest: bool = False,
    count: int = 5,
) -> tuple[TopQuestion, Ranking]:
    """The rows of a source with the highest figure ``by``, an expression over its columns, in a period.

    ``period`` may be any (``2026-10``, ``2026-Q3``, ``2026``); left out, it is the latest of the map's rhythm that is
    over and has rows. Nothing after ``as_of`` is seen. ``per`` and ``group`` are columns, see `TopQuestion`.

    Raises:
        RankingError: when the map has no such source, or an expression or a column is refused.
        PeriodError: when the period cannot be read, or begins after the day.
        InvalidDataError: when the files of the source have errors.
    """
    definition_of = strategy_map.sources
    if source not in definition_of:
        raise RankingError(_no_source(source, list(definition_of)))
    chosen = _asked(period, as_of) if period is not None else _latest(strategy_map, source, folder, as_of)
    with _opened(strategy_map, source, folder, as_of) as rows:
        days = Days(chosen.start, min(chosen.end, as_of))
        found = rows.ranked(by, days, per=per, lowest=lowest, count=count, group=group)
    _refuse(found.problems, folder)
    question = TopQuestion(
        source=source, by=by, period=chosen, as_of=as_of, count=count, lowest=lowest, per=per, group=group
    )
    return question, found


def _no_source(name: str, known: Sequence[str]) -> str:
    if not known:
        return "the map has no sources, so there are no rows to rank"
    return f"the map has no source {name!r}; {advice(name, known)}"


def _opened(strategy_map: StrategyMap, source: str, folder: Path, limit: date) -> FileSource:
    from scorecard.measuring.duck import FileSource

    return FileSource(
        source, strategy_map.sources[source], folder, strategy_map.params, strategy_map.dimensions, limit=limit
    )


def _asked(period: str, as_of: date) -> Period:
    try:
        found = parse_period(period)
    except ValueError:
        raise PeriodError(
            f"{period!r} is no period; write one like {period_of(as_of, 'month')} or {as_of:%Y}"
        ) from None
    if found.start > as_of:
        raise PeriodError(f"{found} has not begun on {as_of}")
    return found


def _latest(strategy_map: StrategyMap, source: str, folder: Path, as_of: date) -> Period:
    """The latest period that is over and has rows; the one of the day where none has."""
    holding = period_of(as_of, strategy_map.period)
    over = holding if holding.end <= as_of else period_before(holding)
    with _opened(strategy_map, source, folder, over.end) as rows:
        found = rows.evaluate({}, [Days(over.start, over.end)], ())
    _refuse(found.problems, folder)
    return holding if found.last is None else period_of(found.last, strategy_map.period)


def _refuse(problems: Sequence[Problem], folder: Path) -> None:
    for problem in problems:
        if problem.loc and problem.loc[0] in _OPTIONS:
            raise RankingError(f"{_OPTIONS[str(problem.loc[0])]}: {_sentence(problem)}")
    if problems:
        raise InvalidDataError(folder, problems)


def _sentence(problem: Problem) -> str:
    names_column = problem.loc[0] != "by" and problem.rule == "unknown-column" and not problem.params.get("meant")
    hint = "there are: {known}" if names_column else problem.hint
    return "; ".join(filter(None, (problem.message, hint))).format(**problem.params)


def top_text(question: TopQuestion, ranking: Ranking, style: StatusFormat, screen: Screen) -> str:
    """The ranking as text."""
    if style == "json":
        from scorecard.rendering.top.as_json import top_json

        return top_json(question, ranking, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.top.as_csv import top_csv

        return top_csv(question, ranking)
    if style == "markdown":
        from scorecard.rendering.top.as_markdown import top_markdown

        return top_markdown(question, ranking)
    from scorecard.rendering.spans import as_text
    from scorecard.rendering.top.terminal import top_table

    return as_text(top_table(question, ranking, width=screen.width, ascii=screen.ascii), colour=screen.colour)
