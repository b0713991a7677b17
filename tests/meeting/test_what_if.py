"""The key w: what another value of a KPI would do to the goal that is talked about and to the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from scorecard.meeting.find_dialog import FindDialog
from scorecard.meeting.what_if_dialog import WhatIfDialog
from tests.meeting.cafe import cafe, meeting
from tests.meeting.driven import Driven, drive
from tests.meeting.test_hostile import NAMES, hostile


def answer(held: Driven) -> str:
    return " ".join(str(held.app.screen.query_one("#answer", Static).render()).split())


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def ask(held: Driven, kpi: str, value: str) -> None:
    """From the list of KPIs to the answer."""
    await held.press("w")
    assert isinstance(held.app.screen, FindDialog)
    await held.type(kpi)
    await held.press("enter")
    assert isinstance(held.app.screen, WhatIfDialog)
    held.app.screen.query_one(Input).value = value
    await held.press("enter")


def test_w_says_what_a_value_would_do_and_writes_nothing(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        card = held.app.session.shown.card
        await held.press("n", "n", "n")
        await ask(held, "news", "400")
        said = answer(held)
        assert "Newsletter: 310 → 400" in said
        assert "Guests come back stays at" in said
        assert "its outlook goes from" in said
        assert "The index" in said
        assert "it is no forecast" in said
        held.app.screen.query_one(Input).value = "target"
        await held.press("ctrl+s")
        assert answer(held) == said
        await held.press("escape")
        assert not isinstance(held.app.screen, WhatIfDialog)
        assert held.app.session.shown.card == card
        assert files(tmp_path) == before

    cafe(tmp_path)
    before = files(tmp_path)
    drive(meeting(tmp_path), story)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "has no value"),
        ("much", "`much` is not a number"),
        ("+x%", "`+x%` is not a change"),
        ("1e400", "is too large"),
        ("[red]\x1b[31m\u202e", "is not a number"),
    ],
)
def test_what_is_no_value_is_said_in_the_box(value: str, said: str, tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "n")
        await ask(held, "news", "400")
        held.app.screen.query_one(Input).value = value
        await held.press("enter")
        assert said in held.wrong
        assert not {"\x1b", "\u202e"} & set(held.wrong)
        assert answer(held) == ""
        held.app.screen.query_one(Input).value = "400"
        await held.press("enter")
        assert held.wrong == ""
        assert "The index" in answer(held)

    drive(meeting(cafe(tmp_path)), story)


def test_on_the_page_of_a_kpi_it_is_that_one(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "n", "n", "w")
        assert isinstance(held.app.screen, WhatIfDialog)

    drive(meeting(cafe(tmp_path)), story)


def test_without_a_goal_the_index_alone_is_said(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("home")
        assert held.app.place.kind == "overview"
        await ask(held, "news", "400")
        assert "The index" in answer(held)
        assert "Guests come back" not in answer(held)

    drive(meeting(cafe(tmp_path)), story)


def test_a_goal_without_an_outlook_has_an_answer(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("slash")
        await held.type("quick")
        await held.press("enter")
        assert not [line for line in held.all_lines("page") if line.startswith(("What moved it", "Why the outlook"))]
        await ask(held, "", "4")
        assert "The coffee is quick has no data, its outlook has no data." in answer(held)

    text = hostile("x").replace("lagging: [waiting-time]", "guardrails: [waiting-time]")
    drive(meeting(cafe(tmp_path, text.replace('"x ', '"'))), story)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=["usual", "tiny"])
def test_names_of_the_map(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "n")
        await ask(held, "", "+10%")
        shown = str(held.app.screen.query_one("#answer", Static).render())
        assert "The index" in " ".join(shown.split())
        assert all(character.isprintable() for character in shown if character not in "\n\u200d")
        await held.press("pagedown", "pageup")
        held.svg()

    drive(meeting(cafe(tmp_path, hostile(name.strip()))), story, size)


def test_the_page_says_what_moved_the_outlook(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        await held.press("n", "n", "n")
        page = " ".join(held.all_lines("page"))
        assert "What moved it most since 2026-09" in page
        assert "in 2026-09 to" in page

    drive(meeting(cafe(tmp_path)), story, (120, 40))
