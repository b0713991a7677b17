"""Casts to number, date and text; the names of types in SQL are our own."""

from __future__ import annotations

import re

from scorecard.measuring.fence.constants import number_of, text_of
from scorecard.measuring.fence.fenced import ColumnKind
from scorecard.measuring.fence.kinds import Slot, of_kind
from scorecard.measuring.fence.parse import Tree
from scorecard.measuring.fence.reader import Reader, Scope, Term, date_literal, moment

_WHOLE = frozenset({"tinyint", "smallint", "integer", "int", "bigint", "hugeint", "long"})
_EXACT = frozenset({"decimal", "numeric", "dec"})
_REAL = frozenset({"double", "float", "real"})
_DATES = frozenset({"date", "timestamp", "datetime"})
_TEXTS = frozenset({"varchar", "text", "string", "char"})
_TRUTHS = frozenset({"boolean", "bool"})
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
_MOST_PLACES = 15
_PLACES_UNSAID = 3  # those of a DECIMAL without arguments in DuckDB


def cast(reader: Reader, tree: Tree, scope: Scope) -> Term:
    """``cast(x as t)``, ``x::t``, ``try_cast(x as t)``, ``date '…'``."""
    name = _type_name(reader, tree)
    child: Tree = tree["child"]
    how = "TRY_CAST" if tree["try_cast"] else "CAST"
    if name in _DATES and (text := text_of(child)) is not None:
        return _date_constant(reader, tree, text, name)
    term = reader.walk(child, scope)
    if name in _TRUTHS:
        return Term(reader.want(child, term, "truth"), of_kind("truth"))
    if name in _TEXTS:
        return Term(f"{how}({term.sql} AS VARCHAR)", of_kind("text"))
    if name in _DATES:
        _can_be(reader, child, term, frozenset({"text", "date"}), "date")
        sql = f"{how}({term.sql} AS TIMESTAMP)"
        return Term(f"date_trunc('day', {sql})" if name == "date" else sql, of_kind("date"))
    text = text_of(child)
    if text is not None and not tree["try_cast"] and not _NUMBER.fullmatch(text):
        raise reader.refusal(child, "`{part}` is not a number", rule="formula-type")
    _can_be(reader, child, term, frozenset({"number", "text", "truth"}), "number")
    return Term(_number(reader, tree, name, f"{how}({term.sql} AS DOUBLE)"), of_kind("number"))


def _type_name(reader: Reader, tree: Tree) -> str:
    kind = tree["type_expr"]
    name = str(kind["type_name"]).lower()
    known = _WHOLE | _EXACT | _REAL | _DATES | _TEXTS | _TRUTHS
    if name not in known or kind.get("catalog") or kind.get("schema") or len(kind["qualified_name"]["path"]) > 1:
        raise reader.refusal(
            tree,
            "a cast to `{type}` cannot stand in an expression",
            "it may be int, bigint, double, decimal, date, timestamp or text",
            type="a list" if name == "list" else name[:40],
        )
    return name


def _can_be(reader: Reader, child: Tree, term: Term, kinds: frozenset[ColumnKind], default: ColumnKind) -> None:
    if not term.slot.agree(Slot(possible=kinds, default=default)):
        raise reader.mismatch(child, term.slot, kinds)


def _number(reader: Reader, tree: Tree, name: str, sql: str) -> str:
    """A whole number is a rounded one: it cannot be too large for its type."""
    if name in _REAL:
        return sql
    if name in _WHOLE:
        return f"round_even({sql}, 0)"
    arguments = tree["type_expr"]["children"]
    given = [number_of(reader, argument) for argument in arguments]
    places = _PLACES_UNSAID if not given else 0 if len(given) == 1 else given[1]
    if places is None or places not in range(_MOST_PLACES + 1):
        raise reader.refusal(tree, "the decimal places of `{part}` are a number from 0 to 15")
    return f"round({sql}, {int(places)})"


def _date_constant(reader: Reader, tree: Tree, text: str, name: str) -> Term:
    when = moment(text)
    if when is None:
        if tree["try_cast"]:
            return Term("CAST(NULL AS TIMESTAMP)", of_kind("date"))
        raise reader.refusal(
            tree, "`{part}` is not a date of the calendar", "write it as `date '2026-01-31'`", "formula-type"
        )
    day = when.replace(hour=0, minute=0, second=0, microsecond=0) if name == "date" else when
    return Term(date_literal(day), of_kind("date"))
