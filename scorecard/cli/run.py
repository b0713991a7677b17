"""From arguments to an exit code: 0 fine, 1 findings, 2 usage or unreadable input, 3 our bug, 130 interrupted."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from typer import TyperException
from typer.main import get_command

from scorecard.cli.group import app
from scorecard.cli.terminal import write_error

FINDINGS, USAGE, BUG, INTERRUPTED = 1, 2, 3, 130


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    if not _has_libyaml():
        write_error("PyYAML is installed here without libyaml, which reads the maps; reinstall pyyaml from a wheel")
        return USAGE
    try:
        code = get_command(app).main(args=list(arguments), prog_name="scorecard", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except Exception as error:
        return _failed(error, verbose="-v" in arguments or "--verbose" in arguments)


def _has_libyaml() -> bool:
    """The pure parser of PyYAML reads some texts differently, so there is no falling back on it."""
    try:
        import yaml._yaml  # noqa: F401
    except ImportError:
        return False
    return True


def _failed(error: Exception, verbose: bool) -> int:
    """Say what went wrong: the user's mistakes in a sentence, ours with a request to report them."""
    if isinstance(error, TyperException):
        show = getattr(error, "show", None)
        if show is not None:
            show()
        else:
            write_error(str(error))
        return error.exit_code
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        write_error(f"{error.filename}: {reason}" if error.filename else reason)
        return USAGE
    if _is_for_people(error):
        write_error(str(error))
        return USAGE
    if verbose:
        import traceback

        traceback.print_exception(error)
    write_error(
        f"this is a bug in scorecard ({type(error).__name__}: {error}); "
        "please report it with the map and the output of the same command with -v"
    )
    return BUG


def _is_for_people(error: Exception) -> bool:
    from scorecard.api.errors import FOR_PEOPLE

    return isinstance(error, FOR_PEOPLE)


def _pipe_closed() -> int:
    """Whoever read our output has stopped (``| head``): end quietly, also when the interpreter flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
