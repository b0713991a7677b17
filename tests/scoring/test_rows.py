"""All KPIs in all periods at once are judged as the readable judge does it one by one."""

from __future__ import annotations

from datetime import date
from math import isnan
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.model import StrategyMap
from scorecard.period import parse_period
from scorecard.scoring.figures import figure_of, figures_in
from scorecard.scoring.kpis import judged
from scorecard.scoring.rows import on_arrays, rows_of

YEAR = {"since": "2026-01-01", "by": "2026-12-31"}
MONTHS = [parse_period(f"2026-{month:02}") for month in range(1, 11)]
DAYS = [date(2026, 10, 31), date(2026, 10, 12), date(2026, 6, 30), date(2026, 12, 31)]
KPIS: dict[str, dict[str, Any]] = {
    "road": {"baseline": 10, "target": 90},
    "plan": {"baseline": 10, "target": 90, **YEAR},
    "due": {"scale": "binary", "target": 50, "direction": "maximise", "by": "2026-06-15"},
    "done": {"unit": "yes-no", "target": "yes", "direction": "maximise"},
    "range": {"range": [40, 60], "worst": [20, 90]},
    "curve": {"curve": [[10, 0.1], [50, 0.8], [90, 1]]},
    "shown": {"direction": "none"},
    "flow": {"kind": "flow", "target": 80, "direction": "maximise"},
    "flow-planned": {"kind": "flow", "baseline": 10, "target": 90, **YEAR},
    "flow-range": {"kind": "flow", "range": [40, 60], "worst": [20, 90]},
    "flow-curve": {"kind": "flow", "curve": [[10, 0.1], [50, 0.8], [90, 1]]},
    "flow-binary": {"kind": "flow", "scale": "binary", "target": 50, "direction": "maximise"},
    "of-the-year": {"kind": "flow", "over": "year", "target": 80, "direction": "maximise"},
    "of-the-quarter": {"kind": "flow", "over": "quarter", "target": 80, "direction": "maximise"},
    "so-far": {"kind": "flow", "over": "year-to-date", "target": 80, "direction": "maximise"},
    "rarely": {"kind": "flow", "cadence": "quarter", "target": 80, "direction": "maximise"},
    "by-period": {"kind": "flow", "target": {"2026-02": 60, "2026": 900}, "direction": "maximise"},
    "by-another": {"direction": "maximise", "worst": 5, "target": {"kpi": "road"}},
    "from-before": {"worst": 48, "target": {"change": "-10%", "against": "same-period-last-year"}},
    "later": {"baseline": 40, "target": {"change": "+50%", "in": "2026-05"}},
}


def map_of(kpis: dict[str, dict[str, Any]]) -> StrategyMap:
    """One goal with all of these KPIs."""
    return StrategyMap.model_validate(
        {"goals": {"goal": {"perspective": "customer", "lagging": list(kpis)}}, "kpis": kpis}
    )


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    value = draw(st.one_of(st.none(), st.sampled_from([0.0, 1.0, 8.0, 40.0, 50.0]), st.floats(-50, 150)))
    if value is None:
        return Figure(reason=draw(st.sampled_from([None, "no-value", "missing", "stale"])))
    end = draw(st.sampled_from([None, None, date(2026, 3, 31), date(2026, 6, 30), date(2026, 12, 31)]))
    return Figure(value=value, end=end, reason=draw(st.sampled_from([None, None, None, "partial", "small-sample"])))


@st.composite
def known(draw: st.DrawFn) -> Actuals:
    keys = st.tuples(st.sampled_from(list(KPIS)), st.sampled_from([None, *MONTHS]), st.just(()))
    references = st.tuples(st.sampled_from(["from-before", "later"]), st.sampled_from(MONTHS))
    return Actuals(
        figures=draw(st.dictionaries(keys, figures(), min_size=20, max_size=120)),
        references=draw(st.dictionaries(references, st.one_of(st.none(), st.floats(1, 60)), max_size=12)),
    )


def assert_as_one_by_one(strategy_map: StrategyMap, actuals: Actuals, as_of: date) -> None:
    rows = rows_of(strategy_map, actuals, MONTHS, as_of)
    assert list(rows) == list(strategy_map.kpis)
    table = on_arrays(strategy_map, actuals, figures_in(actuals, strategy_map.kpis, MONTHS), MONTHS, as_of, {}).tolist()
    for (kpi_id, row), on_array in zip(rows.items(), table, strict=True):
        for place, period in enumerate(MONTHS):
            alone = judged(strategy_map, actuals, kpi_id, period, min(period.end, as_of), as_of, {})
            there = row.performances[place]
            assert (row.values[place], row.reasons[place]) == (alone.figure.value, alone.reason), (kpi_id, period)
            assert isnan(on_array[place]) == (alone.performance is None) == (there is None), (kpi_id, period)
            if alone.performance is not None:
                assert there == pytest.approx(alone.performance, abs=1e-12, rel=0), (kpi_id, period)
                assert there == on_array[place]


@given(known(), st.sampled_from(DAYS))
def test_as_one_by_one(actuals: Actuals, as_of: date) -> None:
    assert_as_one_by_one(map_of(KPIS), actuals, as_of)


@pytest.mark.parametrize("as_of", DAYS)
def test_every_kind_of_kpi_with_all_its_figures(as_of: date) -> None:
    """Values from 5 to 50; every other figure was measured to the end of June, all of them are whole."""
    dated: dict[FigureKey, Figure] = {
        (kpi_id, period, ()): Figure(value=5.0 * (place + 1), end=date(2026, 6, 30) if place % 2 else None)
        for kpi_id in KPIS
        for place, period in enumerate(MONTHS)
    }
    references = {(kpi_id, period): 40.0 for kpi_id in ("from-before", "later") for period in MONTHS}
    assert_as_one_by_one(map_of(KPIS), Actuals(figures=dated, references=references), as_of)


def test_a_plan_is_judged_at_the_end_of_the_days_that_were_measured() -> None:
    """From 0 to 365 in a year: 90 at the end of March is all that was asked for, carried into May as well. On the 12th
    of May 132 days have passed, of which 90 without a day of measurement are short of by 42."""
    strategy_map = map_of({"k": {"baseline": 0, "target": 365, **YEAR}})
    may = parse_period("2026-05")
    for end, expected in ((date(2026, 3, 31), 1.0), (date(2026, 12, 31), 1 - 42 / 365), (None, 1 - 42 / 365)):
        actuals = Actuals(figures={("k", may, ()): Figure(value=90.0, end=end)})
        found = rows_of(strategy_map, actuals, [may], date(2026, 5, 12))["k"]
        assert found.performances == [pytest.approx(expected, abs=1e-12)]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("kpi", "value"),
    [
        ({"baseline": 0, "target": 0.5}, 1e308),
        ({"direction": "maximise", "target": {"change": "+100%", "against": "previous-period"}}, -1e308),
    ],
    ids=["the progress is infinite", "target and progress are too large"],
)
def test_numbers_too_large_to_reckon_with_are_judged_as_one_by_one(kpi: dict[str, Any], value: float) -> None:
    """The value of the period before is 1e308."""
    strategy_map, january = map_of({"k": kpi}), MONTHS[0]
    actuals = Actuals(figures={("k", january, ()): Figure(value=value)}, references={("k", january): 1e308})
    alone = judged(strategy_map, actuals, "k", january, january.end, january.end, {})
    row = rows_of(strategy_map, actuals, [january], january.end)["k"]
    assert (row.performances, row.reasons) == ([alone.performance], [alone.reason])
    assert alone.performance is not None


def test_no_kpi_at_all() -> None:
    assert rows_of(map_of({}), Actuals(figures={}), MONTHS, DAYS[0]) == {}


keys = st.tuples(
    st.sampled_from("abc"),
    st.sampled_from([None, *MONTHS, *map(parse_period, ("2026", "2026-Q1", "2026-01-31"))]),
    st.sampled_from([(), (("network", "instagram"),)]),
)


@given(st.dictionaries(keys, figures()))
def test_figures_are_found_as_one_by_one(given_figures: dict[FigureKey, Figure]) -> None:
    """Dated, undated and of a part, of other items and of longer and shorter periods."""
    actuals = Actuals(figures=given_figures)
    assert figures_in(actuals, "ab", MONTHS) == {
        item_id: [figure_of(actuals, item_id, period) for period in MONTHS] for item_id in "ab"
    }
