"""A value has the shape its key asks for: a text, a number, a list or a block of keys.

Good:
    goals:
      growth:
        perspective: financial
        driven_by: [skills]
      skills: {perspective: learning}

Bad:
    goals:
      growth:
        perspective: financial
        driven_by: skills
      skills: {perspective: learning}
"""

from __future__ import annotations

import re

from scorecard.naming import name_from
from scorecard.problem import Loc, Problem
from scorecard.reading.rules._words import with_article

_TIGHT_DASH = re.compile(r"-\w")
_HINTS = {
    "block of keys": "give it keys of its own, one to a line, two blanks further in",
    "text": "write one text; put it in quotes if it begins with `[` or `{{`",
    "number": "write one number: `1200`, `80k` or `2%`",
    "id": "write one id for each entry",
    "list of ids": "write the ids in brackets: `[first-id, second-id]`",
    "pair of numbers": "write two numbers in brackets: `[900, 1100]`",
    "list of points": "write points [value, performance] in brackets: `[[10, 0%], [20, 100%]]`",
    "point": "write a value and its performance in brackets: `[10, 80%]`",
    "date": "write one date: `2026-12-31`",
}


def problem(loc: Loc, wanted: str, found: str, hint: str = "", **words: str) -> Problem:
    """A ``wanted`` should stand at ``loc``; a ``found`` does. ``hint`` is a template for ``words``."""
    return Problem(
        rule="wrong-shape",
        loc=loc,
        message="{wanted} should stand here, not {found}",
        label="{found}",
        hint=hint or _HINTS.get(wanted, ""),
        params={"wanted": with_article(wanted), "found": with_article(found), **words},
    )


def text_for_list(loc: Loc, key: str, text: str) -> Problem:
    """A text stands where ``key`` wants a list of ids."""
    ids = ", ".join(word.strip("-") for word in re.split(r"[\s,;•]+", text[:200]) if word.strip("-"))
    hint = "write `{key}: [{ids}]`" + (", or a blank behind each `-`" if _TIGHT_DASH.match(text) else "")
    return problem(loc, "list of ids", "text", hint, key=key, ids=ids or "first-id, second-id")


def list_for_block(loc: Loc, key: str, first: str) -> Problem:
    """A list stands where ``key`` wants items by their ids; ``first`` is the first entry."""
    corrected = f"{first}: {name_from(first)}" if key in ("perspectives", "themes") else f"{first}:"
    hint = "write `{corrected}` instead of `- {first}`"
    if key not in ("perspectives", "themes"):
        hint += ", and its keys below it, two blanks further in"
    return problem(loc, "block of keys", "list", hint, corrected=corrected, first=first)


def value_for_block(loc: Loc, found: str, corrected: str) -> Problem:
    """A single value stands where a block of keys is wanted; ``corrected`` has it in its place."""
    return problem(loc, "block of keys", found, "write `{corrected}`", corrected=corrected)
