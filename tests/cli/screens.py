"""A real terminal: a command is run in tmux, and what stands on its screen is read, cell by cell."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.cli.commands import surroundings
from tests.needs import needs

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
_END = "that-was-all"
_PATIENCE = 600
_PROGRAM = """
import json, sys
from scorecard.cli.run import run
for arguments in json.loads(sys.argv[1]):
    run(arguments)
"""


class Terminal:
    """A tmux server of its own with one window that shows the output of one command."""

    def __init__(self, socket: str) -> None:
        needs("tmux")
        self._tmux = ["tmux", "-L", socket]

    def run(self, *arguments: str) -> str:
        """What a command of tmux answers."""
        done = subprocess.run([*self._tmux, *arguments], check=True, capture_output=True, env=_environment())
        return done.stdout.decode()

    def start(self, command: Sequence[str | Path], columns: int, environment: dict[str, str]) -> None:
        """Open the window and wait until the command has ended."""
        given = "".join(f"{name}={shlex.quote(value)} " for name, value in environment.items())
        line = f"env {given}{shlex.join(map(str, command))}; printf {_END}; sleep 60"
        size = ["-x", str(columns), "-y", "300"]
        self.run("-f", "/dev/null", "new-session", "-d", *size, line)
        for _ in range(_PATIENCE):
            if _END in self.run("capture-pane", "-p"):
                return
            time.sleep(0.05)
        raise AssertionError(f"the command did not end:\n{self.run('capture-pane', '-p')}")

    def lines(self, *, joined: bool = False, styled: bool = False) -> list[str]:
        """The screen; with ``joined`` lines that the terminal broke are one again."""
        text = self.run("capture-pane", "-p", "-S", "-", *(["-J"] if joined else []), *(["-e"] if styled else []))
        return [line.rstrip() for line in text[: text.index(_END)].splitlines()]

    def columns_behind(self, pattern: str, most: int) -> list[int]:
        """In which cells the matches of a pattern end, as the terminal itself counts them."""
        self.run("copy-mode")
        self.run("send-keys", "-X", "history-top")
        found: list[tuple[int, int]] = []
        for _ in range(most):
            self.run("send-keys", "-X", "search-forward", pattern)
            x, y = map(int, self.run("display-message", "-p", "#{copy_cursor_x} #{copy_cursor_y}").split())
            if (y, x) in found:
                break
            found.append((y, x))
        return [x for _, x in found]


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


@contextmanager
def terminal(*commands: Sequence[str | Path], columns: int, **environment: str) -> Iterator[Terminal]:
    """A terminal of so many columns in which ``scorecard`` has been run with these arguments, once or several times."""
    opened = Terminal(f"scorecard-{os.getpid()}-{time.monotonic_ns()}")
    kept = {name: surroundings()[name] for name in ("PYTHONPATH", "PYTHONUTF8")}
    try:
        lists = json.dumps([[str(argument) for argument in arguments] for arguments in commands])
        opened.start([sys.executable, "-c", _PROGRAM, lists], columns, {**kept, **environment})
        yield opened
    finally:
        opened.run("kill-server")
