"""The command ``scorecard``: one command per file."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        from scorecard.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while it is still being imported
        code = 130
    sys.exit(code)
