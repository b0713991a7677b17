"""What every rule of a map says of the bad example on its page, as a person reads it: place, line, caret, fix."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from textwrap import dedent

from scorecard.api.examine import examine_bytes
from scorecard.api.problems import problems_text
from scorecard.api.status import Screen
from scorecard.checking import RULES, rule

_BAD = re.compile(r"^Bad:\n((?: {4}.*(?:\n|$))+)", re.MULTILINE)


def _said(rule_id: str) -> str:
    found = _BAD.search(inspect.getdoc(rule(rule_id)) or "")
    assert found is not None
    examination = examine_bytes(dedent(found[1]).encode(), f"{rule_id}.yaml")
    assert rule_id in {problem.rule for problem in examination.problems}
    return problems_text([examination], "full", Screen())


def test_what_the_rules_say(golden: Callable[[str, str], None]) -> None:
    golden("messages-of-rules.txt", "\n".join(map(_said, RULES)))
