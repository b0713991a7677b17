"""A scenario as a whole, from a file or from options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scorecard.model import StrategyMap
from scorecard.problem import Problem
from scorecard.reading.compose import TooMuchError
from scorecard.reading.document import Document, is_empty
from scorecard.reading.scenario.arrows import dropped_of, weights_of
from scorecard.reading.scenario.expectations import expectations_of
from scorecard.reading.scenario.page import Page
from scorecard.reading.scenario.settings import settings_of
from scorecard.reading.scenario.uncertain import uncertain_of
from scorecard.reading.source import LARGEST, text_of
from scorecard.scenario import COMMAND_LINE, Scenario

KEYS = ("scenario", "format", "description", "set", "drop_links", "weights", "uncertain", "expect")
"""The keys of a scenario."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ScenarioReading:
    """What reading a scenario gave: its text, the scenario, and what is wrong; with an error there is none."""

    text: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]


def read_scenario(path: Path, strategy_map: StrategyMap, shown: str = "") -> ScenarioReading:
    """Read a scenario of a map from a file; ``shown`` is how its path is shown.

    Raises:
        OSError: when the file cannot be opened or read.
    """
    with path.open("rb") as file:
        return read_scenario_bytes(file.read(LARGEST + 1), strategy_map, shown or str(path))


def read_scenario_bytes(raw: bytes, strategy_map: StrategyMap, path: str = "") -> ScenarioReading:
    """Read a scenario of a map from the bytes of the file ``path``."""
    from scorecard.reading import document_of

    text, problems = text_of(raw)
    if any(problem.severity == "error" for problem in problems):
        return ScenarioReading(text=text, scenario=None, problems=tuple(problems))
    document, found = document_of(text)
    problems += map(_of_scenario, found)
    page = Page(strategy_map, document)
    scenario = None
    try:
        scenario = None if document.node is None and problems else _scenario(page, document, path)
    except TooMuchError as error:
        page.problems.append(error.problem)
    problems += page.problems
    located = [
        problem if problem.position else replace(problem, position=document.position(problem.loc, problem.part))
        for problem in problems
    ]
    wrong = any(problem.severity == "error" for problem in located)
    return ScenarioReading(
        text=text, scenario=None if wrong else scenario, problems=tuple(sorted(located, key=_in_order))
    )


def _of_scenario(problem: Problem) -> Problem:
    """What is said of a map's text, as it is true of a scenario: there a comparison has its place, in quotes."""
    if problem.rule != "yaml-mark" or "is a comparison" not in problem.message:
        return problem
    message = "a comparison has to stand in quotes: `>` means something else in YAML"
    return replace(problem, message=message, label="no quotes", hint='write `"{value}"`')


def _in_order(problem: Problem) -> tuple[int, int]:
    return (problem.position.line, problem.position.column) if problem.position else (0, 0)


def scenario_of_options(
    strategy_map: StrategyMap,
    settings: Sequence[tuple[str, str]] = (),
    dropped: Sequence[str] = (),
    weights: Sequence[tuple[str, str]] = (),
    uncertain: Sequence[tuple[str, str]] = (),
) -> tuple[Scenario, tuple[Problem, ...]]:
    """The scenario that options make, in the spelling of files, and what is wrong with them."""
    from scorecard.reading.scenario.rules import changed_twice

    page = Page(strategy_map)
    for section, pairs in (("set", settings), ("weights", weights), ("uncertain", uncertain)):
        names = [name for name, _ in pairs]
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            page.say(changed_twice.problem((section, name), name))
    without = dropped_of(page, list(dropped))
    scenario = Scenario(
        name=COMMAND_LINE,
        settings=settings_of(page, dict(settings)),
        dropped=without,
        weights=weights_of(page, dict(weights), without),
        uncertain=uncertain_of(page, dict(uncertain)),
    )
    return scenario, tuple(page.problems)


def _scenario(page: Page, document: Document, path: str) -> Scenario | None:
    """The scenario that a document holds."""
    from scorecard.reading.rules import unknown_key
    from scorecard.reading.scenario.rules import not_a_scenario

    data = document.data
    if document.node is None or is_empty(document.node):
        page.say(not_a_scenario.empty())
        return None
    if not isinstance(data, Mapping):
        page.say(not_a_scenario.no_mapping("list" if isinstance(data, list) else "text"))
        return None
    if "scenario" not in data:
        page.say(not_a_scenario.a_map() if "goals" in data else not_a_scenario.unnamed())
        return None
    for key in data:
        if key not in KEYS and not key.startswith("x-"):
            page.say(unknown_key.problem((key,), key, KEYS, of="scenario", homes_of=lambda key: ()))
    _format(page, data.get("format"))
    name = page.text(("scenario",), data["scenario"])
    written: dict[str, Any] = {key: data.get(key, {}) for key in ("set", "weights", "uncertain", "expect")}
    dropped = dropped_of(page, data.get("drop_links", []))
    return Scenario(
        name=name or "",
        description=page.text(("description",), data["description"]) if "description" in data else None,
        path=path,
        settings=settings_of(page, written["set"]),
        dropped=dropped,
        weights=weights_of(page, written["weights"], dropped),
        uncertain=uncertain_of(page, written["uncertain"]),
        expectations=expectations_of(page, written["expect"]),
    )


def _format(page: Page, written: object) -> None:
    from scorecard.reading.rules import format_version

    if written is not None and written != "1":
        page.say(format_version.problem(written if isinstance(written, str) else "of another kind"))


__all__ = ["KEYS", "ScenarioReading", "read_scenario", "read_scenario_bytes", "scenario_of_options"]
