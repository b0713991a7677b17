"""Timing two sides in turn, and the large maps that are timed."""

from __future__ import annotations

import compileall
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IMPORTS = "import yaml, pydantic, typer, networkx, scorecard.model"


def in_turn(sides: dict[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """The median seconds of each side, after one run of each that does not count."""
    times: dict[str, list[float]] = {name: [] for name in sides}
    for run in range(runs + 1):
        for name, side in sides.items():
            start = time.perf_counter()
            side()
            if run:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def process(*arguments: str) -> Callable[[], object]:
    """A run of Python with these arguments, byte-compiled; its output is read and thrown away."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "scorecard", quiet=1)

    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)

    return run


def large_map(goals: int) -> str:
    """A map of four full perspectives: two KPIs and at most two causes for each goal."""
    chosen = random.Random(1)
    perspectives = ("financial", "customer", "internal", "learning")
    lines = ["name: Large", "as_of: 2026-10-31", "goals:"]
    for number in range(goals):
        level = number * 4 // goals
        lines += [
            f"  goal-{number}:",
            f"    name: Goal number {number}",
            f"    perspective: {perspectives[level]}",
            f"    lagging: [kpi-{number}-a, kpi-{number}-b]",
        ]
        if level < 3:
            first, second = chosen.sample(range((level + 1) * goals // 4, (level + 2) * goals // 4), 2)
            lines += [
                "    driven_by:",
                f"      - goal-{first}",
                f"      - goal-{second}: {{weight: 2, because: It helps}}",
            ]
    lines.append("kpis:")
    for number in range(goals):
        for letter in "ab":
            lines.append(
                f"  kpi-{number}-{letter}: {{unit: count, baseline: {10 + number % 7}, target: {80 + number % 11}, "
                f"value: {40 + number % 40}, since: 2026-01-01, by: 2026-12-31}}"
            )
    return "\n".join(lines) + "\n"


def report(title: str, times: dict[str, float], numerator: str, denominator: str, limit: str) -> None:
    """Print the medians, their ratio and what the ratio is meant to keep."""
    ratio = times[numerator] / times[denominator]
    listed = ", ".join(f"{name} {seconds * 1000:.1f} ms" for name, seconds in times.items())
    print(f"{title}: {listed}; ratio {ratio:.2f} (wanted {limit})")
