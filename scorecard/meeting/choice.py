"""One of a few words, chosen with the arrows or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """The words side by side, the chosen one in brackets."""

    DEFAULT_CSS = "Choice { height: 1; width: 100%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)", "the word before", show=False),
        Binding("right,down,space", "step(1)", "the next word", show=False),
    ]
    chosen: reactive[int] = reactive(0)

    def __init__(self, words: Sequence[str], *, chosen: int, id: str) -> None:
        super().__init__(id=id)
        self.words = tuple(words)
        self.set_reactive(Choice.chosen, chosen)

    def render(self) -> Text:
        """The words; the chosen one is reversed while the arrows would change it."""
        text = Text()
        for number, word in enumerate(self.words):
            is_chosen = number == self.chosen
            style = Style(bold=is_chosen, reverse=is_chosen and self.has_focus)
            text.append(f"[{word}]" if is_chosen else f" {word} ", style)
            text.append(" ")
        return text

    def action_step(self, way: int) -> None:
        """To the next word or the one before."""
        self.chosen = (self.chosen + way) % len(self.words)

    def on_click(self, event: events.Click) -> None:
        """A click chooses what it hits."""
        ends = list(accumulate(len(word) + 3 for word in self.words))
        self.chosen = next((number for number, end in enumerate(ends) if event.x < end), self.chosen)
