"""Ids are small letters, digits and single hyphens.

`engaging-content`, `nps`, `2026-campaign`. An id stays when the name changes, so it is short and plain.

Good:
    goals:
      engaging-content: {perspective: customer}

Bad:
    goals:
      Engaging Content: {perspective: customer}
"""

from __future__ import annotations

import re
import unicodedata

from scorecard.problem import Loc, Part, Problem

_ANY = "write a short word in small letters, such as `growth`; any text may stand under `name:`"
_IS_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*").fullmatch


def problem(loc: Loc, text: str, part: Part, *, in_brackets: bool = False) -> Problem:
    """``text`` is no id; ``in_brackets`` it stands in a list, where a comma may be missing."""
    plain = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode()
    offered = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:100].strip("-")
    return Problem(
        rule="bad-id",
        loc=loc,
        part=part,
        message="`{text}` is not an id: small letters, digits and single hyphens only" if text else "the id is missing",
        label="not an id",
        hint=_hint(part, in_brackets and all(map(_IS_ID, text[:200].split()))) if offered else _ANY,
        params={"text": text, "offered": offered, "ids": ", ".join(text[:200].split())},
    )


def _hint(part: Part, ids: bool) -> str:
    if part == "key":
        return "write `{offered}`, here and where it is named; the text goes under `name:`"
    return "write `{ids}` for several ids, or `{offered}` for one" if ids else "write `{offered}`"


def a_name(loc: Loc, text: str, item_id: str) -> Problem:
    """``text`` is the name that is shown for ``item_id``."""
    return Problem(
        rule="bad-id",
        loc=loc,
        message="`{text}` is a name; here stands the id",
        label="not an id",
        hint="write `{meant}`",
        params={"text": text, "meant": item_id},
    )


def not_a_currency(loc: Loc, text: str) -> Problem:
    """``text`` is no currency code."""
    return Problem(
        rule="bad-id",
        loc=loc,
        message="`{text}` is not a currency code",
        label="not a currency code",
        hint="write its three capital letters: `EUR`, `USD`, `GBP`",
        params={"text": text},
    )
