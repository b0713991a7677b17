"""What one row adds to a formula, so that rows can be ranked by what the formula is made of."""

from __future__ import annotations

from typing import NamedTuple

from scorecard.measuring.fence.parse import Tree, parse, part_of
from scorecard.measuring.fence.refused import RefusedError

_ADDING = ("+", "-")


class RowTerms(NamedTuple):
    """Expressions over the columns of one row: what it adds to a sum, or to both sides of a share of sums."""

    adds: str
    to: str | None = None


def row_terms(formula: str) -> RowTerms | None:
    """``sum(a) + sum(b)`` is ``a + b`` of a row, ``sum(a) / sum(b)`` is ``a`` of a row beside its ``b``.

    None for a formula that is made of anything but sums: a mean or a count of rows says nothing of a single one.
    """
    try:
        tree = parse(formula)
        if _operator(tree) == "/":
            upper, lower = (_of_row(formula, side) for side in _sides(tree))
            found = RowTerms(upper, lower) if upper and lower else None
        else:
            whole = _of_row(formula, tree)
            found = RowTerms(whole) if whole else None
        for text in found or ():
            if text is not None:
                parse(text)
    except RefusedError:
        return None
    return found


def _operator(tree: Tree) -> str:
    return str(tree.get("function_name", "")) if tree.get("is_operator") else ""


def _sides(tree: Tree) -> list[Tree]:
    return [argument.get("expression", argument) for argument in _children(tree)]


def _children(tree: Tree) -> list[Tree]:
    return list(tree.get("arguments") or tree.get("children") or ())


def _of_row(formula: str, tree: Tree) -> str | None:
    if _operator(tree) in _ADDING and len(_children(tree)) == 2:
        left, right = (_of_row(formula, side) for side in _sides(tree))
        if not left or not right:
            return None
        return f"{left} + {right}" if _operator(tree) == "+" else f"{left} - ({right})"
    if tree.get("type") == "OPERATOR_COALESCE":
        first = _of_row(formula, _sides(tree)[0])
        rest = [part_of(formula, side) for side in _sides(tree)[1:]]
        return f"coalesce({', '.join([first, *rest])})" if first and all(rest) else None
    if tree.get("function_name") == "sum" and not tree.get("filter") and not tree.get("distinct"):
        return part_of(formula, _sides(tree)[0]) or None
    return None
