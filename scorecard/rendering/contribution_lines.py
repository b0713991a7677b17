"""What a number is made of: a line for each part, and a sum that is seen to add up."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.columns import Row, natural_width, paragraph, table
from scorecard.rendering.numbers import exact_percent, parts_percent, plain_number
from scorecard.rendering.spans import Line, Span
from scorecard.result import Contribution

_NUMBERS = (2, 3, 4, 5)


def contribution_lines(
    parts: Sequence[Contribution], total: float | None, *, indent: int, width: int | None, weights: bool = True
) -> list[Line]:
    """A table of weight as written, share among the parts with data, value, and share × value; then the sum.

    Where it is wider than ``width``, each part is written as an equation below its id.
    """
    if not parts:
        return []
    numbered = numbered_parts(parts, total)
    known = any(part.product is not None for part in parts)
    body = [_row(part, share, product) for part, share, product in numbered]
    foot = [tuple((Span(text, "strong"),) for text in ("sum", "", "", "100.00 %", "", exact_percent(total)))]
    for product in ("share × value", "product"):
        head = _muted("", "", "weight", "share", "value", product)
        rows: list[Row] = [head, *body, *(foot if known else [])]
        if not weights:
            rows = [[*row[:2], (), *row[3:]] for row in rows]
        if width is None or indent + natural_width(rows) <= width:
            return table(rows, right=_NUMBERS, indent=indent, width=width)
    lines: list[Line] = []
    for part, share, product in numbered:
        lines += _equation(part, share, product, weights=weights, indent=indent, width=width)
    return [*lines, *(paragraph(f"sum {exact_percent(total)}", "strong", indent=indent, width=width) if known else ())]


def numbered_parts(parts: Sequence[Contribution], total: float | None) -> list[tuple[Contribution, str, str]]:
    """Each part with its share and its product as text, which are seen to add up; those without data have ``–``."""
    known = [part for part in parts if part.product is not None]
    shares = parts_percent([part.share or 0.0 for part in known], 1.0) if known else []
    products = parts_percent([part.product or 0.0 for part in known], total or 0.0)
    numbers = iter(zip(shares, products, strict=True))
    return [(part, *(("–", "–") if part.product is None else next(numbers))) for part in parts]


def _row(part: Contribution, share: str, product: str) -> Row:
    weight = plain_number(part.weight)
    if part.product is None:
        return _muted(part.kind, part.id, weight, share, "no data", product)
    cells = (part.id, weight, share, exact_percent(part.value), product)
    return ((Span(part.kind, "muted"),), *((Span(text),) for text in cells))


def _equation(
    part: Contribution, share: str, product: str, *, weights: bool, indent: int, width: int | None
) -> list[Line]:
    """``weight 2: 25.00 % × 53.08 % = 13.27 %`` below kind and id."""
    unknown = part.product is None
    words = "no data" if unknown else f"{share} × {exact_percent(part.value)} = {product}"
    if weights:
        words = f"weight {plain_number(part.weight)}: {words}"
    name = (Span(" " * indent), Span(f"{part.kind} ", "muted"), Span(part.id, "muted" if unknown else ""))
    return [name, *paragraph(words, "muted" if unknown else "", indent=indent + 2, width=width)]


def _muted(*texts: str) -> Row:
    return tuple((Span(text, "muted"),) for text in texts)
