"""The ranking for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.ranking import RankedRow, Ranking
from scorecard.rendering.columns import GAP, Row, natural_width, paragraph, table_rows
from scorecard.rendering.numbers import day
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.top import phrases
from scorecard.top_question import TopQuestion

_INDENT = 2
_LABEL = 1
_LEAST_LABEL = 16


def top_table(question: TopQuestion, ranking: Ranking, *, width: int | None, ascii: bool = False) -> tuple[Line, ...]:
    """The rows as lines of at most ``width`` cells, with a block for each part that is kept apart; labels fold."""
    lines = paragraph(printable(phrases.title(question, ranking)), "strong", width=width)
    about = f"{phrases.when(question)} · as of {day(question.as_of)}"
    lines += [*paragraph(about, "muted", width=width), ()]
    if not ranking.rows:
        lines += paragraph(printable(phrases.nothing(question)), width=width)
    lines += _blocks(question, ranking, width)
    return as_ascii(lines) if ascii else tuple(lines)


def _blocks(question: TopQuestion, ranking: Ranking, width: int | None) -> list[Line]:
    head: Row = _cells("", "", phrases.headings(question), "")
    ranked = list(phrases.ranked(ranking))
    rows = _laid_out(question, head, ranked, width)
    lines: list[Line] = []
    for place, (rank, row) in enumerate(ranked):
        if rank == 1 and question.per is not None:
            lines += [()] if lines else []
            lines += paragraph(printable(phrases.part_of(row)), "strong", width=width)
        if place == 0 or (rank == 1 and question.per is not None):
            lines += rows[0]
        lines += rows[place + 1]
    return lines


def _laid_out(
    question: TopQuestion, head: Row, ranked: Sequence[tuple[int, RankedRow]], width: int | None
) -> list[list[Line]]:
    """The headings and all rows: one line each where they fit, else the label and below it everything else."""
    body = [
        _cells(
            f"{rank}.",
            printable(phrases.label_of(row)),
            phrases.figures(question, row),
            "" if row.day is None else day(row.day),
        )
        for rank, row in ranked
    ]
    bare = [(*row[:_LABEL], (), *row[_LABEL + 1 :]) for row in (head, *body)]
    if width is None or _INDENT + natural_width(bare) + GAP + _LEAST_LABEL <= width:
        right = (0, *range(2, 2 + len(phrases.headings(question))))
        return table_rows([head, *body], right=right, indent=_INDENT, width=width, folding=_LABEL)
    names = phrases.headings(question)
    return [[], *(_stacked(row, names, width) for row in body)]


def _cells(rank: str, label: str, figures: Sequence[str], when: str) -> Row:
    style = "" if rank else "muted"
    texts = [Span(rank, "muted"), Span(label), *(Span(figure, style) for figure in figures), Span(when, "muted")]
    return [(span,) for span in texts]


def _stacked(row: Row, names: Sequence[str], width: int) -> list[Line]:
    rank, label, *rest = ("".join(span.text for span in cell) for cell in row)
    figures = [f"{name} {text}" for name, text in zip(names, rest[:-1], strict=True)]
    lines = paragraph(f"{rank} {label}", indent=_INDENT, width=width)
    return [*lines, *paragraph(", ".join(filter(None, (*figures, rest[-1]))), "muted", indent=_INDENT + 3, width=width)]
