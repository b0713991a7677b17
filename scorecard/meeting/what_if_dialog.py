"""What another value of a KPI would do; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import ClassVar, TypeAlias

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from scorecard.meeting.dialog import Dialog, label, plain
from scorecard.meeting.said import CAUGHT, sentence
from scorecard.meeting.sheet import rich_text
from scorecard.rendering.meeting.what_if import what_if_lines
from scorecard.rendering.spans import as_ascii
from scorecard.simulation import Simulation

Ask: TypeAlias = Callable[[str], Simulation]
_BAR = 1  # beside a box that is scrolled


class WhatIfDialog(Dialog):
    """One value of one KPI; Enter shows what it would do, and another one can be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", "page up", priority=True),
        Binding("pagedown", "page(1)", "page down", priority=True),
    ]
    keys = "Enter shows what it would do; nothing is written; Escape leaves"

    def __init__(self, kpi: str, standing: str, goal: str | None, ask: Ask, *, ascii: bool = False) -> None:
        """``standing`` says where the KPI stands, ``goal`` is the one that is talked about."""
        super().__init__(f"What if: {kpi}")
        self._standing, self._goal, self._ask, self._ascii = standing, goal, ask, ascii

    def fields(self) -> Iterable[Widget]:
        """The value, and what comes of it."""
        yield label(self._standing)
        yield Input(id="value", placeholder="4, 80k, +10%, -500, target")
        yield Static("", id="answer")

    def save(self) -> str:
        """Nothing is saved."""
        return ""

    def action_save(self) -> None:
        """Work out in a thread what the typed value would do, and say so in the box."""
        if self.is_current:
            written = self.query_one("#value", Input).value.strip()
            self.run_worker(lambda: self._work_out(written), thread=True, exclusive=True, group="what-if")

    def _work_out(self, written: str) -> None:
        try:
            simulation = self._ask(written)
        except CAUGHT as error:
            wrong = sentence(error)
            self._hand_over(lambda: self._answer(Text(), wrong))
        else:
            self._hand_over(lambda: self._answer(self._said(simulation), ""))

    def _hand_over(self, show: Callable[[], None]) -> None:
        if not get_current_worker().is_cancelled:
            with suppress(RuntimeError):  # there is no loop any more
                self.call_later(show)

    def _said(self, simulation: Simulation) -> Text:
        lines = what_if_lines(simulation, self._goal, max(self.query_one("#box").size.width - _BAR, 20))
        return rich_text(as_ascii(lines) if self._ascii else lines)

    def _answer(self, said: Text, wrong: str) -> None:
        if self.is_current:
            self.query_one("#answer", Static).update(said)
            self.query_one("#wrong", Static).update(plain(wrong))

    def action_page(self, way: int) -> None:
        """Further lines of an answer that is longer than the screen."""
        box = self.query_one("#box")
        box.scroll_relative(y=way * max(box.size.height - 2, 1), animate=False)
