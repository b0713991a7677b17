"""Some keys have a few possible values only.

Good:
    period: month
    goals:
      growth: {perspective: financial}

Bad:
    period: monthly
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.problem import Loc, Problem

_LONGEST_WORD = 40
_SYNONYMS = {
    "up": "maximise",
    "higher": "maximise",
    "increase": "maximise",
    "down": "minimise",
    "lower": "minimise",
    "decrease": "minimise",
    "running": "active",
    "ongoing": "active",
    "started": "active",
    "open": "planned",
    "completed": "done",
    "finished": "done",
    "cancelled": "stopped",
    "canceled": "stopped",
}


def problem(loc: Loc, key: str, text: str, choices: Sequence[str]) -> Problem:
    """``text`` is none of the ``choices``."""
    only = len(choices) == 1
    meant = "" if only else _meant(text.lower(), choices)
    return Problem(
        rule="bad-choice",
        loc=loc,
        message="`{key}` cannot be `{text}`",
        label="not one of the choices",
        hint="write `{key}: {choices}`, or leave it out"
        if only
        else "did you mean `{meant}`? it can be {choices}"
        if meant
        else "it can be {choices}",
        params={"key": key, "text": text, "meant": meant, "choices": ", ".join(choices)},
    )


def _meant(word: str, choices: Sequence[str]) -> str:
    from difflib import get_close_matches

    if _SYNONYMS.get(word) in choices:
        return _SYNONYMS[word]
    return next(iter(get_close_matches(word, choices, n=1, cutoff=0.5)), "") if len(word) <= _LONGEST_WORD else ""
