"""What a text in a map means: numbers, percentages, dates, units, and the shapes people may choose between.

Each reader takes what stands in the file and returns its meaning, or raises ``PydanticCustomError`` whose type is
the id of the rule that was broken and whose context holds the words for its sentence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic_core import PydanticCustomError

from scorecard.period import parse_period

Read = TypeVar("Read")

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LARGEST = 1e15
"""No figure of a scorecard is larger; beyond it a float no longer holds every whole number."""

_NUMBER = re.compile(r"[+-]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?(%|[kKM])?", re.ASCII)
_OTHER_BASE = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+", re.ASCII)
_CHANGE = re.compile(r"[+-](?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:%|pp|[kM])?", re.ASCII)
_SUFFIX = {"%": 0.01, "k": 1e3, "K": 1e3, "M": 1e6}
_ANSWERS = {"yes": 1.0, "no": 0.0}
_SPELLINGS = {"maximize": "maximise", "minimize": "minimise"}
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

NUMBER_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": f"^({_NUMBER.pattern}|{_OTHER_BASE.pattern}|yes|no)$"},
    ]
}
FRACTION_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string", "pattern": r"^\+?(\d[\d_]*(\.[\d_]*)?|\.\d[\d_]*)([eE][+-]?\d+)?%?$"},
    ]
}
TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1}
DATE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": r"^\d{4}(-(Q[1-4]|W\d\d|\d\d(-\d\d)?))?$"},
        {"type": "integer", "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR},
    ]
}
CHANGE_SCHEMA: dict[str, Any] = {"anyOf": [{"type": "string", "pattern": f"^{_CHANGE.pattern}$"}, {"type": "number"}]}


def _refuse(rule: str, **words: object) -> PydanticCustomError:
    return PydanticCustomError(rule, rule, words)


def read_number(written: object) -> float:
    """Read ``12``, ``-0.5``, ``1e3``, ``1_000``, ``80k``, ``1.2M``, ``2%`` (0.02), ``yes`` (1) or ``no`` (0)."""
    if isinstance(written, str):
        match = _NUMBER.fullmatch(written)
        if match is not None:
            suffix = match[1]
            if suffix is None:
                number = float(written)
            elif suffix == "%":
                number = float(written[:-1]) / 100
            else:
                number = float(written[:-1]) * _SUFFIX[suffix]
        elif written in _ANSWERS:
            return _ANSWERS[written]
        elif _OTHER_BASE.fullmatch(written):
            number = float(int(written, 0))
        else:
            raise _refuse("bad-number", text=written)
    elif isinstance(written, (int, float)) and not isinstance(written, bool):
        number = float(written)
    else:
        raise _refuse("wrong-shape", wanted="number", found=shape_of(written))
    if not abs(number) <= LARGEST:
        raise _refuse("bad-number", text=str(written))
    return number


def read_fraction(written: object) -> float:
    """Read a share of a whole, from 0 to 1: ``60%`` or ``0.6``."""
    number = read_number(written)
    if not 0 <= number <= 1:
        raise _refuse("not-a-share", text=str(written))
    return number


def read_whole(written: object) -> int:
    """Read a whole number."""
    number = read_number(written)
    if not number.is_integer():
        raise _refuse("bad-choice", text=str(written), choices=("a whole number",))
    return int(number)


def _read_day(written: object, end: bool) -> date:
    if isinstance(written, date):
        return written
    if not isinstance(written, (str, int)):
        raise _refuse("wrong-shape", wanted="date", found=shape_of(written))
    try:
        period = parse_period(str(written))
    except ValueError:
        raise _refuse("bad-date", text=str(written)) from None
    day = period.end if end else period.start
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise _refuse("bad-date", text=str(written))
    return day


def read_first_day(written: object) -> date:
    """Read a date; of a longer period (``2026-Q3``) its first day."""
    return _read_day(written, end=False)


def read_last_day(written: object) -> date:
    """Read a date; of a longer period (``2026-Q3``) its last day."""
    return _read_day(written, end=True)


def read_direction(written: object) -> object:
    """Both spellings of maximise and minimise."""
    return _SPELLINGS.get(written, written) if isinstance(written, str) else written


def read_unit(written: object) -> object:
    """``percent`` and ``%`` are the same unit."""
    return "%" if written == "percent" else written


def read_texts(written: object) -> object:
    """One text stands for a list of one."""
    return [written] if isinstance(written, str) else written


def read_named(written: object) -> object:
    """A bare name stands for an item that has a name only."""
    return {"name": written} if isinstance(written, str) else written


def read_entries(written: object) -> object:
    """Bring the list grammar to one form, a list: a mapping ``id -> settings`` is a list of its pairs."""
    if isinstance(written, Mapping):
        return [{key: value} for key, value in written.items()]
    if isinstance(written, str):
        raise _refuse("wrong-shape", wanted="list of ids", found="text", text=written)
    return written


def read_entry(written: object) -> object:
    """Bring an entry to one form: ``id``, ``{id: weight}`` and ``{id: {weight: ...}}`` become its fields."""
    if isinstance(written, str):
        return {"id": written}
    if not isinstance(written, Mapping):
        raise _refuse("wrong-shape", wanted="id", found=shape_of(written))
    if len(written) != 1:
        raise _refuse("two-keys", keys=tuple(map(str, written)))
    ((key, settings),) = written.items()
    if not isinstance(settings, Mapping):
        return {"id": key, "weight": settings}
    if "id" in settings:
        raise _refuse("unknown-key", key="id", known=("weight", "delay", "because"))
    return {"id": key, **settings}


def read_change(written: object) -> str:
    """Keep a change as it was written: ``+12%`` (of the reference), ``-500``, ``+0.5pp``. The sign is needed."""
    text = written if isinstance(written, str) else f"{written:+}" if isinstance(written, (int, float)) else ""
    if _CHANGE.fullmatch(text) is None:
        raise _refuse("bad-change", text=str(written))
    return text


def read_target_number(written: object) -> float:
    """Read a number that is a target; one with a plus sign looks like a change, so it has to say which it is."""
    if isinstance(written, str) and written.startswith("+") and _CHANGE.fullmatch(written):
        raise _refuse("bad-change", text=written)
    return read_number(written)


def _read_list(written: object, read: Callable[[object], Read], wanted: str) -> list[Read]:
    if isinstance(written, str) or not isinstance(written, (list, tuple)):
        raise _refuse("wrong-shape", wanted=wanted, found=shape_of(written))
    items = []
    for index, item in enumerate(written):
        try:
            items.append(read(item))
        except PydanticCustomError as error:
            words = error.context or {}
            raise _refuse(error.type, **{**words, "at": (index, *words.get("at", ()))}) from None
    return items


def read_pair(written: object) -> tuple[float, float]:
    """Read ``[low, high]``."""
    numbers = _read_list(written, read_number, "pair of numbers")
    if len(numbers) != 2:
        raise _refuse("wrong-shape", wanted="pair of numbers", found=f"list of {len(numbers)}")
    return numbers[0], numbers[1]


def read_number_or_pair(written: object) -> float | tuple[float, float]:
    """Read a number, or ``[low, high]``."""
    return read_pair(written) if isinstance(written, (list, tuple)) else read_number(written)


def read_curve(written: object) -> tuple[tuple[float, float], ...]:
    """Read a list of points ``[value, performance]``."""
    return tuple(_read_list(written, read_pair, "list of points"))


def shape_of(written: object) -> str:
    """What stands there, in words a strategist uses."""
    if isinstance(written, Mapping):
        return "block of keys"
    if isinstance(written, (list, tuple)):
        return "list"
    if isinstance(written, float) and math.isnan(written):
        return "no number"
    return "text" if isinstance(written, str) else "number"
