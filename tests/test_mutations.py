"""Whatever a file has become, the commands answer it: in words, within 5 seconds and 500 MB.

20,000 mutants of all maps are tried; the environment variable ``SCORECARD_MUTANTS`` lowers the number.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.mutants import mutant, source

pytest.importorskip("resource", reason="memory is limited by POSIX means")

ROOT = Path(__file__).resolve().parents[1]
ALL = 20_000
AT_ONCE = 2_000
MOST_DEATHS = 5
"""So often a process is started again behind a mutant that ended it."""


class Tried(NamedTuple):
    """What became of one seed: ``broken``, ``warned``, ``scored`` or ``failed`` with the reason."""

    seed: int
    outcome: str
    reason: str


def tried(seeds: range, *stand_in: str) -> Iterator[Tried]:
    """What became of these seeds; a process that a mutant ended is followed by one for the seeds behind it."""
    first = seeds.start
    for _ in range(MOST_DEATHS):
        command = [sys.executable, "-m", "tests.trial", str(first), str(seeds.stop), *stand_in]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        found = [Tried(*json.loads(line)) for line in done.stdout.splitlines()]
        yield from found
        first += len(found)
        if done.returncode == 0 or first == seeds.stop:
            return
        yield Tried(first, "failed", f"ended the process ({done.returncode})\n{done.stderr}")
        first += 1


def test_every_mutant_is_answered() -> None:
    number = int(os.environ.get("SCORECARD_MUTANTS", ALL))
    parts = [range(first, min(first + AT_ONCE, number)) for first in range(0, number, AT_ONCE)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = [each for part in pool.map(lambda part: list(tried(part)), parts) for each in part]
    failed = [each for each in results if each.outcome == "failed"]
    report = "\n".join(
        f"python -m tests.trial {each.seed}  # {source(each.seed).name}\n{each.reason}" for each in failed
    )
    assert not failed, f"{len(failed)} mutants failed; to repeat them:\n{report}"
    assert [each.seed for each in results] == list(range(number))
    outcomes = Counter(each.outcome for each in results)
    assert outcomes["broken"] > number / 4, "the mutants are hardly changed"
    assert outcomes["scored"] + outcomes["warned"] > number / 8, "too few mutants are scored to say much"


def test_every_map_is_changed_many_times() -> None:
    patterns = ("maps/**/*.yaml", "templates/*/strategy.yaml", "tests/invalid/**/*")
    files = {path for pattern in patterns for path in ROOT.glob(pattern)}
    changed = Counter(map(source, range(ALL)))
    assert set(changed) == files
    assert min(changed.values()) >= 40


def test_a_seed_always_gives_the_same_mutant_and_another_seed_another() -> None:
    assert [mutant(seed) for seed in range(50)] == [mutant(seed) for seed in range(50)]
    assert len({mutant(seed) for seed in range(500)}) > 490


def stand_in(seed: int) -> str:
    """In the place of a mutant: what the trial has to notice."""
    if seed == 1:
        time.sleep(60)
    elif seed == 2:
        bytearray(500_000_000)
    elif seed == 3:
        raise ValueError("what went wrong")
    elif seed == 4:
        os.abort()
    elif seed == 5:
        bytearray(100_000_000)
    return "scored"


def test_the_trial_notices_time_and_memory_and_every_other_failure() -> None:
    results = {each.seed: each for each in tried(range(7), "tests.test_mutations:stand_in", "2")}
    assert [each.outcome for each in results.values()] == ["scored", *["failed"] * 4, "scored", "scored"]
    assert "ended the process" in results[1].reason
    assert "in stand_in" in results[1].reason
    assert "MemoryError" in results[2].reason
    assert "ValueError: what went wrong" in results[3].reason
    assert "ended the process" in results[4].reason
