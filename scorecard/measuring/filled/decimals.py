"""Numbers as spreadsheets of several countries write them: ``1.234,5``, ``1,234.5``, ``1 234,5``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

Mark: TypeAlias = Literal["comma", "point"]
"""What stands before the decimals."""

_BLANKS = " \u00a0\u202f’'"
_NUMBER = re.compile(rf"([+\-−]?)(\d[\d.,{_BLANKS}]*?)[ \u00a0\u202f]?([%kKM]?)", re.ASCII)
_BLANK_GROUPS = re.compile(rf"\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+((?:[.,]\d+)?)", re.ASCII)
_COMMA_LAST = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", re.ASCII)
_POINT_LAST = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}", re.ASCII)
_EITHER = re.compile(r"[1-9]\d{0,2}([.,])\d{3}", re.ASCII)
_ONE_COMMA = re.compile(r"\d+,\d+", re.ASCII)
_ONE_POINT = re.compile(r"\d+\.\d+", re.ASCII)


class Spelling(NamedTuple):
    """A number as our files have it when its decimals follow a ``comma``, and when they follow a ``point``.

    ``shows`` is what the text itself gives away of that.
    """

    comma: str
    point: str
    shows: Mark | None = None

    def read(self, mark: Mark | None) -> str | None:
        """The number, where ``mark`` is what the other cells of the file give away; None when it stays open."""
        if self.comma == self.point:
            return self.comma
        known = self.shows or mark
        return None if known is None else self.comma if known == "comma" else self.point


def spelling_of(text: str, *, points_are_plain: bool) -> Spelling:
    """How a text can be read; one that is no number is left as it is.

    ``points_are_plain``: cells are parted by commas, so ``12.280`` is 12.28 as in every file of ours.
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        return Spelling(text, text)
    sign, body, suffix = match.groups()
    sign = sign.replace("−", "-")
    if groups := _BLANK_GROUPS.fullmatch(body):
        body = re.sub(f"[{_BLANKS}]", "", body)
        if not groups[1]:
            return _same(sign + body + suffix)
    comma, point = body.replace(".", "").replace(",", "."), body.replace(",", "")
    either = _EITHER.fullmatch(body)
    if either and not (either[1] == "." and points_are_plain):
        return Spelling(sign + comma + suffix, sign + point + suffix)
    if _COMMA_LAST.fullmatch(body) or _ONE_COMMA.fullmatch(body):
        return _same(sign + comma + suffix, "comma")
    if _POINT_LAST.fullmatch(body) or _ONE_POINT.fullmatch(body):
        return _same(sign + point + suffix, None if either else "point")
    return _same(sign + body + suffix if body.isdigit() else text)


def _same(plain: str, shows: Mark | None = None) -> Spelling:
    return Spelling(plain, plain, shows)


def mark_of(spellings: Iterable[Spelling]) -> Mark | None:
    """What the cells of a file give away together; None when they say nothing, or contradict each other."""
    shown = {spelling.shows for spelling in spellings if spelling.shows}
    return shown.pop() if len(shown) == 1 else None
