"""The pages that explain the rules."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from importlib import import_module

from scorecard.api.examine import RULES
from scorecard.measuring.rules import RULES as MEASURED
from scorecard.problem import Severity
from scorecard.reading import RULES as WRITTEN
from scorecard.reading.scenario.rules import RULES as SUPPOSED
from scorecard.reviewing.rules import RULES as REVIEWED

_PACKAGES = {
    "scorecard.reading.rules": WRITTEN,
    "scorecard.measuring.rules": MEASURED,
    "scorecard.reviewing.rules": REVIEWED,
    "scorecard.reading.scenario.rules": SUPPOSED,
}


class RuleNotFoundError(Exception):
    """No rule has the id; the message says which is nearest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RulePage:
    """What a rule asks for (``title``), why, and a good and a bad example (``text``)."""

    id: str
    severity: Severity
    title: str
    text: str


def rule_page(rule_id: str) -> RulePage:
    """The page of a rule.

    Raises:
        KeyError: when there is no such rule.
    """
    severity = RULES[rule_id]
    package = next((name for name, rules in _PACKAGES.items() if rule_id in rules), "scorecard.checking")
    page = inspect.getdoc(import_module(f"{package}.{rule_id.replace('-', '_')}")) or ""
    title, _, text = page.partition("\n")
    return RulePage(id=rule_id, severity=severity, title=title.strip(), text=text.strip("\n"))


def rule_text(rule_id: str | None) -> str:
    """The page of a rule as text; for None a line for every rule, errors first.

    Raises:
        RuleNotFoundError: when there is no such rule.
    """
    if rule_id is None:
        pages = [rule_page(known) for known in sorted(RULES, key=lambda known: RULES[known] == "warning")]
        width = max(len(page.id) for page in pages)
        return "".join(f"{page.severity:7}  {page.id:{width}}  {page.title}\n" for page in pages)
    if rule_id not in RULES:
        from difflib import get_close_matches

        near = get_close_matches(rule_id, RULES, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; list them with: scorecard rule"
        raise RuleNotFoundError(f"there is no rule {rule_id!r}{hint}")
    page = rule_page(rule_id)
    return f"{page.severity}[{page.id}]: {page.title}\n\n{page.text}\n"
