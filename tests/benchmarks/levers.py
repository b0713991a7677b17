"""All levers of the index of a map of 1,000 goals against one forward sweep.

Both sides begin from the same system, read off a scored card once. The forward sweep works out the outlooks of all
goals from the performances of all KPIs; the reverse sweep d index / d performance for all KPIs. The second line is a
map in which every goal drives its causes back, a year later.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import scorecard
from scorecard.propagation.outlook_system import OutlookSystem, causes_of, kpis_of, outlook_system
from scorecard.propagation.sensitivity import outlook_shares, sensitivities
from scorecard.propagation.system import Row, solve
from tests.benchmarks.measured import in_turn, large_map, report

Shares: TypeAlias = Mapping[str, Row]

GOALS = 1000
LOOPS = 200


def main() -> None:
    """Print both comparisons."""
    _compare(f"{GOALS:,} goals", large_map(GOALS))
    lines = large_map(GOALS).splitlines()
    first = GOALS * 3 // 4
    for number in range(first, first + LOOPS):  # the lowest perspective has no causes of its own
        place = lines.index(f"  goal-{number}:") + 4
        lines.insert(place, f"    driven_by: [{{goal-{number - first}: {{delay: 12}}}}]")
    _compare(f"{GOALS:,} goals, {LOOPS} arrows back", "\n".join(lines) + "\n")


def _compare(title: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(text, encoding="utf-8")
        card = scorecard.score(scorecard.load(path), folder=folder)
    system = outlook_system(card)
    performance = {kpi.id: kpi.performance or 0.0 for kpi in card.kpis}
    wanted = outlook_shares(card, "index", "index")
    causes, kpis = causes_of(system), kpis_of(system)
    times = in_turn(
        {
            "forward": lambda: _forward(system, causes, kpis, performance),
            "levers": lambda: sensitivities(system, wanted),
        },
        101,
    )
    report(title, times, "levers", "forward", "<= 1.5")


def _forward(system: OutlookSystem, causes: Shares, kpis: Shares, performance: Row) -> dict[str, float]:
    own = {goal: sum(share * performance[kpi] for kpi, share in row.items()) for goal, row in kpis.items()}
    return solve(causes, own, system.components)


if __name__ == "__main__":
    main()
