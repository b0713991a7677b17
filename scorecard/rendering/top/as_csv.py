"""The ranking as CSV."""

from __future__ import annotations

from scorecard.ranking import Ranking
from scorecard.rendering.csv_table import csv_table
from scorecard.rendering.top import phrases
from scorecard.top_question import TopQuestion

COLUMNS = ("period", "source", "by", "per", "rank", "label", "day", "value", "rows", "total")


def top_csv(question: TopQuestion, ranking: Ranking) -> str:
    """A line for each row or group; ``per`` is the value that it is kept apart by, ``value`` of a group the mean."""
    return csv_table(
        COLUMNS,
        (
            (
                *(str(question.period), question.source, question.by, row.per, rank, row.label),
                *(row.day, row.value, row.rows, row.total),
            )
            for rank, row in phrases.ranked(ranking)
        ),
    )
