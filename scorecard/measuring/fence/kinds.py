"""What an expression tells of the kinds of its parts: each part has a slot, and slots that must agree become one."""

from __future__ import annotations

from dataclasses import dataclass, field

from scorecard.measuring.fence.fenced import ColumnKind, Link

ALL: frozenset[ColumnKind] = frozenset({"number", "date", "text", "truth"})

_A_KIND: dict[ColumnKind, str] = {
    "number": "a number",
    "date": "a date",
    "text": "text",
    "truth": "a yes or no",
}
"""The kinds as they are called in sentences."""


@dataclass(eq=False, slots=True)
class Slot:
    """The kinds that a part of an expression may still have; ``default`` holds where nothing decides."""

    possible: frozenset[ColumnKind] = ALL
    default: ColumnKind | None = None
    columns: tuple[str, ...] = ()
    same: Slot | None = field(default=None, repr=False)

    def root(self) -> Slot:
        """The slot that stands for all that must agree with this one."""
        slot = self
        while slot.same is not None:
            slot = slot.same
        return slot

    @property
    def kind(self) -> ColumnKind | None:
        """The one kind that is left, or the default."""
        root = self.root()
        return next(iter(root.possible)) if len(root.possible) == 1 else root.default

    def agree(self, other: Slot) -> bool:
        """Make both one; False, changing nothing, when they have no kind in common."""
        mine, its = self.root(), other.root()
        if mine is its:
            return True
        possible = mine.possible & its.possible
        if not possible:
            return False
        its.same = mine
        mine.possible = possible
        mine.columns += its.columns
        mine.default = next((kind for kind in (mine.default, its.default) if kind in possible), None)
        return True

    def link(self) -> Link:
        """What is left to other expressions."""
        root = self.root()
        return Link(columns=root.columns, possible=root.possible, default=root.default)


def a_kind(slot: Slot) -> str:
    """What a slot may be, in words."""
    return in_words(slot.root().possible)


def in_words(kinds: frozenset[ColumnKind]) -> str:
    """``a number``, ``a date or text``, ``a number, text or a yes or no``."""
    *others, last = (words for kind, words in _A_KIND.items() if kind in kinds)
    return f"{', '.join(others)} or {last}" if others else last


def of_kind(kind: ColumnKind) -> Slot:
    """A slot that is decided."""
    return Slot(possible=frozenset({kind}))
