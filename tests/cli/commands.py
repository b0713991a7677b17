"""Running the command: as a person does, in a process of its own, or within this process, which is faster."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from scorecard.cli.run import run

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "templates/social-media/strategy.yaml"
COMMANDS = (
    *(
        "init",
        "templates",
        "check",
        "status",
        "show",
        "explain",
        "top",
        "history",
        "levers",
        "simulate",
        "influence",
        "evidence",
        "forecast",
        "diff",
        "render",
        "record",
        "due",
        "note",
    ),
    *("decide", "decisions", "review", "close"),
    *("schema", "rule", "doctor"),
)


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


def scorecard(*arguments: str | Path, cwd: Path = ROOT, environment: dict[str, str] | None = None) -> Ran:
    """Run ``scorecard`` with these arguments and environment variables."""
    done = subprocess.run(
        [sys.executable, "-m", "scorecard", *map(str, arguments)],
        cwd=cwd,
        env=surroundings(environment),
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def surroundings(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment variables for a process that runs this checkout and knows nothing of our terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(more or {})}


def called(*arguments: str | Path, encoding: str = "utf-8") -> Ran:
    """Run the command within this process, its streams piped in an encoding; the working folder is ours."""
    out, err = (TextIOWrapper(BytesIO(), encoding=encoding, write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    return Ran(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))


def command_folder(folder: Path) -> Path:
    """A folder, made here, with the command ``scorecard`` that runs this checkout."""
    folder.mkdir()
    path = folder / "scorecard"
    path.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m scorecard "$@"\n')
    path.chmod(0o755)
    return folder
