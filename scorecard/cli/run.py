"""From arguments to an exit code: 0 fine, 1 findings, 2 usage or unreadable input, 3 our bug, 130 interrupted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typer import Abort
from typer.main import get_command

from scorecard.cli.group import app
from scorecard.cli.terminal import write_error, write_note

FINDINGS, USAGE, BUG, INTERRUPTED = 1, 2, 3, 130
_LONGEST_REASON = 300


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code."""
    if not _has_libyaml():
        write_error("PyYAML is installed here without libyaml, which reads the maps; reinstall pyyaml from a wheel")
        return USAGE
    try:
        code = get_command(app).main(args=list(arguments), prog_name="scorecard", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except (KeyboardInterrupt, Abort):
        return INTERRUPTED
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
    if hasattr(error, "format_message"):
        return _misused(error)
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        write_error(f"{error.filename}: {reason}" if error.filename else reason)
        return USAGE
    if _is_for_people(error):
        write_error(str(error))
        return USAGE
    if verbose:
        import traceback

        write_note("".join(traceback.format_exception(error)))
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    write_error(
        f"this is a bug in scorecard ({reason[:_LONGEST_REASON]}); "
        "please report it with the map and the output of the same command with -v"
    )
    return BUG


def _misused(error: Any) -> int:
    """Wrong arguments; no arguments at all are answered with the help."""
    from scorecard.cli.complaint import complaint

    if type(error).__name__ == "NoArgsIsHelpError":
        write_note(error.format_message())
    else:
        write_error(complaint(error))
    return USAGE


def _is_for_people(error: Exception) -> bool:
    from scorecard.api.errors import FOR_PEOPLE

    return isinstance(error, FOR_PEOPLE)
