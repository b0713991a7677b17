"""The rules that concern how a map is written: one module each, its docstring says what is good and what is bad."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.problem import Severity

RULES: Mapping[str, Severity] = {
    "file-too-large": "error",
    "not-utf8": "error",
    "byte-order-mark": "warning",
    "control-character": "error",
    "tab": "error",
    "yaml-mark": "error",
    "second-colon": "error",
    "space-after-colon": "error",
    "indentation": "error",
    "unclosed": "error",
    "missing-comma": "error",
    "missing-colon": "error",
    "text-after-quote": "error",
    "yaml-syntax": "error",
    "nesting": "error",
    "alias-limit": "error",
    "too-many-mistakes": "error",
    "yaml-feature": "error",
    "doubled-key": "error",
    "comma-in-braces": "error",
    "two-keys": "error",
    "lost-text": "error",
    "empty-value": "error",
    "empty-section": "error",
    "not-a-map": "error",
    "format-version": "error",
    "unknown-key": "error",
    "missing-key": "error",
    "wrong-shape": "error",
    "bad-number": "error",
    "not-a-share": "error",
    "out-of-range": "error",
    "bad-date": "error",
    "bad-choice": "error",
    "bad-change": "error",
    "bad-id": "error",
    "percent-sign": "error",
    "yes-no": "error",
    "unused-ignore": "warning",
}
"""Every rule with its severity; the module of a rule has its id with underscores."""
