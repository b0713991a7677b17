"""The walk over a syntax tree that writes our own SQL: what is common to all its parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from hashlib import sha256
from typing import Literal, NamedTuple

from scorecard.measuring.fence.fenced import ColumnKind, Stock
from scorecard.measuring.fence.kinds import Slot, a_kind, in_words
from scorecard.measuring.fence.parse import DEEPEST, Tree, part_of, too_deep
from scorecard.measuring.fence.refused import RefusedError, Rule, shortened
from scorecard.measuring.sql_text import identifier, literal

_TOKEN = re.compile("\x00(\\d+)\x00")
_CLOCKS = frozenset(
    {"current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "now", "today"}
)
_MOST_LISTED = 10
_HINTS: Mapping[tuple[ColumnKind, ColumnKind], str] = {
    ("date", "number"): "the days between two dates are `date_diff('day', a, b)`, a month is `date_part('month', a)`",
    ("number", "truth"): "compare it, as in `{part} > 0`",
    ("text", "truth"): "compare it, as in `{part} = 'abc'`",
    ("truth", "number"): "count rows with `count(*) filter (where …)`, or write `case when … then 1 else 0 end`",
    ("text", "date"): "write a date as `date '2026-01-31'`",
    ("number", "date"): "write a date as `date '2026-01-31'`",
}


class Term(NamedTuple):
    """A part of an expression as SQL, and what it is."""

    sql: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Scope:
    """What may stand at a place of an expression.

    ``within`` names the function around it; ``of`` is what the expression is, as it is called in sentences.
    """

    of: str
    columns: bool = True
    aggregates: bool = False
    windows: bool = False
    within: str = ""

    def inside(self, function: str) -> Scope:
        """The arguments of an aggregate or a window: a row's own values."""
        return Scope(self.of, within=function)


Handler = Callable[["Reader", Tree, Scope], Term]


@dataclass(frozen=True, slots=True)
class _PendingStock:
    take: Literal["first", "last"]
    value: str
    where: str | None


@dataclass(frozen=True, slots=True)
class _PendingText:
    text: str
    slot: Slot


@dataclass(slots=True)
class Reader:
    """Walks one expression and the ``where`` beside it.

    What depends on kinds that are known at the end only stands in the SQL as a numbered token until `finished`.
    ``ties`` are columns that complete the order of windows.
    """

    handlers: Mapping[str, Handler]
    columns: Sequence[str]
    params: Mapping[str, float]
    ties: Sequence[str] = ()
    text: str = ""
    where: str | None = None
    slots: dict[str, Slot] = field(default_factory=dict)
    _pending: list[_PendingText | _PendingStock] = field(default_factory=list)
    _depth: int = 0

    def walk(self, tree: Tree, scope: Scope) -> Term:
        """A node as SQL.

        Raises:
            RefusedError: for everything that is not listed.
        """
        if self._depth >= DEEPEST:
            raise too_deep()
        self._depth += 1
        term = self.handlers[tree["class"] if tree["class"] in self.handlers else "OTHER"](self, tree, scope)
        self._depth -= 1
        return term

    def part(self, tree: Tree) -> str:
        """The text of a node, on one line and not too long."""
        return shortened(part_of(self.text, tree)) or shortened(self.text)

    def refusal(
        self, tree: Tree, sentence: str, advice: str = "", rule: Rule = "formula-refused", **params: str
    ) -> RefusedError:
        """What is said of a node that may not stand here."""
        return RefusedError(rule, sentence, advice, part=self.part(tree), **params)

    def column(self, tree: Tree) -> Term:
        """A column of the source."""
        names: list[str] = tree["column_names"]
        if len(names) > 1:
            raise self.refusal(
                tree, "a column is named alone, not `{part}`", 'if that is its name, write `"{part}"` in double quotes'
            )
        found = self._spelled(names[0])
        if found is None:
            raise self._unknown(tree, names[0])
        slot = self.slots.setdefault(found, Slot(columns=(found,)))
        return Term(identifier(found), slot)

    def want(self, tree: Tree, term: Term, kind: ColumnKind) -> str:
        """The SQL of a term that has to be of a kind."""
        if not term.slot.agree(Slot(possible=frozenset({kind}))):
            raise self.mismatch(tree, term.slot, frozenset({kind}))
        return term.sql

    def mismatch(self, tree: Tree, slot: Slot, wanted: frozenset[ColumnKind]) -> RefusedError:
        """A node is of another kind than is needed of it."""
        found = slot.kind
        needed = next(iter(wanted)) if len(wanted) == 1 else None
        hint = _HINTS.get((found, needed), "") if found and needed else ""
        if found == "text" and needed == "number" and tree["class"] == "CONSTANT":
            hint = "a number stands without quotes"
        is_column = tree["class"] == "COLUMN_REF"
        sentence = (
            "`{part}` is used as {found} elsewhere, and here as {wanted}"
            if is_column
            else "`{part}` is {found}, but {wanted} is needed here"
        )
        return self.refusal(
            tree,
            sentence,
            "" if is_column and found == "text" else hint,
            "formula-type",
            found=a_kind(slot),
            wanted=in_words(wanted),
        )

    def alike(self, trees: Sequence[Tree], terms: Sequence[Term]) -> Slot:
        """The one slot of terms that are compared with each other, or that stand for each other."""
        first = terms[0].slot
        for tree, term in zip(trees[1:], terms[1:], strict=True):
            if not first.agree(term.slot):
                raise self.refusal(
                    tree,
                    "`{other}` is {one}, but `{part}` is {another}",
                    "bring both to one kind",
                    "formula-type",
                    other=self.part(trees[0]),
                    one=a_kind(first),
                    another=a_kind(term.slot),
                )
        return first

    def literal(self, text: str) -> Term:
        """A text in quotes, which may be a date where it stands beside one."""
        if moment(text) is None:
            return Term(literal(text), Slot(possible=frozenset({"text"})))
        slot = Slot(possible=frozenset({"text", "date"}), default="text")
        self._pending.append(_PendingText(text, slot))
        return Term(f"\x00{len(self._pending) - 1}\x00", slot)

    def stock(self, take: Literal["first", "last"], value: str, where: str | None) -> str:
        """The SQL that stands for a stock."""
        self._pending.append(_PendingStock(take, value, where))
        return f"\x00{len(self._pending) - 1}\x00"

    def finished(self, sql: str) -> str:
        """The SQL without tokens, once all kinds are known."""
        return _TOKEN.sub(lambda token: self._final(self._pending[int(token[1])]), sql)

    def stocks(self) -> tuple[Stock, ...]:
        """The stocks of the expression, each once."""
        found = [self._stock(pending) for pending in self._pending if isinstance(pending, _PendingStock)]
        return tuple({stock.column: stock for stock in found}.values())

    def _final(self, pending: _PendingText | _PendingStock) -> str:
        if isinstance(pending, _PendingStock):
            return f"sum({identifier(self._stock(pending).column)})"
        when = moment(pending.text)
        return date_literal(when) if when and pending.slot.kind == "date" else literal(pending.text)

    def _stock(self, pending: _PendingStock) -> Stock:
        value = self.finished(pending.value)
        where = None if pending.where is None else self.finished(pending.where)
        content = sha256(repr((pending.take, value, where)).encode(errors="replace")).hexdigest()[:16]
        return Stock(column=f"{pending.take} {content}", take=pending.take, value=value, where=where)

    def _spelled(self, name: str) -> str | None:
        if name in self.columns:
            return name
        wanted = _folded(name)
        return next((column for column in self.columns if _folded(column) == wanted), None)

    def _unknown(self, tree: Tree, name: str) -> RefusedError:
        column = shortened(name)
        if _folded(name) in _CLOCKS:
            return self.refusal(
                tree,
                "there is no column `{column}`, and an expression has no clock",
                "compare with a date: `date '2026-01-31'`",
                "unknown-column",
                column=column,
            )
        by_folded = {_folded(known): known for known in self.columns}
        near = get_close_matches(_folded(name)[:80], by_folded, n=1)
        hint = "did you mean `{meant}`?" if near else "the columns are {known}" if self.columns else ""
        if not near and self.part(tree).startswith('"'):
            hint = "text stands in single quotes: '{column}'"
        return self.refusal(
            tree,
            "there is no column `{column}`",
            hint,
            "unknown-column",
            column=column,
            meant=_as_written(by_folded[near[0]]) if near else "",
            known=_listed(self.columns),
        )


def date_literal(when: datetime) -> str:
    """A moment in SQL."""
    return f"TIMESTAMP '{when.isoformat(sep=' ')}'"


_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?", re.ASCII)


def moment(text: str) -> datetime | None:
    """The moment that ``2026-01-31``, ``2026-01-31 10:00`` or ``2026-01-31T10:00:00.5`` says; else None."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _as_written(column: str) -> str:
    return shortened(column if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", column) else identifier(column))


def _listed(columns: Sequence[str]) -> str:
    shown = ", ".join(shortened(column) for column in columns[:_MOST_LISTED])
    return f"{shown} and {len(columns) - _MOST_LISTED} more" if len(columns) > _MOST_LISTED else shown
