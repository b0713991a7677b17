"""Values as JSON text.

The standard encoder is too slow for a thousand goals, because it has to be handed dictionaries built only for it:
nouns are written as templates that show their shape, filled with the pieces made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from json.encoder import encode_basestring


class Json(str):
    """Finished JSON text, which is passed on as it is."""

    __slots__ = ()


def text_json(text: str | None) -> str:
    """A text, or null."""
    return "null" if text is None else encode_basestring(text)


def number_json(number: float | None) -> str:
    """A number as precise as it is, or null; JSON knows neither infinity nor not-a-number."""
    return "null" if number is None or number - number != 0 else repr(number)


def day_json(day: date | None) -> str:
    """A day as ``"2026-12-31"``, or null."""
    return "null" if day is None else f'"{day.isoformat()}"'


def ids_json(ids: tuple[str, ...]) -> str:
    """A list of ids; an id holds nothing that JSON would have to escape."""
    return '["' + '", "'.join(ids) + '"]' if ids else "[]"


def rows(lines: Iterable[str]) -> Json:
    """A list of finished items, one on each line."""
    text = ",\n    ".join(lines)
    return Json(f"[\n    {text}\n  ]" if text else "[]")


def document(fields: Mapping[str, object]) -> str:
    """Named values as one JSON document, a line for each name, ended by a line feed."""
    return "{\n" + ",\n".join(f'  "{name}": {json_text(value)}' for name, value in fields.items()) + "\n}\n"


def json_text(value: object) -> str:
    """A text, number, day, truth value, ``None``, list or mapping of these as JSON on one line.

    Raises:
        TypeError: for anything else.
    """
    if isinstance(value, Json):
        return value
    if value is None or isinstance(value, str):
        return text_json(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number_json(value)
    if isinstance(value, date):
        return day_json(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{text_json(str(name))}: {json_text(item)}" for name, item in value.items()) + "}"
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(map(json_text, value)) + "]"
    raise TypeError(f"{type(value).__name__} has no JSON form")
