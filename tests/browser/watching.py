"""``scorecard report --watch`` as a process of its own, as a person starts it."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

from tests.cli.commands import surroundings


class Watching:
    """The running command: what it tells, line by line, and how it ends."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.told: list[str] = []
        self._lines: Queue[str] = Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.put(line)

    def line(self, start: str) -> str:
        """The next line that starts so."""
        while not (line := self._lines.get(timeout=60)).startswith(start):
            self.told.append(line)
        self.told.append(line)
        return line

    def interrupt(self) -> int:
        """Press Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=30)
        self._reader.join(30)
        return code


@contextmanager
def watching(path: Path, output: Path, *arguments: str) -> Iterator[Watching]:
    """Watch a map until the end of the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "scorecard", "report", str(path), "--watch", "-o", str(output), *arguments],
        env=surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    running = Watching(process)
    try:
        yield running
    finally:
        process.kill()
        process.wait()
        running._reader.join(30)
        assert process.stderr is not None
        process.stderr.close()
