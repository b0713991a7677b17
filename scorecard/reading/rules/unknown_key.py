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

from collections.abc import Sequence

from scorecard.problem import Loc, Problem

_OUR_WORD = {
    "objective": "goals",
    "objectives": "goals",
    "measure": "kpis",
    "measures": "kpis",
    "metric": "kpis",
    "metrics": "kpis",
    "indicator": "kpis",
    "indicators": "kpis",
    "kpi": "kpis",
    "projects": "initiatives",
    "actions": "initiatives",
    "deadline": "by",
    "due_date": "due",
    "responsible": "owner",
    "assignee": "owner",
    "min": "worst",
    "max": "best",
    "status": "thresholds",
    "band": "range",
    "actual": "value",
    "goal": "target",
    "title": "name",
    "maximize": "direction",
}
_ARROWS = {"leads_to", "drives", "supports", "causes", "effects", "leads-to"}
_TOP_LEVEL = {"goals", "kpis", "initiatives"}


def problem(loc: Loc, key: str, known: Sequence[str], *, of: str) -> Problem:
    """``key`` is none of the ``known`` keys of a ``of`` (goal, KPI …)."""
    hint, params = _hint(key, known)
    return Problem(
        rule="unknown-key",
        loc=loc,
        part="key",
        message="a {of} has no key `{key}`",
        label="not known here",
        hint=hint,
        params={"of": of, "key": key, **params},
    )


def _hint(key: str, known: Sequence[str]) -> tuple[str, dict[str, str]]:
    from difflib import get_close_matches

    word = key.lower().replace("-", "_")
    if word in _ARROWS:
        return "put the arrow under `driven_by` of the effect: the goal that is driven names its causes", {}
    ours = _OUR_WORD.get(word)
    if ours == "by" and "due" in known:
        ours = "due"
    if ours in known and key not in known:
        return "the word here is `{ours}`", {"ours": str(ours)}
    if word in known:
        return "did you mean `{near}`?", {"near": word}
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return "did you mean `{near}`?", {"near": near[0]}
    if ours in _TOP_LEVEL or ours:
        return "the word for this is `{ours}`, in its own place of the map", {"ours": str(ours)}
    return "it may have: {known}; keys of your own begin with `x-`", {"known": ", ".join(known)}
