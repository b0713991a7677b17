"""Every attack at every entrance, in a process that has 2 GB and 10 s: none gets through."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.measuring.fence.attacked import ENTRANCES
from tests.measuring.fence.attacks import ALONE, ATTACKS, HARMLESS

_ROOT = Path(__file__).parents[3]


def _attacked(entrance: str, kind: str) -> list[tuple[str, str, float]]:
    command = [sys.executable, "-m", "tests.measuring.fence.attacked", entrance, kind]
    run = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_every_attack_is_refused(entrance: str) -> None:
    outcomes = _attacked(entrance, "refused")
    assert len(outcomes) == len(ATTACKS) * len(ENTRANCES[entrance][1]) + len(ALONE)
    assert [outcome for outcome in outcomes if not outcome[1].startswith("refused: ")] == []


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_what_is_let_through_ends_without_an_error(entrance: str) -> None:
    outcomes = _attacked(entrance, "harmless")
    assert len(outcomes) == len(HARMLESS) * len(ENTRANCES[entrance][1])
    assert any(outcome[1].startswith("ran: ") for outcome in outcomes)
