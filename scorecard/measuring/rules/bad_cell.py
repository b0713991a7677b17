"""A cell of a number column holds a number or nothing.

Numbers are written `12`, `-0.5` or `1e3`. No value is an empty cell, `-`, `--`, `NaN`, `N/A` or `null`; it is never 0.
A text in between would make a sum wrong without a word. Decimal commas are said beside the file: `decimal: ","`.

Good:
    date,reach
    2026-01-30,1200
    2026-01-31,--

Bad:
    date,reach
    2026-01-30,1200
    2026-01-31,about 900
"""

from __future__ import annotations

import re

from scorecard.measuring.spot import Spot
from scorecard.problem import Loc, Problem

_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}([,.'’ \u00a0\u202f])[0-9]{3}(\1[0-9]{3})*([.,][0-9]+)?")
_UNIT = re.compile(r"([+-]?[0-9.,]+) ?(%|[$€£¥]|[A-Za-z]{1,4})|([$€£¥]) ?([+-]?[0-9.,]+)")
_LONGEST = 60


def problem(at: Spot, where: str, text: str, kind: str, decimal: str | None) -> Problem:
    """``text`` is not of the ``kind`` that the column has; ``where`` names the place in a file that has no lines."""
    message = "`{text}` is not a number" if kind == "number" else "`{text}` is neither yes nor no"
    hint = _hint(text, decimal) if kind == "number" else "write true or false, yes or no, 1 or 0"
    return Problem(
        rule="bad-cell",
        path=at.path,
        position=at.position,
        message=message + " in column `{column}`" + (" ({where})" if where else ""),
        label="not a number" if kind == "number" else "neither yes nor no",
        hint=hint,
        params={
            "text": text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…",
            "column": at.column,
            "where": where,
            "decimal": decimal or ".",
        },
    )


def either(at: Spot, text: str) -> Problem:
    """``text`` is a number in two ways, and the file does not say which sign parts its decimals."""
    return Problem(
        rule="bad-cell",
        path=at.path,
        position=at.position,
        message="`{text}` in column `{column}` can be {whole} or {text} with decimals",
        label="which of the two?",
        hint='write `decimal: ","` beside the file in the map for {whole}, `decimal: "."` for {text}',
        params={"text": text, "column": at.column, "whole": text.replace(".", "")},
    )


def said(loc: Loc, text: str, column: str, kind: str) -> Problem:
    """What the map says under ``set`` is not of the kind that the column has."""
    kinds = {"number": "a number", "date": "a date, year first", "truth": "yes or no"}
    return Problem(
        rule="bad-cell",
        loc=loc,
        message="`{text}` stands for column `{column}`, which has to be {kind}",
        label="not {kind}",
        hint="expressions use the column so: write it like `12`, `2026-10-31` or `yes`",
        params={"text": text, "column": column, "kind": kinds.get(kind, kind)},
    )


def _hint(text: str, decimal: str | None) -> str:
    if decimal == "," and "." in text:
        return (
            'beside the file stands `decimal: ","`, but here a point is: write the number with a comma, or leave it out'
        )
    if _DECIMAL_COMMA.fullmatch(text) and not (_THOUSANDS.fullmatch(text) and decimal == ","):
        also = " (and if it parts thousands, export without them)" if _THOUSANDS.fullmatch(text) else ""
        return f'if the comma is a decimal comma, write `decimal: ","` beside the file in the map{also}'
    if _THOUSANDS.fullmatch(text):
        return "export the numbers without separators between the thousands"
    if _UNIT.fullmatch(text):
        return "the cell may hold the number alone: take the unit out of the export"
    return "mend the cell, or leave it empty where there is no value"
