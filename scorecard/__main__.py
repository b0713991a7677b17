"""``python -m scorecard`` is the command ``scorecard``."""

from scorecard.cli import main

main()
