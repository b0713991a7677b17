"""Every row has a date, and it is written in the one way that the map says.

Without `date_format` only dates with the year first are read (`2026-01-31`, `2026-01-31T10:00`), because 03/04/2026 is
the 3rd of April to some and the 4th of March to others. A row without a date belongs to no period, so it would be
lost without a word.

Good:
    files: {file: data/posts.csv, date_format: "%d/%m/%Y"}

Bad:
    files: data/posts.csv  # its dates are written 31/01/2026, and nothing says so
"""

from __future__ import annotations

import re
from datetime import date

from scorecard.measuring.spot import Spot
from scorecard.naming import MONTHS
from scorecard.problem import Loc, Problem

_NUMBERS = re.compile(
    r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})(?:([ T])([0-9]{1,2}:[0-9]{2})(:[0-9]{2})?)?(?: ?([AaPp][Mm]))?"
)
_COMPACT = re.compile(r"[12][0-9]{7}")
_LONGEST = 60


def problem(at: Spot, where: str, text: str, date_format: str | None, file: str, *, always: bool) -> Problem:
    """``text`` is no date in the way that is said; ``always`` tells that every row needs one in this column."""
    params: dict[str, object] = {
        "text": text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…",
        "column": at.column,
        "where": where,
        "format": date_format or "",
        "file": file,
    }
    message, label, hint = _words(text, date_format, params)
    return Problem(
        rule="bad-day",
        path=at.path,
        position=at.position,
        message=message + " in column `{column}`" + (" ({where})" if where else ""),
        label=label,
        hint=hint,
        params=params,
    )


def bad_format(loc: Loc, date_format: str, reason: str) -> Problem:
    """``date_format`` is no pattern of a date."""
    return Problem(
        rule="bad-day",
        loc=loc,
        message="`{format}` does not say how a date is written: {reason}",
        label="no pattern of a date",
        hint="write it like `%d.%m.%Y` for 31.12.2026 or `%m/%d/%Y %H:%M` for 12/31/2026 18:00",
        params={"format": date_format, "reason": reason},
    )


def _words(text: str, date_format: str | None, params: dict[str, object]) -> tuple[str, str, str]:
    if not text or text.strip("-") == "":
        hint = "a row without a date belongs to no period: write the date, or delete the row (totals too)"
        return "there is no date", "no date", hint
    if date_format is not None:
        hint = "mend the date, or give the file that writes dates so an entry of its own with its `date_format`"
        return "`{text}` is not a date written as `{format}`", "not such a date", hint
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return "there is no day `{text}`", "not in the calendar", "the calendar does not have it: mend the date"
    readings = _readings(text)
    if len(readings) > 1:
        params["first"], params["second"] = (said for said, _ in readings)
        params["first_format"], params["second_format"] = (pattern for _, pattern in readings)
        return (
            "`{text}` can be the {first} or the {second}",
            "which of the two?",
            'write `date_format: "{first_format}"` for the {first} beside `{file}` in the map, '
            '`date_format: "{second_format}"` for the {second}',
        )
    if readings:
        params["first"], params["first_format"] = readings[0]
        hint = 'if that is the {first}, write `date_format: "{first_format}"` beside `{file}` in the map'
        return "`{text}` is not a date with the year first", "not a date", hint
    hint = 'say how dates are written beside `{file}` in the map, as `date_format: "%b %d, %Y"` for Dec 31, 2026'
    return "`{text}` is not a date with the year first", "not a date", hint


def _readings(text: str) -> list[tuple[str, str]]:
    """What a date of three numbers can mean, each with its pattern."""
    if _COMPACT.fullmatch(text):
        return _valid(int(text[:4]), int(text[4:6]), int(text[6:]), "%Y%m%d")
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return []
    first, sign, middle, last, gap, clock, seconds, half = match.groups()
    time = ""
    if clock:
        time = f"{gap}{'%I' if half else '%H'}:%M{':%S' if seconds else ''}"
    if half:
        time += (" " if " " in text[-3:] else "") + "%p"
    if len(first) == 4:
        return _valid(int(first), int(middle), int(last), f"%Y{sign}%m{sign}%d{time}")
    if len(first) > 2 or len(last) not in (2, 4):
        return []
    year, written = (int(last), "%Y") if len(last) == 4 else (2000 + int(last), "%y")
    day_first = _valid(year, int(middle), int(first), f"%d{sign}%m{sign}{written}{time}")
    month_first = _valid(year, int(first), int(middle), f"%m{sign}%d{sign}{written}{time}")
    return day_first + (month_first if first != middle else [])


def _valid(year: int, month: int, day: int, pattern: str) -> list[tuple[str, str]]:
    try:
        found = date(year, month, day)
    except ValueError:
        return []
    return [(f"{found.day} {MONTHS[found.month - 1]} {found.year}", pattern)]
