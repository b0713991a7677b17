"""The ranking as Markdown."""

from __future__ import annotations

from scorecard.ranking import RankedRow, Ranking
from scorecard.rendering.markdown import markdown_table, markdown_text
from scorecard.rendering.numbers import day
from scorecard.rendering.top import phrases
from scorecard.top_question import TopQuestion


def top_markdown(question: TopQuestion, ranking: Ranking) -> str:
    """A table of the rows, with a column for the part that each is kept in."""
    lines = [f"## {markdown_text(phrases.title(question, ranking))}", ""]
    lines += [f"{phrases.when(question)}, as of {day(question.as_of)}", ""]
    if not ranking.rows:
        return "\n".join([*lines, markdown_text(phrases.nothing(question))]) + "\n"
    names = [name.capitalize() for name in phrases.headings(question)]
    per = [markdown_text(question.per)] if question.per else []
    label = markdown_text(question.group) if question.group else "Row"
    headings = [*per, "Rank", label, *names, *([] if question.group else ["Day"])]
    first = len(per) + 2
    right = (len(per), *range(first, first + len(names)))
    rows = [_row(question, rank, row) for rank, row in phrases.ranked(ranking)]
    return "\n".join([*lines, *markdown_table(headings, rows, right)]).rstrip("\n") + "\n"


def _row(question: TopQuestion, rank: int, row: RankedRow) -> list[str]:
    per = [markdown_text(phrases.part_of(row))] if question.per else []
    when = [] if question.group else ["" if row.day is None else day(row.day)]
    return [*per, str(rank), markdown_text(phrases.label_of(row)), *phrases.figures(question, row), *when]
