"""Levers, scenarios, forecast and evidence in a report: what they say, and that no text of theirs becomes markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.rendering.report.printed.sheet_section import sheet_section as printed
from scorecard.rendering.report.sheet import Marked, Sheet
from scorecard.rendering.report.sheet_in_markdown import sheet_in_markdown
from scorecard.rendering.report.sheet_section import sheet_section
from tests.cli.commands import TEMPLATE, called

HOSTILE = '</td><script>alert(1)</script> | @all \u202e #eval("1") ]]> [x](http://x.y)'


def sheet(text: str) -> Sheet:
    return Sheet(
        title="Levers",
        lead=text,
        headings=("KPI", "Performance"),
        rows=((text, Marked("at-risk", text)),),
        numbers=(1,),
        widths="1fr auto",
        remarks=(text,),
    )


def test_hostile_text_stays_text() -> None:
    page, paper = sheet_section("levers", sheet(HOSTILE)), printed(sheet(HOSTILE))
    markdown = "\n".join(sheet_in_markdown(sheet(HOSTILE)))
    for text in (page, paper, markdown):
        assert "\u202e" not in text
    assert "<script" not in page
    assert page.count("<td") == sheet_section("levers", sheet("plain")).count("<td")
    assert "<script" not in markdown
    assert "@all" not in markdown
    assert [line.count("|") for line in sheet_in_markdown(sheet(HOSTILE))] == [
        line.count("|") for line in sheet_in_markdown(sheet("plain"))
    ]
    assert '#eval("1")' not in paper


def test_a_mark_stands_with_its_word() -> None:
    page = sheet_section("levers", sheet("at risk 54 %"))
    assert 'href="#mark-at-risk"' in page
    assert "at risk 54" in page


@pytest.mark.parametrize("audience", ["team", "board"])
def test_a_report_says_levers_scenarios_forecast_and_evidence(audience: str, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    ran = called("report", TEMPLATE, "--audience", audience, "--evidence", "--forecast", "-o", target)
    assert ran.code == 0, ran.err
    text = target.read_text(encoding="utf-8")
    for title in ("Levers of the index", "What if", "Forecast", "Do the data support the arrows?"):
        assert f"\n### {title}\n" in text
    assert "| Social media budget | EUR 1,300 | EUR 1,800 |" in text
    assert "All 4 expectations are met." in text
    assert ("| Engaging content | 65 % |" in text) == (audience == "team")


def test_a_report_unrolls_every_outlook(tmp_path: Path) -> None:
    assert called("report", TEMPLATE, "-o", tmp_path / "report.md").code == 0
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "the sum of what 17 KPIs give by all paths; the 5 largest paths:" in text
    assert "1. 'Social media budget' went from 56.25 % to 37.50 %" in text
    assert "### Forecast" not in text


def test_a_broken_scenario_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert called("init", folder).code == 0
    (folder / "scenarios/broken.yaml").write_text("scenario: [", encoding="utf-8")
    assert called("report", folder, "-o", tmp_path / "report.md").code == 0
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "- scenarios/broken.yaml has errors; scorecard check shows them." in text
