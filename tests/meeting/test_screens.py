"""How the meeting looks: pictures of the screen, compared as text; and without colours, without our marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.meeting.sheet import Sheet
from tests.meeting.cafe import cafe, meeting
from tests.meeting.driven import Driven, drive

SCREENS: dict[str, tuple[tuple[int, int], list[str]]] = {
    "begin-80x24": ((80, 24), []),
    "goal-120x40": ((120, 40), ["n", "n", "n", "tab"]),
    "goal-160x50": ((160, 50), ["n", "n", "n"]),
    "kpi-100x30": ((100, 30), ["n", "n", "n", "n"]),
    "comment-80x24": ((80, 24), ["c", "w", "h", "y"]),
    "decision-80x24": ((80, 24), ["d", "tab"]),
    "figure-80x24": ((80, 24), ["n", "n", "n", "n", "s"]),
    "find-80x24": ((80, 24), ["slash", "g", "u"]),
    "what-if-80x24": ((80, 24), ["n", "n", "n", "w", "enter", "4", "0", "0", "enter"]),
    "map-100x40": ((100, 40), ["n", "n", "m"]),
    "help-80x40": ((80, 40), ["question_mark"]),
}


@pytest.mark.parametrize("name", SCREENS)
def test_screens(name: str, tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    size, keys = SCREENS[name]

    async def story(held: Driven) -> None:
        await held.press(*keys)
        for blinking in held.app.screen.query("Input, TextArea"):
            blinking.cursor_blink = False  # type: ignore[attr-defined]
        await held.settle()
        golden(f"meeting/{name}.svg", held.svg())

    drive(meeting(cafe(tmp_path)), story, size)


def test_without_colours_everything_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def story(held: Driven) -> None:
        assert held.app.no_color
        page = held.all_lines("page")
        assert "results  ━━────  30 %  ✖ off track" in page
        assert any("late: due 15 October 2026" in line for line in page)
        picture = held.svg()
        for colour in ("#d2b646", "#cc555a", "#98a84b", "#608ab1"):
            assert f"fill: {colour}" not in picture, "a colour of the terminal is left"

    drive(meeting(cafe(tmp_path)), story)


def test_where_there_are_no_marks_there_is_ascii(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "n", "tab")
        lines = [*held.lines("outline"), *held.lines("page")]
        assert "".join(lines).isascii()
        assert any(line.startswith("> ") for line in lines)
        for keys in ("?", "d", "c", "/", "m", "x", "c"):
            await held.press({"?": "question_mark", "/": "slash"}.get(keys, keys))
            shown = "".join(part.text for strip in held.app.screen._compositor.render_strips() for part in strip)
            odd = {letter for letter in shown if not letter.isascii()} - set("▁▂▃▄▅▆▇█")  # the ends of scrollbars
            assert odd == set(), keys
            await held.press("escape")

    text = (cafe(tmp_path) / "strategy.yaml").read_text(encoding="utf-8").replace("é", "e")
    drive(meeting(cafe(tmp_path, text), ascii=True), story)


def test_another_size_is_another_layout(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n")
        for width, height in ((160, 50), (60, 20), (30, 10), (120, 40)):
            await held.pilot.resize_terminal(width, height)
            await held.settle()
            page = held.app.query_one("#page", Sheet)
            assert all(len(line) <= page.size.width for line in held.lines("page"))
            assert held.chosen[0].startswith("✖ The coffee")

    drive(meeting(cafe(tmp_path)), story)
