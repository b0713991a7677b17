"""The best and the worst rows: in each format, on narrow screens, with hostile labels."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from scorecard.period import parse_period
from scorecard.ranking import RankedRow, Ranking
from scorecard.rendering.spans import as_text
from scorecard.rendering.top.as_csv import top_csv
from scorecard.rendering.top.as_json import top_json
from scorecard.rendering.top.as_markdown import top_markdown
from scorecard.rendering.top.terminal import top_table
from scorecard.top_question import TopQuestion

QUESTION = TopQuestion(
    source="posts",
    by="likes + shares",
    period=parse_period("2026-10"),
    as_of=date(2026, 10, 31),
    count=2,
)
FIRST = RankedRow(label="How to choose a chair", value=1346.0, day=date(2026, 10, 15), total=1346.0)
SECOND = RankedRow(label="", value=0.5, day=date(2026, 10, 2), total=0.5)
ROWS = Ranking(rows=(FIRST, SECOND), of=22)
APART = Ranking(
    rows=(
        replace(FIRST, per="facebook"),
        replace(SECOND, per="facebook"),
        replace(FIRST, per=""),
        replace(SECOND, per="instagram"),
    ),
    of=22,
)
GROUPS = Ranking(
    rows=(
        RankedRow(label="useful", value=194.25, rows=4, total=777.0),
        RankedRow(label="product", value=138.0, rows=1, total=138.0),
    ),
    of=2,
)


def shown(question: TopQuestion, ranking: Ranking, width: int | None = None, *, ascii: bool = False) -> str:
    return as_text(top_table(question, ranking, width=width, ascii=ascii), colour=False)


def test_rows_with_rank_label_figure_and_day() -> None:
    assert shown(QUESTION, ROWS) == (
        "posts: 2 highest of 22 rows by likes + shares\n"
        "2026-10 · as of 31 October 2026\n"
        "\n"
        "                             figure\n"
        "  1.  How to choose a chair   1,346  15 October 2026\n"
        "  2.  (no label)                0.5  2 October 2026\n"
    )


def test_rankings_that_are_kept_apart_begin_anew() -> None:
    assert shown(replace(QUESTION, per="network", lowest=True), APART) == (
        "posts: 2 lowest rows by likes + shares for each network\n"
        "2026-10 · as of 31 October 2026\n"
        "\n"
        "facebook\n"
        "                             figure\n"
        "  1.  How to choose a chair   1,346  15 October 2026\n"
        "  2.  (no label)                0.5  2 October 2026\n"
        "\n"
        "(no label)\n"
        "                             figure\n"
        "  1.  How to choose a chair   1,346  15 October 2026\n"
        "\n"
        "instagram\n"
        "                             figure\n"
        "  1.  (no label)                0.5  2 October 2026\n"
    )


def test_groups_show_what_they_stand_on() -> None:
    assert shown(replace(QUESTION, group="theme"), GROUPS) == (
        "posts: highest mean of likes + shares by theme\n"
        "2026-10 · as of 31 October 2026\n"
        "\n"
        "                mean  rows  sum\n"
        "  1.  useful   194.2     4  777\n"
        "  2.  product    138     1  138\n"
    )


@pytest.mark.parametrize("width", [24, 40, 50, 200])
@pytest.mark.parametrize("group", [None, "theme"])
def test_every_width_holds_everything(width: int, group: str | None) -> None:
    text = shown(replace(QUESTION, group=group), GROUPS if group else ROWS, width)
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    for said in ("useful", "194.2", "777") if group else ("How to choose", "1,346", "15 October 2026", "(no label)"):
        assert said in words


def test_nothing_to_rank() -> None:
    assert shown(QUESTION, Ranking()) == (
        "posts: highest rows by likes + shares\n2026-10 · as of 31 October 2026\n\n"
        "No row of posts has a figure in 2026-10.\n"
    )
    assert "No row of posts has a figure in 2026-10.\n" in top_markdown(QUESTION, Ranking())
    assert len(top_csv(QUESTION, Ranking()).splitlines()) == 1
    assert json.loads(top_json(QUESTION, Ranking(), tool_version="1"))["rows"] == []


def test_a_period_that_runs_says_so_far() -> None:
    running = replace(QUESTION, as_of=date(2026, 10, 20))
    assert "2026-10 so far · as of 20 October 2026" in shown(running, ROWS)
    assert json.loads(top_json(running, ROWS, tool_version="1"))["closed"] is False


def test_markdown() -> None:
    assert top_markdown(QUESTION, ROWS) == (
        "## posts: 2 highest of 22 rows by likes + shares\n\n2026-10, as of 31 October 2026\n\n"
        "| Rank | Row | Figure | Day |\n| ---: | --- | ---: | --- |\n"
        "| 1 | How to choose a chair | 1,346 | 15 October 2026 |\n| 2 | (no label) | 0.5 | 2 October 2026 |\n"
    )
    apart = top_markdown(replace(QUESTION, per="network", group="theme"), GROUPS)
    assert "| network | Rank | theme | Mean | Rows | Sum |\n| --- | ---: | --- | ---: | ---: | ---: |\n" in apart
    assert "| (no label) | 1 | useful | 194.2 | 4 | 777 |\n" in apart


def test_csv_has_raw_numbers() -> None:
    rows = list(csv.DictReader(StringIO(top_csv(replace(QUESTION, per="network"), APART))))
    assert [(row["per"], row["rank"], row["value"]) for row in rows] == [
        ("facebook", "1", "1346.0"),
        ("facebook", "2", "0.5"),
        ("", "1", "1346.0"),
        ("instagram", "1", "0.5"),
    ]
    assert (rows[0]["day"], rows[0]["label"], rows[0]["by"]) == (
        "2026-10-15",
        "How to choose a chair",
        "likes + shares",
    )


def test_json_holds_everything() -> None:
    document = json.loads(top_json(replace(QUESTION, group="theme"), GROUPS, tool_version="1"))
    assert (document["source"], document["group"], document["lowest"], document["of"]) == ("posts", "theme", False, 2)
    assert document["rows"][0] == {
        "rank": 1,
        "per": None,
        "label": "useful",
        "day": None,
        "value": 194.25,
        "rows": 4,
        "total": 777.0,
    }


HOSTILE = "=1|<b>\x1b[31m`x`\n@ana"


def test_hostile_labels_stay_texts() -> None:
    question = replace(QUESTION, by=HOSTILE, per=HOSTILE)
    ranking = Ranking(rows=(replace(FIRST, label=HOSTILE, per=HOSTILE),), of=1)
    for text in (shown(question, ranking), shown(question, ranking, 24), top_csv(question, ranking)):
        assert "\x1b" not in text
    text = top_markdown(question, ranking)
    assert "<b>" not in text
    assert "\x1b" not in text
    assert {line.count("|") for line in text.splitlines() if line.startswith("|")} == {6}
    for row in csv.reader(StringIO(top_csv(question, ranking))):
        assert not any(cell.startswith("=") for cell in row)


def test_ascii_screens() -> None:
    assert shown(QUESTION, Ranking(rows=(replace(FIRST, value=-3.0),), of=1), ascii=True).isascii()
