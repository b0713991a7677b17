"""What ``scorecard render`` is asked to draw, and which wishes do not go together."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from scorecard.api.render import LEAST_WIDTH, MOST_WIDTH, format_of

if TYPE_CHECKING:
    from scorecard.api.board import BoardOptions
    from scorecard.arrow_evidence import Evidence
    from scorecard.comparison import Comparison

STEPS = 1
"""How far from a goal a picture goes when nothing else is asked for."""
_MOST_STEPS = 100


class Style(StrEnum):
    """How a picture looks."""

    board = "board"
    plain = "plain"


class Detail(StrEnum):
    """How much the card of a goal shows."""

    full = "full"
    standard = "standard"
    chip = "chip"


class Engine(StrEnum):
    """What orders the goals from left to right."""

    auto = "auto"
    dot = "dot"
    pygraphviz = "pygraphviz"
    builtin = "builtin"


def pixels(given: str | int) -> int:
    """A width in px."""
    return _number(given, LEAST_WIDTH, MOST_WIDTH, "width in px")


def steps(given: str | int) -> int:
    """How far a neighbourhood goes."""
    return _number(given, 1, _MOST_STEPS, "number of steps")


def _number(given: str | int, least: int, most: int, what: str) -> int:
    text = str(given)  # what is left out comes as the default, a number
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) else -1
    if not least <= number <= most:
        raise typer.BadParameter(f"{text!r} is no {what}; write one from {least:,} to {most:,}")
    return number


class PictureChoice(NamedTuple):
    """The options of a picture as they were given; None where an option was left out."""

    style: Style | None
    detail: Detail | None
    dark: bool
    width: int | None
    engine: Engine | None
    against: str | None
    goal: str | None
    depth: int | None
    evidence: bool = False

    def check(self, output: Path) -> None:
        """Refuse what does not go together, in a sentence."""
        if self.depth is not None and self.goal is None:
            raise typer.BadParameter("--depth says how far around --goal the picture goes, so it needs --goal")
        ending = format_of(output)
        if ending == "mmd" and self.style is not None:
            raise typer.BadParameter("a .mmd file is Mermaid and has no styles; leave --style out")
        if ending == "dot" and self.style is Style.board:
            raise typer.BadParameter("a .dot file is always in the plain style; for the board write .svg, .png or .pdf")
        kind = "the plain style" if self.style is Style.plain else {"mmd": "Mermaid", "dot": "a .dot file"}.get(ending)
        for name, given in self._of_the_board().items():
            if given and kind:
                raise typer.BadParameter(f"{name} belongs to the board style, and {kind} does not know it")

    def _of_the_board(self) -> Mapping[str, bool]:
        return {
            "--detail": self.detail is not None,
            "--dark": self.dark,
            "--width": self.width is not None,
            "--engine": self.engine is not None,
            "--compare": self.against is not None,
            "--evidence": self.evidence,
        }

    def options(
        self, comparison: Comparison | None, around: str | None, evidence: Evidence | None = None
    ) -> BoardOptions:
        """The options of the board; ``around`` is the id of the goal that was asked for."""
        from scorecard.api.board import BoardOptions

        return BoardOptions(
            detail=self.detail.value if self.detail else None,
            theme="dark" if self.dark else "light",
            width=self.width,
            engine=self.engine.value if self.engine else "auto",
            comparison=comparison,
            around=around,
            depth=self.depth or STEPS,
            evidence=evidence,
        )
