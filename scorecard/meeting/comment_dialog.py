"""Noting a comment."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.widget import Widget
from textual.widgets import TextArea

from scorecard.meeting.dialog import Dialog


class CommentDialog(Dialog):
    """One comment on one goal; ``note`` writes it down and says so."""

    def __init__(self, goal: str, note: Callable[[str], str]) -> None:
        super().__init__(f"Comment on {goal}")
        self._note = note

    keys = "Enter saves, Escape leaves"

    def fields(self) -> Iterable[Widget]:
        """A text that wraps."""
        yield _Words(id="words", soft_wrap=True, show_line_numbers=False, tab_behavior="focus")

    def save(self) -> str:
        """Write the comment down."""
        return self._note(self.query_one("#words", _Words).text)


class _Words(TextArea):
    """A text of one paragraph: Enter ends it."""

    DEFAULT_CSS = "_Words { height: 8; }"

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            assert isinstance(self.screen, Dialog)
            self.screen.action_save()
        else:
            await super()._on_key(event)
