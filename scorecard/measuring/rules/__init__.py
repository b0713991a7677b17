"""The rules that concern figures: one module each, its docstring says what is good and what is bad."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.problem import Severity

RULES: Mapping[str, Severity] = {
    "file-missing": "error",
    "file-outside": "error",
    "file-empty": "error",
    "file-unreadable": "error",
    "column-missing": "error",
    "heading-twice": "warning",
    "cut-row": "error",
    "bad-cell": "error",
    "bad-day": "error",
    "row-twice": "error",
    "formula-refused": "error",
    "unknown-column": "error",
    "formula-type": "error",
    "figure-file": "error",
    "figure-row": "error",
    "bad-figure": "error",
    "bad-figure-date": "error",
    "unknown-figure": "error",
    "figure-twice": "error",
    "figure-overlap": "error",
    "figure-too-long": "error",
    "two-origins": "error",
    "kind-missing": "error",
    "sample-missing": "error",
    "target-window": "error",
    "influence-matrix": "error",
}
"""Every rule with its severity; the module of a rule has its id with underscores."""
