"""A whole meeting in a real terminal: keys are sent, the screen is read, the files are looked at; once it is killed."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.commands import surroundings
from tests.cli.screens import Terminal
from tests.meeting.cafe import cafe, october

_PATIENCE = 600


class Room(Terminal):
    """A terminal in which a meeting is held."""

    def __init__(self, socket: str, folder: Path, *options: str, **environment: str) -> None:
        super().__init__(socket)
        self._folder = folder
        kept = {name: surroundings()[name] for name in ("PYTHONPATH", "PYTHONUTF8")}
        given = "".join(f"{name}={shlex.quote(value)} " for name, value in {**kept, **environment}.items())
        command = shlex.join([sys.executable, "-m", "scorecard", "review", str(folder), *options])
        line = f"env {given}{command}; echo ended with $?; sleep 60"
        self.run("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", line)

    def screen(self) -> str:
        """What stands on the screen."""
        return self.run("capture-pane", "-p")

    def coloured(self) -> bool:
        """Whether any colour stands on the screen."""
        return "\x1b[31m" in self.run("capture-pane", "-p", "-e") or "\x1b[33m" in self.run("capture-pane", "-p", "-e")

    def send(self, *keys: str) -> None:
        """Press keys, by the names that tmux gives them."""
        self.run("send-keys", *keys)

    def borders(self) -> list[str]:
        """The colours of the frames around fields, which say where the next key goes; a cursor that blinks is none."""
        return [
            line.split("╭", 2)[-2][-12:] for line in self.run("capture-pane", "-p", "-e").splitlines() if "╭─" in line
        ]

    def next_field(self) -> None:
        """Press Enter and wait until the next field has the focus."""
        before = self.borders()
        self.send("Enter")
        self.wait(lambda: self.borders() != before, "the next field")

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        self.run("send-keys", "-l", text)

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Wait until something holds; how long that takes says nothing."""
        for _ in range(_PATIENCE):
            if until():
                return
            time.sleep(0.05)
        raise AssertionError(f"{what} did not come:\n{self.screen()}")

    def see(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        self.wait(lambda: text in self.screen(), text)

    def gone(self, text: str) -> None:
        """Wait until a text stands on the screen no more."""
        self.wait(lambda: text not in self.screen(), f"an end of {text}")

    def process(self) -> int:
        """The process of the meeting."""
        shell = self.run("display-message", "-p", "#{pane_pid}").strip()
        found = subprocess.run(["pgrep", "-P", shell], capture_output=True, text=True, check=True)
        return int(found.stdout.split()[0])


@contextmanager
def room(folder: Path, *options: str, **environment: str) -> Iterator[Room]:
    """A meeting that has begun."""
    opened = Room(f"scorecard-review-{os.getpid()}-{time.monotonic_ns()}", folder, *options, **environment)
    try:
        opened.see("? Help")
        opened.see("Overview")
        yield opened
    finally:
        opened.run("kill-server")


def test_a_meeting_from_the_first_key_to_the_last(tmp_path: Path) -> None:
    folder = cafe(tmp_path)
    with room(folder) as held:
        held.see("change: buy a second")
        held.see("Decided in the review of 2026-09")
        assert held.coloured()
        held.send("x")
        held.see("done: change: buy a second grinder")
        assert "- [x] change: buy a second grinder" in (folder / "reviews/2026-09.md").read_text()
        for _ in range(3):
            held.send("n")
        held.see("Guests come back  ▲ at risk 65 %")
        held.send("c")
        held.see("Comment on Guests come back")
        held.type("The cards work · [red] ok")
        held.send("Enter")
        held.gone("Comment on")
        held.see("wrote a comment to reviews/2026-10.md")
        assert "- The cards work · [red] ok\n" in october(folder)
        held.send("d")
        held.see("Decision on Guests come back")
        held.type("Hand out more")
        held.next_field()
        held.next_field()
        held.type("2026-12-15")
        held.send("Enter")
        held.gone("Decision on")
        held.see("wrote a decision to reviews/2026-10.md")
        assert "- [ ] change: Hand out more · – · 2026-12-15 · regulars\n" in october(folder)
        held.send("/")
        held.see("Find a goal or a KPI")
        held.type("waiting")
        held.gone("Satisfied")
        held.send("Enter")
        held.see("kpi waiting-time")
        held.send("s")
        held.see("Value of Waiting time")
        held.type("4")
        held.send("C-s")
        held.see("index 78 %")
        held.see("kpi waiting-time")
        assert "2026-10,waiting-time,4\n" in (folder / "data/actuals.csv").read_text()
        held.send("q")
        held.see("ended with 0")
        assert "reviews/2026-10.md: 1 comment, 1 decision" in held.screen()


@pytest.mark.skipif(sys.platform == "win32", reason="the system there cannot kill like this")
def test_a_kill_loses_nothing_that_was_noted(tmp_path: Path) -> None:
    folder = cafe(tmp_path)
    with room(folder) as held:
        for number in range(3):
            held.send("c")
            held.see("Comment on")
            held.type(f"comment {number}")
            held.send("Enter")
            held.wait(lambda number=number: f"comment {number}\n" in october(folder), "the comment")  # type: ignore[misc]
            held.gone("Comment on")
        held.send("c")
        held.see("Comment on")
        held.type("half a")
        os.kill(held.process(), signal.SIGKILL)
        held.see("ended with 137")
        assert october(folder) == (
            "# Review 2026-10\n\n## The coffee is quick (quick-coffee)\n\n- comment 0\n- comment 1\n- comment 2\n"
        )
    with room(folder) as again:
        again.see("3 noted")
        again.send("q")
        again.see("ended with 0")


def test_an_enter_that_bounces_leaves_one_box(tmp_path: Path) -> None:
    with room(cafe(tmp_path)) as held:
        held.send("/")
        held.see("Find a goal or a KPI")
        held.type("waiting")
        held.gone("Satisfied")
        held.send("Enter", "Enter")
        held.see("kpi waiting-time")
        held.send("m")
        held.see("arrows go from goal to goal")
        held.send("Enter", "Enter")
        held.gone("arrows go from goal to goal")
        held.send("?")
        held.see("Escape leaves")
        held.send("q", "Enter")
        held.gone("Escape leaves")
        held.send("q")
        held.see("ended with 0")


def test_no_color_has_none(tmp_path: Path) -> None:
    with room(cafe(tmp_path), NO_COLOR="1") as held:
        held.see("late: due 15")
        assert not held.coloured()
    with room(tmp_path, "--color", "never") as held:
        held.see("late: due 15")
        assert not held.coloured()


def test_errors_of_the_map_are_shown_before_any_screen(tmp_path: Path) -> None:
    folder = cafe(tmp_path)
    (folder / "reviews/2026-09.md").write_bytes(b"- caf\xe9\n")
    opened = Room(f"scorecard-review-{os.getpid()}-{time.monotonic_ns()}", folder)
    try:
        opened.see("ended with 2")
        assert "reviews/2026-09.md:1:6" in opened.screen()
    finally:
        opened.run("kill-server")
