"""What a number is made of: a line for each part, and a sum that is seen to add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.rendering.columns import Row, table
from scorecard.rendering.numbers import exact_percent, parts_percent, plain_number
from scorecard.rendering.spans import Line, Span
from scorecard.result import Contribution

_NUMBERS = (2, 3, 4, 5)


def contribution_lines(
    parts: Sequence[Contribution], total: float | None, *, indent: int, width: int | None, weights: bool = True
) -> list[Line]:
    """A table of weight as written, share among the parts with data, value, and share × value; then the sum."""
    if not parts:
        return []
    known = [part for part in parts if part.product is not None and part.share is not None]
    shares = iter(parts_percent([part.share or 0.0 for part in known], 1.0) if known else ())
    products = iter(parts_percent([part.product or 0.0 for part in known], total or 0.0))
    rows: list[Row] = [_muted("", "", "weight", "share", "value", "share × value")]
    for part in parts:
        rows.append(_row(part, shares, products))
    if known:
        rows.append(tuple((Span(text, "strong"),) for text in ("sum", "", "", "100.00 %", "", exact_percent(total))))
    if not weights:
        rows = [[*row[:2], (), *row[3:]] for row in rows]
    return table(rows, right=_NUMBERS, indent=indent, width=width)


def _row(part: Contribution, shares: Iterator[str], products: Iterator[str]) -> Row:
    weight = plain_number(part.weight)
    if part.product is None:
        return _muted(part.kind, part.id, weight, "–", "no data", "–")
    cells = (part.id, weight, next(shares), exact_percent(part.value), next(products))
    return ((Span(part.kind, "muted"),), *((Span(text),) for text in cells))


def _muted(*texts: str) -> Row:
    return tuple((Span(text, "muted"),) for text in texts)
