"""Aliases repeat at most 100,000 items.

A few lines of aliases of aliases can stand for billions of items; no map needs that.

Good:
    x-plan: &plan {unit: count, baseline: 0, target: 5}
    goals:
      growth: {perspective: financial, lagging: [deals]}
    kpis:
      deals: *plan

Bad:
    x-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
    x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
    x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
    x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, most: int) -> Problem:
    """The alias here repeats more than the limit allows."""
    return Problem(
        rule="alias-limit",
        position=position,
        message="the repetitions (`*name`) in this file stand for more than {most} items",
        label="one repetition too many",
        hint="write the items out, or repeat less",
        params={"most": f"{most:,}"},
    )
