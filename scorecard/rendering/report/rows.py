"""The best and the worst rows behind the figures: what worked and what did not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scorecard.ranking import RankedRow
from scorecard.rendering.numbers import day, plain_number
from scorecard.rendering.report.element import Html, el, joined, name
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.section import section
from scorecard.rendering.report.table import table
from scorecard.rendering.top.phrases import label_of, part_of, when
from scorecard.report import RankedRows


def rows(found: Lookup) -> Html | None:
    """A table for each ranking, and for each part that is ranked by itself."""
    rankings = found.report.rankings
    if not rankings:
        return None
    return section("rows", "Best and worst", *(part for ranked in rankings for part in _ranking(ranked)))


def ranking_title(ranked: RankedRows) -> str:
    """``Best posts by reach``, ``Worst posts by likes + shares, for each network``."""
    question = ranked.question
    each = f", for each {question.per}" if question.per else ""
    return f"{'Worst' if question.lowest else 'Best'} {question.source} by {ranked.figure}{each}"


def ranking_lead(ranked: RankedRows) -> str:
    """How many of how many rows are shown, and of when."""
    return f"{len(ranked.ranking.rows)} of {ranked.ranking.of:,} rows, {when(ranked.question)}"


def _ranking(ranked: RankedRows) -> Iterator[Html]:
    yield el("h3", ranking_title(ranked))
    yield el("p", ranking_lead(ranked), class_="small")
    parts = [(key, list(group)) for key, group in groupby(ranked.ranking.rows, key=part_of)]
    yield el(
        "div",
        joined(_table(ranked, key if ranked.question.per else "", group) for key, group in parts),
        class_="side-by-side" if len(parts) > 1 else None,
    )


def _table(ranked: RankedRows, part: str, found: list[RankedRow]) -> Html:
    lines = [
        (joined((f"{rank}. ", name(label_of(row)))), day(row.day) if row.day else "–", plain_number(row.value))
        for rank, row in enumerate(found, 1)
    ]
    caption = joined([name(part)]) if part else ranking_title(ranked)
    return table(
        caption, ("Row", "Day", "Figure"), lines, numbers=(2,), kind="ranking", hidden_caption=not part, folds=False
    )
