"""What is said of an expression that may not run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from scorecard.measuring.fence.fenced import Fenced

Rule: TypeAlias = Literal["formula-refused", "unknown-column", "formula-type"]

_LONGEST = 60


def shortened(text: str) -> str:
    """A piece of an expression on one line, cut after 60 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


class RefusedError(Exception):
    """An expression is refused: ``rule`` says which promise it breaks, ``part`` is the text that does.

    ``sentence`` and ``advice`` are templates whose ``{name}`` fields are filled from ``params``, as in `Problem`;
    ``message`` and ``hint`` are the filled ones. ``in_where`` tells that the ``where`` beside a formula is meant.
    ``fenced`` is the expression that is meant, where several were looked at together.
    """

    def __init__(self, rule: Rule, sentence: str, advice: str = "", *, part: str = "", **params: str) -> None:
        self.rule: Rule = rule
        self.sentence = sentence
        self.advice = advice
        self.part = shortened(part)
        self.params: dict[str, str] = {"part": self.part, **params}
        self.in_where = False
        self.fenced: Fenced | None = None
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """What is wrong, as a sentence."""
        return self.sentence.format(**self.params)

    @property
    def hint(self) -> str:
        """What would mend it; may be empty."""
        return self.advice.format(**self.params)
