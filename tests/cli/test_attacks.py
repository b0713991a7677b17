"""Hostile expressions from end to end: none that stands in a map or is typed is run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.commands import ROOT
from tests.measuring.fence.attacks import ATTACKS


def test_an_attack_in_a_map_or_on_the_command_line_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.cli.attacked", str(tmp_path)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    outcomes = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(outcomes) == len(ATTACKS)
    for attack, *outcome in outcomes:
        parts = ["derive"] if attack == "\ud800" else ["derive", "formula", "where"]  # no YAML at all, or three faults
        assert outcome == [1, parts, 2, "error: "], attack
