"""Two periods side by side: in each format, on narrow screens, with hostile names."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

import pytest

from scorecard.comparison import Change, Comparison, KpiChange, MovedPart, ScoreChange
from scorecard.period import parse_period
from scorecard.rendering.comparison import phrases
from scorecard.rendering.comparison.as_csv import comparison_csv
from scorecard.rendering.comparison.as_json import comparison_json
from scorecard.rendering.comparison.as_markdown import comparison_markdown
from scorecard.rendering.comparison.terminal import comparison_table
from scorecard.rendering.spans import as_text
from tests.cards import LIMITS

NOTHING = Change(before=None, now=None, change=None)


def change(before: float | None, now: float | None, *parts: MovedPart, rest: float = 0.0) -> Change:
    known = before is not None and now is not None
    return Change(
        before=before,
        now=now,
        change=now - before if before is not None and now is not None else None,
        parts=parts if known else (),
        rest=rest,
    )


def kpi(kpi_id: str, before: float | None, now: float | None, performance: Change, **given: Any) -> KpiChange:
    fields: dict[str, Any] = {
        "id": kpi_id,
        "name": kpi_id.capitalize(),
        "unit": "count",
        "value_before": before,
        "value_now": now,
        "performance": performance,
        "status_now": "on-track",
        "limits": LIMITS,
        "word": None,
        "moved": True,
    }
    return KpiChange(**fields | given)


def score(score_id: str, performance: Change, **given: Any) -> ScoreChange:
    fields: dict[str, Any] = {
        "kind": "goal",
        "id": score_id,
        "name": score_id.capitalize(),
        "status_before": "on-track",
        "status_now": "on-track",
        "limits": LIMITS,
        "performance": performance,
        "lagging": performance,
        "leading": NOTHING,
        "outlook": NOTHING,
        "moved": True,
    }
    return ScoreChange(**fields | given)


FANS = score(
    "fans",
    change(0.82, 0.78, MovedPart("kpi", "likes", -0.05), MovedPart("kpi", "shares", 0.01)),
    status_now="at-risk",
)
TOP = score(
    "top",
    change(0.9, 0.9),
    leading=change(0.82, 0.79, MovedPart("goal", "fans", -0.03), rest=0.002),
    outlook=change(0.6, 0.62, MovedPart("kpi", "sales", 0.01), rest=0.01),
)
STILL = score("still", change(0.5, 0.5004), moved=True)
COMPARISON = Comparison(
    name="Social media",
    currency="EUR",
    period=parse_period("2026-10"),
    before=parse_period("2026-09"),
    as_of=date(2026, 10, 31),
    closed=True,
    reported=False,
    kpis=(
        kpi("likes", 11960.0, 12280.0, change(0.7, 0.78), word="better"),
        kpi("spend", 9500.0, 9500.0, change(0.9, 0.82), unit="money", word="worse"),
        kpi("csat", 0.81, None, change(0.9, None), unit="%"),
        kpi("sales", 5.0, 5.0, change(0.5, 0.5), word="same", moved=False),
        kpi(
            "views",
            5.0,
            50.0,
            Change(before=0.1, now=1.0, change=None),
            obstacle="break",
            why="views instead of impressions",
        ),
    ),
    goals=(FANS, TOP, STILL),
    perspectives=(score("customer", change(0.82, 0.78, MovedPart("goal", "fans", -0.04)), kind="perspective"),),
    index=score("index", change(0.85, 0.83, MovedPart("perspective", "customer", -0.02)), kind="index"),
    unlike=("csat",),
)


def shown(comparison: Comparison, width: int | None = None, *, ascii: bool = False) -> str:
    return as_text(comparison_table(comparison, width=width, ascii=ascii), colour=False)


def test_what_moved_and_what_that_did_to_the_goals() -> None:
    assert shown(COMPARISON) == (
        "2026-10 compared with 2026-09\n"
        "Social media · as of 31 October 2026\n"
        "Not like for like: csat has data in only one of the two periods.\n"
        "\n"
        "Another status\n"
        "  ✔→▲ Fans  fans  was on track, is at risk\n"
        "\n"
        "KPIs that moved\n"
        "  Likes  likes  11,960 → 12,280     70 % → 78 %  +8  better\n"
        "  Spend  spend        EUR 9,500     90 % → 82 %  −8  worse\n"
        "  Csat   csat    81 % → no data  90 % → no data\n"
        "  Views  views           5 → 50    10 % → 100 %      no comparison\n"
        "    views instead of impressions\n"
        "  Better and worse are by performance: a value that rises less than its plan asks is worse.\n"
        "  1 KPI is as before.\n"
        "\n"
        "Goals\n"
        "  ▲ Fans  fans  was on track 82 %, is at risk 78 % (−4)\n"
        "      results −4: likes −5, shares +1\n"
        "  ✔ Top  top  on track 90 % (±0)\n"
        "      drivers −3: from goal fans −3\n"
        "      outlook +2: sales +1, other weights, delays or figures +1\n"
        "  1 goal is as before, or moved by less than half a point.\n"
        "\n"
        "Perspectives and index\n"
        "  ✔ Customer  customer  on track 78 % (−4)\n"
        "      results −4: fans −4\n"
        "  ✔ Index  on track 83 % (−2)\n"
        "      results −2: customer −2\n"
    )


@pytest.mark.parametrize("width", [24, 40, 60, 80, 200])
def test_every_width_holds_everything(width: int) -> None:
    text = shown(COMPARISON, width)
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    for said in ("11,960 → 12,280", "views instead of impressions", "from goal fans −3", "was on track, is at risk"):
        assert said in words


def test_an_earlier_period_that_was_closed_says_so() -> None:
    said = "2026-09 is closed: its numbers are those that were reported then.\n"
    assert said in shown(replace(COMPARISON, reported=True))
    assert said in comparison_markdown(replace(COMPARISON, reported=True))
    assert "closed" not in shown(COMPARISON)


def test_a_period_that_runs_says_so_far() -> None:
    assert shown(replace(COMPARISON, closed=False)).startswith("2026-10 so far compared with 2026-09\n")


def test_nothing_moved() -> None:
    kpis = tuple(replace(kpi, moved=False) for kpi in COMPARISON.kpis)
    text = shown(replace(COMPARISON, kpis=kpis, goals=(STILL,), unlike=()))
    assert "No goal has another status than before.\n" in text
    assert "KPIs that moved" not in text
    assert "  5 KPIs are as before.\n" in text
    assert "KPIs that moved" not in comparison_markdown(replace(COMPARISON, kpis=kpis))


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("on-track", "no-data", "was on track, has no data"),
        ("no-data", "off-track", "had no data, is off track"),
        ("at-risk", "on-track", "was at risk, is on track"),
    ],
)
def test_a_goal_is_something_and_has_no_data(before: str, now: str, said: str) -> None:
    goal = replace(FANS, status_before=before, status_now=now)  # type: ignore[arg-type]
    assert phrases.status_words(goal) == said


def test_numbers_that_came_or_went() -> None:
    goal = score("g", change(None, 0.5), leading=change(0.4, None))
    assert phrases.number_phrases(goal) == ["results: no data before, now 50 %", "drivers: 40 %, now no data"]
    assert phrases.verdict(replace(goal, status_before=None)) == "new: on track 50 %"


def test_the_largest_parts_are_named_and_the_others_counted() -> None:
    parts = [MovedPart("kpi", f"k{number}", 0.09 - number / 100) for number in range(8)]
    words = phrases.part_words(change(0.1, 0.5, *parts), of_goal=True)
    assert words == "k0 +9, k1 +8, k2 +7, k3 +6, k4 +5, 3 more"


@pytest.mark.parametrize(
    ("obstacle", "said"),
    [
        ("break", "views"),
        ("substitute", "views stands in for one of the two"),
        ("partial", "one of the two lacks views"),
    ],
)
def test_what_does_not_compare_says_why(obstacle: str, said: str) -> None:
    found = kpi("k", 1.0, 2.0, NOTHING, obstacle=obstacle, why="views")
    assert phrases.kpi_word(found) == "no comparison"
    assert phrases.why_not(found) == said


def test_markdown() -> None:
    text = comparison_markdown(COMPARISON)
    assert text.startswith("## Social media: 2026-10 compared with 2026-09\n\nAs of 31 October 2026\n")
    assert "- ▲ **Fans** (`fans`) was on track, is at risk\n" in text
    assert "| Likes<br>`likes` | 11,960 → 12,280 | 70 % → 78 % | +8 | better |\n" in text
    assert "| no comparison: views instead of impressions |\n" in text
    assert "| Index | ✔ on track 83 % (−2) | results −2: customer −2 |\n" in text


def test_csv_has_a_row_for_everything() -> None:
    rows = list(csv.DictReader(StringIO(comparison_csv(COMPARISON))))
    assert [(row["kind"], row["id"]) for row in rows] == [
        *[("kpi", kpi.id) for kpi in COMPARISON.kpis],
        *[("goal", goal.id) for goal in COMPARISON.goals],
        ("perspective", "customer"),
        ("index", "index"),
    ]
    assert (rows[0]["value_before"], rows[0]["value"], rows[0]["word"]) == ("11960.0", "12280.0", "better")
    assert (rows[4]["no_comparison"], rows[4]["why"]) == ("break", "views instead of impressions")
    assert float(rows[5]["performance_change"]) == pytest.approx(-0.04)
    assert (rows[5]["status_before"], rows[5]["status"], rows[5]["leading"]) == ("on-track", "at-risk", "")
    assert all(None not in row for row in rows)


def test_json_holds_everything() -> None:
    document = json.loads(comparison_json(COMPARISON, tool_version="1"))
    assert (document["period"], document["compared_with"], document["unlike"]) == ("2026-10", "2026-09", ["csat"])
    assert len(document["kpis"]) == 5
    assert document["goals"][0]["lagging"]["parts"][0] == {"kind": "kpi", "id": "likes", "move": -0.05}
    assert document["goals"][1]["outlook"]["rest"] == 0.01
    assert document["index"]["performance"]["before"] == 0.85


HOSTILE = "=1|<b>\x1b[31m`x`\n@ana"


def test_hostile_names_stay_texts() -> None:
    comparison = replace(
        COMPARISON,
        name=HOSTILE,
        kpis=tuple(replace(kpi, name=HOSTILE, unit=HOSTILE, why=HOSTILE) for kpi in COMPARISON.kpis),
        goals=tuple(replace(goal, name=HOSTILE) for goal in COMPARISON.goals),
    )
    for text in (shown(comparison), shown(comparison, 30), comparison_markdown(comparison), comparison_csv(comparison)):
        assert "\x1b" not in text
    text = comparison_markdown(comparison)
    assert "<b>" not in text
    assert all(line.count("|") in (4, 6) for line in text.splitlines() if line.startswith("|"))
    for row in csv.reader(StringIO(comparison_csv(comparison))):
        assert not any(cell.startswith("=") for cell in row)


def test_ascii_screens() -> None:
    assert shown(COMPARISON, ascii=True).isascii()
