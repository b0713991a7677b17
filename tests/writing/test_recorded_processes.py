"""Real processes that write figures at the same time, and some that are killed while they do."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scorecard.measuring.recorded import read_recorded
from scorecard.period import parse_period
from scorecard.recorded import NewFigure
from scorecard.writing.recorded import FILE, record

_ROOT = Path(__file__).parents[2]
_WRITER = """\
import sys
from pathlib import Path
from scorecard.period import parse_period
from scorecard.recorded import NewFigure
from scorecard.writing.recorded import record
folder, kpi, times, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
month = parse_period("2026-10")
for time in range(times):
    record(folder, [NewFigure(kpi=f"{kpi}-{part}", period=month, value=time) for part in range(count)])
    if time == 0:
        print("ready", flush=True)
"""


def start(folder: Path, kpi: str, times: int, count: int = 1) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITER, str(folder), kpi, str(times), str(count)]
    return subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True)


def test_fifty_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [start(tmp_path, f"k{number}", times=3) for number in range(50)]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0] * 50
    kpis = {f"k{number}-0": None for number in range(50)}
    found, problems = read_recorded(tmp_path, kpis, [])
    assert problems == ()
    assert {figure.kpi: figure.value for figure in found} == dict.fromkeys(kpis, 2)
    assert len(found) == 50


@pytest.mark.skipif(sys.platform == "win32", reason="the system there cannot kill like this")
def test_a_kill_at_any_moment_leaves_a_whole_file(tmp_path: Path) -> None:
    kpis = {f"k-{part}": None for part in range(300)}
    before = -1.0
    for seed in range(20):
        with start(tmp_path, "k", times=10_000, count=len(kpis)) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(random.Random(seed).uniform(0, 0.05))
            writer.kill()
        found, problems = read_recorded(tmp_path, kpis, [])
        assert problems == ()
        assert {figure.kpi for figure in found} == set(kpis)
        assert len({figure.value for figure in found}) == 1, "a file that is half old and half new"
        before = max(before, found[0].value)
    assert before > 0, "no writer got beyond its first figures, so no kill met one that replaces a file"
    (written,) = record(tmp_path, [NewFigure(kpi="k-0", period=parse_period("2026-10"), value=7)], wait=1)
    assert written.path == FILE, "the lock of a killed writer is free"
