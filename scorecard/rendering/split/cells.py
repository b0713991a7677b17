"""What stands in a cell of the table, and the sentences below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from scorecard.rendering.numbers import amount
from scorecard.rendering.spans import printable
from scorecard.split import Split, SplitCell, SplitRow

NOT_SPLIT = "–"
TOTAL = "total"
_BELOW = "* "
"""Stands before a value of which a sentence below the table speaks."""


def titled(split: Split) -> tuple[str, ...]:
    """What the table is about: the dimension, the map, the period and the day."""
    so_far = "" if split.closed else " so far"
    return f"by {split.dimension}", split.name, f"{split.period}{so_far}"


def part_texts(split: Split, row: SplitRow) -> list[str]:
    """The cells of a row, without the total."""
    return [cell_text(cell, split.currency) if row.splits else NOT_SPLIT for cell in row.parts]


def cell_text(cell: SplitCell, currency: str | None) -> str:
    """A value with its unit; ``≤`` before an upper bound, ``*`` before one of which more is said below."""
    if cell.value is None:
        return amount(None, cell.unit, currency)
    mark = _BELOW if cell.used or cell.reason else ""
    return f"{mark}{'≤ ' if cell.at_most else ''}{printable(amount(cell.value, cell.unit, currency))}"


def sentences(split: Split, names: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """What the numbers do not say by themselves, figure by figure, then what the marks mean.

    Figures are called by their ``names``, those that have none there by their ids.
    """
    found = [sentence for row in split.rows for sentence in _of_row(split, row, names)]
    whole = [names.get(row.id, row.id) for row in split.rows if not row.splits]
    if whole:
        found.append(f"{NOT_SPLIT} not known by {split.dimension}: {', '.join(whole)}")
    if any(cell.at_most for row in split.rows for cell in (*row.parts, row.total)):
        found.append("≤ at most: the parts overlap, so they do not add up to the whole")
    if any(row.splits and row.kind == "rate" and len(split.columns) > 1 for row in split.rows):
        found.append("Totals of rates are worked out over all rows, they are no mean of the columns.")
    return [printable(sentence) for sentence in found]


def _of_row(split: Split, row: SplitRow, names: Mapping[str, str]) -> Iterator[str]:
    figure = names.get(row.id, row.id)
    cells = list(zip(split.columns, row.parts, strict=True)) if row.splits else []
    for used in dict.fromkeys(cell.used for cell in (*row.parts, row.total) if cell.used):
        where = ", ".join(column for column, cell in cells if cell.used == used)
        places = [f"on {where}"] if where else []
        places += [f"in the {TOTAL}"] if row.total.used == used else []
        yield f"{figure}: {names.get(used, used)} instead {' and '.join(places)}"
    if missing := _those(cells, lambda cell: cell.value is None):
        yield f"{figure}: no figure for {missing}"
    if few := _those(cells, lambda cell: cell.value is not None and cell.reason == "small-sample"):
        yield f"{figure}: small sample on {few}"
    if lacking := _those(cells, lambda cell: cell.value is not None and cell.reason == "partial"):
        yield f"{figure}: something is missing in {lacking}"
    yield from _of_total(split, row, figure)


def _of_total(split: Split, row: SplitRow, figure: str) -> Iterator[str]:
    total = row.total
    if total.lacks:
        yield f"{figure}: the {TOTAL} lacks {', '.join(total.lacks)}, which had figures in the period before"
    elif total.value is not None and total.reason == "small-sample":
        yield f"{figure}: small sample in the {TOTAL}"
    if row.rest is not None and row.rest > 0:
        beyond = amount(row.rest, total.unit, split.currency)
        yield f"{figure}: {beyond} of the {TOTAL} belong to no {split.dimension}"
    elif row.rest is not None:
        yield f"{figure}: the columns add up to more than the {TOTAL}, so they overlap"


def _those(cells: Sequence[tuple[str, SplitCell]], is_meant: Callable[[SplitCell], bool]) -> str:
    return ", ".join(column for column, cell in cells if is_meant(cell))
