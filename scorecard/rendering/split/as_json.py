"""The split as JSON."""

from __future__ import annotations

from scorecard.rendering.json_text import document, json_text, rows
from scorecard.split import Split, SplitCell, SplitRow

SCHEMA_VERSION = 1


def split_json(split: Split, *, tool_version: str) -> str:
    """One figure on each line; values are in their units, a percentage is a fraction.

    ``parts`` has an entry for each of ``values`` in their order, and none where the figure does not split.
    """
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": split.as_of,
            "period": str(split.period),
            "closed": split.closed,
            "map": split.name,
            "currency": split.currency,
            "dimension": split.dimension,
            "values": split.columns,
            "figures": rows(json_text(_figure(split, row)) for row in split.rows),
        }
    )


def _figure(split: Split, row: SplitRow) -> dict[str, object]:
    cells = zip(split.columns, row.parts, strict=True) if row.splits else ()
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "splits": row.splits,
        "parts": [{"part": column, **_cell(cell)} for column, cell in cells],
        "total": _cell(row.total),
        "rest": row.rest,
    }


def _cell(cell: SplitCell) -> dict[str, object]:
    return {
        "value": cell.value,
        "unit": cell.unit,
        "at_most": cell.at_most,
        "used": cell.used,
        "lacks": cell.lacks,
        "reason": cell.reason,
    }
