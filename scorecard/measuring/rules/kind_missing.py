"""Several figures in one period need a rule for adding up.

Orders of single days are summed, of followers the last number counts, and rates are averaged by their samples. A
formula shows which it is; of recorded figures the KPI says it: `kind: flow`, `stock` or `rate`.

Good:
    kpis:
      orders: {unit: count, kind: flow}

    data/actuals.csv:
      date,kpi,value
      2026-10-01,orders,3
      2026-10-02,orders,5

Bad:
    kpis:
      orders: {unit: count}

    data/actuals.csv:
      date,kpi,value
      2026-10-01,orders,3
      2026-10-02,orders,5
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem
from scorecard.recorded import Recorded


def problem(loc: Loc, first: Recorded, second: Recorded) -> Problem:
    """An item without a kind that has two figures in one window."""
    there = "({path}, lines {first} and {second})"
    if not first.path or not second.path:
        there = "({path}, line {first}, and the new one)" if first.path or second.path else "(both of them new)"
    written = first if first.path else second
    return Problem(
        rule="kind-missing",
        loc=loc,
        part="key",
        message=f"'{{item}}' has two figures in one period {there}, and nothing says how they add up",
        label="`kind` is missing",
        hint="say `kind: flow` (they are summed), `kind: stock` (the last one counts) or `kind: rate` (their mean, "
        "weighted by `n`)",
        params={"item": first.kpi, "path": written.path, "first": written.line, "second": second.line},
    )
