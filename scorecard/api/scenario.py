"""From files and options to scenarios of a map."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from scorecard.model import StrategyMap
from scorecard.problem import Examination, Problem
from scorecard.reading.scenario.read import read_scenario, scenario_of_options
from scorecard.reading.scenario.rules import not_a_scenario
from scorecard.scenario import Scenario

FOLDER = "scenarios"


class InvalidScenarioError(Exception):
    """A scenario has errors, or does not go with the figures of its map; ``examination`` holds them, with their
    places."""

    def __init__(self, examination: Examination) -> None:
        from scorecard.rendering.problems import hint, message

        said = ["; ".join(filter(None, (message(one), hint(one)))) for one in examination.problems]
        super().__init__("\n".join(said))
        self.examination = examination


def load_scenario(path: str | os.PathLike[str], strategy_map: StrategyMap) -> Scenario:
    """Read a scenario of a map from a file.

    Raises:
        OSError: when the file cannot be read.
        InvalidScenarioError: when it has errors; its ``examination`` holds them all, with their places.
    """
    reading = read_scenario(Path(path), strategy_map)
    if reading.scenario is None:
        raise InvalidScenarioError(Examination(path=os.fspath(path), text=reading.text, problems=reading.problems))
    return reading.scenario


def made_scenario(
    strategy_map: StrategyMap,
    settings: Sequence[tuple[str, str]] = (),
    dropped: Sequence[str] = (),
    weights: Sequence[tuple[str, str]] = (),
    uncertain: Sequence[tuple[str, str]] = (),
) -> Scenario:
    """A scenario in the spelling of files: ``settings`` are pairs of KPI and ``450``, ``+10%`` or ``target``,
    ``dropped`` arrows ``cause:effect``, ``weights`` pairs of ``goal``, ``cause:effect`` or ``goal/kpi`` and a weight,
    ``uncertain`` pairs of KPI (``*`` is every one) and ``15%``, ``400..600`` or ``history``.

    Raises:
        InvalidScenarioError: when it has errors.
    """
    scenario, problems = scenario_of_options(strategy_map, settings, dropped, weights, uncertain)
    if problems:
        raise InvalidScenarioError(Examination(path="", text="", problems=problems))
    return scenario


def scenario_problems(folder: Path, strategy_map: StrategyMap) -> tuple[Problem, ...]:
    """What is wrong with the scenarios in ``scenarios/`` beside the map, each with its file and its place there."""
    found: list[Problem] = []
    for path in _files(folder):
        name = f"{FOLDER}/{path.name}"
        if not path.resolve().is_relative_to(folder.resolve()):
            found.append(not_a_scenario.outside(name))
            continue
        found += [_of_file(problem, name) for problem in read_scenario(path, strategy_map).problems]
    return tuple(found)


def kept_scenarios(folder: Path, strategy_map: StrategyMap) -> tuple[tuple[Scenario, ...], tuple[str, ...]]:
    """The scenarios in ``scenarios/`` beside the map, and the names of the files that have errors."""
    found: list[Scenario] = []
    broken: list[str] = []
    for path in _files(folder):
        inside = path.resolve().is_relative_to(folder.resolve())
        scenario = read_scenario(path, strategy_map).scenario if inside else None
        if scenario is None:
            broken.append(f"{FOLDER}/{path.name}")
        else:
            found.append(scenario)
    return tuple(found), tuple(broken)


def _files(folder: Path) -> list[Path]:
    paths = sorted([*(folder / FOLDER).glob("*.yaml"), *(folder / FOLDER).glob("*.yml")])
    return [path for path in paths if path.is_file()]


def _of_file(problem: Problem, name: str) -> Problem:
    from dataclasses import replace

    return replace(problem, path=name)
