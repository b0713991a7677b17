"""The rules together."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import scorecard.checking
from scorecard.checking import RULES, check, rule
from scorecard.model import Change, OtherKpi, StrategyMap
from scorecard.propagation.scale import Terms, judge, scale_of

_ROOT = Path(__file__).parents[2]
_FOLDER = Path(scorecard.checking.__file__).parent
_MAPS = [_ROOT / "templates" / "social-media" / "strategy.yaml", *sorted((_ROOT / "maps").glob("*.yaml"))]

_SETTINGS: dict[str, list[Any]] = {
    "unit": ["%", "yes-no", "count"],
    "direction": ["maximise", "minimise", "none"],
    "baseline": ["0", "1", "-5", "10"],
    "target": ["0", "1", "-5", "10", {"change": "+10%"}, {"change": "-5"}, {"change": "+0"}, {"kpi": "other"}],
    "worst": ["0", "1", "10", "30", ["0", "40"]],
    "best": ["0", "1", "10", "40"],
    "scale": ["binary"],
    "curve": [
        [],
        [["1", "0"]],
        [["1", "0"], ["2", "1"]],
        [["1", "1"], ["2", "0"]],
        [["1", "0"], ["2", "1"], ["3", "0.5"]],
    ],
    "range": [["10", "20"], ["20", "10"]],
    "since": ["2026"],
    "by": ["2026", "2025"],
}
_KPI = st.fixed_dictionaries({}, optional={key: st.sampled_from(values) for key, values in _SETTINGS.items()})
_IDS = ["a", "b", "c", "d", "nowhere"]
_ENTRIES = st.lists(st.tuples(st.sampled_from(_IDS), st.integers(0, 1)), max_size=4).map(
    lambda entries: [{item_id: {"delay": delay}} for item_id, delay in entries]
)
_GOAL = st.fixed_dictionaries(
    {"perspective": st.sampled_from(["financial", "customer", "learning", "nowhere"])},
    optional={
        "driven_by": _ENTRIES,
        "hindered_by": _ENTRIES,
        "leading": _ENTRIES,
        "lagging": st.lists(st.sampled_from(_IDS), max_size=3),
        "initiatives": st.lists(st.sampled_from(_IDS), max_size=3),
    },
)


def test_every_module_is_a_rule_and_every_rule_a_module() -> None:
    modules = {path.stem for path in _FOLDER.glob("*.py") if not path.stem.startswith("_")}
    assert {rule_id.replace("-", "_") for rule_id in RULES} == modules


def test_every_rule_has_its_test_file() -> None:
    tests = {path.name for path in Path(__file__).parent.glob("test_*.py")}
    assert {f"test_{rule_id.replace('-', '_')}.py" for rule_id in RULES} <= tests


def test_errors_stand_before_warnings() -> None:
    severities = list(RULES.values())
    assert severities == sorted(severities)


def test_unknown_rule_is_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        rule("no-such-rule")


def test_warnings_are_left_out_and_not_even_imported() -> None:
    code = (
        "import sys, scorecard.checking as c; from scorecard.model import StrategyMap\n"
        "one = StrategyMap.model_validate({'goals': {'a': {'perspective': 'nowhere'}}})\n"
        "print([p.rule for p in c.check(one, warnings=False)], 'scorecard.checking.goal_without_kpis' in sys.modules)\n"
        "print([p.rule for p in c.check(one)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT)
    assert done.stdout == "['unknown-perspective'] False\n['unknown-perspective', 'goal-without-kpis']\n"


@pytest.mark.parametrize("path", _MAPS, ids=lambda path: path.stem)
def test_bundled_map_has_neither_errors_nor_warnings(path: Path) -> None:
    written = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    strategy_map = StrategyMap.model_validate({key: value for key, value in written.items() if key != "format"})
    assert check(strategy_map) == []


@given(_KPI)
def test_kpi_without_errors_can_be_scored_in_its_direction(settings: dict[str, object]) -> None:
    strategy_map = StrategyMap.model_validate(
        {
            "goals": {"goal": {"perspective": "customer", "lagging": ["it"]}},
            "kpis": {"it": settings, "other": {"direction": "none"}},
        }
    )
    errors = [problem for problem in check(strategy_map) if problem.severity == "error"]
    if errors:
        return
    kpi = strategy_map.kpis["it"]
    scale = scale_of(kpi, Terms(other=10.0))
    assert scale.flaw != "no-baseline" or isinstance(kpi.target, (Change, OtherKpi))
    if scale.flaw is not None:
        return
    values = (-20.0, -5.0, 0.0, 0.5, 1.0, 5.0, 10.0, 35.0, 50.0)
    judgements = [judge(scale, value, date(2027, 1, 1)) for value in values]
    performances = [judgement.performance for judgement in judgements]
    known = [performance for performance in performances if performance is not None]
    assert len(known) == len(values)
    if scale.direction is not None:
        assert known == sorted(known, reverse=scale.direction == "minimise")
    progress = [judgement.progress for judgement in judgements if judgement.progress is not None]
    if scale.direction is not None and len(progress) == len(values) and not isinstance(kpi.target, OtherKpi):
        assert progress == sorted(progress, reverse=scale.direction == "minimise")


@given(st.dictionaries(st.sampled_from(_IDS[:4]), _GOAL, min_size=1))
def test_no_arrow_and_no_id_stops_the_rules(goals: dict[str, object]) -> None:
    strategy_map = StrategyMap.model_validate({"goals": goals, "kpis": {"a": {}, "e": {}}})
    problems = check(strategy_map)
    assert problems == check(strategy_map)
    assert all(problem.rule in RULES and problem.severity == RULES[problem.rule] for problem in problems)
