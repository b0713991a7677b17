"""A box in the middle of the screen in which something is typed; what cannot be saved stays there, with the reason."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from scorecard.meeting.box import Box
from scorecard.meeting.said import CAUGHT, sentence
from scorecard.rendering.spans import printable


class Dialog(Box[str]):
    """Enter in the last field and Ctrl+S save, Escape leaves; what was said of it is handed back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("ctrl+s", "save", "Save"),
    ]
    keys = "Enter goes on, and saves at the end; Ctrl+S saves; Escape leaves"

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    @abstractmethod
    def fields(self) -> Iterable[Widget]:
        """What is typed into."""

    @abstractmethod
    def save(self) -> str:
        """Do what was asked for, and say what was done."""

    def compose(self) -> ComposeResult:
        """The title, the fields, what is wrong, the keys."""
        with VerticalScroll(id="box", can_focus=False):
            yield Static(plain(self._title), classes="title")
            yield from self.fields()
            yield Static("", classes="wrong", id="wrong")
            yield Static(plain(self.keys), classes="keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field, in the last one it saves."""
        inputs = list(self.query(Input))
        if event.input is inputs[-1]:
            self.action_save()
        else:
            inputs[inputs.index(event.input) + 1].focus()

    def action_save(self) -> None:
        """Save and leave, or say why not; once left, a second Enter saves nothing more."""
        if not self.is_current:
            return
        try:
            said = self.save()
        except CAUGHT as error:
            self.query_one("#wrong", Static).update(plain(sentence(error)))
        else:
            self.leave(said)

    def action_leave(self) -> None:
        """Leave without saving."""
        self.leave()


def plain(text: str) -> Text:
    """A text that is shown as it is: nothing in it is markup, and it cannot move the cursor."""
    return Text("\n".join(map(printable, text.split("\n"))))


def label(text: str) -> Static:
    """The word above a field."""
    return Static(plain(text), classes="label")
