"""An error of the program ends the meeting as it ends any command: exit code 3, one sentence, and nothing untrue."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from tests.cli.commands import surroundings
from tests.cli.screens import Terminal
from tests.meeting.cafe import cafe, october
from tests.meeting.test_tmux import Room

BROKEN = """
import sys
from scorecard.meeting.session import Session
from scorecard.cli.run import run
def broken(self, *fields):
    figures_of_somebody = "4711"
    raise ValueError("broken on purpose")
Session.{method} = broken
raise SystemExit(run(["review", sys.argv[1]]))
"""


class Broken(Room):
    """A meeting in which something fails."""

    def __init__(self, folder: Path, method: str) -> None:
        Terminal.__init__(self, f"scorecard-{folder.parent.name}-{folder.name}")
        given = "".join(f"{name}={shlex.quote(surroundings()[name])} " for name in ("PYTHONPATH", "PYTHONUTF8"))
        command = shlex.join([sys.executable, "-c", BROKEN.replace("{method}", method), str(folder)])
        self.run(
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            "100",
            "-y",
            "30",
            f"env {given}{command}; echo ended with $?; sleep 60",
        )


def sentence(held: Broken) -> None:
    held.see("ended with 3")
    screen = held.screen()
    assert "this is a bug in scorecard" in screen
    assert "broken on purpose" in screen
    assert "4711" not in screen
    assert "Nothing was noted" not in screen


def test_an_error_while_something_is_noted(tmp_path: Path) -> None:
    folder = cafe(tmp_path)
    held = Broken(folder, "comment")
    try:
        held.see("? Help")
        held.send("c")
        held.see("Comment on")
        held.type("words")
        held.send("Enter")
        sentence(held)
        assert october(folder) == ""
    finally:
        held.run("kill-server")


def test_an_error_in_the_background(tmp_path: Path) -> None:
    held = Broken(cafe(tmp_path), "told")
    try:
        sentence(held)
    finally:
        held.run("kill-server")
