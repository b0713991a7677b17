"""What all expressions of a source together need its columns to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scorecard.measuring.fence.fenced import ColumnKind, Fenced
from scorecard.measuring.fence.kinds import Slot, a_kind
from scorecard.measuring.fence.refused import RefusedError, shortened

_EMPTY: Mapping[str, ColumnKind] = {}
_NONE: Mapping[str, Fenced] = {}


def decide(
    fenced: Iterable[Fenced], fixed: Mapping[str, ColumnKind] = _EMPTY, derived: Mapping[str, Fenced] = _NONE
) -> Mapping[str, ColumnKind]:
    """The kind of each column that any expression tells; a column that none tells of is left out.

    ``fixed`` are columns whose kind is settled, as that of the dates; ``derived`` are columns that are worked out,
    with their expressions (which need not be in ``fenced`` too): they are what these give.

    Raises:
        RefusedError: two expressions need a column to be of different kinds; ``fenced`` is the later one.
    """
    slots: dict[str, Slot] = {}
    told: dict[str, str] = {}
    for column, kind in fixed.items():
        slots[column] = Slot(possible=frozenset({kind}), columns=(column,))
    for name, expression in derived.items():
        _take(slots, told, expression)
        _take_outcome(slots, told, name, expression)
    for expression in fenced:
        _take(slots, told, expression)
    kinds = {column: slot.kind for column, slot in slots.items()}
    return {column: kind for column, kind in kinds.items() if kind is not None}


def _take(slots: dict[str, Slot], told: dict[str, str], expression: Fenced) -> None:
    for column, kind in expression.needs.items():
        _agree(slots, told, (column,), Slot(possible=frozenset({kind})), expression)
    for link in expression.links:
        _agree(slots, told, link.columns, Slot(possible=link.possible, default=link.default), expression)
    for column in expression.columns:
        told.setdefault(column, expression.text)


def _take_outcome(slots: dict[str, Slot], told: dict[str, str], name: str, expression: Fenced) -> None:
    outcome = Slot() if expression.gives is None else Slot(possible=frozenset({expression.gives}))
    _agree(slots, told, (name, *expression.gives_as), outcome, expression)
    told.setdefault(name, expression.text)


def _agree(
    slots: dict[str, Slot], told: dict[str, str], columns: tuple[str, ...], wanted: Slot, expression: Fenced
) -> None:
    for column in columns:
        slot = slots.setdefault(column, Slot(columns=(column,)))
        if not slot.agree(wanted):
            raise _conflict(column, slot, wanted, told.get(column), expression)


def _conflict(column: str, slot: Slot, wanted: Slot, before: str | None, expression: Fenced) -> RefusedError:
    sentence = (
        "column `{column}` is needed as {wanted} here, but it is {found}"
        if before is None
        else "column `{column}` is needed as {wanted} here, but as {found} in `{before}`"
    )
    with_text = slot.kind == "date" and wanted.kind == "text"
    error = RefusedError(
        "formula-type",
        sentence,
        "a date in quotes is written year first: '2026-01-31'"
        if with_text
        else "a column is one of number, date, text or yes/no everywhere; `cast(… as …)` makes another one of it",
        part=column,
        column=shortened(column),
        wanted=a_kind(wanted),
        found=a_kind(slot),
        before=shortened(before or ""),
    )
    error.fenced = expression
    return error
