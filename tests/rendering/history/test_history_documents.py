"""The history as CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest

from scorecard.period import parse_period
from scorecard.rendering.history.as_csv import history_csv
from scorecard.rendering.history.as_json import history_json
from scorecard.rendering.history.as_markdown import history_markdown
from tests.rendering.history.histories import SAMPLE, figures, make_history, scores


def test_csv_has_a_row_for_each_number_and_period() -> None:
    history = make_history(figures("rate", 0.1, None, unit="%"), scores("goal", "loyal", None, 0.5))
    assert history_csv(history) == (
        "period,kind,id,name,number,value,unit,reason\n"
        "2026-09,kpi,rate,Rate,value,0.1,%,\n"
        "2026-10,kpi,rate,Rate,value,,%,missing\n"
        "2026-09,goal,loyal,Loyal,performance,,,no-data\n"
        "2026-10,goal,loyal,Loyal,performance,0.5,,\n"
    )


@pytest.mark.parametrize("name", ["=1+1", "@x", "-2", "\x1b[31m", "a\nb", 'quote"s', "a,b"])
def test_no_name_becomes_a_formula_or_leaves_its_cell(name: str) -> None:
    found = list(csv.reader(StringIO(history_csv(make_history(figures("a", -1.5, name=name, unit=name))))))
    assert [len(row) for row in found] == [8, 8]
    assert not found[1][3].startswith(("=", "@", "-", "\x1b"))
    assert found[1][5] == "-1.5"


def test_json_holds_raw_fractions_and_null_with_a_reason() -> None:
    found = json.loads(history_json(SAMPLE, tool_version="1.2.3"))
    assert (found["schema_version"], found["tool_version"], found["as_of"]) == (1, "1.2.3", "2026-10-12")
    assert found["periods"][1] == {"period": "2026-07", "closed": True, "reported": True}
    assert found["periods"][4] == {"period": "2026-10", "closed": False, "reported": False}
    views, rate, content, loyal = found["series"]
    assert views["values"] == [8200, 9100, 12000, None, 14300]
    assert views["reasons"] == [None, None, None, "missing", None]
    assert views["breaks"] == [{"period": "2026-08", "text": "Meta counts views instead of impressions"}]
    assert rate["values"][3] == 0.02
    assert content["values"][3] == 0.7949
    assert (loyal["number"], loyal["thresholds"]) == ("outlook", {"at_risk": 0.5, "on_track": 0.8})
    assert found["restated"] == [{"period": "2026-06", "kpi": "views", "closed": 8200, "now": 8250}]
    assert found["events"][1] == {"period": "2026-Q3", "text": "Summer sale"}


def test_json_of_hostile_names_is_json() -> None:
    name = '"}\n\x1b[31m</script>'
    hostile = make_history(figures("a", 1.0, name=name, unit=name), map=name, events=((parse_period("2026"), name),))
    found = json.loads(history_json(hostile, tool_version="1"))
    assert found["map"] == found["series"][0]["name"] == found["events"][0]["text"] == name


def test_markdown(golden: Callable[[str, str], None]) -> None:
    golden("history/history.md", history_markdown(SAMPLE))


def test_markdown_without_values_of_many_and_without_any() -> None:
    many = replace(SAMPLE, series=SAMPLE.series * 2)
    assert "| Period |" not in history_markdown(many)
    assert "Nothing is selected." in history_markdown(replace(SAMPLE, series=()))


def test_no_name_is_markup() -> None:
    name = "<b>@me | [x](http://y) `c`"
    hostile = make_history(
        figures("a", 1, 2, name=name, unit=name, breaks=((parse_period("2026-10"), name),)),
        map=name,
        events=((parse_period("2026-10"), name),),
    )
    shown = history_markdown(hostile)
    assert not any(mark in shown for mark in ("<b>", "@me", "[x](", "`c`"))
    assert {line.count("|") for line in shown.splitlines() if line.startswith("|")} == {7, 4}
