"""The split for the terminal: a table, or a block for each figure where the table would be too wide."""

from __future__ import annotations

from scorecard.rendering.columns import GAP, Row, indented, natural_width, paragraph, table
from scorecard.rendering.numbers import day
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.split.cells import TOTAL, cell_text, part_texts, sentences, titled
from scorecard.split import Split, SplitRow

_NAME = 0
_LEAST_NAME = 16


def split_table(split: Split, *, width: int | None, ascii: bool = False) -> tuple[Line, ...]:
    """The figures as lines of at most ``width`` cells: where they do not suffice names go, then each figure is a block
    of its own. Ids and numbers are never cut."""
    by, *about = titled(split)
    lines = paragraph(printable(f"Figures {by}"), "strong", width=width)
    facts = " · ".join(printable(fact) for fact in (*about, f"as of {day(split.as_of)}"))
    lines += [*paragraph(facts, "muted", width=width), ()]
    lines += _figures(split, width) if split.rows else [(Span(f"No figure is known by {split.dimension}."),)]
    notes = sentences(split)
    if notes:
        lines.append(())
    for note in notes:
        lines += paragraph(note, "muted", width=width)
    return as_ascii(lines) if ascii else tuple(lines)


def _figures(split: Split, width: int | None) -> list[Line]:
    rows = [_headings(split), *(_row(split, row) for row in split.rows)]
    nameless = [(*row[:_NAME], (), *row[_NAME + 1 :]) for row in rows]
    right = range(2, len(rows[0]))
    if width is None or natural_width(nameless) + GAP + _LEAST_NAME <= width:
        return table(rows, right=right, width=width, folding=_NAME)
    if natural_width(nameless) <= width:
        return table(nameless, right=right)
    return [line for row in split.rows for line in _block(split, row, width)]


def _headings(split: Split) -> Row:
    names = ("", "", *map(printable, split.columns), TOTAL)
    return [(Span(name, "muted"),) for name in names]


def _row(split: Split, row: SplitRow) -> Row:
    return (
        (Span(printable(row.name)),),
        (Span(row.id, "muted"),),
        *((Span(text),) for text in part_texts(split, row)),
        (Span(cell_text(row.total, split.currency), "strong"),),
    )


def _block(split: Split, row: SplitRow, width: int) -> list[Line]:
    """A figure with its parts below it, one on each line."""
    texts = [*part_texts(split, row), cell_text(row.total, split.currency)]
    lines = paragraph(printable(row.name), "strong", width=width)
    lines += [indented((Span(row.id, "muted"),), 2)]
    for column, text in zip((*map(printable, split.columns), TOTAL), texts, strict=True):
        lines += paragraph(f"{column}  {text}", indent=2, width=width)
    return lines
