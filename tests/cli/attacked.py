"""Writes every attack into a map that is then checked, and onto the command line, in a process of its own with little
memory and time: ``python -m tests.cli.attacked FOLDER``.

Prints one JSON list per attack: its text (cut), the exit code of ``check`` and the parts of the map in which it found
fault, the exit code of ``top`` and how its complaint begins.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from tests.cli.commands import called
from tests.cli.test_wrong_data import folder_with
from tests.measuring.fence.attacks import ATTACKS

MAP = """\
name: Shop
as_of: 2026-10-31
goals: {{sales: {{perspective: customer, lagging: [reach, most]}}}}
sources:
  posts:
    date: published
    files: {{file: data/posts.csv, columns: {{reach: Reach}}}}
    derive: {{next: {attack}}}
kpis:
  reach: {{unit: count, source: posts, worst: 0, best: 9, formula: {attack}}}
  most: {{unit: count, source: posts, worst: 0, best: 9, formula: max(reach), where: {attack}}}
"""
PARTS = {8: "derive", 10: "formula", 11: "where"}


def main(folder: Path) -> None:
    """Attack three parts of a map at once, and ``top --by``."""
    resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, 2 * 2**30))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    for name in ("attacked", "clean"):
        (folder / name).mkdir()
    clean = folder_with(folder / "clean", {})
    assert called("top", "posts", "--by", "reach", "--map", clean).code == 0
    for attack in ATTACKS:
        written = MAP.format(attack=json.dumps(attack))
        attacked = folder_with(folder / "attacked", {"strategy.yaml": written, "data/actuals.csv": None})
        checked = called("check", attacked, "--format", "concise")
        start = f"{attacked}/strategy.yaml:"
        lines = sorted({int(line.removeprefix(start).partition(":")[0]) for line in checked.out.splitlines()})
        ranked = called("top", "posts", f"--by={attack}", "--map", clean)
        parts = [PARTS.get(line, str(line)) for line in lines]
        print(json.dumps([attack[:100], checked.code, parts, ranked.code, ranked.err[:7]]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
