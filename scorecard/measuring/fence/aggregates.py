"""The functions over all rows: in a formula, columns stand inside of them only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from scorecard.measuring.fence.constants import number_literal, number_of
from scorecard.measuring.fence.functions import arguments, count_arguments
from scorecard.measuring.fence.kinds import of_kind
from scorecard.measuring.fence.parse import Tree
from scorecard.measuring.fence.reader import Reader, Scope, Term

_OF_NUMBERS = frozenset({"sum", "avg", "median", "quantile", "stddev"})
_STOCKS: Mapping[str, Literal["first", "last"]] = {"first": "first", "last": "last"}
AGGREGATES: frozenset[str] = frozenset({*_OF_NUMBERS, *_STOCKS, "min", "max", "count", "count_star"})
"""The functions over rows, as the parser names them."""

AGGREGATE_WORDS = ("sum", "avg", "min", "max", "count", "median", "quantile", "stddev", "first", "last")
"""The same as they are listed for people."""


def aggregate_function(reader: Reader, tree: Tree, name: str, scope: Scope) -> Term:
    """An aggregate over the rows that its ``filter`` and the reader's ``where`` leave."""
    shown = "count" if name == "count_star" else name
    if not scope.aggregates:
        raise _misplaced(reader, tree, shown, scope)
    if tree["order_bys"]["orders"] or tree["export_state"]:
        raise reader.refusal(tree, "`{name}` takes no order", name=shown)
    trees = arguments(reader, tree, name)
    inner = scope.inside(shown)
    where = _where(reader, tree, inner)
    if name == "count_star":
        count_arguments(reader, tree, "count", trees, 0, 0)
        return Term(f"CAST(count(*){_filter(where)} AS DOUBLE)", of_kind("number"))
    wanted = 2 if name == "quantile" else 1
    count_arguments(reader, tree, name, trees, wanted, wanted)
    if name in _STOCKS:
        return _stock(reader, tree, _STOCKS[name], trees[0], where, inner)
    term = reader.walk(trees[0], inner)
    if name in _OF_NUMBERS:
        reader.want(trees[0], term, "number")
    share = f", {_share(reader, trees[1])}" if name == "quantile" else ""
    sql = f"{name}({'DISTINCT ' if tree['distinct'] else ''}{term.sql}{share}){_filter(where)}"
    if name == "count":
        return Term(f"CAST({sql} AS DOUBLE)", of_kind("number"))
    return Term(sql, term.slot if name in {"min", "max"} else of_kind("number"))


def _where(reader: Reader, tree: Tree, scope: Scope) -> str | None:
    own = tree["filter"]
    conditions = [reader.where] if reader.where else []
    if own:
        conditions.append(reader.want(own, reader.walk(own, scope), "truth"))
    return f"({' AND '.join(conditions)})" if conditions else None


def _filter(where: str | None) -> str:
    return "" if where is None else f" FILTER (WHERE {where})"


def _stock(
    reader: Reader, tree: Tree, take: Literal["first", "last"], under: Tree, where: str | None, scope: Scope
) -> Term:
    if tree["distinct"]:
        raise reader.refusal(tree, "`{name}` takes no `distinct`", name=take)
    value = reader.want(under, reader.walk(under, scope), "number")
    return Term(reader.stock(take, value, where), of_kind("number"))


def _share(reader: Reader, tree: Tree) -> str:
    share = number_of(reader, tree)
    if share is None or not 0 <= share <= 1:
        raise reader.refusal(tree, "`{part}` cannot stand here: `quantile` wants a number from 0 to 1")
    return number_literal(share)


def _misplaced(reader: Reader, tree: Tree, name: str, scope: Scope) -> Exception:
    if scope.within:
        return reader.refusal(
            tree,
            "`{name}` stands inside of `{within}`: an aggregate has a row's own values in it",
            "put it beside, as a measure of its own",
            name=name,
            within=scope.within,
        )
    return reader.refusal(
        tree, "`{name}` speaks of many rows, but {of} is worked out for each row alone", name=name, of=scope.of
    )
