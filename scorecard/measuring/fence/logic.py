"""Comparisons, and/or/not, case: what is true of a row."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.measuring.fence.constants import is_constant
from scorecard.measuring.fence.kinds import of_kind
from scorecard.measuring.fence.parse import Tree
from scorecard.measuring.fence.reader import Reader, Scope, Term

_COMPARISONS: Mapping[str, str] = {
    "COMPARE_EQUAL": "=",
    "COMPARE_NOTEQUAL": "<>",
    "COMPARE_LESSTHAN": "<",
    "COMPARE_GREATERTHAN": ">",
    "COMPARE_LESSTHANOREQUALTO": "<=",
    "COMPARE_GREATERTHANOREQUALTO": ">=",
    "COMPARE_DISTINCT_FROM": "IS DISTINCT FROM",
    "COMPARE_NOT_DISTINCT_FROM": "IS NOT DISTINCT FROM",
}
_CONJUNCTIONS: Mapping[str, str] = {"CONJUNCTION_AND": " AND ", "CONJUNCTION_OR": " OR "}


def comparison(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """``a = b`` and the like: both sides are of one kind."""
    sides = [tree["left"], tree["right"]]
    operator = _COMPARISONS.get(tree["type"])
    if operator is None:
        raise reader.refusal(tree, "the comparison `{part}` is not among those that may be used")
    terms = [reader.walk(side, scope) for side in sides]
    reader.alike(sides, terms)
    return Term(f"({terms[0].sql} {operator} {terms[1].sql})", of_kind("truth"))


def between(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """``a between b and c``."""
    parts = [tree["input"], tree["lower"], tree["upper"]]
    terms = [reader.walk(part, scope) for part in parts]
    reader.alike(parts, terms)
    return Term(f"({terms[0].sql} BETWEEN {terms[1].sql} AND {terms[2].sql})", of_kind("truth"))


def conjunction(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """``a and b``, ``a or b``."""
    operator = _CONJUNCTIONS[tree["type"]]
    sides = [reader.want(child, reader.walk(child, scope), "truth") for child in tree["children"]]
    return Term(f"({operator.join(sides)})", of_kind("truth"))


def operator(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """``not``, ``is null``, ``in (…)``, ``coalesce``; others are refused."""
    children: list[Tree] = tree["children"]
    kind = tree["type"]
    if kind == "COMPARE_IN":
        return _in(reader, children, scope)
    if kind == "OPERATOR_NOT":
        return Term(f"(NOT {reader.want(children[0], reader.walk(children[0], scope), 'truth')})", of_kind("truth"))
    if kind in {"OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL"}:
        test = "IS NULL" if kind == "OPERATOR_IS_NULL" else "IS NOT NULL"
        return Term(f"({reader.walk(children[0], scope).sql} {test})", of_kind("truth"))
    if kind == "OPERATOR_COALESCE":
        terms = [reader.walk(child, scope) for child in children]
        return Term(f"coalesce({', '.join(term.sql for term in terms)})", reader.alike(children, terms))
    return reader.handlers["OTHER"](reader, tree, scope)


def case(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """``case when … then … else … end``."""
    checks = tree["case_checks"]
    whens = [reader.want(check["when_expr"], reader.walk(check["when_expr"], scope), "truth") for check in checks]
    outcomes = [*(check["then_expr"] for check in checks), tree["else_expr"]]
    terms = [reader.walk(outcome, scope) for outcome in outcomes]
    slot = reader.alike(outcomes, terms)
    branches = " ".join(f"WHEN {when} THEN {term.sql}" for when, term in zip(whens, terms, strict=False))
    return Term(f"CASE {branches} ELSE {terms[-1].sql} END", slot)


def _in(reader: Reader, children: list[Tree], scope: Scope) -> Term:
    for item in children[1:]:
        if not is_constant(item):
            raise reader.refusal(item, "a list after `in` holds constants only, not `{part}`", "compare with `=`")
    terms = [reader.walk(child, scope) for child in children]
    reader.alike(children, terms)
    return Term(f"({terms[0].sql} IN ({', '.join(term.sql for term in terms[1:])}))", of_kind("truth"))
