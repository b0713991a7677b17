"""Every key of the meeting, and what stands in the files after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.meeting.comment_dialog import CommentDialog
from scorecard.meeting.decision_dialog import DecisionDialog
from scorecard.meeting.figure_dialog import FigureDialog
from scorecard.meeting.find_dialog import FindDialog
from scorecard.meeting.help_dialog import HelpDialog
from scorecard.meeting.map_box import Chart, MapBox
from scorecard.meeting.sheet import Sheet
from tests.meeting.cafe import cafe, meeting, october
from tests.meeting.driven import Driven, drive


def test_the_meeting_begins_with_the_first_open_decision(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        assert held.chosen[0] == "[ ] change: buy a second"
        page = held.all_lines("page")
        assert page[:2] == ["Decided in the review of 2026-09", "for The coffee is quick"]
        assert "The coffee is quick  ✖ off track 30 %" in page
        assert held.said == "? shows the keys"

    drive(meeting(cafe(tmp_path)), story)


def test_n_and_p_walk_the_order_of_business(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        seen = [held.chosen[0]]
        for _ in range(7):
            await held.press("n")
            seen.append(" ".join(held.chosen[0].split()))
        assert seen == [
            "[ ] change: buy a second",
            "[ ] ask guests what they",
            "✖ The coffee is quick",
            "▲ Guests come back",
            "✖ Waiting time −23.3",
            "▲ Takings −10",
            "▲ Satisfied −6.7",
            "▲ Guests −5",
        ]
        await held.press("n")
        assert held.said == "that was the order of business"
        for _ in range(7):
            await held.press("p")
        assert held.chosen[0] == seen[0]
        await held.press("p")
        assert held.said == "the order of business begins here"

    drive(meeting(cafe(tmp_path)), story)


def test_c_writes_a_comment_at_once(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "n", "c")
        assert isinstance(held.app.screen, CommentDialog)
        await held.type("They like [red] cards")
        assert october(tmp_path) == ""
        await held.press("enter")
        assert not isinstance(held.app.screen, CommentDialog)
        assert october(tmp_path).endswith("## Guests come back (regulars)\n\n- They like [red] cards\n")
        assert held.said == "wrote a comment to reviews/2026-10.md"
        assert "- They like [red] cards" in held.all_lines("page")
        assert any("1 noted" in line for line in held.all_lines("outline"))
        assert held.chosen[0] == "▲ Guests come back"

    drive(meeting(cafe(tmp_path)), story)


def test_an_empty_comment_stays_in_its_box_and_escape_leaves(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("c", "enter")
        assert held.wrong == "the comment is empty"
        await held.press("escape")
        assert not isinstance(held.app.screen, CommentDialog)
        assert october(tmp_path) == ""

    drive(meeting(cafe(tmp_path)), story)


def test_d_notes_a_decision_with_owner_and_due_date(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("d")
        assert isinstance(held.app.screen, DecisionDialog)
        await held.type("order it")
        await held.press("tab", "left", "tab")
        await held.press("enter")  # the owner of the goal is offered
        await held.type("soon")
        await held.press("enter")
        assert held.wrong == "'soon' is not a date; write 2026-12-15, or a period such as 2026-Q4"
        await held.press(*["backspace"] * 4)
        await held.type("2026-Q4")
        await held.press("enter")
        assert october(tmp_path).endswith("- [ ] stop: order it · Head barista · 2026-12-31 · quick-coffee\n")
        assert held.said == "wrote a decision to reviews/2026-10.md"
        assert "[ ] stop: order it" in held.all_lines("page")

    drive(meeting(cafe(tmp_path)), story)


def test_ctrl_s_saves_from_any_field(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("d")
        await held.type("order it")
        await held.press("ctrl+s")
        assert october(tmp_path).endswith("- [ ] change: order it · Head barista · – · quick-coffee\n")

    drive(meeting(cafe(tmp_path)), story)


def test_x_closes_the_decision_on_the_left_and_opens_it_again(tmp_path: Path) -> None:
    path = cafe(tmp_path) / "reviews/2026-09.md"
    before = path.read_text()

    async def story(held: Driven) -> None:
        await held.press("x")
        assert path.read_text() == before.replace("- [ ] change", "- [x] change")
        assert held.said == "done: change: buy a second grinder · wrote reviews/2026-09.md"
        assert held.chosen[0] == "[x] change: buy a second"
        assert "[x] change: buy a second grinder" in held.all_lines("page")
        await held.press("x")
        assert path.read_text() == before
        assert held.said.startswith("open again: change")

    drive(meeting(tmp_path), story)


def test_x_closes_a_decision_of_this_review_on_the_right(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "d")
        await held.type("order it")
        await held.press("ctrl+s", "tab")
        page = held.app.query_one("#page", Sheet)
        assert page.place is not None
        assert page.place.kind == "decision"
        await held.press("x")
        assert "- [x] change: order it" in october(tmp_path)
        assert "[x] change: order it" in held.all_lines("page")
        await held.press("x")
        assert "- [ ] change: order it" in october(tmp_path)

    drive(meeting(cafe(tmp_path)), story)


def test_x_without_a_decision_says_so(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("home", "x")
        assert held.said == "error: choose a decision to close"
        await held.press("c")
        assert held.said == "error: choose a goal to comment on"
        await held.press("d")
        assert held.said == "error: choose a goal to decide on"

    drive(meeting(cafe(tmp_path)), story)


def test_a_decision_that_somebody_changed_meanwhile_is_not_guessed(tmp_path: Path) -> None:
    path = cafe(tmp_path) / "reviews/2026-09.md"

    async def story(held: Driven) -> None:
        path.write_text("- [ ] change: buy two\n")
        await held.press("x")
        assert held.said == "error: the decision no longer stands in reviews/2026-09.md; somebody has changed it"
        assert path.read_text() == "- [ ] change: buy two\n"

    drive(meeting(tmp_path), story)


def test_s_sets_the_value_of_the_chosen_kpi_and_scores_anew(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "tab")
        page = held.app.query_one("#page", Sheet)
        while page.place is None or page.place.id != "waiting-time":
            await held.press("down")
        await held.press("s")
        assert isinstance(held.app.screen, FigureDialog)
        await held.press("enter", "enter", "enter", "enter")
        assert held.wrong == "the value is missing"
        await held.press("shift+tab", "shift+tab", "shift+tab")
        await held.type("4")
        await held.press("ctrl+s")
        assert "2026-10,waiting-time,4" in (tmp_path / "data/actuals.csv").read_text()
        assert held.said == (
            "waiting-time 2026-10: 4 minutes (replaces 7.5 minutes, was 7.9 minutes in 2026-09) · index 78 %, was 55 %"
        )
        assert held.all_lines("page")[0] == "The coffee is quick  ✔ on track 100 %"
        assert held.chosen[0] == "✔ The coffee is quick"  # in the map: it is no point of business any more
        assert "✖" not in "".join(held.all_lines("outline"))

    drive(meeting(cafe(tmp_path)), story)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("a lot", "2026-10", "", ""), "`a lot` is not a number"),
        (("4", "2027-01", "", ""), "2027-01 has not begun on 2026-10-31"),
        (("4", "2026-10", "many", ""), "'many' is no number of answers"),
    ],
)
def test_a_figure_that_is_none_stays_in_its_box(fields: tuple[str, ...], said: str, tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "n", "n", "s")
        assert isinstance(held.app.screen, FigureDialog)
        for text in fields:
            await held.press("end", *["backspace"] * 8)
            await held.type(text)
            await held.press("enter")
        assert said in held.wrong
        assert (tmp_path / "data/actuals.csv").read_text() == figures

    figures = (cafe(tmp_path) / "data/actuals.csv").read_text()
    drive(meeting(tmp_path), story)


def test_s_on_a_goal_asks_which_of_its_kpis(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "n", "s")
        assert isinstance(held.app.screen, FindDialog)
        assert [line.strip("▌ ")[:6] for line in held.lines("found") if line] == [
            "▲ Gues",
            "▲ Sati",
            "▲ News",
            "○ Comp",
        ]
        await held.type("news")
        await held.press("enter")
        assert isinstance(held.app.screen, FigureDialog)
        await held.type("400")
        await held.press("ctrl+s")
        assert "2026-10,newsletter,400" in (tmp_path / "data/actuals.csv").read_text()

    drive(meeting(cafe(tmp_path)), story)


def test_s_on_a_kpi_that_is_worked_out_says_from_what(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("slash")
        await held.type("twice")
        await held.press("enter", "s")
        assert held.said.startswith("error: 'twice' is worked out from other figures")

    drive(meeting(cafe(tmp_path)), story)


def test_slash_finds_goals_and_kpis(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("slash")
        assert isinstance(held.app.screen, FindDialog)
        await held.type("come back")
        assert [line.split() for line in held.lines("found") if line] == [
            ["▌", "▲", "Guests", "come", "back", "goal", "at", "risk", "65", "%"]
        ]
        await held.press("enter")
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"
        assert held.chosen[0] == "▲ Guests come back"
        await held.press("slash")
        await held.type("guests")
        await held.press("down", "enter")
        assert held.all_lines("page")[1] == "kpi guests"
        assert held.chosen[0].startswith("▲ Guests  ")
        await held.press("backspace")
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"
        await held.press("slash")
        await held.type("nothing has this")
        assert [line for line in held.lines("found") if line] == []
        await held.press("enter")
        assert isinstance(held.app.screen, FindDialog)
        await held.press("escape")
        assert not isinstance(held.app.screen, FindDialog)

    drive(meeting(cafe(tmp_path)), story)


def test_causes_and_effects_are_walked_along_and_back(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("end", "tab")
        assert held.all_lines("page")[0] == "The coffee is quick  ✖ off track 30 %"
        page = held.app.query_one("#page", Sheet)
        await held.press("end", "enter")
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"
        assert held.chosen[0] == "▲ Guests come back"
        await held.press("end", "enter")
        assert held.all_lines("page")[0] == "The café pays a living  ▲ at risk 70 %"
        assert page.scroll_offset.y == 0
        await held.press("backspace", "backspace")
        assert held.all_lines("page")[0] == "The coffee is quick  ✖ off track 30 %"
        await held.press("backspace")
        assert held.app.query_one("#outline", Sheet).has_focus

    drive(meeting(cafe(tmp_path)), story)


def test_m_draws_the_map_to_go_from_goal_to_goal(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "m")
        chart = held.app.screen.query_one(Chart)
        assert chart.goal == "quick-coffee"
        await held.press("up")
        assert chart.goal == "regulars"
        await held.press("up")
        assert chart.goal == "a-living"
        await held.press("up", "left", "right")  # there is none that way
        assert chart.goal == "a-living"
        await held.press("down", "enter")
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"
        assert held.app.query_one("#page", Sheet).has_focus
        await held.press("m", "escape")
        assert held.all_lines("page")[0] == "Guests come back  ▲ at risk 65 %"

    drive(meeting(cafe(tmp_path)), story)


def test_m_shows_a_tree_where_the_map_has_no_room(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("m")
        chart = held.app.screen.query_one(Chart)
        assert "".join(part.text for part in chart.render_line(0)).startswith("Shown as a tree")
        await held.press("down", "up", "enter")
        assert isinstance(held.app.screen, MapBox)
        await held.press("m")
        assert not isinstance(held.app.screen, MapBox)

    drive(meeting(cafe(tmp_path)), story, (60, 20))


def test_question_mark_shows_every_key(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("question_mark")
        assert isinstance(held.app.screen, HelpDialog)
        rows = held.app.screen.query_one(Sheet).rows
        text = "\n".join("".join(span.text for span in line) for row in rows for line in row.lines)
        for binding in ("n p ", "c ", "d ", "x ", "s ", "w ", "m ", "/ ", "Tab ", "Enter ", "Backspace ", "q "):
            assert f"\n{binding}" in text
        assert "reviews/2026-10.md" in text
        await held.press("question_mark")
        assert not isinstance(held.app.screen, HelpDialog)

    drive(meeting(cafe(tmp_path)), story)


def test_q_ends_the_meeting(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.pilot.press("q")
        await held.pilot.pause()
        assert held.app._exit

    drive(meeting(cafe(tmp_path)), story)


def test_a_decision_of_a_goal_that_is_gone_is_shown_and_closed(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n")
        page = held.all_lines("page")
        assert page[:2] == ["Decided in the review of 2026-08", "for menu (no longer in the map)"]
        await held.press("c")
        assert held.said == "error: choose a goal to comment on"
        await held.press("x")
        assert (tmp_path / "reviews/2026-08.md").read_text().startswith("- [x] ask guests")

    drive(meeting(cafe(tmp_path)), story)


def test_a_map_without_anything_to_talk_about_has_a_meeting(tmp_path: Path) -> None:
    (tmp_path / "strategy.yaml").write_text("as_of: 2026-10-31\ngoals: {a: {perspective: customer}}\n")

    async def story(held: Driven) -> None:
        assert held.chosen == ["Overview"]
        await held.press("n", "down", "down", "down", "c")
        await held.type("no KPI yet")
        await held.press("enter")
        assert october(tmp_path).endswith("- no KPI yet\n")

    drive(meeting(tmp_path), story)
