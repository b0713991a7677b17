"""An initiative is due after it starts.

`start` is the first day of the work and `due` the last. Turned round, the initiative would be late before it began.

Good:
    goals:
      more-sales: {perspective: customer, initiatives: [new-shop]}
    initiatives:
      new-shop: {start: 2026-03-01, due: 2026-09-30}

Bad:
    goals:
      more-sales: {perspective: customer, initiatives: [new-shop]}
    initiatives:
      new-shop: {start: 2026-09-30, due: 2026-03-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every initiative whose ``due`` lies before its ``start``."""
    for initiative_id, initiative in strategy_map.initiatives.items():
        start, due = initiative.start, initiative.due
        if start is not None and due is not None and due < start:
            yield Problem(
                rule="initiative-dates",
                loc=("initiatives", initiative_id, "due"),
                message="initiative '{initiative}' is due on {due}, before it starts on {start}",
                label="before `start`",
                hint="`start` is the first day of the work and `due` the last: correct one of them",
                params={"initiative": initiative_id, "start": start.isoformat(), "due": due.isoformat()},
            )
