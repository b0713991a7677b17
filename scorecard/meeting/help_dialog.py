"""The keys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from scorecard.meeting.box import Box
from scorecard.meeting.dialog import plain
from scorecard.meeting.sheet import Sheet
from scorecard.rendering.meeting.help_page import help_page


class HelpDialog(Box[None]):
    """A page that is read and left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark,enter", "leave", "Leave", priority=True)]

    def __init__(self, path: str, *, ascii: bool = False) -> None:
        super().__init__()
        self._path, self._ascii = path, ascii

    def compose(self) -> ComposeResult:
        """The page and how it is left."""
        with Vertical(id="box"):
            yield Sheet(ascii=self._ascii)
            yield Static(plain("arrows scroll, Escape leaves"), classes="keys")

    def on_sheet_fitted(self, event: Sheet.Fitted) -> None:
        """The page is made when there is room for it."""
        event.stop()
        event.sheet.show(help_page(self._path, event.sheet.room))

    def action_leave(self) -> None:
        """Leave."""
        self.leave()
