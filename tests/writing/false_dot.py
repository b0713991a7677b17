"""Programs that pretend to be ``dot``."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest


def install_dot(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a false ``dot`` before everything else on the PATH."""
    program = folder / "dot"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")


def install_sleeping_dot(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ``dot`` that never answers and has a child."""
    install_dot(folder, monkeypatch, f"sleep 600 & echo $! > {folder}/child; wait")


def child_is_gone(folder: Path) -> bool:
    """Whether the child of the sleeping ``dot`` has ended."""
    child = (folder / "child").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False).stdout
    return state.strip()[:1] in ("", "Z")
