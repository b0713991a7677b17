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


def problem(loc: Loc, keys: Sequence[str]) -> Problem:
    """The entry at ``loc`` has the keys ``keys``, and should have one."""
    if not keys:
        return Problem(rule="two-keys", loc=loc, message="the entry is empty", label="no id", hint="name an id here")
    first, *others = keys
    return Problem(
        rule="two-keys",
        loc=loc,
        message="the entry has {count} keys side by side: {listed}",
        label="one id each",
        hint="indent `{second}` under the id, two blanks further in than `{first}:`",
        params={
            "count": len(keys),
            "listed": ", ".join(keys),
            "first": first,
            "second": others[0] if others else first,
        },
    )
