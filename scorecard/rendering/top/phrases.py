"""What a ranking is about, in words, and its rows with their ranks."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.naming import counted
from scorecard.ranking import RankedRow, Ranking
from scorecard.rendering.numbers import plain_number
from scorecard.top_question import TopQuestion

NO_LABEL = "(no label)"
"""Stands for a row, or a group, without a name."""


def title(question: TopQuestion, ranking: Ranking) -> str:
    """``posts: 5 highest of 22 rows by likes + shares``."""
    way = "lowest" if question.lowest else "highest"
    each = f" for each {question.per}" if question.per else ""
    if question.group:
        return f"{question.source}: {way} mean of {question.by} by {question.group}{each}"
    if question.per:
        return f"{question.source}: {question.count} {way} rows by {question.by}{each}"
    many = f"{len(ranking.rows)} {way} of {counted(row=ranking.of)}" if ranking.rows else f"{way} rows"
    return f"{question.source}: {many} by {question.by}"


def when(question: TopQuestion) -> str:
    """The period, and whether it still runs."""
    return f"{question.period}{'' if question.closed else ' so far'}"


def nothing(question: TopQuestion) -> str:
    """That there is nothing to rank."""
    return f"No row of {question.source} has a figure in {question.period}."


def ranked(ranking: Ranking) -> Iterator[tuple[int, RankedRow]]:
    """The rows with their ranks, which begin anew for each part that is kept apart."""
    rank, per = 0, None
    for row in ranking.rows:
        rank = rank + 1 if row.per == per else 1
        per = row.per
        yield rank, row


def label_of(row: RankedRow) -> str:
    """What a row or a group is called."""
    return row.label.strip() or NO_LABEL


def part_of(row: RankedRow) -> str:
    """What the part is called that a row is kept in."""
    return row.per.strip() or NO_LABEL


def figures(question: TopQuestion, row: RankedRow) -> tuple[str, ...]:
    """The figure of a row; the mean, the sample size and the sum of a group."""
    if question.group is None:
        return (plain_number(row.value),)
    return plain_number(row.value), plain_number(row.rows), plain_number(row.total)


def headings(question: TopQuestion) -> tuple[str, ...]:
    """The names of these figures."""
    return ("figure",) if question.group is None else ("mean", "rows", "sum")
