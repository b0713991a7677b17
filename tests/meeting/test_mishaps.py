"""What goes wrong in a meeting is said, and the meeting goes on."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from scorecard.history import History
from scorecard.meeting.comment_dialog import CommentDialog
from tests.meeting.cafe import MAP, cafe, meeting, october
from tests.meeting.driven import Driven, drive


def test_a_file_that_cannot_be_written_is_said_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        (tmp_path / "reviews/2026-10.md").write_bytes(b"- caf\xe9\n")
        await held.press("c")
        await held.type("said")
        await held.press("enter")
        assert isinstance(held.app.screen, CommentDialog)
        assert held.wrong.startswith("reviews/2026-10.md:1:6: the file is not saved as UTF-8")
        (tmp_path / "reviews/2026-10.md").unlink()
        await held.press("enter")
        assert october(tmp_path).endswith("- said\n")

    drive(meeting(cafe(tmp_path)), story)


def test_an_old_history_does_not_take_the_place_of_a_newer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = meeting(cafe(tmp_path))
    told, first, waited = app.session.told, threading.Event(), threading.Event()

    def slow_at_first() -> History:
        history = told()
        if not first.is_set():
            first.set()
            waited.wait(30)
        return history

    monkeypatch.setattr(app.session, "told", slow_at_first)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            while not first.is_set():
                await pilot.pause()
            app.session.record("waiting-time", "4", None, None, None)
            app._after_record("set")
            while app.session.shown.history is None:
                await pilot.pause()
            waited.set()
            await asyncio.sleep(0.2)
            await pilot.pause()
            (series,) = [one for one in app.session.shown.history.series if one.id == "waiting-time" and one.unit]
            assert series.values[-1] == 4

    asyncio.run(run())


def test_errors_that_figures_bring_are_said_and_the_meeting_goes_on(tmp_path: Path) -> None:
    async def story(held: Driven) -> None:
        held.app._after_record("x")
        await held.settle()
        assert held.said.startswith("error: data/actuals.csv:")
        await held.press("n")

    app = meeting(cafe(tmp_path, MAP))
    (tmp_path / "data/actuals.csv").write_text("date,kpi,value\n2026-10,nothing,1\n")
    drive(app, story)
