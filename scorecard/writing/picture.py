"""Pictures of DOT text: drawn by Graphviz in a process of its own, with a limit on its time."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryFile
from typing import Literal, TypeAlias

PictureFormat: TypeAlias = Literal["svg", "png", "pdf"]

# SVG and PDF measure in points, of which an inch has 72; a PNG is drawn twice as fine, to be sharp.
_DPI = {"svg": 72, "pdf": 72, "png": 144}
_STARTS = {"svg": (b"<?xml", b"<svg"), "png": (b"\x89PNG\r\n\x1a\n",), "pdf": (b"%PDF-",)}

# The engines write the time of day into a PDF; of the same length, so that no offset in the file moves.
_CREATED = re.compile(rb"/CreationDate \(D:\d{14}")
_NO_DAY = b"/CreationDate (D:19700101000000"

_TEXT_WORKS = "Text needs no engine: the formats .dot and .mmd (Mermaid) always work."
_INSTALL = f"""\
Graphviz draws the pictures, and it is not installed here. One of these installs it:
  python -m pip install 'pygraphviz>=2.0.1'
  sudo apt install graphviz
  brew install graphviz
  winget install graphviz
{_TEXT_WORKS}"""


class EngineError(Exception):
    """No picture came out; the message says why, and what helps, in sentences for the user."""


class NoEngineError(EngineError):
    """Neither ``dot`` nor pygraphviz is installed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Engine:
    """A program that can draw: its ``name``, and its ``state``: version and place, or that it is missing."""

    name: str
    state: str


def draw(dot_text: str, format: PictureFormat, limit: float = 10.0) -> bytes:
    """Draw DOT text, with the program ``dot`` if it is on the PATH, else with pygraphviz.

    ``limit`` is the time the engine may take, in seconds. Text stays text in SVG and PDF. The same engine gives the
    same bytes for the same text.

    Raises:
        NoEngineError: when neither is installed.
        EngineError: when the engine fails, takes longer than its limit, or returns something else than a picture.
    """
    name, command = _command(format)
    code, picture, complaint = _run(name, command, dot_text.encode(), limit)
    if code != 0:
        raise EngineError(f"{name} could not draw the picture{_quoted(complaint, code)}\n{_TEXT_WORKS}")
    if not picture.startswith(_STARTS[format]):
        raise EngineError(f"{name} returned no {format.upper()}{_quoted(complaint, code)}\n{_TEXT_WORKS}")
    return _CREATED.sub(_NO_DAY, picture) if format == "pdf" else picture


def engines() -> tuple[Engine, ...]:
    """The engines in the order in which they are tried, with version and place where they are installed."""
    path = shutil.which("dot")
    return (
        Engine(name="dot", state=f"{_dot_version(path)}, {path}" if path else "not on the PATH"),
        Engine(name="pygraphviz", state=_pygraphviz_version() or "not installed"),
    )


def _command(format: PictureFormat) -> tuple[str, list[str]]:
    path = shutil.which("dot")
    if path:
        return "dot", [path, f"-T{format}", f"-Gdpi={_DPI[format]}"]
    if not _pygraphviz_version():
        raise NoEngineError(_INSTALL)
    script = Path(__file__).with_name("pygraphviz_process.py")
    # -P: no module may be taken from the folder that the user happens to be in.
    return "pygraphviz", [sys.executable, "-P", str(script), format, str(_DPI[format])]


def _pygraphviz_version() -> str | None:
    try:
        return version("pygraphviz")
    except PackageNotFoundError:
        return None


def _dot_version(path: str) -> str:
    try:
        _, _, told = _run("dot", [path, "-V"], b"", limit=5.0)
    except EngineError as error:
        return f"does not answer ({error})"
    return told.strip().removeprefix("dot - ") or "of unknown version"


def _quoted(complaint: str, code: int) -> str:
    told = "".join(character if character.isprintable() or character == "\n" else " " for character in complaint)
    lines = [line.strip() for line in told.split("\n") if line.strip()]
    # Warnings about fonts come first, what went wrong comes last.
    errors = [line for line in lines if "error" in line.lower()] or lines[-1:] or [f"exit code {code}"]
    return f": {errors[-1][:300]}"


def _run(name: str, command: list[str], text: bytes, limit: float) -> tuple[int, bytes, str]:
    """Run a program; its exit code, what it wrote, and what it complained of.

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
            raise EngineError(f"{name} cannot be started: {error.strerror or error}.\n{_TEXT_WORKS}") from None
        try:
            code = process.wait(limit)
        except subprocess.TimeoutExpired:
            raise EngineError(
                f"{name} was stopped: the picture was not ready after {limit:g} seconds.\n{_TEXT_WORKS}"
            ) from None
        finally:
            _end(process)
        written.seek(0)
        complaints.seek(0)
        return code, written.read(), complaints.read().decode(errors="replace")


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
