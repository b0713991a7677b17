"""Reports on paper: what can be read from them, that no text of a map becomes a command, and that pages are sound."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.api.report import report, report_pdf, save_report
from scorecard.model import StrategyMap
from scorecard.rendering.kpi_words import kpis_of
from scorecard.rendering.report.kpi_table import value_words
from scorecard.rendering.report.printed.document import report_typst
from scorecard.report import Audience, Report
from scorecard.review import Comment, Decision, Review
from scorecard.writing.engine import NoEngineError
from scorecard.writing.pdf import typeset
from tests.api.test_report import MAPS, example
from tests.maps import DAY, map_data
from tests.poppler import squashed, told
from tests.reported import HOSTILE, folder_of, hostile, plain, report_of

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"/>'
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_BOX = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"')
_SHORT = HOSTILE.replace("w" * 500, "")


def nasty(words: str) -> str:
    """A hostile text that needs no other way of setting it than a harmless one."""
    return f"{words} {_SHORT}"


def harmless(words: str) -> str:
    """A text as long as `nasty`."""
    return f"{words} {'x' * len(_SHORT)}"


@pytest.fixture(scope="module")
def told_of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("told"), plain)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("attacked"), hostile)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_text_of_a_map_becomes_a_command(tmp_path: Path, audience: Audience) -> None:
    shapes = [
        _STRING.sub(
            '""', report_typst(_said(report_of(folder_of(tmp_path / say.__name__, say), audience), say), PICTURE)
        )
        for say in (nasty, harmless)
    ]
    assert shapes[0] == shapes[1]
    assert "evil" not in shapes[0]


def _said(found: Report, say: Callable[[str], str]) -> Report:
    """The report with something said and decided on a goal, and on one that is gone."""
    period = found.card.period
    decisions = [
        Decision(
            period=period, goal=goal, kind="stop", text=say("text"), owner=say("owner"), due=due, done=False, line=1
        )
        for goal, due in (("seen", date(2026, 3, 1)), ("gone", None), (None, None))
    ]
    comments = [Comment(goal=goal, text=say("comment"), line=1) for goal in ("seen", "gone")]
    review = Review(period=period, path="reviews/x.md", comments=tuple(comments), decisions=tuple(decisions))
    return replace(found, review=review, open_decisions=tuple(decisions))


def test_what_was_said_and_decided_can_be_read(told_of: Path, tmp_path: Path) -> None:
    shown = squashed(told("pdftotext", report_pdf(_said(report_of(told_of), hostile)), tmp_path, "-raw"))
    for words in (
        "Fromthereview",
        "Commentsongoalsthataregone",
        "Decidedinthereviewof2026-03",
        "Openfromearlierreviews",
    ):
        assert words in shown
    assert shown.count("comment</style>") == 2
    assert shown.count("stop:text</style>") == 8  # three in each table, two beside the goal that is there
    assert "!late" in shown
    assert "gone(nolongerinthemap)" in shown


def test_every_hostile_text_can_be_read(attacked: Path, tmp_path: Path) -> None:
    shown = squashed(told("pdftotext", report_pdf(report_of(attacked)), tmp_path, "-raw"))
    start = squashed("</style></script><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & ]]>")
    fields = ("organisation", "map", "mission", "goal", "description of the goal", "owner of the goal", "rate")
    more = ("initiative", "question", "post 6", "event", "break", "why this cause", "why the initiative")
    for words in (*fields, *more, "description of the rate", "owner of the rate", "page of the goal", "theme"):
        assert f"{squashed(words)}{start}" in shown, words
    assert "w" * 500 in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_hostile_map_is_set_for_every_reader(attacked: Path, audience: Audience) -> None:
    assert report_pdf(report_of(attacked, audience)).startswith(b"%PDF-")


@pytest.mark.parametrize("length", [3_000, 30_000])
def test_a_text_longer_than_a_page_is_not_cut(length: int, tmp_path: Path) -> None:
    def say(words: str) -> str:
        return f"{words} {'word ' * (length // 5)}endof{words}" if words in long_ones else plain(words)

    long_ones = (
        "description of the goal",
        "why this cause",
        "description of the rate",
        "question",
        "why the initiative",
    )
    pdf = report_pdf(report_of(folder_of(tmp_path, say)))
    shown = squashed(told("pdftotext", pdf, tmp_path, "-raw"))
    for words in long_ones:
        assert f"endof{squashed(words)}" in shown, words
    _stays_on_the_page(told("pdftotext", pdf, tmp_path, "-bbox"))


def _stays_on_the_page(boxes: str) -> None:
    """No word reaches into the line at the foot of a page, or beyond the edges."""
    for page in boxes.split("<page ")[1:]:
        width, height = map(float, re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        words = [tuple(map(float, box)) for box in _BOX.findall(page)]
        foot = max(top for _, top, _, _ in words)
        for left, top, right, bottom in words:
            assert left >= 0
            assert right <= width
            assert bottom <= height
            assert bottom <= foot + 1 or top > foot - 4


@settings(max_examples=12)
@given(map_data(most_goals=20), st.sampled_from(AUDIENCES))
def test_any_map_is_set_and_stays_on_its_pages(data: dict[str, Any], audience: Audience) -> None:
    found = report(StrategyMap.model_validate(data), date.fromisoformat(DAY), audience=audience)
    pdf = typeset(report_typst(found, PICTURE), system_fonts=False, standard="ua-1")
    with TemporaryDirectory() as folder:
        _stays_on_the_page(told("pdftotext", pdf, Path(folder), "-bbox"))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.parent.name if path.name == "strategy.yaml" else path.stem)
def test_example_maps_are_for_screen_readers_too(path: Path, audience: Audience, tmp_path: Path) -> None:
    found = example(path, audience)
    pdf = typeset(report_typst(found, PICTURE), system_fonts=False, standard="ua-1")
    assert b"/Outlines" in pdf  # the headings are bookmarks
    facts = told("pdfinfo", pdf, tmp_path)
    assert re.search(r"^Tagged: +yes$", facts, re.MULTILINE)
    assert re.search(rf"^Title: +{re.escape(found.card.map.name)} · {found.card.period}", facts, re.MULTILINE)
    assert re.search(r"^Page size: .*\(A4\)$", facts, re.MULTILINE)
    _stays_on_the_page(told("pdftotext", pdf, tmp_path, "-bbox"))
    _is_numbered(found, told("pdftotext", pdf, tmp_path, "-layout").split("\f")[:-1])
    shown = squashed(told("pdftotext", pdf, tmp_path, "-raw"))
    for goal in found.card.goals:
        assert squashed(goal.name) in shown


def _is_numbered(found: Report, pages: list[str]) -> None:
    """Every page after the first has the name of the map at its top, and every page its number at its foot."""
    names = (*(item.name for item in found.card.perspectives), *(goal.name for goal in found.card.goals))
    headings = {
        "Headline figures",
        "Focus",
        "Satisfied",
        "Goals",
        "KPIs",
        "Initiatives",
        *names,
    }
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert squashed(lines[-1]).endswith(f"{number}/{len(pages)}")
        assert lines[-2] not in headings, "a heading at the foot of a page"
        if number > 1:
            assert lines[0].startswith(found.card.map.name)


def test_every_figure_stands_in_the_report_of_the_team(tmp_path: Path) -> None:
    found = example(next(path for path in MAPS if path.parent.name == "social-media"))
    pages = told("pdftotext", report_pdf(found), tmp_path, "-raw")
    shown = squashed(pages)
    kpis = {kpi.id: kpi for kpi in found.card.kpis}
    for _, kpi_id in (used for goal in found.card.goals for used in kpis_of(goal)):
        assert squashed(kpis[kpi_id].name) in shown
        assert squashed(value_words(kpis[kpi_id], found.card.map.currency)) in shown
    for item in found.card.initiatives:
        assert squashed(item.name) in shown
    for heading in ("Strategy map", "Headline figures", "Focus", "Best and worst", "Initiatives", "Definitions"):
        assert re.search(rf"^{heading}$", pages, re.MULTILINE)


def test_the_head_of_a_table_stands_on_every_page_it_reaches(tmp_path: Path) -> None:
    found = example(next(path for path in MAPS if path.parent.name == "social-media"))
    pages = told("pdftotext", report_pdf(found), tmp_path, "-layout").split("\f")
    first = next(number for number, page in enumerate(pages) if re.search(r"^ *How every number was made$", page, re.M))
    last = max(number for number, page in enumerate(pages) if re.search(r"^ *Sum +100\.00 %", page, re.M))
    assert last > first + 1
    for page in pages[first : last + 1]:
        assert re.search(r"^ *Part +Weight +Share +Value +Share × value$", page, re.M)


def test_the_same_report_gives_the_same_bytes_on_every_day(told_of: Path) -> None:
    first = report_pdf(report_of(told_of))
    code = (
        "import sys; from pathlib import Path; from tests.reported import report_of;"
        "from scorecard.api.report import report_pdf; sys.stdout.buffer.write(report_pdf(report_of(Path(sys.argv[1]))))"
    )
    other = {
        **os.environ,
        "TZ": "Pacific/Auckland",
        "SOURCE_DATE_EPOCH": "1700000000",
        "PYTHONPATH": ":".join(sys.path),
    }
    done = subprocess.run([sys.executable, "-c", code, str(told_of)], env=other, capture_output=True, check=True)
    assert done.stdout == first
    for part in (b"CreationDate", b"ModDate", b"CreateDate"):
        assert part not in first


def test_without_typst_one_sentence_says_what_to_install(
    told_of: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.pdf").write_bytes(b"as it was")
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(
        NoEngineError, match=r"^the report as a PDF needs typst, which is not installed: python -m pip "
    ):
        save_report(report_of(told_of), tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes() == b"as it was"


@pytest.mark.parametrize("has_typst", [True, False])
def test_the_command_writes_it_or_says_what_is_missing(told_of: Path, tmp_path: Path, has_typst: bool) -> None:
    code = f"""
import sys
{"" if has_typst else "sys.modules['typst'] = None"}
from scorecard.cli.run import run
sys.exit(run(sys.argv[1:]))
"""
    arguments = ["report", str(told_of), "-o", "report.pdf"]
    done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=tmp_path, capture_output=True, text=True)
    if has_typst:
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert done.stderr == "wrote report.pdf: 2026-03, 2 goals, as of 2026-03-31\n"
        assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    else:
        assert done.returncode == 2
        (sentence,) = done.stderr.splitlines()
        assert sentence.endswith(
            "the report as a PDF needs typst, which is not installed: python -m pip install 'typst>=0.15'"
        )
        assert not list(tmp_path.iterdir())
