"""The ranking as JSON."""

from __future__ import annotations

from scorecard.ranking import Ranking
from scorecard.rendering.json_text import document, json_text, rows
from scorecard.rendering.top import phrases
from scorecard.top_question import TopQuestion

SCHEMA_VERSION = 1


def top_json(question: TopQuestion, ranking: Ranking, *, tool_version: str) -> str:
    """What was asked, how many rows or groups were ranked, and one of them on each line."""
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": question.as_of,
            "period": str(question.period),
            "closed": question.closed,
            "source": question.source,
            "by": question.by,
            "per": question.per,
            "group": question.group,
            "lowest": question.lowest,
            "of": ranking.of,
            "rows": rows(
                json_text(
                    {
                        "rank": rank,
                        "per": row.per if question.per else None,
                        "label": row.label,
                        "day": row.day,
                        "value": row.value,
                        "rows": row.rows,
                        "total": row.total,
                    }
                )
                for rank, row in phrases.ranked(ranking)
            ),
        }
    )
