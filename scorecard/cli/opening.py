"""From the arguments of a command to a map and its scorecard."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from scorecard.api.examine import by_file, data_problems, file_problems, load
from scorecard.api.find import find_map
from scorecard.api.score import InvalidDataError, score
from scorecard.cli.terminal import Colour, screen, write_error, write_note
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


class Opened(NamedTuple):
    """A map that has no errors, where it lies, and the day that is asked about."""

    strategy_map: StrategyMap
    path: Path
    as_of: date

    @property
    def folder(self) -> Path:
        """Where its data lie."""
        return self.path.parent


def open_map(named: Path | None, as_of: date | None, colour: Colour, verbose: bool) -> Opened:
    """Load a map; one with errors is shown with all of them, and ends the command with code 2."""
    path = map_path(named, verbose)
    try:
        with uncollected():
            strategy_map = load(path)
    except InvalidMapError as error:
        write_note(problems_text((error.examination,), "full", colour))
        raise typer.Exit(2) from None
    return Opened(strategy_map, path, as_of or strategy_map.as_of or date.today())


def open_revision(named: str, path: Path, colour: Colour) -> StrategyMap:
    """Another state of the map at ``path``: the file of that name, or else the revision of the repository; one with
    errors is shown with all of them, and ends the command with code 2."""
    from scorecard.api.diff import is_revision, load_revision

    other = Path(named)
    try:
        if not (named and other.exists()):
            return load_revision(path, named)
        if other.is_file() and is_revision(named, path):
            write_note(f"note: {named} is a file and a revision, too; the file is meant")
        return load(map_path(other))
    except InvalidMapError as error:
        write_note(problems_text((error.examination,), "full", colour))
        raise typer.Exit(2) from None


@contextmanager
def explained(opened: Opened, colour: Colour) -> Iterator[None]:
    """Errors in the data are shown, each with its place, and end the command with code 2."""
    try:
        yield
    except InvalidDataError as error:
        found = by_file(data_problems(opened.path, error.problems))
        write_note(problems_text(tuple(item for item in found if item.problems), "full", colour))
        raise typer.Exit(2) from None


@contextmanager
def explained_file(path: Path, colour: Colour) -> Iterator[None]:
    """As `explained`, for a file that was handed over by its name."""
    try:
        yield
    except InvalidDataError as error:
        write_note(problems_text((file_problems(path, error.problems),), "full", colour))
        raise typer.Exit(2) from None


@contextmanager
def explained_scenario(colour: Colour) -> Iterator[None]:
    """Errors in a scenario are shown, each with its place in its file, or with the option it was given by; they end the
    command with code 2."""
    from scorecard.api.scenario import InvalidScenarioError

    try:
        yield
    except InvalidScenarioError as error:
        if error.examination.path:
            write_note(problems_text((error.examination,), "full", colour))
        else:
            write_error(str(error))
        raise typer.Exit(2) from None


def open_card(
    named: Path | None, as_of: date | None, colour: Colour, verbose: bool, period: str | None = None
) -> tuple[Opened, Scorecard]:
    """Load and score a map; one with errors, or with errors in its data, is shown with all of them, and ends the
    command with code 2."""
    opened = open_map(named, as_of, colour, verbose)
    with uncollected(), explained(opened, colour):
        return opened, score(opened.strategy_map, opened.as_of, period=period, folder=opened.folder)


def problems_text(examinations: tuple[Examination, ...], style: str, colour: Colour) -> str:
    """All problems in words, for stderr."""
    from scorecard.api.problems import problems_text as text

    return text(examinations, style, screen(colour, sys.stderr))
