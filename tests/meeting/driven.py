"""A meeting driven by keys and clicks, as a person does it, without a terminal."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from scorecard.meeting.app import Meeting
from scorecard.meeting.sheet import Sheet

_NAMED = {" ": "space", "-": "minus", "·": "middle_dot", ".": "full_stop", "%": "percent_sign", ",": "comma"}
_FONT = re.compile(r" *@font-face \{[^}]*\}\n")
_VOLATILE = re.compile(r"terminal-\d+")


class Driven:
    """The meeting while it runs."""

    def __init__(self, pilot: Pilot[Any], app: Meeting) -> None:
        self.pilot, self.app = pilot, app

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, and wait until all that follows is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Press the keys of a text."""
        await self.pilot.press(*(_NAMED.get(letter, letter) for letter in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing more happens."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    def lines(self, sheet: str) -> list[str]:
        """What a sheet shows on the screen, line by line."""
        found = self.app.screen.query_one(f"#{sheet}", Sheet)
        return ["".join(segment.text for segment in found.render_line(y)).rstrip() for y in range(found.size.height)]

    def all_lines(self, sheet: str) -> list[str]:
        """Everything that a sheet would show on a screen that is high enough."""
        rows = self.app.query_one(f"#{sheet}", Sheet).rows
        return ["".join(span.text for span in line).rstrip() for row in rows for line in row.lines]

    @property
    def said(self) -> str:
        """The line above the keys."""
        return str(self.app.query_one("#said", Static).render())

    @property
    def wrong(self) -> str:
        """What the dialog says is wrong."""
        return str(self.app.screen.query_one("#wrong", Static).render())

    @property
    def chosen(self) -> list[str]:
        """The lines of the row that is chosen on the left."""
        sheet = self.app.query_one("#outline", Sheet)
        assert sheet.chosen is not None
        return ["".join(span.text for span in line).strip() for line in sheet.rows[sheet.chosen].lines if line]

    def svg(self) -> str:
        """The screen as a picture, the same for the same screen, that asks no network for its font."""
        return _FONT.sub("", _VOLATILE.sub("terminal", self.app.export_screenshot()))


@asynccontextmanager
async def driven(app: Meeting, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driven]:
    """Run a meeting on a screen of so many columns and lines."""
    async with app.run_test(size=size) as pilot:
        running = Driven(pilot, app)
        await running.settle()
        yield running


def drive(app: Meeting, story: Callable[[Driven], Awaitable[None]], size: tuple[int, int] = (80, 24)) -> None:
    """Run a meeting in which a story happens."""

    async def run() -> None:
        async with driven(app, size) as running:
            await story(running)

    asyncio.run(run())
