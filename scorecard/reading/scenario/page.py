"""A scenario while it is read: the map it belongs to, the places of its parts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from scorecard.model import StrategyMap
from scorecard.problem import Loc, Part, Position, Problem
from scorecard.reading.compose import MOST_PROBLEMS, TooMuchError
from scorecard.reading.document import Document
from scorecard.reading.rules import too_many_mistakes
from scorecard.scalars import shape_of


class Page:
    """Collects the problems of one scenario; one that options make has no ``document`` and no places."""

    def __init__(self, strategy_map: StrategyMap, document: Document | None = None) -> None:
        self.strategy_map, self.document = strategy_map, document
        self.problems: list[Problem] = []

    def say(self, problem: Problem) -> None:
        """Take down what is wrong.

        Raises:
            TooMuchError: when there is more than anybody reads.
        """
        if len(self.problems) == MOST_PROBLEMS:
            raise TooMuchError(too_many_mistakes.problem())
        self.problems.append(problem)

    def place(self, loc: Loc, part: Part = "value") -> Position | None:
        """Where a part stands in the file."""
        return None if self.document is None else self.document.position(loc, part)

    def block(self, loc: Loc, written: Any) -> Iterator[tuple[str, Any]]:
        """The keys and values of a block; keys of the author's own, ``x-…``, are left out."""
        from scorecard.reading.rules import empty_value, wrong_shape

        if isinstance(written, Mapping):
            yield from ((key, value) for key, value in written.items() if not key.startswith("x-"))
        elif written == "":
            self.say(empty_value.problem(loc, str(loc[-1]), block=True))
        else:
            self.say(wrong_shape.problem(loc, "block of keys", shape_of(written)))

    def text(self, loc: Loc, written: Any) -> str | None:
        """A text that is not empty."""
        from scorecard.reading.rules import empty_value, wrong_shape

        if not isinstance(written, str):
            self.say(wrong_shape.problem(loc, "text", shape_of(written)))
        elif not written.strip():
            self.say(empty_value.problem(loc, str(loc[-1])))
        else:
            return written.strip()
        return None

    def is_known(
        self,
        rule: str,
        loc: Loc,
        item: str,
        known: Collection[str],
        *,
        of: str,
        part: Part = "key",
        holder: str = "the map",
    ) -> bool:
        """Whether an id names one of the ``known`` items of the ``holder``; else that breaks the ``rule``."""
        if item in known:
            return True
        from scorecard.reading.scenario.rules import unknown_item

        self.say(unknown_item.problem(rule, loc, item, known, of=of, part=part, holder=holder))
        return False
