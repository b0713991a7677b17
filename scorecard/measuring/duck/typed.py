"""Text of a cell -> a typed value, as SQL. What it takes, `cells` takes too; for the rest the query fails."""

from __future__ import annotations

from scorecard.measuring.duck.cells import FALSE, ISO, ISO_CLOCK, MISSING, TRUE, DecimalSign
from scorecard.measuring.fence import ColumnKind
from scorecard.measuring.sql_text import literal

SQL_TYPE: dict[ColumnKind, str] = {"number": "DOUBLE", "date": "TIMESTAMP", "text": "VARCHAR", "truth": "BOOLEAN"}

MISSING_LIST = ", ".join(map(literal, MISSING))


def number(column: str, *, decimal: DecimalSign = None, typed: bool = False) -> str:
    """A DOUBLE out of text, or out of a column that is ``typed`` already; what is not finite is no value."""
    if typed:
        return f"CASE WHEN isfinite({column}) THEN {column} END"
    text = f"trim({column})"
    if decimal == ",":
        text = f"CASE WHEN contains({text}, '.') THEN error('a point') ELSE replace({text}, ',', '.') END"
    cast = f"CAST({text} AS DOUBLE)"
    return f"CASE WHEN {_missing(column)} THEN NULL WHEN isfinite({cast}) THEN {cast} END"


def _missing(column: str) -> str:
    return f"{column} IS NULL OR trim({column}) IN ({MISSING_LIST})"


def truth(column: str) -> str:
    """A BOOLEAN out of a word."""
    word = f"lower(trim({column}))"
    yes, no = (", ".join(map(literal, words)) for words in (TRUE, FALSE))
    # Nearly all cells are written plainly; only the others are looked at more closely.
    plain = f"WHEN {column} IN ({no}) THEN FALSE WHEN {column} IN ({yes}) THEN TRUE"
    return (
        f"CASE {plain} WHEN {_missing(column)} THEN NULL WHEN {word} IN ({yes}) THEN TRUE "
        f"WHEN {word} IN ({no}) THEN FALSE ELSE CAST(error('no yes or no') AS BOOLEAN) END"
    )


def text(column: str) -> str:
    """A VARCHAR."""
    return f"CASE WHEN {column} NOT IN ({MISSING_LIST}) THEN {column} END"


def iso_moment(column: str) -> str:
    """A TIMESTAMP out of an ISO date."""
    trimmed = f"trim({column})"
    return (
        f"CASE {_plain_moments(column)} WHEN {_missing(column)} THEN NULL "
        f"WHEN regexp_full_match({trimmed}, {literal(ISO)}) "
        f"THEN CAST(replace(regexp_extract({trimmed}, {literal(ISO_CLOCK)}), ',', '.') AS TIMESTAMP) "
        "ELSE CAST(error('no date') AS TIMESTAMP) END"
    )


def _plain_moments(column: str) -> str:
    """The forms that nearly all dates have, which are quicker to read than to match: each fills its length exactly."""
    found = []
    for length, pattern in ((19, "%Y-%m-%d %H:%M:%S"), (16, "%Y-%m-%d %H:%M"), (10, "%Y-%m-%d")):
        moment = f"try_strptime({column}, {literal(pattern)})"
        # Reading by a pattern passes over blanks, so there may be none but the one that it asks for.
        exact = f"length(trim({column})) = {length} AND NOT contains({column}, '  ')"
        found.append(f"WHEN {exact} AND {moment} >= TIMESTAMP '0001-01-01' THEN {moment}")
    return " ".join(found)


def iso_day(column: str) -> str:
    """A DATE out of an ISO date, quick where no time is given."""
    plain = f"try_cast({column} AS DATE)"
    is_plain = f"CAST({plain} AS VARCHAR) = {column} AND length({column}) = 10"
    return f"CASE WHEN {is_plain} THEN {plain} ELSE CAST({iso_moment(column)} AS DATE) END"


def written_moment(column: str, date_format: str) -> str:
    """A TIMESTAMP out of a date that is written as ``date_format`` says; the zone at its end is cut off."""
    bare, pattern = without_zone(f"trim({column})", date_format)
    found = f"try_strptime({bare}, {literal(pattern)})"
    return (
        f"CASE WHEN {_missing(column)} THEN NULL "
        f"ELSE coalesce(CAST({found} AS TIMESTAMP), CAST(error('no date') AS TIMESTAMP)) END"
    )


def without_zone(column: str, date_format: str) -> tuple[str, str]:
    """A text and a pattern without the zone that both end with, as SQL and as a pattern."""
    pattern = date_format.strip()
    if pattern.endswith(("%z", "%Z")):
        zone = literal(r" ?(?:[A-Za-z]{1,5}|[+-][0-9]{2}(?::?[0-9]{2})?)$")
        return f"regexp_replace({column}, {zone}, '')", pattern[:-2].rstrip()
    return column, pattern


def typed(column: str, kind: ColumnKind, *, decimal: DecimalSign, date_format: str | None) -> str:
    """A value of that kind out of text."""
    if kind == "number":
        return number(column, decimal=decimal)
    if kind == "truth":
        return truth(column)
    if kind == "text":
        return text(column)
    if date_format is None:
        return iso_moment(column)
    iso = f"regexp_full_match(trim({column}), {literal(ISO)})"
    return f"CASE WHEN {iso} THEN {iso_moment(column)} ELSE {written_moment(column, date_format)} END"
