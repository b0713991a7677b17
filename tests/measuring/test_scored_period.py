"""Which period is scored when none is asked for, and which ones can be asked for."""

from __future__ import annotations

import pytest

from scorecard.api.score import PeriodError
from scorecard.result import Later
from scorecard.scoring import scored_period
from tests.measuring.told import Told


def chosen(told: Told, as_of: str | None = None) -> tuple[str, Later | None]:
    card = told.card(as_of=as_of)
    return str(card.period), card.later


def test_the_latest_that_is_over_with_half_of_those_due(told: Told) -> None:
    """Three are due in October and one is known; in September two of three are.

    kpis:
      a: {unit: count}
      b: {unit: count}
      c: {unit: count}
      never: {unit: count}
      undated: {unit: count, value: 3}
    data/actuals.csv:
      date,kpi,value
      2026-08,a,1
      2026-08,b,1
      2026-08,c,1
      2026-09,a,1
      2026-09,b,1
      2026-10,a,1
    """
    period, later = chosen(told)
    assert period == "2026-09"
    assert later is not None
    assert (str(later.period), later.known, later.due) == ("2026-10", 1, 3)


def test_half_is_enough(told: Told) -> None:
    """One of two.

    kpis:
      a: {unit: count}
      b: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-09,a,1
      2026-09,b,1
      2026-10,a,1
    """
    assert chosen(told) == ("2026-10", None)


def test_one_that_is_new_is_not_due_before(told: Told) -> None:
    """In September one of one.

    kpis:
      a: {unit: count}
      b: {unit: count}
      c: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-09,a,1
      2026-10,b,1
      2026-10,c,1
    """
    assert chosen(told) == ("2026-10", None)
    assert chosen(told, "2026-10-30") == ("2026-09", None)


def test_the_open_one_is_not_chosen(told: Told) -> None:
    """On its last day a month is over.

    kpis:
      a: {unit: count, kind: flow}
    data/actuals.csv:
      date,kpi,value
      2026-09-10,a,1
      2026-10-10,a,1
    """
    assert chosen(told, "2026-10-30") == ("2026-09", None)
    assert chosen(told, "2026-10-31") == ("2026-10", None)


def test_the_first_one_is_scored_so_far(told: Told) -> None:
    """Nothing is over yet.

    kpis:
      a: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-10-10,a,1
    """
    card = told.card(as_of="2026-10-20")
    assert (str(card.period), card.closed) == ("2026-10", False)


def test_where_none_has_enough_the_latest_with_any(told: Told) -> None:
    """All three were there only before the first period that is looked at has ended.

    kpis:
      a: {unit: count, cadence: month}
      b: {unit: count}
      c: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-07,a,1
      2026-07,b,1
      2026-07,c,1
      2026-09,a,1
    """
    period, later = chosen(told)
    assert period == "2026-07", "three of three"
    assert later is not None
    assert (str(later.period), later.known, later.due) == ("2026-10", 0, 3)


def test_carried_figures_are_known(told: Told) -> None:
    """The survey of the third quarter holds in October.

    kpis:
      a: {unit: "%", cadence: quarter}
      b: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-Q3,a,50%
      2026-09,b,1
    """
    assert chosen(told) == ("2026-10", None)


def test_without_dates_the_day_decides(told: Told) -> None:
    """All stand in the map.

    kpis:
      a: {unit: count, value: 3}
    """
    card = told.card(as_of="2026-10-20")
    assert (str(card.period), card.closed, card.later) == ("2026-10", True, None)
    assert scored_period(told.map, told.actuals(), card.as_of)[0] == card.period


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2026-11", "2026-11 has not begun on 2026-10-31; the last that has is 2026-10"),
        ("2026-Q3", "2026-Q3 is a quarter, and the map is scored by the month: 2026-10"),
        ("October", "'October' is no period; write 2026-10"),
    ],
)
def test_a_period_that_cannot_be_scored(period: str, said: str, told: Told) -> None:
    """One KPI.

    kpis:
      a: {unit: count, value: 3}
    """
    with pytest.raises(PeriodError) as caught:
        told.card(period)
    assert str(caught.value) == said
