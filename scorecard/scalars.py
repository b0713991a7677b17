"""What a text in a map means: numbers, percentages, dates, units, and the shapes people may choose between.

Each reader takes what stands in the file and returns its meaning, or raises ``PydanticCustomError`` whose type is
the id of the rule that was broken and whose context holds the words for its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from itertools import islice
from math import inf
from typing import Any, TypeVar

from pydantic_core import PydanticCustomError

from scorecard.period import Period, parse_period

Read = TypeVar("Read")

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 100
LARGEST = 1e15
"""No figure of a scorecard is larger; beyond it a float no longer holds every whole number."""
SMALLEST = 1e-12
"""No figure of a scorecard but 0 is nearer to 0; a scale that is shorter would stretch figures without limit."""

_DIGITS = r"\d+(?:_\d+)*"
_DECIMAL = rf"(?:{_DIGITS}(?:\.(?:{_DIGITS})?)?|\.{_DIGITS})"
_NUMBER = re.compile(rf"[+-]?{_DECIMAL}(?:[eE][+-]?\d+|(%|[kKM]))?", re.ASCII)
_OTHER_BASE = re.compile(r"0x[0-9a-fA-F]+|0o[0-7]+", re.ASCII)
_CHANGE = re.compile(rf"[+-]{_DECIMAL}(?:%|pp|[kM])?", re.ASCII)
_POWER = {"%": "e-2", "k": "e3", "K": "e3", "M": "e6"}
_ANSWERS = {"yes": 1.0, "no": 0.0}
_SPELLINGS = {"maximize": "maximise", "minimize": "minimise"}
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def number_schema(least: float = -LARGEST, most: float = LARGEST, *, plus: bool = True) -> dict[str, Any]:
    """The JSON Schema of a number, with a plus sign or without.

    The limits hold for one that is written without ``%``, ``k`` or ``M``.
    """
    pattern = f"^{'' if plus else '(?![+])'}({_NUMBER.pattern}|{_OTHER_BASE.pattern}|yes|no)$"
    return {"anyOf": [{"type": "number", "minimum": least, "maximum": most}, {"type": "string", "pattern": pattern}]}


FRACTION_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string", "pattern": r"^\+?((100(\.0*)?|\d{1,2}(\.\d*)?|\.\d+)%|1(\.0*)?|0?\.\d+|0)$"},
    ]
}
TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1}
_WEEK, _MONTH, _DAY = "(0[1-9]|[1-4][0-9]|5[0-3])", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
PERIOD_PATTERN = rf"^(19|20|21)\d\d(-(Q[1-4]|W{_WEEK}|{_MONTH}(-{_DAY})?))?$"
DATE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {
            "type": "string",
            "pattern": PERIOD_PATTERN,
        },
        {"type": "integer", "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR},
    ]
}
AGAINST_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "integer", "minimum": _FIRST_YEAR, "maximum": _LAST_YEAR},
        {"type": "string", "pattern": f"{PERIOD_PATTERN}|{ID_PATTERN}", "maxLength": LONGEST_ID},
    ]
}
PARAM_PATTERN = r"^[a-z][a-z0-9_]*$"
_LASTING = re.compile(r"([1-9]\d?) of ([1-9]\d?)", re.ASCII)
LASTING_SCHEMA: dict[str, Any] = {"type": "string", "pattern": f"^{_LASTING.pattern}$"}
CHANGE_SCHEMA: dict[str, Any] = {"anyOf": [{"type": "string", "pattern": f"^{_CHANGE.pattern}$"}, {"type": "number"}]}


def _refuse(rule: str, **words: object) -> PydanticCustomError:
    return PydanticCustomError(rule, rule, words)


def _as_float(number: float) -> float:
    """A number as a float; a whole number that no float can hold is infinite."""
    try:
        return float(number)
    except OverflowError:
        return inf


def read_number(written: object) -> float:
    """Read ``12``, ``-0.5``, ``1e3``, ``1_000``, ``80k``, ``1.2M``, ``2%`` (0.02), ``yes`` (1) or ``no`` (0)."""
    if isinstance(written, str):
        if len(written) < 16 and written.isdigit() and written.isascii():  # nearly all figures are plain digits
            return float(written)
        match = _NUMBER.fullmatch(written)
        if match is not None:
            # As a power of ten, so that 10.1% is the float nearest to 0.101; a division would miss it.
            number = float(written[:-1] + _POWER[match[1]] if match[1] else written)
        elif written in _ANSWERS:
            return _ANSWERS[written]
        elif _OTHER_BASE.fullmatch(written):
            number = _as_float(int(written, 0))
        else:
            raise _refuse("bad-number", text=written)
    elif isinstance(written, (int, float)) and not isinstance(written, bool):
        number = _as_float(written)
    else:
        raise _refuse("wrong-shape", wanted="number", found=shape_of(written))
    if not (SMALLEST <= abs(number) <= LARGEST or number == 0):
        raise _refuse("bad-number", text=str(written), large=abs(number) > LARGEST)
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
        raise _refuse("not-whole")
    return int(number)


@lru_cache(maxsize=1024)  # the plans of a map share a few dates
def _days(text: str) -> tuple[date, date]:
    """The first and the last day of a period."""
    try:
        period = parse_period(text)
    except ValueError:
        raise _refuse("bad-date", text=text) from None
    if not _FIRST_YEAR <= period.start.year <= period.end.year <= _LAST_YEAR:
        raise _refuse("bad-date", text=text)
    return period.start, period.end


def _read_days(written: object) -> tuple[date, date]:
    if isinstance(written, str):
        return _days(written)
    if isinstance(written, date):
        return written, written
    if isinstance(written, int) and not isinstance(written, bool):
        return _days(str(written))
    raise _refuse("wrong-shape", wanted="date", found=shape_of(written))


def read_first_day(written: object) -> date:
    """Read a date; of a longer period (``2026-Q3``) its first day."""
    return _read_days(written)[0]


def read_last_day(written: object) -> date:
    """Read a date; of a longer period (``2026-Q3``) its last day."""
    return _read_days(written)[1]


def read_period(written: object) -> Period:
    """Read a period: ``2026``, ``2026-Q3``, ``2026-07``, ``2026-W31`` or ``2026-07-14``."""
    if isinstance(written, Period):
        return written
    _read_days(written)  # refuses what is none
    return parse_period(str(written))


def read_against(written: object) -> str:
    """Keep a reference as it was written: a period, or a word that is an id."""
    text = str(written) if isinstance(written, int) and not isinstance(written, bool) else written
    if not isinstance(text, str):
        raise _refuse("wrong-shape", wanted="period or id", found=shape_of(written))
    if names_period(text):
        read_period(text)
    elif re.fullmatch(ID_PATTERN, text) is None or len(text) > LONGEST_ID:
        raise _refuse("bad-choice", text=text[:LONGEST_ID])
    return text


def names_period(text: str) -> bool:
    """Whether a text is written like a period, be there such a one or not."""
    try:
        parse_period(text)
    except ValueError:
        return bool(re.fullmatch(r"\d{4}(-(Q|W|\d).*)?", text, re.ASCII))
    return True


def names_periods(written: Mapping[Any, object]) -> bool:
    """Whether a mapping is one from periods to figures: its first key looks like a period."""
    return names_period(str(next(iter(written), "")))


def read_steps(written: Mapping[Any, object]) -> dict[Period, float]:
    """Read a figure for each of some periods."""
    steps: dict[Period, float] = {}
    for key, figure in written.items():
        try:
            steps[read_period(key)] = read_target_number(figure)
        except PydanticCustomError as error:
            raise _refuse(error.type, **{**(error.context or {}), "at": (str(key),)}) from None
    return steps


def read_yes_no(written: object) -> bool:
    """Read ``yes``, ``no``, ``true`` or ``false``."""
    if isinstance(written, bool):
        return written
    if written in ("yes", "true"):
        return True
    if written in ("no", "false"):
        return False
    raise _refuse("wrong-shape", wanted="yes or no", found=shape_of(written))


def read_lasting(written: object) -> tuple[int, int]:
    """Read ``2 of 3``: how many of how many periods."""
    if isinstance(written, tuple) and len(written) == 2:
        return written
    match = _LASTING.fullmatch(written) if isinstance(written, str) else None
    if match is None or int(match[1]) > int(match[2]):
        raise _refuse("bad-choice", text=str(written)[:LONGEST_ID])
    return int(match[1]), int(match[2])


def lasting_text(lasting: tuple[int, int]) -> str:
    """How ``read_lasting`` reads it: ``2 of 3``."""
    return f"{lasting[0]} of {lasting[1]}"


def read_files(written: object) -> object:
    """A path, or a file with its settings, stands for a list of one."""
    items = written if isinstance(written, (list, tuple)) else [written]
    return [{"file": item} if isinstance(item, str) else item for item in items]


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
    if isinstance(written, dict):
        return [{key: value} for key, value in written.items()]
    if isinstance(written, str):
        raise _refuse("wrong-shape", wanted="list of ids", found="text")
    return written


def read_entry(written: object) -> object:
    """Bring an entry to one form: ``id``, ``{id: weight}`` and ``{id: {weight: ...}}`` become its fields."""
    if isinstance(written, str):
        return {"id": written}
    if not isinstance(written, dict):
        raise _refuse("wrong-shape", wanted="id", found=shape_of(written))
    if len(written) != 1:
        raise _refuse("two-keys", keys=tuple(map(str, islice(written, 100))))
    ((key, settings),) = written.items()
    if not isinstance(settings, dict):
        return {"id": key, "weight": settings}
    if "id" in settings:
        raise _refuse("unknown-key", key="id")
    return {"id": key, **settings}


def read_change(written: object) -> str:
    """Keep a change as it was written: ``+12%`` (of the reference), ``-500``, ``+0.5pp``. The sign is needed."""
    text = written if isinstance(written, str) else f"{written:+}" if isinstance(written, (int, float)) else ""
    if _CHANGE.fullmatch(text) is None:
        raise _refuse("bad-change", text=str(written))
    read_number(text.removesuffix("pp"))  # refused here if it is no figure, since whoever uses it reads it again
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
        raise _refuse(
            "wrong-shape",
            wanted="pair of numbers",
            found=f"list of {len(numbers)} number{'' if len(numbers) == 1 else 's'}",
        )
    return numbers[0], numbers[1]


def _read_point(written: object) -> tuple[float, float]:
    try:
        return read_pair(written)
    except PydanticCustomError as error:
        words = error.context or {}
        if words.get("wanted") != "pair of numbers":
            raise
        raise _refuse(error.type, **{**words, "wanted": "point"}) from None


def read_number_or_pair(written: object) -> float | tuple[float, float]:
    """Read a number, or ``[low, high]``."""
    return read_pair(written) if isinstance(written, (list, tuple)) else read_number(written)


def read_curve(written: object) -> tuple[tuple[float, float], ...]:
    """Read a list of points ``[value, performance]``."""
    return tuple(_read_list(written, _read_point, "list of points"))


def shape_of(written: object) -> str:
    """What stands there, in words a strategist uses."""
    if isinstance(written, dict):
        return "block of keys"
    if isinstance(written, (list, tuple)):
        return "list"
    if isinstance(written, bool):
        return "yes or no"
    return "text" if isinstance(written, str) and not _NUMBER.fullmatch(written) else "number"
