"""Tables whose head stands on every page they reach."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scorecard.rendering.report.printed.markup import Child, Typst, call, joined, written

_LONG = 1000
"""A row with so long a cell may be divided between pages; it might be higher than one."""

_HIGH = 8000
"""The same of a tile, with the picture in it."""


def table(
    headings: Sequence[str], rows: Sequence[Sequence[Child]], widths: str, *, right: Collection[int] = ()
) -> Typst | None:
    """A table; ``widths`` are those of its columns in typst's words (``1fr 40pt auto``), the columns ``right`` are set
    to the right. None without rows."""
    if not rows:
        return None
    columns = Typst(f"({', '.join(widths.split())},)")
    return call("cells", columns, sorted(right), [*headings], *map(row, rows))


def row(cells: Sequence[Child]) -> Typst:
    """The cells of a row, to be spread into the arguments of a table."""
    made = [cell if isinstance(cell, Typst) else written(cell) for cell in cells]
    kind = "long" if any(len(cell) > _LONG for cell in made if not cell.startswith("picture(")) else "whole"
    return Typst(f"..{call(kind, *made)}")


def tile(body: Typst) -> Typst:
    """A cell of a grid of tiles."""
    return call("tile", len(body) < _HIGH, body)


def stacked(*parts: Child, gap: float = 5) -> Typst:
    """Parts of a cell, or of a section, below each other with a ``gap`` between them, in points."""
    return call("paragraphs", *(joined([part]) for part in parts if part is not None), gap=Typst(f"{gap:g}pt"))
