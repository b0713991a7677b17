"""What a scenario names is in its map.

Goals, perspectives and KPIs are named by their ids; the index is `index`. Where one id stands for two things, say
which is meant: `goal:growth`, `kpi:growth`.

Good:
    scenario: The profit we want
    expect:
      profit: {outlook: ">= 80%"}

Bad:
    scenario: The profit we want
    expect:
      profits: {outlook: ">= 80%"}
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scorecard.problem import Loc, Part, Problem

_MOST = 12
_LONGEST_WORD = 100


def problem(rule: str, loc: Loc, item: str, known: Collection[str], *, of: str, part: Part, holder: str) -> Problem:
    """``item`` is none of the ``known`` ids of a ``of`` (goal, KPI ...) in the ``holder``."""
    from difflib import get_close_matches

    near = next(iter(get_close_matches(item, known, n=1)), "") if len(item) <= _LONGEST_WORD else ""
    listed = list(known)
    return Problem(
        rule=rule,
        loc=loc,
        part=part,
        message="{holder} has no {of} '{id}'",
        label="not in the map",
        hint="did you mean `{offered}`?" if near else "there are: {known}",
        params={
            "id": item,
            "of": of,
            "holder": holder,
            "offered": near,
            "known": ", ".join([*listed[:_MOST], "…"] if len(listed) > _MOST else listed) or "none",
        },
    )


def several(loc: Loc, item: str, choices: Sequence[str]) -> Problem:
    """``item`` is the id of several things."""
    return Problem(
        rule="unknown-item",
        loc=loc,
        part="key",
        message="'{id}' is the id of several things",
        label="which of them?",
        hint="write {choices}",
        params={"id": item, "choices": " or ".join(f"`{choice}`" for choice in choices)},
    )
