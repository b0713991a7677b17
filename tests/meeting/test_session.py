"""What a meeting does, without any screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scorecard.api.record import FigureError
from scorecard.api.report import report
from scorecard.reviewing.amended import DecisionGoneError
from tests.meeting.cafe import MAP, cafe, october, session


def test_open_decisions_of_all_earlier_reviews_then_flags_then_losses(tmp_path: Path) -> None:
    held = session(cafe(tmp_path))
    agenda = held.shown.agenda
    assert [decision.text for decision in agenda.decisions] == ["buy a second grinder", "ask guests what they miss"]
    assert agenda.goals == ("quick-coffee", "regulars")
    assert [loss.kpi for loss in agenda.losses] == ["waiting-time", "takings", "satisfied", "guests"]
    assert held.period == held.shown.review.period
    assert held.shown.review.path == "reviews/2026-10.md"


def test_what_is_noted_is_written_at_once_and_shown(tmp_path: Path) -> None:
    held = session(cafe(tmp_path))
    assert held.comment("regulars", "the loyalty card works") == "reviews/2026-10.md"
    assert held.decide("regulars", "intensify", "hand out cards", "Ana", date(2026, 12, 15)) == "reviews/2026-10.md"
    assert october(tmp_path) == (
        "# Review 2026-10\n\n## Guests come back (regulars)\n\n- the loyalty card works\n"
        "- [ ] intensify: hand out cards · Ana · 2026-12-15 · regulars\n"
    )
    assert [comment.text for comment in held.shown.review.comments] == ["the loyalty card works"]
    assert [decision.text for decision in held.shown.review.decisions] == ["hand out cards"]


def test_a_decision_is_closed_in_its_own_file_stays_and_is_opened_again(tmp_path: Path) -> None:
    held = session(cafe(tmp_path))
    before = (tmp_path / "reviews/2026-08.md").read_text()
    assert held.close(held.shown.agenda.decisions[1]) == "reviews/2026-08.md"
    assert (tmp_path / "reviews/2026-08.md").read_text() == before.replace("[ ]", "[x]")
    assert [decision.done for decision in held.shown.agenda.decisions] == [False, True]
    held.close(held.shown.agenda.decisions[1])
    assert (tmp_path / "reviews/2026-08.md").read_text() == before


def test_what_others_write_meanwhile_is_seen_and_kept(tmp_path: Path) -> None:
    held = session(cafe(tmp_path))
    with (tmp_path / "reviews/2026-09.md").open("a", encoding="utf-8") as file:
        file.write("- [ ] stop: something else\n")
    held.comment("regulars", "mine")
    with (tmp_path / "reviews/2026-10.md").open("a", encoding="utf-8") as file:
        file.write("- theirs\n")
    held.comment("regulars", "mine, too")
    assert [comment.text for comment in held.shown.review.comments] == ["mine", "theirs", "mine, too"]
    assert [decision.text for decision in held.shown.agenda.decisions] == [
        "buy a second grinder",
        "ask guests what they miss",
        "something else",
    ]
    gone = held.shown.agenda.decisions[0]
    (tmp_path / "reviews/2026-09.md").write_text("")
    with pytest.raises(DecisionGoneError):
        held.close(gone)


def test_a_figure_is_recorded_as_the_command_does_and_moves_the_card(tmp_path: Path) -> None:
    held = session(cafe(tmp_path))
    before = held.shown.card.index.performance
    said = held.record("waiting-time", "4", None, 30, "measured twice")
    assert said.splitlines() == [
        "waiting-time 2026-10: 4 minutes (replaces 7.5 minutes, was 7.9 minutes in 2026-09)",
        "wrote 1 figure to data/actuals.csv",
    ]
    assert "2026-10,waiting-time,4,30,measured twice" in (tmp_path / "data/actuals.csv").read_text()
    held.take(held.scored())
    assert (held.shown.card.index.performance or 0) > (before or 0)
    assert held.shown.agenda.goals == ("regulars",)
    assert len(held.shown.agenda.decisions) == 2
    held.take(history=held.told())
    assert held.shown.history is not None
    assert str(held.shown.history.periods[-1]) == "2026-10"


def test_what_people_do_not_record_is_refused(tmp_path: Path) -> None:
    held = session(cafe(tmp_path))
    with pytest.raises(FigureError, match="worked out from other figures"):
        held.refuse_unrecordable("twice")
    with pytest.raises(FigureError):
        held.record("takings", "a lot", None, None, None)


def test_another_period_has_its_own_file_and_stays_when_figures_come(tmp_path: Path) -> None:
    held = session(cafe(tmp_path), "2026-09")
    assert [decision.text for decision in held.shown.agenda.decisions] == ["ask guests what they miss"]
    assert [decision.text for decision in held.shown.review.decisions] == ["buy a second grinder", "cold brew"]
    held.comment("regulars", "late")
    assert "- late\n" in (tmp_path / "reviews/2026-09.md").read_text()
    assert held.scored().period == held.period


def test_the_history_ends_with_the_period_under_review_as_that_of_the_report(tmp_path: Path) -> None:
    held = session(cafe(tmp_path), "2026-09")
    told = held.told()
    assert str(told.periods[-1]) == "2026-09"
    reported = report(held.strategy_map, held.as_of, period="2026-09", folder=tmp_path).history
    assert {(one.kind, one.id, one.number): one.values[-1] for one in told.series} == {
        (one.kind, one.id, one.number): one.values[-1] for one in reported.series
    }


def test_a_figure_without_a_period_is_for_the_last_one_that_is_over(tmp_path: Path) -> None:
    held = session(cafe(tmp_path), "2026-09")
    assert held.record("waiting-time", "4", None, None, None).startswith("waiting-time 2026-10: 4 minutes")


def test_a_map_without_dates_is_reviewed_too(tmp_path: Path) -> None:
    text = MAP.split("kpis:")[0].replace("lagging: [guests, satisfied]", "lagging: [takings]")
    text = text.replace("leading: [newsletter]", "").replace("guardrails: [complaints]", "")
    text = text.replace("waiting-time", "takings").replace("initiatives: [second-grinder]", "")
    text += "kpis:\n  takings: {unit: money, baseline: 1, target: 2, value: 1.5}\n"
    (tmp_path / "strategy.yaml").write_text(text, encoding="utf-8")
    held = session(tmp_path)
    assert str(held.period) == "2026-10"
    held.take(history=held.told())
