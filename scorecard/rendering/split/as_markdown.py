"""The split as Markdown."""

from __future__ import annotations

from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import day
from scorecard.rendering.split.cells import TOTAL, cell_text, part_texts, sentences, titled
from scorecard.split import Split, SplitRow


def split_markdown(split: Split) -> str:
    """A table with a row for each figure and a column for each value, and below it what has to be said of them."""
    by, name, period = titled(split)
    lines = [f"## {markdown_text(name)} {markdown_text(by)}", "", f"{period}, as of {day(split.as_of)}", ""]
    headings = ("Figure", *map(markdown_text, split.columns), TOTAL.capitalize())
    rows = [_row(split, row) for row in split.rows]
    lines += markdown_table(headings, rows, right=range(1, len(headings)))
    if not rows:
        lines += [f"No figure is known by {markdown_text(split.dimension)}.", ""]
    lines += [f"- {markdown_text(sentence)}" for sentence in sentences(split)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(split: Split, row: SplitRow) -> tuple[str, ...]:
    return (
        f"{markdown_text(row.name)}<br>{markdown_id(row.id)}",
        *(markdown_text(text) for text in part_texts(split, row)),
        f"**{markdown_text(cell_text(row.total, split.currency))}**",
    )
