"""The engines of Graphviz: which are here, and how one is run: as a process of its own, with a limit on its time."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryFile
from typing import Literal, TypeAlias

EngineName: TypeAlias = Literal["dot", "pygraphviz"]


class EngineError(Exception):
    """No picture came out; the message says why, and what helps, in sentences for the user."""


class NoEngineError(EngineError):
    """What would have to draw is not installed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Engine:
    """A program that can lay out and draw DOT text: its ``name``, and its ``state``: version and place, or missing."""

    name: EngineName
    state: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What an engine said: its exit ``code``, what it wrote, and its ``complaint``, one line without control codes."""

    code: int
    written: bytes
    complaint: str


def engines_present() -> tuple[EngineName, ...]:
    """The engines that are installed, in the order in which they are tried; none of them is started."""
    dot: tuple[EngineName, ...] = ("dot",) if shutil.which("dot") else ()
    return (*dot, "pygraphviz") if _pygraphviz_version() else dot


def engines() -> tuple[Engine, ...]:
    """All engines in the order in which they are tried, with version and place where they are installed."""
    path = shutil.which("dot")
    return (
        Engine(name="dot", state=f"{_dot_version(path)}, {path}" if path else "not on the PATH"),
        Engine(name="pygraphviz", state=_pygraphviz_version() or "not installed"),
    )


def ask(engine: EngineName, dot_text: str, arguments: tuple[str, ...], limit: float) -> Answer:
    """Give DOT text to an engine; ``arguments`` are options of ``dot``, ``limit`` the seconds it may take.

    Raises:
        NoEngineError: when it is not installed.
        EngineError: when it cannot be started or takes longer.
    """
    return _run(engine, [*_command(engine), *arguments], dot_text.encode(), limit)


def _command(engine: EngineName) -> tuple[str, ...]:
    if engine == "dot":
        path = shutil.which("dot")
        if not path:
            raise NoEngineError("dot is not on the PATH")
        return (path,)
    if not _pygraphviz_version():
        raise NoEngineError("pygraphviz is not installed")
    # -P: no module may be taken from the folder that the user happens to be in.
    return (sys.executable, "-P", str(Path(__file__).with_name("pygraphviz_process.py")))


def _pygraphviz_version() -> str | None:
    try:
        return version("pygraphviz")
    except PackageNotFoundError:
        return None


def _dot_version(path: str) -> str:
    try:
        told = _run("dot", [path, "-V"], b"", limit=5.0).complaint
    except EngineError as error:
        return f"does not answer ({error})"
    return told.removeprefix("dot - ") if "version" in told else "of unknown version"


def _run(name: str, command: list[str], text: bytes, limit: float) -> Answer:
    """Run a program.

    Files, not pipes, go between: a pipe would stay open as long as any grandchild lives, however short the limit.
    """
    with TemporaryFile() as given, TemporaryFile() as written, TemporaryFile() as complaints:
        given.write(text)
        given.seek(0)
        try:
            process = subprocess.Popen(
                command,
                stdin=given,
                stdout=written,
                stderr=complaints,
                env={**os.environ, "TZ": "UTC"},
                start_new_session=True,
            )
        except OSError as error:
            raise EngineError(f"{name} cannot be started: {error.strerror or error}") from None
        try:
            code = process.wait(limit)
        except subprocess.TimeoutExpired:
            raise EngineError(f"{name} was stopped: it was not ready after {limit:g} seconds") from None
        finally:
            _end(process)
        written.seek(0)
        complaints.seek(0)
        complaint = _last_error(complaints.read().decode(errors="replace"), code)
        return Answer(code=code, written=written.read(), complaint=complaint)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is still running, the program's own children too."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _last_error(complaint: str, code: int) -> str:
    told = "".join(character if character.isprintable() or character == "\n" else " " for character in complaint)
    lines = [line.strip() for line in told.split("\n") if line.strip()]
    # Warnings about fonts come first, what went wrong comes last.
    errors = [line for line in lines if "error" in line.lower()] or lines[-1:] or [f"exit code {code}"]
    return errors[-1][:300]
