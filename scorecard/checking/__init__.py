"""The rules of a strategy map: StrategyMap -> Problems, one rule per module, named like its id.

A module's docstring is the page that explains its rule, with a good and a bad map. Modules that begin with an
underscore are no rules; they serve several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from scorecard.model import StrategyMap
from scorecard.problem import Problem, Severity

RULES: Mapping[str, Severity] = {
    "unknown-perspective": "error",
    "unknown-theme": "error",
    "unknown-goal": "error",
    "unknown-kpi": "error",
    "unknown-initiative": "error",
    "unknown-source": "error",
    "unknown-headline": "error",
    "unknown-guardrail": "error",
    "unknown-substitute": "error",
    "id-twice": "error",
    "bad-formula": "error",
    "unknown-operand": "error",
    "formula-circle": "error",
    "figure-twice-said": "error",
    "source-without-formula": "error",
    "alarm-shape": "error",
    "cadence-too-short": "error",
    "entry-twice": "error",
    "lagging-and-leading": "error",
    "hindered-by-itself": "error",
    "link-cycle": "error",
    "two-scales": "error",
    "curve-shape": "error",
    "range-incomplete": "error",
    "range-shape": "error",
    "direction-missing": "error",
    "direction-contradiction": "error",
    "worst-missing": "error",
    "worst-equals-best": "error",
    "baseline-equals-target": "error",
    "target-kpi-needs-worst": "error",
    "target-cycle": "error",
    "target-other-unit": "error",
    "plan-incomplete": "error",
    "plan-backwards": "error",
    "thresholds-order": "error",
    "initiative-dates": "error",
    "currency-missing": "error",
    "goal-without-kpis": "warning",
    "goal-without-lagging": "warning",
    "goal-without-drivers": "warning",
    "goal-reaches-no-top": "warning",
    "link-runs-down": "warning",
    "kpi-on-no-goal": "warning",
    "too-many-goals": "warning",
    "narrow-scale": "warning",
    "target-not-on-track": "warning",
    "target-without-date": "warning",
}
"""Every rule id with its severity, errors first; a warning's module is imported only when warnings are asked for."""


class Rule(Protocol):
    """What the module of a rule offers, besides its docstring."""

    def check(self, strategy_map: StrategyMap) -> Iterator[Problem]:
        """Yield what breaks the rule, in the order of the file."""


def rule(rule_id: str) -> Rule:
    """The module of a rule of `RULES`; its ``__doc__`` is the page that explains it.

    Raises:
        KeyError: when no rule has this id.
    """
    if rule_id not in RULES:
        raise KeyError(rule_id)
    return cast(Rule, import_module(f"scorecard.checking.{rule_id.replace('-', '_')}"))


def check(strategy_map: StrategyMap, warnings: bool = True) -> list[Problem]:
    """All problems of a map, errors first, else in the order of `RULES`; without ``warnings`` only its errors.

    Each has a ``loc`` and no position. Rules look past what another rule reports, so that one cause has one message.
    """
    return [
        problem
        for rule_id, severity in RULES.items()
        if warnings or severity == "error"
        for problem in rule(rule_id).check(strategy_map)
    ]
