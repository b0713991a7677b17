"""What a cell of a recorded figure means."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from scorecard.period import Period
from scorecard.scalars import read_number, read_period

_ANSWERS = {"yes": 1.0, "no": 0.0}


def figure_of(text: str, unit: str | None) -> float | None:
    """The value of a KPI of that unit, a percentage as a fraction; None when the text is none."""
    if unit == "yes-no":
        return _ANSWERS.get(text)
    try:
        number = read_number(text)
    except PydanticCustomError:
        return None
    if text in _ANSWERS:
        return None
    percentage = text.endswith("%")
    if unit in ("%", "percent"):
        return number + 0.0 if percentage or number == 0 else None
    return None if percentage else number + 0.0  # no figure is -0


def count_of(text: str) -> float | None:
    """A number of rows or answers, from 0 on; None when the text is none."""
    number = figure_of(text, None)
    return None if number is None or number < 0 else number


def period_of_text(text: str) -> Period | None:
    """The day or period of a text; None when it is none between 1900 and 2199."""
    try:
        return read_period(text)
    except PydanticCustomError:
        return None
