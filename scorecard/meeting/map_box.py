"""The strategy map over the whole screen, to go from goal to goal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from scorecard.api.drawing import drawn
from scorecard.geometry import Box as Area
from scorecard.meeting.box import Box
from scorecard.meeting.dialog import plain
from scorecard.meeting.sheet import style_of
from scorecard.rendering.meeting.rows import Place
from scorecard.rendering.spans import Line, printable
from scorecard.result import Scorecard

_WAYS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
_ASIDE = 3.0
"""What lies aside of the way counts as so much farther."""


class MapBox(Box[Place]):
    """What is chosen on the map is handed back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,m,q", "leave", "Leave")]

    def __init__(self, card: Scorecard, goal: str | None, *, ascii: bool = False) -> None:
        super().__init__()
        self._chart = Chart(card, goal, ascii=ascii)

    def compose(self) -> ComposeResult:
        """The map, and how it is left."""
        yield self._chart
        yield Static(plain("arrows go from goal to goal, Enter or a click opens one, Escape leaves"), id="keys")

    def on_chart_opened(self, event: Chart.Opened) -> None:
        """A goal was opened."""
        self.leave(Place("goal", event.goal))

    def action_leave(self) -> None:
        """Leave without going anywhere."""
        self.leave()


class Chart(ScrollView, can_focus=True):
    """The drawing, the card of one goal reversed. A tree has no cards: it is read and scrolled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"go('{key}')", key, show=False) for key in _WAYS),
        Binding("enter", "open", "open", show=False),
    ]

    class Opened(Message):
        """Somebody wants to see a goal."""

        def __init__(self, goal: str) -> None:
            super().__init__()
            self.goal = goal

    def __init__(self, card: Scorecard, goal: str | None, *, ascii: bool) -> None:
        super().__init__()
        self._card, self._ascii, self.goal = card, ascii, goal
        self._lines: tuple[Line, ...] = ()
        self._areas: Mapping[str, Area] = {}

    def on_resize(self) -> None:
        """The map is drawn for the width there is."""
        self._lines, self._areas = drawn(self._card, max(self.size.width - 1, 20), ascii=self._ascii)
        self.virtual_size = Size(self.size.width, len(self._lines))
        if self.goal not in self._areas:
            self.goal = next(iter(self._areas), None)
        self._into_view()

    def _into_view(self) -> None:
        if self.goal is not None:
            area, height = self._areas[self.goal], self.size.height
            if not self.scroll_offset.y <= area.y <= self.scroll_offset.y + height - area.height:
                self.scroll_to(y=area.y - (height - area.height) // 2, animate=False)
        self.refresh()

    def action_go(self, key: str) -> None:
        """To the nearest goal that way; where there is none the map is scrolled."""
        across, down = _WAYS[key]
        here = self._areas.get(self.goal or "")
        if here is not None:
            ahead = {
                goal: _distance(here, area, across, down)
                for goal, area in self._areas.items()
                if (area.middle - here.middle) * across + (area.y - here.y) * down > 0
            }
            if ahead:
                self.goal = min(ahead, key=lambda goal: ahead[goal])
                self._into_view()
                return
        self.scroll_relative(y=3 * down, animate=False)

    def action_open(self) -> None:
        """Open the goal that is chosen."""
        if self.goal is not None:
            self.post_message(self.Opened(self.goal))

    def on_click(self, event: events.Click) -> None:
        """A click on a card opens its goal."""
        x, y = event.x, event.y + round(self.scroll_offset.y)
        for goal, area in self._areas.items():
            if area.x <= x < area.right and area.y <= y < area.bottom:
                self.post_message(self.Opened(goal))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, line = self.size.width, y + round(self.scroll_offset.y)
        if line >= len(self._lines):
            return Strip.blank(width, Style())
        segments = [Segment(printable(span.text), style_of(span.style)) for span in self._lines[line]]
        strip = Strip(segments).adjust_cell_length(width, Style())
        area = self._areas.get(self.goal or "")
        if area is None or not area.y <= line < area.bottom:
            return strip
        left, right = int(area.x), int(area.right)
        inside = Strip([Segment(part.text, Style(reverse=True)) for part in strip.crop(left, right)])
        return Strip.join([strip.crop(0, left), inside, strip.crop(right, width)])


def _distance(here: Area, there: Area, across: int, down: int) -> float:
    """How far it is that way; a card is about twice as wide as it is high."""
    aside, ahead = there.middle - here.middle, 2 * (there.y - here.y)
    if across:
        aside, ahead = ahead, aside
    return abs(ahead) + _ASIDE * abs(aside)
