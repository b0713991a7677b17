"""The board picture against `dot -Tsvg` on the plain style of the same map, both from the scored card.

`dot` gets its text ready and is run as a process that reads and writes pipes; the board is drawn in this process, and
asks `dot` for its order where it would (up to 300 goals). The large map is also set against a tenth of itself. On it
`dot` takes minutes, so it is stopped: the ratio is then smaller still.
"""

from __future__ import annotations

import random
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import scorecard
from scorecard.api.board import board
from scorecard.rendering.plain.dot import plain_dot
from scorecard.result import Scorecard
from tests.benchmarks.measured import in_turn, report

_PATIENCE = 60.0
PERSPECTIVES = ("financial", "customer", "internal", "learning")


def card_of(goals: int, links: int) -> Scorecard:
    """A map of four perspectives as full as each other: two KPIs a goal, links from one perspective into the next,
    one in ten with a delay."""
    chosen = random.Random(1)
    level = goals // len(PERSPECTIVES)
    text = ["name: Large", "as_of: 2026-10-31", "goals:"]
    causes: dict[int, set[int]] = {number: set() for number in range(goals)}
    while sum(map(len, causes.values())) < links:
        number = chosen.randrange(goals - level)
        below = number // level * level + level
        causes[number].add(chosen.randrange(below, below + level))
    for number in range(goals):
        text.append(f"  goal-{number}: {{name: Goal number {number}, perspective: {PERSPECTIVES[number // level]},")
        entries = [f"{{goal-{cause}: {{delay: {int(chosen.random() < 0.1)}}}}}" for cause in sorted(causes[number])]
        text.append(f"    lagging: [kpi-{number}-a, kpi-{number}-b], driven_by: [{', '.join(entries)}]}}")
    text.append("kpis:")
    for number in range(goals):
        text += [
            f"  kpi-{number}-{letter}: {{unit: count, baseline: 10, target: 90, value: {chosen.randint(10, 90)}}}"
            for letter in "ab"
        ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "strategy.yaml"
        path.write_text("\n".join(text) + "\n", encoding="utf-8")
        return scorecard.score(scorecard.load(path), folder=folder)


def drawn_by_dot(card: Scorecard, limit: float | None = None) -> Callable[[], object]:
    """A run of dot on the plain style of a card, stopped after so many seconds."""
    request = plain_dot(card).encode()

    def run() -> None:
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(["dot", "-Tsvg"], input=request, capture_output=True, check=True, timeout=limit)

    return run


def main() -> None:
    """Print all comparisons."""
    tenth, large, usual = card_of(100, 150), card_of(1000, 1500), card_of(60, 120)
    times = in_turn({"board": lambda: board(large), "tenth": lambda: board(tenth)}, 3)
    report("1,000 goals, 1,500 links, against 100 goals, 150 links", times, "board", "tenth", "<= 15")
    start = time.perf_counter()
    drawn_by_dot(large, _PATIENCE)()
    times["dot"] = time.perf_counter() - start
    stopped = f", which was stopped after {_PATIENCE:.0f} s" if times["dot"] >= _PATIENCE else ""
    report(f"1,000 goals, 1,500 links, against dot{stopped}", times, "board", "dot", "<= 10")
    times = in_turn({"board": lambda: board(usual), "dot": drawn_by_dot(usual)}, 9)
    report("60 goals, 120 links", times, "board", "dot", f"<= {1 + 0.3 / times['dot']:.2f}: 0.3 s more than dot")


if __name__ == "__main__":
    main()
