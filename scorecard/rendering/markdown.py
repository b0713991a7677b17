"""Text that is safe inside GitHub's Markdown, and tables of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorecard.rendering.spans import printable

_MARKS = re.compile(r"[\\`*_\[\]~]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "|": "&#124;"})
_CALLS = re.compile(r"(@|#|\bGH-|://|\bwww\.)(?=\w)", re.IGNORECASE)
_BREAK = "\u200b"
"""A blank of no width: it keeps ``@name`` from calling somebody and an address from becoming a link."""


def markdown_text(text: str) -> str:
    """A text as itself: no markup, HTML, table border, formula, mention, issue number or link comes of it."""
    parted = _CALLS.sub(rf"\1{_BREAK}", printable(text)).translate(_ENTITIES)
    return _MARKS.sub(r"\\\g<0>", parted)


def markdown_id(item_id: str) -> str:
    """An id as code."""
    return f"`{item_id}`"


def markdown_table(headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> list[str]:
    """The lines of a table of finished cells; the columns ``right`` are set to the right; none without rows."""
    if not rows:
        return []
    rules = ("---:" if column in right else "---" for column in range(len(headings)))
    return [_row(headings), _row(list(rules)), *map(_row, rows), ""]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
