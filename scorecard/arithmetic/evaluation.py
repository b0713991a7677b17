"""What a formula comes to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import TypeAlias

from scorecard.arithmetic.formula import Call, Chain, Formula, Node, Number, Operand, Sign, operands_of

ValueOf: TypeAlias = Callable[[str, int], float | None]
"""The value of an operand (its name as the formula writes it) so many periods ago; None is no value."""
BreakAt: TypeAlias = Callable[[str, int], bool]
"""Whether the value of an operand so many periods ago does not compare with that of the period before."""

_DIGITS = 12


def evaluate(
    formula: Formula, value_of: ValueOf, params: Mapping[str, float], broken: BreakAt | None = None
) -> float | None:
    """Work a formula out for a period, to 12 significant digits.

    There is no value when an operand has none, a divisor is 0, or a number on the way is too large. ``previous(x)``
    is x a period earlier. ``change(x)`` is ``(now - before) / |before|``; it has no value when before is 0, or when
    an operand in it is ``broken`` between the two.

    Raises:
        KeyError: when ``params`` lacks a parameter of the formula.
    """
    run = _Run(value_of, {name: float(params[name]) for name in formula.params}, broken)
    return rounded(_value(formula.tree, 0, run))


def rounded(value: float | None) -> float | None:
    """A value to 12 significant digits, without the sign of a zero; None for one that is not finite."""
    if value is None or not isfinite(value):
        return None
    return float(f"{value:.{_DIGITS}g}") + 0.0


@dataclass(frozen=True, slots=True)
class _Run:
    value_of: ValueOf
    params: Mapping[str, float]
    broken: BreakAt | None
    known: dict[tuple[int, int], float | None] = field(default_factory=dict)
    """Calls that were worked out, by identity and periods ago: each change needs what is inside it twice."""


def _value(node: Node, ago: int, run: _Run) -> float | None:
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Operand):
        return _finite(run.value_of(node.name, ago))
    if isinstance(node, Chain):
        return _chain_value(node, ago, run)
    if not isinstance(node, Call):
        return _finite(run.params[node.name])
    key = (id(node), ago)
    if key not in run.known:
        run.known[key] = _call_value(node, ago, run)
    return run.known[key]


def _chain_value(node: Chain, ago: int, run: _Run) -> float | None:
    value = _value(node.first, ago, run)
    for sign, part in node.rest:
        if value is None:
            return None
        value = _joined(value, sign, _value(part, ago, run))
    return value


def _joined(left: float, sign: Sign, right: float | None) -> float | None:
    if right is None or (sign == "/" and right == 0):
        return None
    if sign == "+":
        return _finite(left + right)
    if sign == "-":
        return _finite(left - right)
    return _finite(left * right if sign == "*" else left / right)


def _call_value(node: Call, ago: int, run: _Run) -> float | None:
    if node.function == "previous":
        return _value(node.arguments[0], ago + 1, run)
    if node.function == "change":
        return _change(node.arguments[0], ago, run)
    values = [_value(argument, ago, run) for argument in node.arguments]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    return abs(known[0]) if node.function == "abs" else (min if node.function == "min" else max)(known)


def _change(node: Node, ago: int, run: _Run) -> float | None:
    broken = run.broken
    if broken is not None and any(broken(name, ago + earlier) for name, earlier in operands_of(node)):
        return None
    now, before = _value(node, ago, run), _value(node, ago + 1, run)
    if now is None or before is None or before == 0:
        return None
    return _finite((now - before) / abs(before))


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
