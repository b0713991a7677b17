"""Running the command as a person does: a process of its own, both streams, the exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "templates/social-media/strategy.yaml"


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


def scorecard(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Ran:
    """Run ``scorecard`` with these arguments and environment variables."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", "scorecard", *map(str, arguments)],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
