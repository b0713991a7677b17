"""The ways into the fence: a formula over all rows, an expression of a row, a derived column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from scorecard.measuring.fence.aggregates import AGGREGATES, aggregate_function
from scorecard.measuring.fence.casts import cast
from scorecard.measuring.fence.constants import constant, parameter
from scorecard.measuring.fence.fenced import ColumnKind, Fenced
from scorecard.measuring.fence.forbidden import function as refused_function
from scorecard.measuring.fence.forbidden import other, qualified
from scorecard.measuring.fence.functions import SCALARS, scalar
from scorecard.measuring.fence.kinds import ALL, Slot
from scorecard.measuring.fence.logic import between, case, comparison, conjunction, operator
from scorecard.measuring.fence.parse import Tree, parse, too_deep
from scorecard.measuring.fence.reader import Handler, Reader, Scope, Term
from scorecard.measuring.fence.refused import RefusedError
from scorecard.measuring.fence.windows import window

_OF_KIND: Mapping[ColumnKind, str] = {"number": "a row's figure", "truth": "a condition"}


def aggregate(text: str, columns: Sequence[str], params: Mapping[str, float], where: str | None = None) -> Fenced:
    """A formula over all rows of a window, which gives a number; only rows for which ``where`` holds count.

    Raises:
        RefusedError: for everything that is not listed.
    """
    reader = Reader(_HANDLERS, columns, params)
    if where is not None:
        reader.where = _condition(reader, where)
    tree = _read(reader, text)
    term = _walk(reader, tree, Scope("a formula", columns=False, aggregates=True))
    if not _has_aggregate(tree):
        raise reader.refusal(tree, "the formula `{part}` speaks of no rows", "write one like `sum(reach)`")
    if not term.slot.agree(Slot(possible=frozenset({"number"}))):
        raise reader.mismatch(tree, term.slot, frozenset({"number"}))
    return _fenced(reader, term, _how_it_adds(tree))


def rowwise(text: str, columns: Sequence[str], params: Mapping[str, float], wanted: ColumnKind = "truth") -> Fenced:
    """An expression of each row alone: a condition, or a figure to rank rows by.

    Raises:
        RefusedError: for everything that is not listed.
    """
    reader = Reader(_HANDLERS, columns, params)
    tree = _read(reader, text)
    term = _walk(reader, tree, Scope(_OF_KIND.get(wanted, "an expression of a row")))
    reader.want(tree, term, wanted)
    return _fenced(reader, term)


def derived(text: str, columns: Sequence[str], params: Mapping[str, float], ties: Sequence[str] = ()) -> Fenced:
    """A column that is worked out before any formula; it may look at rows before and after.

    ``ties`` are columns of the table that complete the order of a window where what is written leaves it open.

    Raises:
        RefusedError: for everything that is not listed.
    """
    reader = Reader(_HANDLERS, columns, params, ties)
    term = _walk(reader, _read(reader, text), Scope("a derived column", windows=True))
    return _fenced(reader, term)


def _read(reader: Reader, text: str) -> Tree:
    reader.text = text
    return parse(text)


def _walk(reader: Reader, tree: Tree, scope: Scope) -> Term:
    try:
        return reader.walk(tree, scope)
    except RecursionError:
        raise too_deep() from None


def _condition(reader: Reader, where: str) -> str:
    try:
        tree = _read(reader, where)
        return reader.want(tree, _walk(reader, tree, Scope("a condition")), "truth")
    except RefusedError as error:
        error.in_where = True
        raise


def _fenced(reader: Reader, term: Term, kind: Literal["flow", "stock", "rate"] = "rate") -> Fenced:
    slots = {id(slot.root()): slot.root() for slot in reader.slots.values()}.values()
    result = term.slot.root()
    return Fenced(
        text=reader.text,
        sql=reader.finished(term.sql),
        needs={
            column: next(iter(slot.root().possible))
            for column, slot in reader.slots.items()
            if len(slot.root().possible) == 1
        },
        columns=tuple(reader.slots),
        stocks=reader.stocks(),
        kind=kind,
        links=tuple(
            slot.link() for slot in slots if len(slot.possible) > 1 and (len(slot.columns) > 1 or slot.possible != ALL)
        ),
        gives=next(iter(result.possible)) if len(result.possible) == 1 else None if result.columns else result.default,
        gives_as=() if len(result.possible) == 1 else result.columns,
    )


def _function(reader: Reader, tree: Tree, scope: Scope) -> Term:
    name = str(tree["function_name"]).lower()
    if tree["schema"] or tree["catalog"] or len(tree["qualified_name"]["path"]) > 1:
        raise qualified(reader, tree, name)
    if name in AGGREGATES:
        return aggregate_function(reader, tree, name, scope)
    if name in SCALARS:
        return scalar(reader, tree, name, scope)
    raise refused_function(reader, tree, name, scope)


def _column(reader: Reader, tree: Tree, scope: Scope) -> Term:
    term = reader.column(tree)
    if not scope.columns:
        raise reader.refusal(
            tree,
            "`{part}` stands outside of sum(), avg() …: a formula speaks of all rows of a period",
            "say what is done with the rows, as in `sum({part})`",
        )
    return term


def _has_aggregate(tree: object) -> bool:
    if isinstance(tree, dict):
        return tree.get("function_name") in AGGREGATES or any(_has_aggregate(under) for under in tree.values())
    return isinstance(tree, list) and any(_has_aggregate(under) for under in tree)


def _how_it_adds(tree: Tree) -> Literal["flow", "stock", "rate"]:
    name = tree["function_name"] if tree["class"] == "FUNCTION" else ""
    return "flow" if name in {"sum", "count", "count_star"} else "stock" if name in {"first", "last"} else "rate"


_HANDLERS: Mapping[str, Handler] = {
    "CONSTANT": constant,
    "PARAMETER": parameter,
    "COLUMN_REF": _column,
    "FUNCTION": _function,
    "OPERATOR": operator,
    "COMPARISON": comparison,
    "CONJUNCTION": conjunction,
    "BETWEEN": between,
    "CASE": case,
    "CAST": cast,
    "WINDOW": window,
    "OTHER": other,
}
