"""The command ``scorecard``: one command per file."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from scorecard.cli.run import run

    sys.exit(run(sys.argv[1:]))
