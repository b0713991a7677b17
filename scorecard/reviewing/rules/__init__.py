"""The rules that concern the files of reviews: one module each, its docstring says what is good and what is bad."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.problem import Severity

RULES: Mapping[str, Severity] = {
    "review-file": "error",
    "bad-due": "warning",
}
"""Every rule with its severity; the module of a rule has its id with underscores."""
