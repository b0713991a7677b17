"""The rules that concern scenarios: one module each, its docstring says what is good and what is bad.

What is written in a scenario as in a map is judged by the rules of maps. The examples belong to the map of the airline.
"""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.problem import Severity

RULES: Mapping[str, Severity] = {
    "not-a-scenario": "error",
    "unknown-item": "error",
    "unknown-link": "error",
    "changed-twice": "error",
    "bad-expectation": "error",
    "nothing-to-change": "error",
    "bad-uncertainty": "error",
}
"""Every rule with its severity; the module of a rule has its id with underscores."""
