"""Which rows of a source a report shows: what to rank by follows from the formulas of the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from scorecard.api.top import RankingError, top
from scorecard.model import Kpi, Measure, StrategyMap
from scorecard.naming import name_from
from scorecard.report import RankedRows
from scorecard.result import Scorecard

_OF_ALL = 5
_OF_EACH = 3


class _Question(NamedTuple):
    by: str
    apart: bool
    lowest: bool


def rankings(strategy_map: StrategyMap, card: Scorecard, as_of: date, folder: Path | None) -> tuple[RankedRows, ...]:
    """The best and the worst rows, in the period of a card, of every source whose rows have a name (``label``).

    What to rank by is read off the figures over the source, the headline first. Of a rate that is a share of sums
    (``sum(shares) / sum(reach)``) the rows with most of what is below are the best of all, and those with most and
    least of what is above are shown for each value of the first dimension. Without such a rate it is the first figure
    that is a sum. A source of which no figure is a sum has nothing to rank by. No row is among the best and the worst.
    """
    if folder is None:
        return ()
    found: list[RankedRows] = []
    for source, definition in strategy_map.sources.items():
        for question in _questions(strategy_map, source) if definition.label else ():
            for ranked in _asked(strategy_map, card, as_of, folder, source, question):
                rest = _without_best(found[-1], ranked) if found else ranked
                found += [rest] if rest.ranking.rows else []
    return tuple(found)


def _without_best(best: RankedRows, ranked: RankedRows) -> RankedRows:
    """The worst rows without those that stand among the best: of five rows, three are the best and two the worst."""
    asked, before = ranked.question, best.question
    if not asked.lowest or (asked.source, asked.by) != (before.source, before.by):
        return ranked
    left = Counter(replace(row, per="") for row in best.ranking.rows)
    rows = []
    for row in ranked.ranking.rows:
        alone = replace(row, per="")
        if left[alone]:
            left[alone] -= 1
        else:
            rows.append(row)
    return replace(ranked, ranking=replace(ranked.ranking, rows=tuple(rows)))


def _questions(strategy_map: StrategyMap, source: str) -> tuple[_Question, ...]:
    from scorecard.measuring.fence.row_terms import row_terms

    terms = [(item, row_terms(item.formula or "")) for item in _figures(strategy_map, source)]
    shares = [(_where(item, found.adds), _where(item, found.to)) for item, found in terms if found and found.to]
    sums = [_where(item, found.adds) for item, found in terms if found and not found.to]
    if shares:
        upper, lower = shares[0]
        return (
            _Question(lower, apart=False, lowest=False),
            _Question(upper, apart=True, lowest=False),
            _Question(upper, apart=True, lowest=True),
        )
    return tuple(_Question(by, apart=apart, lowest=apart) for by in sums[:1] for apart in (False, True))


def _figures(strategy_map: StrategyMap, source: str) -> list[Kpi | Measure]:
    """The figures over a source: those of the headline, then those of goals, then the rest, each once."""
    items: dict[str, Kpi | Measure] = {**strategy_map.kpis, **strategy_map.measures}
    used = [entry.id for goal in strategy_map.goals.values() for entry in goal.lagging]
    order = dict.fromkeys([*strategy_map.headline, *used, *items])
    return [items[item_id] for item_id in order if item_id in items and items[item_id].source == source]


def _where(item: Kpi | Measure, expression: str | None) -> str:
    """The expression for the rows that count for the figure, nothing for the others."""
    return f"case when {item.where} then {expression} end" if item.where else str(expression)


def _asked(
    strategy_map: StrategyMap, card: Scorecard, as_of: date, folder: Path, source: str, question: _Question
) -> Iterator[RankedRows]:
    dimensions = strategy_map.dimensions[:1] if question.apart else ()
    for per in (*dimensions, None):
        try:
            asked, ranking = top(
                strategy_map,
                as_of,
                source,
                question.by,
                folder=folder,
                period=str(card.period),
                per=per,
                lowest=question.lowest,
                count=_OF_EACH if per else _OF_ALL,
            )
        except RankingError:  # the source has no such column, or the expression is no figure of a single row
            continue
        if ranking.rows:
            yield RankedRows(figure=_named(strategy_map, source, question.by), question=asked, ranking=ranking)
        return


def _named(strategy_map: StrategyMap, source: str, by: str) -> str:
    """The name of the figure that is the sum of just this, else the expression."""
    from scorecard.measuring.fence.row_terms import RowTerms, row_terms

    items: Sequence[tuple[str, Kpi | Measure]] = [*strategy_map.measures.items(), *strategy_map.kpis.items()]
    for item_id, item in items:
        if item.source == source and not item.where and row_terms(item.formula or "") == RowTerms(by):
            return item.name or name_from(item_id)
    return by
