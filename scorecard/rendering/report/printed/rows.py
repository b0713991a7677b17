"""The best and the worst rows behind the figures: what worked and what did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from scorecard.ranking import RankedRow
from scorecard.rendering.numbers import day, plain_number
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.report.printed.section import part, section
from scorecard.rendering.report.printed.table import table
from scorecard.rendering.report.rows import ranking_lead, ranking_title
from scorecard.rendering.top.phrases import label_of, part_of
from scorecard.report import RankedRows

_LONG = 3000
"""A table with so much in it may be divided between pages; it might be higher than one."""


def rows(found: Lookup) -> Typst | None:
    """A table for each ranking, and for each part that is ranked by itself."""
    rankings = found.report.rankings
    return section("Best and worst", *(_ranking(ranked) for ranked in rankings)) if rankings else None


def _ranking(ranked: RankedRows) -> Typst:
    parts = [(key, list(group)) for key, group in groupby(ranked.ranking.rows, key=part_of)]
    tables = [_table(key if ranked.question.per else "", group) for key, group in parts]
    return part(
        ranking_title(ranked),
        call("lead", ranking_lead(ranked)),
        call("pairs", *(call("pair", len(one) < _LONG, one) for one in tables)) if len(tables) > 1 else joined(tables),
    )


def _table(title: str, found: Sequence[RankedRow]) -> Typst:
    lines = list(_lines(found))
    return joined(
        (call("caption", title) if title else None, table(("Row", "Day", "Figure"), lines, "1fr auto auto", right=(2,)))
    )


def _lines(found: Sequence[RankedRow]) -> Iterator[tuple[Child, ...]]:
    for rank, row in enumerate(found, 1):
        yield f"{rank}. {label_of(row)}", day(row.day) if row.day else "–", plain_number(row.value)
