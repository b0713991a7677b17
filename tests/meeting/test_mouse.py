"""The meeting with the mouse: the map, causes and effects, the keys at the bottom, a list of words."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Footer

from scorecard.meeting.choice import Choice
from scorecard.meeting.comment_dialog import CommentDialog
from scorecard.meeting.find_dialog import FindDialog
from scorecard.meeting.map_box import Chart, MapBox
from scorecard.meeting.sheet import Sheet
from tests.meeting.cafe import cafe, meeting, october
from tests.meeting.driven import Driven, drive


async def click(held: Driven, sheet: str, text: str) -> None:
    """Click on the line of a sheet that holds a text, as it is seen on the screen."""
    line = next(number for number, line in enumerate(held.lines(sheet)) if text in line)
    await held.pilot.click(f"#{sheet}", offset=(5, line))
    await held.settle()


def test_a_goal_of_the_map_is_clicked(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await click(held, "outline", "Guests come back")
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"
        assert held.app.query_one("#page", Sheet).has_focus
        await click(held, "outline", "Open decisions")  # a title leads nowhere
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"

    drive(meeting(cafe(tmp_path)), story, (120, 50))


def test_causes_effects_and_kpis_are_clicked(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await click(held, "outline", "Guests come back")
        await click(held, "page", "✖ The coffee is quick")
        assert held.all_lines("page")[0] == "The coffee is quick  ✖ off track 30 %"
        await click(held, "page", "Waiting time")
        assert held.all_lines("page")[1] == "kpi waiting-time"
        await held.press("backspace", "backspace")
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"

    drive(meeting(cafe(tmp_path)), story, (120, 60))


def test_what_is_scrolled_is_hit_where_it_is_seen(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("end")
        outline = held.app.query_one("#outline", Sheet)
        assert outline.scroll_offset.y > 0
        await click(held, "outline", "Guests come back")
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"

    drive(meeting(cafe(tmp_path)), story)


def test_a_card_of_the_drawn_map_is_clicked(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("m")
        assert isinstance(held.app.screen, MapBox)
        chart = held.app.screen.query_one(Chart)
        lines = ["".join(part.text for part in chart.render_line(y)) for y in range(chart.size.height)]
        y = next(number for number, line in enumerate(lines) if "Guests come back" in line)
        await held.pilot.click(Chart, offset=(lines[y].index("Guests come back"), y))
        await held.settle()
        assert not isinstance(held.app.screen, MapBox)
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"

    drive(meeting(cafe(tmp_path)), story, (100, 40))


def test_the_keys_at_the_bottom_are_clicked(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.pilot.click(Footer, offset=(3, 0))
        await held.settle()
        assert isinstance(held.app.screen, CommentDialog)

    drive(meeting(cafe(tmp_path)), story)


def test_a_kind_of_decision_is_clicked(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("d")
        await held.type("it")
        await held.pilot.click(Choice, offset=(14, 0))
        await held.press("ctrl+s")
        assert "- [ ] intensify: it" in october(tmp_path)

    drive(meeting(cafe(tmp_path)), story)


def test_what_was_found_is_clicked(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("slash")
        await click(held, "found", "Newsletter")
        assert not isinstance(held.app.screen, FindDialog)
        assert held.all_lines("page")[1] == "kpi newsletter"

    drive(meeting(cafe(tmp_path)), story, (100, 40))
