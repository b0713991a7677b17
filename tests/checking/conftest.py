"""The docstring of a test is the map it is about; the name of its file is the rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml

from scorecard.checking import check
from scorecard.model import StrategyMap
from scorecard.problem import Place, Problem

Find = Callable[[str], list[Problem]]
Rules = Callable[[str], list[str]]
Said = Callable[[Problem], tuple[str, str, str]]


def say(template: str, problem: Problem) -> str:
    """A template with its params; other places are printed as a path."""
    words = {
        name: ".".join(map(str, value.loc)) if isinstance(value, Place) else value
        for name, value in problem.params.items()
    }
    return template.format(**words)


def read(text: str) -> StrategyMap:
    """A map from YAML, every scalar taken as text."""
    return StrategyMap.model_validate(yaml.load(text, Loader=yaml.BaseLoader))


def find_all(text: str) -> list[Problem]:
    """All problems of a map; every sentence can be filled from its params and is no template any more."""
    problems = check(read(text))
    for problem in problems:
        for template in (problem.message, problem.label, problem.hint):
            assert "{" not in say(template, problem)
        assert problem.message
        assert problem.position is None
    return problems


@pytest.fixture
def rule_id(request: pytest.FixtureRequest) -> str:
    """The rule that the test file is named after."""
    return str(request.module.__name__).rpartition(".")[2].removeprefix("test_").replace("_", "-")


@pytest.fixture
def find(rule_id: str) -> Find:
    """The problems of this rule in a map."""
    return lambda text: [problem for problem in find_all(text) if problem.rule == rule_id]


@pytest.fixture
def problems(request: pytest.FixtureRequest, find: Find) -> list[Problem]:
    """The problems of this rule in the map of the test's docstring."""
    return find(request.function.__doc__)


@pytest.fixture
def rules() -> Rules:
    """The ids of all rules that a map breaks, each as often as it does."""
    return lambda text: [problem.rule for problem in find_all(text)]


@pytest.fixture
def kpi_problems(find: Find) -> Find:
    """The problems of this rule in a map whose only KPI, ``it``, has the settings given."""
    return lambda settings: find(_map_of(settings))


@pytest.fixture
def kpi_errors() -> Rules:
    """The ids of all errors in a map whose only KPI, ``it``, has the settings given."""
    return lambda settings: [p.rule for p in find_all(_map_of(settings)) if p.severity == "error"]


@pytest.fixture
def said() -> Said:
    """Message, label and hint as sentences."""
    return lambda problem: (say(problem.message, problem), say(problem.label, problem), say(problem.hint, problem))


def _map_of(settings: str) -> str:
    return (
        "currency: EUR\n"
        "goals: {goal: {perspective: customer, lagging: [it]}}\n"
        f"kpis: {{it: {{{settings}}}, other: {{direction: none}}}}"
    )
