"""What a cell of a raw file says: a number, a date, a yes or no, or nothing. The careful reading, cell by cell."""

from __future__ import annotations

import re
from datetime import datetime
from math import isfinite
from typing import Literal, TypeAlias

MISSING = ("", "-", "--", "NaN", "NAN", "nan", "N/A", "n/a", "null", "NULL")
"""How exports write that there is no value. It is never 0."""

TRUE = ("true", "yes", "1", "t", "y")
FALSE = ("false", "no", "0", "f", "n")

ISO_DAY = r"(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-[0-9]{2}-[0-9]{2}"
ISO_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?"
ISO_ZONE = r"(?: ?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?))?"
ISO = rf"{ISO_DAY}(?:[T ]{ISO_TIME}{ISO_ZONE})?"
"""A date, or a date and a time with or without its zone, for Python and for DuckDB alike."""

ISO_CLOCK = r"^.{10}(?:[T ][0-9:]+(?:[.,][0-9]{1,6})?)?"
"""The part of such a text that counts: the clock's own time, up to microseconds, without the zone."""

Value: TypeAlias = float | str | bool | datetime | None
DecimalSign: TypeAlias = Literal[".", ","] | None

_POINTS_PART_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
_THOUSANDS_OR_DECIMALS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_ISO = re.compile(ISO)
_ISO_CLOCK = re.compile(ISO_CLOCK)


def number(text: str, decimal: DecimalSign = None) -> float | None:
    """The number that a cell says; None where it says that there is none, or that it is not finite.

    Raises:
        ValueError: when it says something else.
    """
    text = text.strip()
    if text in MISSING:
        return None
    if not text.isascii():
        raise ValueError(text)
    if decimal == ",":
        if "." in text and not _POINTS_PART_THOUSANDS.fullmatch(text):
            raise ValueError(text)
        text = text.replace(".", "").replace(",", ".")
    found = float(text)
    return found if isfinite(found) else None


def is_ambiguous(text: str) -> bool:
    """Whether the points of a number may part its thousands or its decimals: ``1.234``. In files whose cells are
    parted by ``;``, because commas stand in numbers, nobody can know."""
    return _THOUSANDS_OR_DECIMALS.fullmatch(text.strip()) is not None


def truth(text: str) -> bool | None:
    """The yes or no that a cell says.

    Raises:
        ValueError: when it says something else.
    """
    word = text.strip()
    if word in MISSING:
        return None
    if word.lower() in TRUE:
        return True
    if word.lower() in FALSE:
        return False
    raise ValueError(text)


def plain(text: str) -> str | None:
    """The text of a cell."""
    return None if text in MISSING else text


def moment(text: str) -> datetime | None:
    """The date and time of an ISO date, by the clock of the file: a zone is cut off, never converted.

    Raises:
        ValueError: when it is no ISO date, or a day that the calendar does not have.
    """
    text = text.strip()
    if text in MISSING:
        return None
    if not _ISO.fullmatch(text):
        raise ValueError(text)
    clock = _ISO_CLOCK.match(text)
    assert clock is not None  # whatever is ISO has one
    found = clock[0].replace(",", ".")
    whole, point, fraction = found.partition(".")
    return datetime.fromisoformat(f"{whole}{point}{fraction.ljust(6, '0') if point else ''}")
