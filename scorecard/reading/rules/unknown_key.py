"""Every key is one of the format's own.

A misspelt key would be ignored silently elsewhere; here it is an error with the nearest key. Keys that begin with
`x-` are yours.

Good:
    goals:
      growth: {perspective: financial, owner: Sales}

Bad:
    goals:
      growth: {perspective: financial, ownr: Sales}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from scorecard.problem import Loc, Problem
from scorecard.reading.rules._words import with_article

_LONGEST_WORD = 40
_OUR_WORDS = {
    "objective": ("goals",),
    "objectives": ("goals",),
    "measure": ("kpis",),
    "measures": ("kpis",),
    "metric": ("kpis",),
    "metrics": ("kpis",),
    "indicator": ("kpis",),
    "indicators": ("kpis",),
    "kpi": ("kpis",),
    "projects": ("initiatives",),
    "actions": ("initiatives",),
    "deadline": ("by", "due"),
    "due_date": ("by", "due"),
    "end": ("by", "due"),
    "start": ("since", "start"),
    "responsible": ("owner",),
    "assignee": ("owner",),
    "min": ("worst",),
    "max": ("best",),
    "band": ("range",),
    "actual": ("value",),
    "goal": ("target", "goals"),
    "title": ("name",),
    "progress": ("completion",),
    "cost": ("budget",),
    "strategy": ("name",),
    "hypothesis": ("because",),
    "frequency": ("cadence", "period"),
    "lag": ("delay",),
    "maximize": ("direction",),
    "minimize": ("direction",),
    "maximise": ("direction",),
    "minimise": ("direction",),
}
_ARROWS = {"leads_to", "drives", "supports", "causes", "effects"}
_HAVE_IDS = {"perspective", "theme", "goal", "KPI", "initiative", "entry"}


def problem(loc: Loc, key: str, known: Sequence[str], *, of: str, homes_of: Callable[[str], Sequence[str]]) -> Problem:
    """``key`` is none of the ``known`` keys of a ``of`` (goal, KPI …); ``homes_of`` says what has a key."""
    hint, params = _hint(key, known, of, homes_of)
    return Problem(
        rule="unknown-key",
        loc=loc,
        part="key",
        message="{item} has no key `{key}`",
        label="not known here",
        hint=hint,
        params={"item": with_article(of), "key": key, **params},
    )


def beside(loc: Loc, key: str, other: str) -> Problem:
    """``key`` is known, but not beside ``other``."""
    return Problem(
        rule="unknown-key",
        loc=loc,
        part="key",
        message="`{key}` cannot stand beside `{other}`: a target is one of the two",
        label="one too many",
        hint="keep one of the two",
        params={"key": key, "other": other},
    )


def _hint(
    key: str, known: Sequence[str], of: str, homes_of: Callable[[str], Sequence[str]]
) -> tuple[str, dict[str, str]]:
    word = key.lower().replace("-", "_").rstrip(":")
    if word in known:
        return "write `{meant}:` with one colon" if key.endswith(":") else "write `{meant}`", {"meant": word}
    if special := _special(key, word, of):
        return special, {}
    ours = _OUR_WORDS.get(word, ())
    for meant in ours:
        if meant in known:
            return "the word here is `{meant}`", {"meant": meant}
    if (word == "kpis" or "kpis" in ours) and of == "goal":
        return "a goal names its KPIs under `lagging` (results) and `leading` (what drives them)", {}
    if homes := homes_of(key):
        return "`{key}` is a key of {homes}", {"homes": _either(map(with_article, homes))}
    if ours:
        places = (f"`{meant}` in {_either(map(with_article, homes_of(meant)))}" for meant in ours)
        return "the word for this is {places}", {"places": _either(places)}
    if near := _nearest(word, known):
        return "did you mean `{meant}`?", {"meant": near}
    return "{item} may have: {known}; keys of your own begin with `x-`", {"known": ", ".join(known)}


def _special(key: str, word: str, of: str) -> str:
    """The hint for keys that no other word could stand for."""
    if word in _ARROWS:
        return "put the arrow under `driven_by` of the effect: the goal that is driven names its causes"
    if word == "status":
        return "a status is computed; its limits stand under `thresholds: {{at_risk: 50%, on_track: 80%}}`"
    if word == "delay" and of == "entry":
        return "an entry of `leading` or `driven_by` may have a delay; what is lagging shows the result itself"
    if word == "id" and of in _HAVE_IDS:
        return "leave it out: the id stands in front of the colon already"
    return "a comment begins with `#` and stands on a line of its own" if key.startswith("//") else ""


def _either(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def _nearest(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "") if len(word) <= _LONGEST_WORD else ""
