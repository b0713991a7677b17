"""Finding a goal or a KPI."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from scorecard.meeting.box import Box
from scorecard.meeting.dialog import plain
from scorecard.meeting.sheet import Sheet
from scorecard.rendering.meeting.found import found
from scorecard.rendering.meeting.rows import Place
from scorecard.result import Scorecard


class FindDialog(Box[Place]):
    """What is typed narrows the list; Enter takes the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("up", "step(-1)", "up", priority=True),
        Binding("down", "step(1)", "down", priority=True),
    ]

    def __init__(
        self, title: str, card: Scorecard, *, kpis: Collection[str] | None = None, ascii: bool = False
    ) -> None:
        super().__init__()
        self._title, self._card, self._kpis, self._ascii = title, card, kpis, ascii

    def compose(self) -> ComposeResult:
        """The field, what it finds, the keys."""
        with Vertical(id="box"):
            yield Static(plain(self._title), classes="title")
            yield Input(placeholder="part of a name")
            sheet = Sheet(id="found", ascii=self._ascii)
            sheet.can_focus = False
            yield sheet
            yield Static(plain("arrows choose, Enter goes there, Escape leaves"), classes="keys")

    def on_sheet_fitted(self, event: Sheet.Fitted) -> None:
        """The list is made when there is room for it."""
        event.stop()
        self._narrow(self.query_one(Input).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every letter narrows the list."""
        self._narrow(event.value)

    def _narrow(self, words: str) -> None:
        sheet = self.query_one(Sheet)
        rows = found(self._card, words, sheet.room, self._kpis)
        sheet.show(rows, 0 if rows else None)

    def on_input_submitted(self) -> None:
        """Enter takes the chosen one."""
        place = self.query_one(Sheet).place
        if place is not None:
            self.leave(place)

    def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        """A click takes what it hits."""
        event.stop()
        if event.go and event.row.place is not None:
            self.leave(event.row.place)

    def action_step(self, way: int) -> None:
        """To the next or the one before."""
        self.query_one(Sheet).action_step(way)

    def action_leave(self) -> None:
        """Leave without going anywhere."""
        self.leave()
