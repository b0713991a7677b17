"""`status --by` and `status --compare`: tables instead of the review."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, called

MAP = """
as_of: 2026-10-31
currency: EUR
dimensions: [network]
headline: [likes, spend]
goals:
  profit: {perspective: financial, lagging: [sales], driven_by: [fans]}
  fans: {perspective: customer, lagging: {likes: 3, mood: 1}}
measures:
  spend: {unit: money, kind: flow}
kpis:
  sales: {unit: money, kind: flow, worst: 0, target: 100}
  likes: {name: Likes of posts, unit: count, kind: flow, worst: 0, target: 100}
  mood: {unit: "%", kind: rate, worst: 0%, target: 100%}
  reach: {unit: count, kind: stock, additive: no, else: likes, direction: maximise}
"""
FIGURES = """date,kpi,value,n,network
2026-09,sales,60,,
2026-10,sales,60,,
2026-09,likes,60,,instagram
2026-09,likes,30,,facebook
2026-10,likes,40,,instagram
2026-10,likes,20,,facebook
2026-09,mood,60%,30,instagram
2026-09,mood,20%,10,facebook
2026-10,mood,80%,10,instagram
2026-10,mood,40%,30,facebook
2026-10,spend,12.5,,instagram
2026-10,spend,7.5,,facebook
2026-09,reach,500,,instagram
2026-09,reach,300,,facebook
2026-10,reach,600,,instagram
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a map and recorded figures of two months and two networks."""
    (tmp_path / "data").mkdir()
    (tmp_path / "strategy.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "data/actuals.csv").write_text(FIGURES, encoding="utf-8")
    return tmp_path


def by_network(folder: Path, *arguments: str) -> dict[str, dict[str, float | None]]:
    ran = called("status", folder, "--by", "network", "-f", "json", *arguments)
    assert ran.code == 0, ran.err
    found: dict[str, dict[str, float | None]] = {}
    for figure in json.loads(ran.out)["figures"]:
        parts = {part["part"]: part["value"] for part in figure["parts"]}
        found[figure["id"]] = {**parts, "total": figure["total"]["value"]}
    return found


def test_the_headline_by_network(folder: Path) -> None:
    assert by_network(folder) == {
        "likes": {"facebook": 20.0, "instagram": 40.0, "total": 60.0},
        "spend": {"facebook": 7.5, "instagram": 12.5, "total": 20.0},
    }
    ran = called("status", folder, "--by", "network")
    assert (ran.code, ran.err) == (0, "")
    assert "Likes of posts  likes        20         40      60\n" in ran.out
    assert "perspective" not in ran.out


def test_the_total_of_a_rate_is_weighted_by_its_samples(folder: Path) -> None:
    """(10 × 80 % + 30 × 40 %) / 40 = 50 %, not 60 %."""
    assert by_network(folder, "--kpi", "mood")["mood"] == {
        "facebook": 0.4,
        "instagram": 0.8,
        "total": pytest.approx(0.5),
    }


def test_totals_that_overlap_what_stood_in_and_what_does_not_split_are_said(folder: Path) -> None:
    ran = called("status", folder, "--by", "network", "--kpi", "reach", "--kpi", "sales", "--period", "2026-09")
    assert "≤ 800" in ran.out
    assert "≤ at most: the parts overlap" in ran.out
    assert "– not known by network: sales\n" in ran.out
    later = called("status", folder, "--by", "network", "--kpi", "reach").out
    assert "reach: likes instead on facebook\n" in later
    assert "reach: the total lacks facebook" in later
    assert "* 20" in later


@pytest.mark.parametrize("spelling", ["network", "Network", " NETWORK "])
def test_the_dimension_and_figures_in_any_spelling(folder: Path, spelling: str) -> None:
    ran = called("status", folder, "--by", spelling, "--kpi", "likes of posts", "--kpi", "Likes", "-f", "csv")
    assert {row["figure"] for row in csv.DictReader(StringIO(ran.out))} == {"likes"}


def test_without_a_headline_all_kpis_that_split(folder: Path) -> None:
    path = folder / "strategy.yaml"
    path.write_text(MAP.replace("headline: [likes, spend]\n", ""), encoding="utf-8")
    assert list(by_network(folder)) == ["likes", "mood", "reach"]


def compared(folder: Path, *arguments: str) -> dict[str, dict[str, object]]:
    ran = called("status", folder, "--compare", "2026-09", "-f", "csv", *arguments)
    assert ran.code == 0, ran.err
    return {row["id"]: dict(row) for row in csv.DictReader(StringIO(ran.out))}


def test_what_moved_and_what_that_did(folder: Path) -> None:
    """fans: September (3 × 90 % + 50 %) / 4 = 80 %, October (3 × 60 % + 50 %) / 4 = 57.5 %."""
    text = called("status", folder, "--compare", "2026-09").out
    assert text.startswith("2026-10 compared with 2026-09\n")
    assert "  ✔→▲ Fans  fans  was on track, is at risk\n" in text
    assert "  Likes of posts  likes    90 → 60  90 % → 60 %  −30  worse\n" in text
    assert (
        "  Reach           reach  800 → 600                    no comparison\n    one of the two lacks facebook\n"
        in text
    )
    assert "      results −23: likes −23\n" in text
    assert "      drivers −23: from goal fans −23\n" in text
    rows = compared(folder)
    assert (rows["fans"]["status_before"], rows["fans"]["status"]) == ("on-track", "at-risk")
    assert float(str(rows["fans"]["performance_change"])) == pytest.approx(-0.225)
    assert float(str(rows["index"]["performance_change"])) == pytest.approx(-0.1125)


def test_a_closed_period_is_compared_as_it_was_reported(folder: Path) -> None:
    """September was closed with 100 likes; the figures say 90 today."""
    status = json.loads(called("status", folder, "--period", "2026-09", "-f", "json").out)
    likes = next(kpi for kpi in status["kpis"] if kpi["id"] == "likes")
    likes |= {"value": 100.0, "performance": 1.0}
    (folder / "closed").mkdir()
    (folder / "closed/2026-09.json").write_text(json.dumps({"status": status, "map": MAP}), encoding="utf-8")
    rows = compared(folder)
    assert (rows["likes"]["value_before"], rows["likes"]["performance_before"]) == ("100.0", "1.0")
    assert "2026-09 is closed: its numbers are those" in called("status", folder, "--compare", "2026-09").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--by", "netwrk"], "the map has no dimension 'netwrk'; did you mean 'network'?"),
        (["--by", "shop"], "the map has no dimension 'shop'; there are: network"),
        (["--by", "network", "--kpi", "likse"], "the map has no KPI or measure 'likse'; did you mean 'likes'?"),
        (["--by", "network", "--period", "2026-Q3"], "2026-Q3 is a quarter"),
        (["--kpi", "likes"], "so it needs --by"),
        (["--by", "network", "--compare", "2026-09"], "--by and --compare are two tables"),
        (["--compare", "2026-09", "--kpi", "likes"], "--compare shows all that moved"),
        (["--by", "network", "--fail-on", "off-track"], "--fail-on belongs to the review, and --by prints its own"),
        (["--compare", "2026-09", "--goal", "fans"], "--goal belongs to the review, and --compare prints its own"),
        (["--compare", "2026-10"], "2026-10 does not lie before the scored period, which is 2026-10"),
        (["--compare", "2026-09", "--period", "2026-09"], "2026-09 does not lie before the scored period"),
        (["--compare", "2025-01"], "nothing is known of 2025-01; the first period with a figure is 2026-09"),
        (["--compare", "2026-Q2"], "2026-Q2 is a quarter"),
        (["--compare", "last month"], "'last month' is no period; write 2026-10"),
    ],
)
def test_wrong_use_is_code_two_and_says_what_is_right(folder: Path, arguments: list[str], said: str) -> None:
    ran = called("status", folder, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_maps_without_dimensions_or_dates_say_so() -> None:
    city = ROOT / "maps/city.yaml"
    ran = called("status", city, "--by", "network")
    assert (ran.code, ran.out) == (2, "")
    assert "the map has no dimensions, so nothing splits by 'network'" in ran.err
    ran = called("status", city, "--compare", "2020")
    assert (ran.code, ran.out) == (2, "")
    assert "the figures of the map have no dates" in ran.err


@pytest.mark.parametrize("table", [["--by", "network"], ["--compare", "2026-09"]])
@pytest.mark.parametrize("style", ["table", "json", "csv", "markdown"])
def test_every_format_goes_to_a_file_as_well(folder: Path, table: list[str], style: str) -> None:
    ran = called("status", folder, *table, "-f", style)
    assert (ran.code, ran.err) == (0, "")
    assert called("status", folder, *table, "-f", style, "-o", folder / "out").out == ""
    assert (folder / "out").read_text(encoding="utf-8") == ran.out
