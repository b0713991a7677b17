"""A closed period is written once, read from then on, and reopened for a reason."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scorecard.api.board import BoardOptions, board
from scorecard.api.close import CloseError, close
from scorecard.api.closed import closed_periods
from scorecard.api.compare import card_compared, compared
from scorecard.api.report import report
from scorecard.api.score import actuals_of, score
from scorecard.measuring.closed import ClosedFileError
from scorecard.period import parse_period
from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.comparison.phrases import caveats
from scorecard.scoring.history import history
from scorecard.writing.closed import OutsideError
from tests.measuring.told import Told

DAY = date(2026, 10, 31)
SEPTEMBER, OCTOBER = parse_period("2026-09"), parse_period("2026-10")
MAP = """\
name: Größe
goals:
  goal: {perspective: customer, lagging: [orders], leading: [visits]}
kpis:
  orders: {unit: count, baseline: 0, target: 100}
  visits: {unit: count, baseline: 0, target: 200}
  undated: {unit: count, value: 3, baseline: 0, target: 4}
data/actuals.csv:
  date,kpi,value
  2026-08,orders,40
  2026-08,visits,100
  2026-09,orders,50
  2026-09,visits,120
  2026-10,orders,60
"""
CHANGED = "date,kpi,value\n2026-08,orders,40\n2026-08,visits,100\n2026-09,orders,90\n2026-10,orders,60\n"


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path, MAP)


def test_it_holds_the_whole_review_and_the_text_of_the_map(told: Told) -> None:
    done = close(told.map, told.path, DAY, "2026-09")
    assert (done.path, done.reopened, done.card.period) == (told.folder / "closed/2026-09.json", False, SEPTEMBER)
    raw = done.path.read_bytes()
    document = json.loads(raw)
    assert raw.endswith(b"}\n")
    assert (document["closed_on"], document["reopened"]) == ("2026-10-31", [])
    assert document["map"] == told.path.read_text(encoding="utf-8")
    status = document["status"]
    assert (status["period"], status["as_of"], status["closed"]) == ("2026-09", "2026-10-31", True)
    assert [(kpi["id"], kpi["value"]) for kpi in status["kpis"]] == [("orders", 50), ("visits", 120), ("undated", 3)]


def test_it_reads_back(told: Told) -> None:
    card = close(told.map, told.path, DAY, "2026-09").card
    found = closed_periods(told.folder, "month", DAY)
    assert list(found) == [SEPTEMBER]
    reported = found[SEPTEMBER]
    assert reported.values == {kpi.id: kpi.value for kpi in card.kpis}
    assert reported.performances == {kpi.id: kpi.performance for kpi in card.kpis}
    goal, numbers = card.goals[0], reported.goals["goal"]
    assert (numbers.performance, numbers.lagging, numbers.leading, numbers.outlook, numbers.status) == (
        goal.performance,
        goal.lagging,
        goal.leading,
        goal.outlook,
        goal.status,
    )
    assert numbers.lagging_coverage == goal.coverage.lagging
    assert reported.index.performance == card.index.performance
    assert reported.map_text == told.path.read_text(encoding="utf-8")


def test_the_period_that_would_be_scored_is_closed(told: Told) -> None:
    assert close(told.map, told.path, DAY).card.period == OCTOBER


def test_only_periods_of_the_rhythm_are_read(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-09")
    told.write("closed/2026-Q3.json", "somebody else's")
    told.write("closed/notes.json", "somebody else's")
    told.write("closed/2026-09.txt", "somebody else's")
    assert list(closed_periods(told.folder, "month", DAY)) == [SEPTEMBER]


@pytest.mark.parametrize(
    ("period", "reopen", "because", "said"),
    [
        ("2026-09", False, None, "2026-09 is closed already (closed/2026-09.json); to report it anew"),
        ("2026-10", True, "late", "2026-10 is not closed, so there is nothing to reopen"),
        ("2026-09", True, None, "a closed period is reopened for a reason: --because …"),
        ("2026-09", True, "  ", "a closed period is reopened for a reason: --because …"),
        ("2026-10", False, "late", "--because belongs to --reopen"),
    ],
)
def test_what_is_refused(period: str, reopen: bool, because: str | None, said: str, told: Told) -> None:
    path = close(told.map, told.path, DAY, "2026-09").path
    before = path.read_bytes()
    with pytest.raises(CloseError) as caught:
        close(told.map, told.path, DAY, period, reopen=reopen, because=because)
    assert str(caught.value).startswith(said)
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_period_that_is_not_over_is_not_closed(told: Told) -> None:
    with pytest.raises(CloseError, match="2026-10 is not over on 2026-10-30, so it cannot be closed yet"):
        close(told.map, told.path, date(2026, 10, 30), "2026-10")
    assert not (told.folder / "closed").exists()


def test_a_reason_is_kept_and_so_is_the_one_before(told: Told) -> None:
    path = close(told.map, told.path, DAY, "2026-09").path
    told.write("data/actuals.csv", CHANGED)
    again = close(told.map, told.path, DAY, "2026-09", reopen=True, because="the shop was late")
    assert again.reopened
    close(told.map, told.path, date(2026, 11, 2), "2026-09", reopen=True, because="Größe — once more")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["reopened"] == [
        {"on": "2026-10-31", "because": "the shop was late"},
        {"on": "2026-11-02", "because": "Größe — once more"},
    ]
    assert closed_periods(told.folder, "month", DAY)[SEPTEMBER].values["orders"] == 90


def test_what_differs_is_restated_and_changes_nothing(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-08")
    close(told.map, told.path, DAY, "2026-09")
    assert told.card("2026-10").restated == ()
    told.write("data/actuals.csv", CHANGED)
    card = told.card("2026-10")
    assert [(str(item.period), item.kpi, item.closed, item.now) for item in card.restated] == [
        ("2026-09", "orders", 50, 90),
        ("2026-09", "visits", 120, None),
    ]
    orders, visits, _ = card.kpis
    assert orders.before == 50
    assert orders.trend == pytest.approx(0.1)
    assert (visits.value, visits.trend) == (None, None)
    assert card.goals[0].trend == pytest.approx(0.1)


def test_a_closed_figure_stays_when_its_row_is_gone(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-09")
    told.write("data/actuals.csv", "date,kpi,value\n2026-10,orders,60\n2026-10,visits,60\n")
    found = told.kpi("orders", "2026-10")
    assert found.before == 50
    assert found.trend == pytest.approx(0.1)


def test_history_reads_what_was_closed(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-09")
    told.write("data/actuals.csv", CHANGED)
    strategy_map = told.map
    found = history(
        strategy_map,
        actuals_of(strategy_map, told.folder, DAY),
        DAY,
        closed=closed_periods(told.folder, "month", DAY),
    )
    assert found.reported == (False, True, False)
    values = {series.id: series.values for series in found.series if series.number == "value"}
    assert values["orders"] == (40, 50, 60)
    assert values["visits"] == (100, 120, None)
    results = next(series for series in found.series if (series.id, series.number) == ("goal", "lagging"))
    assert results.values == pytest.approx((0.4, 0.5, 0.6))


def test_a_changed_map_does_not_change_what_was_closed(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-09")
    text = told.path.read_text(encoding="utf-8")
    told.path.write_text(text.replace("target: 100", "target: 1000"), encoding="utf-8")
    changed = Told.__new__(Told)
    changed.folder, changed.path = told.folder, told.path
    assert changed.card("2026-10").goals[0].trend == pytest.approx(0.06 - 0.5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"status": {}, "map": ""}',
        "\x00\xff",
        "[" * 100_000,
        '{"status": {"period": "2026-08"}, "map": ""}',
    ],
)
def test_a_damaged_file_is_named(text: str, told: Told) -> None:
    told.write("closed/2026-09.json", text)
    with pytest.raises(ClosedFileError) as caught:
        told.card("2026-10")
    assert str(caught.value).startswith("closed/2026-09.json is no closed period; put it back as it was")


@pytest.mark.parametrize("broken", ["value", "performance"])
def test_a_number_that_is_none_is_damage(broken: str, told: Told) -> None:
    path = close(told.map, told.path, DAY, "2026-09").path
    document = json.loads(path.read_text(encoding="utf-8"))
    document["status"]["kpis"][0][broken] = "50"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(ClosedFileError):
        closed_periods(told.folder, "month", DAY)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_a_number_that_is_not_finite_is_damage(number: str, told: Told) -> None:
    path = close(told.map, told.path, DAY, "2026-09").path
    document = json.loads(path.read_text(encoding="utf-8"))
    document["status"]["kpis"][0]["value"] = 12345
    path.write_text(json.dumps(document).replace("12345", number), encoding="utf-8")
    with pytest.raises(ClosedFileError):
        closed_periods(told.folder, "month", DAY)


def test_an_unknown_status_is_damage(told: Told) -> None:
    path = close(told.map, told.path, DAY, "2026-09").path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"status": "at-risk"', '"status": "fine"'), encoding="utf-8")
    with pytest.raises(ClosedFileError):
        closed_periods(told.folder, "month", DAY)


def test_nothing_is_written_through_a_link_that_leads_away(
    told: Told, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away")
    (told.folder / "closed").symlink_to(away)
    with pytest.raises(OutsideError, match="closed is a link that leads out of the folder of the map"):
        close(told.map, told.path, DAY, "2026-09")
    assert list(away.iterdir()) == []


def test_a_period_that_was_closed_later_is_not_known_yet(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-10")
    middle = date(2026, 10, 15)
    assert closed_periods(told.folder, "month", middle) == {}
    card = score(told.map, middle, period="2026-10", folder=told.folder)
    assert (card.restated, card.reported) == ((), None)
    actuals = actuals_of(told.map, told.folder, middle)
    assert not any(history(told.map, actuals, middle, closed={}).reported)


def test_both_sides_of_a_comparison_are_read_where_they_are_closed(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-08")
    close(told.map, told.path, DAY, "2026-09")
    told.write("data/actuals.csv", CHANGED)
    found = compared(told.map, DAY, "2026-08", period="2026-09", folder=told.folder)
    orders = next(kpi for kpi in found.kpis if kpi.id == "orders")
    assert (orders.value_before, orders.value_now) == (40, 50)
    goal = next(goal for goal in found.goals if goal.id == "goal")
    assert goal.lagging.now == 0.5
    assert caveats(found)[0] == "Both periods are closed: their numbers are those that were reported then."


def test_beside_a_card_only_the_earlier_period_is_read_as_it_was_reported(told: Told) -> None:
    """August was reported with 40 orders, September with 50; the figures say 10 and 90 today."""
    close(told.map, told.path, DAY, "2026-08")
    close(told.map, told.path, DAY, "2026-09")
    told.write("data/actuals.csv", CHANGED.replace("2026-08,orders,40", "2026-08,orders,10"))
    card = score(told.map, DAY, period="2026-09", folder=told.folder)
    found = card_compared(told.map, card, "2026-08", told.folder)
    performance = found.index.performance
    assert (performance.before, performance.now) == (0.4, card.index.performance) == (0.4, 0.9)
    assert (found.reported, found.now_reported) == (True, False)


def test_a_report_shows_one_version_of_a_closed_period(told: Told) -> None:
    """Tile, chart and what changed: all of them say 90 %, and the notes say what was reported."""
    close(told.map, told.path, DAY, "2026-09")
    told.write("data/actuals.csv", CHANGED)
    found = report(told.map, DAY, period="2026-09", folder=told.folder)
    (goal,) = found.card.goals
    series = next(row for row in found.history.series if (row.id, row.number) == ("goal", "performance"))
    assert found.comparison is not None
    change = found.comparison.goals[0].performance
    assert (goal.performance, series.values[-1], change.now) == (0.9, 0.9, 0.9)
    assert goal.trend == change.change


def test_a_figure_that_is_gone_is_restated(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-09")
    told.write("data/actuals.csv", "date,kpi,value\n2026-09,visits,120\n2026-10,visits,60\n")
    card = score(told.map, DAY, period="2026-10", folder=told.folder)
    assert [(one.kpi, one.closed, one.now) for one in card.restated] == [("orders", 50, None)]


def test_the_card_of_a_closed_period_says_what_was_reported(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-09")
    told.write("data/actuals.csv", CHANGED)
    card = score(told.map, DAY, period="2026-09", folder=told.folder)
    assert (card.reported, card.index.performance) == (0.5, 0.9)
    (note,) = (note for note in card_notes(card) if "was closed with an index of 50 %" in note.text)
    assert note.lines == (
        "Customer: at risk 50 % reported, on track 90 % now",
        "Goal: at risk 50 % reported, on track 90 % now",
    )


def test_the_picture_of_a_closed_period_says_what_was_reported(told: Told) -> None:
    close(told.map, told.path, DAY, "2026-09")
    same = score(told.map, DAY, period="2026-09", folder=told.folder)
    assert "closed;" not in board(same, BoardOptions(engine="builtin")).svg
    told.write("data/actuals.csv", CHANGED)
    card = score(told.map, DAY, period="2026-09", folder=told.folder)
    assert "closed; Customer reported 50 %" in board(card, BoardOptions(engine="builtin")).svg
    assert "closed; index reported 50 %" in board(replace(card, otherwise=()), BoardOptions(engine="builtin")).svg
    unseen = replace(card, otherwise=(), reported=0.9 + 1e-6)
    assert "closed;" not in board(unseen, BoardOptions(engine="builtin")).svg
