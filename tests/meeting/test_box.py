"""Keys that come faster than a box can be drawn."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from scorecard.meeting.box import Box
from scorecard.meeting.dialog import Dialog
from tests.meeting.cafe import cafe, meeting, october
from tests.meeting.driven import Driven, drive


async def type_at_once(held: Driven, key: str, *keys: str) -> None:
    """Open a box, and press keys as soon as it lies there, drawn or not."""
    held.app.simulate_key(key)
    while not isinstance(held.app.screen, Dialog):
        await asyncio.sleep(0)
    for other in keys:
        held.app.simulate_key(other)
    await held.settle()


def test_who_types_fast_loses_no_letter(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        for number in range(5):
            # An Enter that bounces notes nothing twice.
            await type_at_once(held, "c", *"fast", str(number), "enter", "enter", "enter")
        await type_at_once(held, "d", *"decided", "enter", "ctrl+s", "ctrl+s")
        lines = october(tmp_path).splitlines()
        assert [line for line in lines if "fast" in line] == [f"- fast{number}" for number in range(5)]
        assert lines[-1] == "- [ ] change: decided · Head barista · – · quick-coffee"
        assert sum("decided" in line for line in lines) == 1

    drive(meeting(cafe(tmp_path)), story)


@pytest.mark.parametrize(
    ("opened_by", "box_leaving_keys"),
    [("slash", ("enter", "enter")), ("slash", ("escape", "escape")), ("m", ("enter", "enter")), ("m", ("q", "escape"))],
)
def test_a_second_key_leaves_nothing_more(opened_by: str, box_leaving_keys: tuple[str, ...], tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", opened_by)
        box = held.app.screen
        assert isinstance(box, Box)
        for key in box_leaving_keys:
            held.app.simulate_key(key)
        await held.settle()
        assert len(held.app.screen_stack) == 1

    drive(meeting(cafe(tmp_path)), story)
