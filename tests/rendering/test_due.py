"""What is due: for the terminal, as the form to fill in, and as Markdown."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from scorecard.due import DueKpi
from scorecard.period import parse_period
from scorecard.rendering.due import FORM, due_csv, due_lines, due_markdown
from scorecard.rendering.spans import as_text

OCTOBER = parse_period("2026-10")
FOLLOWERS = DueKpi(
    id="followers",
    name="Followers",
    owner="Ana",
    unit="count",
    period=OCTOBER,
    last_value=11960,
    last_period=parse_period("2026-09"),
    cadence="month",
)
CSAT = replace(
    FOLLOWERS,
    id="csat",
    name="Customer satisfaction",
    owner=None,
    unit="%",
    period=parse_period("2026-Q3"),
    last_value=0.815,
    last_period=parse_period("2026-Q2"),
    cadence="quarter",
)
REVENUE = replace(FOLLOWERS, id="revenue", name="Revenue", owner="Ben", unit="money", last_value=None, last_period=None)
AGREED = replace(FOLLOWERS, id="agreed", name="Agreed", unit="yes-no", last_value=1)
DUE = (CSAT, FOLLOWERS, REVENUE, AGREED)


def test_a_block_for_each_owner_with_the_last_values() -> None:
    assert as_text(due_lines(DUE, OCTOBER, "EUR"), colour=False) == (
        "4 KPIs without a figure for 2026-10\n"
        "\n"
        "  Ana\n"
        "    Followers              followers               11,960  in 2026-09\n"
        "    Agreed                 agreed                     yes  in 2026-09\n"
        "\n"
        "  Ben\n"
        "    Revenue                revenue                         no figure yet\n"
        "\n"
        "  no owner\n"
        "    Customer satisfaction  csat       for 2026-Q3  81.5 %  in 2026-Q2\n"
    )


@pytest.mark.parametrize("width", [30, 50, 64, 70, 200])
def test_every_width_holds_everything(width: int) -> None:
    lines = due_lines(DUE, OCTOBER, "EUR", width=width)
    text = as_text(lines, colour=False)
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    for said in ("followers", "11,960", "no figure yet", "Customer", "satisfaction", "81.5 %", "for 2026-Q3"):
        assert said in words


def test_nothing_is_due() -> None:
    assert as_text(due_lines((), OCTOBER, "EUR"), colour=False) == "Nothing is due for 2026-10.\n"
    assert due_markdown((), OCTOBER, "EUR") == "Nothing is due for 2026-10.\n"
    assert due_csv(()) == "kpi,name,owner,unit,period,last value,value,n,note\n"


def test_the_form_has_a_row_for_each_kpi_and_room_for_its_value() -> None:
    assert due_csv(DUE) == (
        "kpi,name,owner,unit,period,last value,value,n,note\n"
        "followers,Followers,Ana,count,2026-10,11960,,,\n"
        "agreed,Agreed,Ana,yes-no,2026-10,yes,,,\n"
        "revenue,Revenue,Ben,money,2026-10,,,,\n"
        "csat,Customer satisfaction,,%,2026-Q3,81.5%,,,\n"
    )


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@sum", "\t=1", "\n=1", "a\n=1", "a,=1", "\x1b[31m"])
def test_no_text_becomes_a_formula_or_leaves_its_cell(name: str) -> None:
    text = due_csv([replace(FOLLOWERS, name=name, owner=name, unit=name, last_value=-5.0)])
    assert text.isascii()
    assert not any(character < " " for character in text.replace("\n", ""))
    head, row = csv.reader(StringIO(text))
    assert tuple(head) == FORM
    assert len(row) == len(head)
    assert not any(cell.lstrip()[:1] in ("=", "+", "-", "@") for cell in row[:5] if cell)
    assert row[5] == "-5"


def test_the_form_has_a_column_for_each_dimension_that_a_row_needs() -> None:
    """What helps to fill in gives way to a dimension of the same name."""
    parts = [
        replace(FOLLOWERS, dimensions=(("network", "face,book"), ("owner", "=us"))),
        replace(FOLLOWERS, dimensions=(("network", "x"),), last_value=None),
        REVENUE,
    ]
    assert due_csv(parts) == (
        "kpi,name,unit,network,owner,period,last value,value,n,note\n"
        'followers,Followers,count,"face,book",\'=us,2026-10,11960,,,\n'
        "followers,Followers,count,x,,2026-10,,,,\n"
        "revenue,Revenue,money,,,2026-10,,,,\n"
    )


def test_a_kpi_with_two_missing_parts_is_one_kpi() -> None:
    parts = [replace(FOLLOWERS, dimensions=(("network", network),)) for network in ("facebook", "x")]
    text = as_text(due_lines(parts, OCTOBER, None), colour=False)
    assert text == (
        "1 KPI without a figure for 2026-10\n\n  Ana\n"
        "    Followers  followers network=facebook  11,960  in 2026-09\n"
        "    Followers  followers network=x         11,960  in 2026-09\n"
    )
    assert due_markdown(parts, OCTOBER, None).startswith("## 1 KPI without")


def test_markdown_shows_texts_as_they_are() -> None:
    text = due_markdown([replace(FOLLOWERS, name="<b>|`x`", owner="@ana"), CSAT], OCTOBER, "EUR")
    assert text == (
        "## 2 KPIs without a figure for 2026-10\n\n### @\u200bana\n\n"
        "| KPI | Unit | Period | Last value |\n| --- | --- | --- | ---: |\n"
        "| &lt;b&gt;&#124;\\`x\\`<br>`followers` | count | 2026-10 | 11,960 in 2026-09 |\n\n### no owner\n\n"
        "| KPI | Unit | Period | Last value |\n| --- | --- | --- | ---: |\n"
        "| Customer satisfaction<br>`csat` | % | 2026-Q3 | 81.5 % in 2026-Q2 |\n"
    )


def test_ascii_screens() -> None:
    assert as_text(due_lines([replace(FOLLOWERS, last_value=-5)], OCTOBER, None, ascii=True), colour=False).isascii()
