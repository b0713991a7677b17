"""A widget that shows lines of ours: they are scrolled, and rows that lead somewhere can be gone to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from scorecard.rendering.columns import folded, line_width
from scorecard.rendering.meeting.rows import Place, Row
from scorecard.rendering.spans import Line, as_ascii, cell_width, printable

_COLOURS = {"good": "green", "caution": "yellow", "bad": "red", "none": "bright_black", "muted": "bright_black"}
_MARK, _MARGIN = "▌ ", 2


def style_of(name: str) -> Style:
    """A style of ours in the colours of the terminal."""
    colours = [_COLOURS[word] for word in name.split() if word in _COLOURS]
    return Style(color=colours[0] if colours else None, bold="strong" in name.split())


def rich_text(lines: Sequence[Line]) -> Text:
    """Lines of ours as text with colours, in which nothing is markup."""
    text = Text()
    for number, line in enumerate(lines):
        text.append("\n" if number else "")
        for span in line:
            text.append(printable(span.text), style_of(span.style))
    return text


class Sheet(ScrollView, can_focus=True):
    """Rows of lines, one of which is chosen; texts are shown as they are, whatever stands in them."""

    DEFAULT_CSS = """
    Sheet { background: ansi_default; color: ansi_default; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "up", show=False),
        Binding("down,j", "step(1)", "down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("pagedown,space", "page(1)", "page down", show=False),
        Binding("home", "end(0)", "to the top", show=False),
        Binding("end", "end(-1)", "to the end", show=False),
        Binding("enter", "go", "go there", show=False),
    ]

    class Chosen(Message):
        """Another row is chosen; with ``go`` whoever chose it wants to go there."""

        def __init__(self, sheet: Sheet, row: Row, go: bool) -> None:
            super().__init__()
            self.sheet, self.row, self.go = sheet, row, go

        @property
        def control(self) -> Sheet:
            """The sheet."""
            return self.sheet

    class Fitted(Message):
        """The sheet has got another size, so its rows are to be made anew."""

        def __init__(self, sheet: Sheet) -> None:
            super().__init__()
            self.sheet = sheet

    def __init__(self, *, id: str | None = None, ascii: bool = False) -> None:
        super().__init__(id=id)
        self.rows: tuple[Row, ...] = ()
        self.chosen: int | None = None
        self._ascii = ascii
        self._lines: list[tuple[int, Line]] = []
        self._starts: list[int] = []

    @property
    def room(self) -> int:
        """How many cells a line may take."""
        return max(self.size.width - _MARGIN - 1, 20)

    def show(self, rows: Sequence[Row], chosen: int | None = None) -> None:
        """Show other rows; the view stays where it is unless a row is ``chosen``."""
        self.rows = tuple(rows)
        fitted = [self._fitted(row.lines) for row in rows]
        self._lines = [(number, line) for number, lines in enumerate(fitted) for line in lines]
        self._starts = [0, *accumulate(map(len, fitted))]
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.chosen = chosen
        if chosen is not None:
            self._into_view(chosen)
        self.refresh()

    def _fitted(self, lines: Sequence[Line]) -> list[Line]:
        """The lines as the terminal can show them; whatever is wider than the sheet after all is folded."""
        shown = as_ascii(lines) if self._ascii else lines
        return [part for line in shown for part in (folded(line, self.room) if self._is_wide(line) else [line])]

    def _is_wide(self, line: Line) -> bool:
        return line_width(line) > self.room and cell_width("".join(span.text for span in line).rstrip()) > self.room

    def choose(self, number: int | None, *, go: bool = False, quietly: bool = False) -> None:
        """Choose a row by its number and, unless ``quietly``, say so."""
        self.chosen = number
        if number is not None:
            self._into_view(number)
            if not quietly:
                self.post_message(self.Chosen(self, self.rows[number], go))
        self.refresh()

    @property
    def place(self) -> Place | None:
        """Where the chosen row leads."""
        return None if self.chosen is None else self.rows[self.chosen].place

    def _stops(self) -> list[int]:
        return [number for number, row in enumerate(self.rows) if row.place is not None]

    def action_step(self, way: int) -> None:
        """To the next row that leads somewhere, or through the lines before it where that is far."""
        stops = self._stops()
        ahead = [stop for stop in (stops if way > 0 else reversed(stops)) if self._is_ahead(stop, way)]
        top, height = round(self.scroll_offset.y), self.size.height
        if ahead and top - height // 2 <= self._starts[ahead[0]] < top + height + height // 2:
            self.choose(ahead[0])
        else:
            self.scroll_relative(y=way * 3, animate=False)

    def _is_ahead(self, stop: int, way: int) -> bool:
        if self.chosen is not None:
            return (stop - self.chosen) * way > 0
        return way < 0 or self._starts[stop] >= round(self.scroll_offset.y)

    def action_page(self, way: int) -> None:
        """A page further; what is chosen is left behind."""
        self.scroll_relative(y=way * max(self.size.height - 2, 1), animate=False)

    def action_end(self, place: int) -> None:
        """To the first or the last row that leads somewhere."""
        stops = self._stops()
        if stops:
            self.choose(stops[place])
        self.scroll_to(y=0 if place == 0 else len(self._lines), animate=False)

    def action_go(self) -> None:
        """Go where the chosen row leads."""
        if self.chosen is not None:
            self.choose(self.chosen, go=True)

    def _into_view(self, number: int) -> None:
        """Scroll so that a row is seen; of a title that stands just above it, too."""
        first, last = self._starts[number], self._starts[number + 1]
        if number and self.rows[number - 1].place is None and len(self.rows[number - 1].lines) <= 3:
            first = self._starts[number - 1]
        top, height = round(self.scroll_offset.y), max(self.size.height, 1)
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif last > top + height:
            self.scroll_to(y=min(last - height, self._starts[number]), animate=False)

    def on_resize(self) -> None:
        """Another size asks for other lines."""
        self.post_message(self.Fitted(self))

    def on_click(self, event: events.Click) -> None:
        """A click on a row that leads somewhere goes there."""
        line = event.y + round(self.scroll_offset.y)
        if 0 <= line < len(self._lines):
            number = self._lines[line][0]
            if self.rows[number].place is not None:
                self.choose(number, go=True)

    def on_focus(self) -> None:
        """What has the focus has a row that is chosen, where one is seen."""
        seen = range(round(self.scroll_offset.y), round(self.scroll_offset.y) + self.size.height)
        if self.chosen is None:
            inside = [stop for stop in self._stops() if self._starts[stop] in seen]
            if inside:
                self.choose(inside[0])

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, line = self.size.width, y + round(self.scroll_offset.y)
        if line >= len(self._lines):
            return Strip.blank(width, Style())
        number, spans = self._lines[line]
        chosen = number == self.chosen and bool(spans)
        reversed_ = chosen and self.has_focus
        mark = ("> " if self._ascii else _MARK) if chosen else " " * _MARGIN
        segments = [Segment(mark, Style(bold=True))]
        for span in spans:
            style = style_of(span.style)
            # Reversed colours would be a patchwork; marks and words say the same.
            segments.append(Segment(printable(span.text), Style(bold=style.bold) if reversed_ else style))
        strip = Strip(segments).adjust_cell_length(width, Style())
        return strip.apply_style(Style(reverse=True)) if reversed_ else strip
