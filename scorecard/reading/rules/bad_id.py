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


def problem(loc: Loc, text: str, part: Part) -> Problem:
    """``text`` is no id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    offered = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:100].strip("-")
    return Problem(
        rule="bad-id",
        loc=loc,
        part=part,
        message="`{text}` is not an id: small letters, digits and single hyphens only",
        label="not an id",
        hint="write `{offered}`, and the text under `name:`"
        if offered and part == "key"
        else "write `{offered}`"
        if offered
        else "",
        params={"text": text, "offered": offered},
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
