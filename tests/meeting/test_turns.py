"""What is worked out in the background comes in any order; the newest figures are shown."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.history import History
from scorecard.meeting.app import Meeting
from scorecard.result import Scorecard
from tests.meeting.cafe import MAP, cafe, meeting
from tests.meeting.driven import Driven, drive


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


def value(app: Meeting) -> float | None:
    (kpi,) = [kpi for kpi in app.session.shown.card.kpis if kpi.id == "waiting-time"]
    return kpi.value


def test_an_old_card_does_not_take_the_place_of_a_newer_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = meeting(cafe(tmp_path))
    scored, first, waited, handed = app.session.scored, threading.Event(), threading.Event(), threading.Event()
    hand_over = app._hand_over

    def slow_at_first() -> Scorecard:
        card = scored()
        if not first.is_set():
            first.set()
            waited.wait(30)
        return card

    def handing(show: Callable[[], None]) -> None:
        hand_over(show)
        if waited.is_set():
            handed.set()

    monkeypatch.setattr(app.session, "scored", slow_at_first)
    monkeypatch.setattr(app, "_hand_over", handing)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            app._after_record(app.session.record("waiting-time", "4", None, None, None))
            while not first.is_set():
                await pilot.pause()
            app._after_record(app.session.record("waiting-time", "9", None, None, None))
            while value(app) != 9:
                await pilot.pause()
            waited.set()
            while not handed.is_set():
                await pilot.pause()
            await pilot.pause()
            assert value(app) == 9

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
