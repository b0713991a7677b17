"""From the arguments of a command to a map and its scorecard."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import typer

from scorecard.api.examine import load
from scorecard.api.find import find_map
from scorecard.api.score import score
from scorecard.cli.terminal import Colour, screen, write_note
from scorecard.model import StrategyMap
from scorecard.problem import Examination, InvalidMapError
from scorecard.result import Scorecard


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector: a map is a great many objects that all stay until the command ends, and
    looking them over again and again makes loading several times slower."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # what is loaded stays anyway, so it need not be looked over later either
        if was_enabled:
            gc.enable()


def map_path(named: Path | None, verbose: bool = False) -> Path:
    """The map that is meant: the named file, the map of the named folder, or the map of this folder."""
    path = find_map(named or Path()) if named is None or named.is_dir() else named
    if verbose:
        write_note(f"map: {path}")
    return path


def open_card(named: Path | None, as_of: date | None, colour: Colour, verbose: bool) -> tuple[StrategyMap, Scorecard]:
    """Load and score a map; one with errors is shown with all of them, and ends the command with code 2."""
    path = map_path(named, verbose)
    try:
        with uncollected():
            strategy_map = load(path)
            return strategy_map, score(strategy_map, as_of or strategy_map.as_of or date.today())
    except InvalidMapError as error:
        write_note(problems_text((error.examination,), "full", colour))
        raise typer.Exit(2) from None


def problems_text(examinations: tuple[Examination, ...], style: str, colour: Colour) -> str:
    """All problems in words, for stderr."""
    from scorecard.api.problems import problems_text as text

    return text(examinations, style, screen(colour, sys.stderr))
