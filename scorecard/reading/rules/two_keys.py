"""An entry of a list names one id; its settings stand further in.

`weight` in the same column as the id is a second entry for YAML, not a setting of the first.

Good:
    goals:
      growth:
        perspective: financial
        driven_by:
          - skills:
              weight: 2
      skills: {perspective: learning}

Bad:
    goals:
      growth:
        perspective: financial
        driven_by:
          - skills:
            weight: 2
      skills: {perspective: learning}
"""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.problem import Loc, Problem


def problem(loc: Loc, keys: Sequence[str], corrected: str, *, kpi: bool = False) -> Problem:
    """The entry at ``loc`` has the keys ``keys``, and should have one; ``corrected`` where the others are settings.

    The keys of a ``kpi`` were meant to define it on the spot.
    """
    if not keys:
        return Problem(rule="two-keys", loc=loc, message="the entry is empty", label="no id", hint="write an id here")
    hint = "indent `{second}` two blanks further in than `{first}:`, or write `- {corrected}`"
    if kpi:
        hint = "define the KPI under `kpis`, and write its id here"
    elif keys[0] == "id":
        hint = "write `- {corrected}`" if corrected else "begin with the id itself: `- first-id: {{weight: 2}}`"
    elif not corrected:
        hint = "write each id as an entry of its own, with a `-` before it"
    return Problem(
        rule="two-keys",
        loc=loc,
        message="the entry has {count} keys side by side: {listed}",
        label="one id for each entry",
        hint=hint,
        params={
            "count": len(keys),
            "listed": ", ".join(keys[:10]),
            "first": keys[0],
            "second": ", ".join(keys[1:10]),
            "corrected": corrected,
        },
    )
