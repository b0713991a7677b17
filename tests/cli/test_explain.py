"""``scorecard explain``: the template and the maps as people see them, choices, slips, hostile names."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scorecard.rendering.spans import cell_width
from tests.cli.commands import ROOT, TEMPLATE, called

LOOP = ROOT / "maps/subscription-loop.yaml"
GOAL = "valuable-business-results"
Golden = Callable[[str, str], None]
SHOWN = {
    "outlook.txt": (TEMPLATE, GOAL, "--number", "outlook"),
    "compared.txt": (TEMPLATE, GOAL, "--number", "outlook", "--compare", "2026-08"),
    "performance.txt": (TEMPLATE, "engaging-content"),
    "drivers.txt": (TEMPLATE, "train-team", "--number", "leading", "--compare", "2026-09"),
    "perspective.txt": (TEMPLATE, "customer", "--number", "outlook", "--compare", "2026-09"),
    "outlook.md": (TEMPLATE, GOAL, "--number", "outlook", "--format", "markdown"),
    "compared.md": (TEMPLATE, "index", "--compare", "2026-08", "--format", "markdown"),
    "loop.txt": (LOOP, "recurring-revenue", "--number", "outlook"),
}


def explained(strategy_map: Path, *arguments: str) -> Any:
    ran = called("explain", "-m", strategy_map, *arguments, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.mark.parametrize("name", SHOWN)
def test_what_people_see(name: str, golden: Golden) -> None:
    strategy_map, *arguments = SHOWN[name]
    ran = called("explain", "-m", strategy_map, *arguments)
    assert (ran.code, ran.err) == (0, "")
    golden(f"explain/{name}", ran.out)


@pytest.mark.parametrize("width", [44, 60, 80, 100, 160])
@pytest.mark.parametrize("more", [(), ("--compare", "2026-08")])
def test_no_line_is_wider_than_the_screen_or_than_is_read_well(
    width: int, more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = called("explain", "-m", TEMPLATE, GOAL, "--number", "outlook", *more)
    widest = max(map(cell_width, ran.out.splitlines()))
    assert widest <= min(width, 110)


def test_a_terminal_that_knows_ascii_only_gets_ascii_only() -> None:
    for more in ((), ("--compare", "2026-08")):
        ran = called("explain", "-m", TEMPLATE, GOAL, "--number", "outlook", *more, encoding="ascii")
        assert ran.code == 0
        assert ran.out.isascii()
        assert "?-" not in ran.out
        assert "+- " in ran.out


def test_the_points_that_are_seen_add_up_to_the_number_that_is_seen() -> None:
    ran = called("explain", "-m", TEMPLATE, GOAL, "--number", "outlook", "--format", "markdown")
    cells = [line.split(" | ")[0].strip("| ") for line in ran.out.splitlines() if line.startswith("| ")]
    *points, total = [cell for cell in cells if cell[:1].isdigit() or cell.startswith("**")]
    assert sum(round(float(cell) * 100) for cell in points) == round(float(total.strip("*")) * 100)


def test_the_keys_of_json_are_these() -> None:
    found = explained(TEMPLATE, GOAL, "--number", "outlook", "--compare", "2026-08")
    assert list(found) == [
        *("schema_version", "tool_version", "as_of", "period", "rhythm", "closed", "map", "kind", "id", "name"),
        *("number", "basis", "value", "reason", "coverage", "status", "paths", "more", "rest", "rest_share"),
        *("totals", "missing", "change"),
    ]
    assert set(found["paths"][0]) == {"id", "share", "value", "product", "delay", "round", "steps"}
    assert set(found["paths"][0]["steps"][0]) == {"kind", "id", "name", "share", "of_whole", "value", "product"}
    assert set(found["totals"][0]) == {"kind", "id", "name", "share", "value", "product", "delay"}
    assert set(found["missing"][0]) == {"kind", "id", "name", "of", "share", "coverage", "of_whole", "reason"}
    change = found["change"]
    assert set(change) == {
        *("period", "before", "now", "change", "coverage_before", "reported", "moves", "more", "rest", "splits"),
    }
    assert set(change["moves"][0]) == {
        *("what", "kind", "id", "name", "change", "share", "before", "now", "by_value", "by_terms", "terms", "delay"),
        *("came", "went", "added", "removed"),
    }
    assert set(change["splits"][0]) == {
        *("kind", "id", "name", "before", "now", "change", "reach", "by_data", "by_weights", "rest"),
        *("came", "went", "added", "removed", "parts"),
    }
    assert set(change["splits"][0]["parts"][0]) == {
        *("kind", "id", "name", "share_before", "share", "value_before", "value", "by_value", "by_share"),
    }
    assert sum(path["product"] for path in found["paths"]) + found["rest"] == pytest.approx(found["value"], abs=1e-12)
    moves = sum(move["change"] for move in change["moves"]) + change["rest"]
    assert moves == pytest.approx(change["now"] - change["before"], abs=1e-12)


def test_the_usual_number_is_the_performance_or_the_outlook_of_a_goal_without_one() -> None:
    assert explained(TEMPLATE, "engaging-content")["number"] == "performance"
    assert explained(TEMPLATE, "communicate-with-users")["number"] == "outlook"
    assert explained(TEMPLATE, "understand-customer")["value"] is None
    assert explained(TEMPLATE, "understand-customer")["reason"] == "no-data"


def test_goals_perspectives_and_the_index_go_by_id_or_name() -> None:
    assert explained(TEMPLATE, "Engaging content")["id"] == "engaging-content"
    assert explained(TEMPLATE, "goal:engaging-content")["id"] == "engaging-content"
    assert explained(TEMPLATE, "Customer")["kind"] == "perspective"
    assert explained(TEMPLATE, "index")["kind"] == "index"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("followers",), "'followers' is a KPI; explained are goals, perspectives and the index."),
        (("engaging-contents",), "did you mean engaging-content"),
        (("engaging-content", "--compare", "2026-10"), "2026-10 does not lie before the scored period"),
        (("engaging-content", "--compare", "2026-Q1"), "the map is scored by the month"),
        (("engaging-content", "--compare", "1999-01"), "nothing is known of 1999-01"),
        (("engaging-content", "--number", "progress"), "'progress' is not known"),
        (("engaging-content", "--format", "csv"), "'csv' is not known"),
        ((), "GOAL is missing"),
    ],
)
def test_slips_end_with_code_2_and_say_what_would_be_right(arguments: tuple[str, ...], said: str) -> None:
    ran = called("explain", "-m", TEMPLATE, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


HOSTILE = """\
as_of: 2026-06-30
goals:
  g: {name: "Goal \\e[31m| <b>x</b>", perspective: customer, lagging: [k, m], driven_by: [h]}
  h: {name: "\\u202eknilb", perspective: internal, leading: [k]}
kpis:
  k: {name: "KPI\\r\\e]0;x\\a $x$ *", worst: 0, best: 1}
  m: {name: "none\\u2028", worst: 0, best: 1}
"""


def test_names_cannot_move_the_cursor_or_make_markup(tmp_path: Path) -> None:
    (tmp_path / "strategy.yaml").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actuals.csv").write_text("date,kpi,value\n2026-05,k,0.2\n2026-06,k,0.5\n2026-05,m,1\n")
    for number in ("outlook", "lagging", "leading"):
        for more in ((), ("--compare", "2026-05")):
            ran = called("explain", "-m", tmp_path, "g", "--number", number, *more)
            assert (ran.code, ran.err) == (0, "")
            assert all(line.isprintable() for line in ran.out.split("\n"))
            marked = called("explain", "-m", tmp_path, "g", "--number", number, *more, "--format", "markdown").out
            assert all(line.isprintable() or "\u200b" in line for line in marked.split("\n"))
            assert "<b>" not in marked
            assert "$x$" not in marked
            explained(tmp_path, "g", "--number", number, *more)


def test_a_map_without_dates_has_nothing_to_compare() -> None:
    ran = called("explain", "-m", LOOP, "recurring-revenue", "--compare", "2026-08")
    assert ran.code == 2
    assert "the figures of the map have no dates" in ran.err


def test_a_file_is_written_as_the_screen_would_show_it(tmp_path: Path) -> None:
    ran = called("explain", "-m", TEMPLATE, "index", "-o", tmp_path / "why.txt")
    assert (ran.code, ran.out) == (0, "")
    assert "= 78.16 %" in (tmp_path / "why.txt").read_text(encoding="utf-8")


COFFEE = """\
as_of: 2026-06-30
goals:
  loyal: {name: Loyal guests, perspective: customer, lagging: [guests, ratings]}
kpis:
  guests: {worst: 0, best: 100}
  ratings: {worst: 0, best: 1}
"""


def test_a_closed_period_is_split_as_far_as_it_is_known(tmp_path: Path) -> None:
    (tmp_path / "strategy.yaml").write_text(COFFEE, encoding="utf-8")
    (tmp_path / "data").mkdir()
    figures = tmp_path / "data/actuals.csv"
    figures.write_text(
        "date,kpi,value\n2026-05,guests,40\n2026-05,ratings,0.5\n2026-06,guests,60\n2026-06,ratings,0.7\n"
    )
    assert called("close", "2026-05", "--map", tmp_path).code == 0
    change = explained(tmp_path, "loyal", "--compare", "2026-05")["change"]
    assert (change["reported"], [move["what"] for move in change["moves"]]) == (False, ["performance"] * 2)
    figures.write_text("date,kpi,value\n2026-05,guests,20\n2026-06,guests,60\n2026-06,ratings,0.7\n")
    change = explained(tmp_path, "loyal", "--compare", "2026-05")["change"]
    assert (change["reported"], change["before"]) == (True, 0.45)
    assert {move["id"]: round(move["change"], 12) for move in change["moves"]} == {"guests": 0.1, "ratings": 0.1}
    ran = called("explain", "loyal", "-m", tmp_path, "--compare", "2026-05")
    assert "2026-05 is closed and was reported otherwise than today's map and figures give it." in ran.out
