"""Constants of an expression: numbers, texts, dates, true, false, null, and parameters."""

from __future__ import annotations

import math
from difflib import get_close_matches

from scorecard.measuring.fence.kinds import Slot, of_kind
from scorecard.measuring.fence.parse import Tree
from scorecard.measuring.fence.reader import Reader, Scope, Term
from scorecard.measuring.fence.refused import RefusedError, shortened

_NUMBERS = frozenset({"INTEGER", "NUMERIC"})


def constant(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """A number, a text, true, false or null."""
    kind, text = tree["literal"]["kind"], tree["literal"]["text"]
    if kind in _NUMBERS:
        return Term(number_literal(_number(reader, tree)), of_kind("number"))
    if kind == "STRING":
        return reader.literal(text)
    if kind == "BOOLEAN":
        return Term("true" if text == "true" else "false", of_kind("truth"))
    if kind == "NULL_LITERAL":
        return Term("NULL", Slot())
    raise reader.refusal(tree, "`{part}` is no number, text, date, true, false or null")


def parameter(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """``$name``: the number that the map gives the name."""
    return Term(number_literal(_parameter(reader, tree)), of_kind("number"))


def is_constant(tree: Tree) -> bool:
    """Whether a node is a constant, as the items of a list after ``in`` have to be."""
    if tree["class"] in {"CONSTANT", "PARAMETER"}:
        return True
    if tree["class"] == "CAST":
        return is_constant(tree["child"])
    sign = tree["class"] == "FUNCTION" and tree["function_name"] == "-" and len(tree["arguments"]) == 1
    return sign and is_constant(tree["arguments"][0]["expression"])


def number_of(reader: Reader, tree: Tree) -> float | None:
    """The number that a node is: written out, or a parameter; None for anything else."""
    if tree["class"] == "PARAMETER":
        return _parameter(reader, tree)
    if tree["class"] == "CONSTANT" and tree["literal"]["kind"] in _NUMBERS:
        return _number(reader, tree)
    return None


def text_of(tree: Tree) -> str | None:
    """The text in quotes that a node is; None for anything else."""
    if tree["class"] == "CONSTANT" and tree["literal"]["kind"] == "STRING":
        return str(tree["literal"]["text"])
    return None


def number_literal(number: float) -> str:
    """A number in SQL, always a DOUBLE, so that no sum or product of it is too large for its type."""
    digits = repr(number)
    sql = digits if "e" in digits else f"{digits}e0"
    return f"({sql})" if sql.startswith("-") else sql


def _number(reader: Reader, tree: Tree) -> float:
    try:
        number = float(tree["literal"]["text"])
    except ValueError:
        raise reader.refusal(tree, "`{part}` is not a number that can be read") from None
    if not math.isfinite(number):
        raise reader.refusal(tree, "the number `{part}` is too large")
    return number


def _parameter(reader: Reader, tree: Tree) -> float:
    name = str(tree["identifier"])
    if name in reader.params and math.isfinite(reader.params[name]):
        return float(reader.params[name])
    raise _unknown(reader, tree, name)


def _unknown(reader: Reader, tree: Tree, name: str) -> RefusedError:
    near = get_close_matches(name[:80], reader.params, n=1)
    hint = (
        "did you mean `${meant}`?"
        if near
        else "the parameters are {known}"
        if reader.params
        else "write it into the map: `params: {{{name}: 5}}`"
        if name.isidentifier()
        else "write the number itself"
    )
    return reader.refusal(
        tree,
        "there is no parameter `${name}`",
        hint,
        name=shortened(name),
        meant=near[0] if near else "",
        known=", ".join(f"${known}" for known in list(reader.params)[:10]),
    )
