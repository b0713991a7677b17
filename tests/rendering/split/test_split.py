"""The table of figures by network: in each format, on narrow screens, with hostile names."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from scorecard.period import parse_period
from scorecard.rendering.spans import as_text
from scorecard.rendering.split.as_csv import split_csv
from scorecard.rendering.split.as_json import split_json
from scorecard.rendering.split.as_markdown import split_markdown
from scorecard.rendering.split.terminal import split_table
from scorecard.split import Split, SplitCell, SplitRow


def counted(value: float | None) -> SplitCell:
    return SplitCell(value=value, unit="count", reason=None if value is not None else "missing")


LIKES = SplitRow(
    id="likes",
    name="Likes",
    kind="flow",
    splits=True,
    parts=(counted(12280.0), counted(None)),
    total=counted(12400.0),
    rest=120.0,
)
REACH = SplitRow(
    id="reach",
    name="Reach",
    kind="stock",
    splits=True,
    parts=(counted(900.0), SplitCell(value=0.25, unit="%", used="seen-rate")),
    total=SplitCell(value=900.0, unit="count", reason="partial", at_most=True, lacks=("facebook",)),
)
RATE = SplitRow(
    id="rate",
    name="Sharing rate",
    kind="rate",
    splits=True,
    parts=(
        SplitCell(value=0.0125, unit="%"),
        SplitCell(value=0.02, unit="%", reason="small-sample"),
    ),
    total=SplitCell(value=0.013, unit="%"),
)
SPEND = SplitRow(
    id="spend",
    name="Spend",
    kind=None,
    splits=False,
    parts=(SplitCell(unit="money"), SplitCell(unit="money")),
    total=SplitCell(value=9500.0, unit="money"),
)
SPLIT = Split(
    name="Social media",
    currency="EUR",
    dimension="network",
    period=parse_period("2026-10"),
    as_of=date(2026, 10, 31),
    closed=True,
    columns=("instagram", "facebook"),
    rows=(LIKES, REACH, RATE, SPEND),
)


def shown(split: Split, width: int | None = None, *, ascii: bool = False) -> str:
    return as_text(split_table(split, width=width, ascii=ascii), colour=False)


def test_a_row_for_each_figure_and_what_has_to_be_said_below() -> None:
    assert shown(SPLIT) == (
        "Figures by network\n"
        "Social media · 2026-10 · as of 31 October 2026\n"
        "\n"
        "                     instagram  facebook      total\n"
        "Likes         likes     12,280   no data     12,400\n"
        "Reach         reach        900    * 25 %    * ≤ 900\n"
        "Sharing rate  rate      1.25 %     * 2 %      1.3 %\n"
        "Spend         spend          –         –  EUR 9,500\n"
        "\n"
        "likes: no figure for facebook\n"
        "likes: 120 of the total belong to no network\n"
        "reach: seen-rate instead on facebook\n"
        "reach: the total lacks facebook, which had figures in the period before\n"
        "rate: small sample on facebook\n"
        "– not known by network: spend\n"
        "≤ at most: the parts overlap, so they do not add up to the whole\n"
        "Totals of rates are worked out over all rows, they are no mean of the columns.\n"
    )


@pytest.mark.parametrize("width", [24, 40, 52, 60, 200])
def test_every_width_holds_everything(width: int) -> None:
    text = shown(SPLIT, width)
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    for said in ("likes", "12,280", "rate", "1.25 %", "EUR 9,500", "≤ 900", "instagram", "facebook"):
        assert said in words


def test_a_period_that_runs_says_so_far() -> None:
    assert "2026-10 so far" in shown(replace(SPLIT, closed=False))
    assert "2026-10 so far" in split_markdown(replace(SPLIT, closed=False))


def test_columns_that_add_up_to_more_than_the_total_overlap() -> None:
    text = shown(replace(SPLIT, rows=(replace(LIKES, rest=-3.0),)))
    assert "likes: the columns add up to more than the total, so they overlap\n" in text


def test_one_substitute_everywhere_is_said_once() -> None:
    cell = SplitCell(value=5.0, unit="count", used="impressions")
    text = shown(replace(SPLIT, rows=(replace(REACH, parts=(cell, cell), total=cell),)))
    assert "reach: impressions instead on instagram, facebook and in the total\n" in text


def test_nothing_splits() -> None:
    empty = replace(SPLIT, columns=(), rows=())
    assert "No figure is known by network.\n" in shown(empty)
    assert "No figure is known by network.\n" in split_markdown(empty)
    assert len(split_csv(empty).splitlines()) == 1
    assert json.loads(split_json(empty, tool_version="1"))["figures"] == []


def test_markdown() -> None:
    text = split_markdown(SPLIT)
    assert "| Figure | instagram | facebook | Total |\n| --- | ---: | ---: | ---: |\n" in text
    assert "| Likes<br>`likes` | 12,280 | no data | **12,400** |\n" in text
    assert "| Spend<br>`spend` | – | – | **EUR 9,500** |\n" in text
    assert "\n- reach: seen-rate instead on facebook\n" in text


def test_csv_has_a_row_for_each_part_and_one_for_the_total() -> None:
    rows = list(csv.DictReader(StringIO(split_csv(SPLIT))))
    assert [(row["figure"], row["part"], row["value"]) for row in rows] == [
        ("likes", "instagram", "12280.0"),
        ("likes", "facebook", ""),
        ("likes", "", "12400.0"),
        ("reach", "instagram", "900.0"),
        ("reach", "facebook", "0.25"),
        ("reach", "", "900.0"),
        ("rate", "instagram", "0.0125"),
        ("rate", "facebook", "0.02"),
        ("rate", "", "0.013"),
        ("spend", "", "9500.0"),
    ]
    assert (rows[4]["unit"], rows[4]["used"]) == ("%", "seen-rate")
    assert (rows[5]["at_most"], rows[5]["lacks"], rows[5]["reason"]) == ("yes", "facebook", "partial")


def test_json_holds_everything() -> None:
    document = json.loads(split_json(SPLIT, tool_version="1"))
    assert (document["schema_version"], document["dimension"]) == (1, "network")
    likes, reach, _, spend = document["figures"]
    assert [part["part"] for part in likes["parts"]] == document["values"] == ["instagram", "facebook"]
    assert likes["rest"] == 120.0
    assert reach["total"]["at_most"] is True
    assert (spend["splits"], spend["parts"], spend["total"]["value"]) == (False, [], 9500.0)


HOSTILE = "=1|<b>\x1b[31m`x`\n@ana"


def test_hostile_names_stay_texts() -> None:
    split = replace(
        SPLIT,
        name=HOSTILE,
        dimension=HOSTILE,
        columns=(HOSTILE, "total"),
        rows=tuple(replace(row, name=HOSTILE) for row in SPLIT.rows),
    )
    for text in (shown(split), shown(split, 30), split_markdown(split), split_csv(split)):
        assert "\x1b" not in text
    assert "<b>" not in split_markdown(split)
    lines = split_markdown(split).splitlines()
    assert len({line.count("|") for line in lines if line.startswith("|")}) == 1
    for row in csv.reader(StringIO(split_csv(split))):
        assert not any(cell.startswith("=") for cell in row)
    assert json.loads(split_json(split, tool_version="1"))["values"] == [HOSTILE, "total"]


def test_ascii_screens() -> None:
    assert shown(SPLIT, ascii=True).isascii()
    assert "< 900" in shown(SPLIT, ascii=True)
