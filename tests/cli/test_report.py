"""``scorecard report`` from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import called
from tests.reported import folder_of, plain, read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return folder_of(tmp_path / "map", plain)


def test_the_page_is_written_and_said_so(folder: Path, tmp_path: Path) -> None:
    done = called("report", folder, "-o", tmp_path / "a.html")
    assert (done.code, done.out) == (0, "")
    assert done.err == f"wrote {tmp_path / 'a.html'}: 2026-03, 2 goals, as of 2026-03-31\n"
    assert read((tmp_path / "a.html").read_text(encoding="utf-8")).of("main")


def test_without_a_name_it_is_report_html(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert called("report").code == 0
    assert (folder / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.markdown"])
def test_markdown_by_its_ending(folder: Path, tmp_path: Path, name: str) -> None:
    assert called("report", folder, "-o", tmp_path / name).code == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith("## Map · Organisation\n")
    assert "```mermaid\nflowchart BT\n" in text


def test_each_audience_gets_another_depth(folder: Path, tmp_path: Path) -> None:
    pages = {}
    for audience in ("board", "team", "newcomer"):
        path = tmp_path / f"{audience}.html"
        assert called("report", folder, "--audience", audience, "-o", path).code == 0
        pages[audience] = [section["id"] for section in read(path.read_text(encoding="utf-8")).of("section")]
    assert pages["board"] == ["map", "headline", "changes", "focus", "goals", "guide"]
    assert set(pages["board"]) < set(pages["team"])
    assert {"rows", "initiatives", "data"} <= set(pages["team"])
    assert pages["newcomer"][:2] == ["guide", "headline"]


def test_another_period(folder: Path, tmp_path: Path) -> None:
    done = called("report", folder, "--period", "2026-02", "-o", tmp_path / "a.md")
    assert "2026-02, 2 goals" in done.err
    assert "\n2026-02, as of 31 March 2026\n" in (tmp_path / "a.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "a.txt"), "'a.txt' names no format of a report; end it with .html, .md or .pdf"),
        (("-o", "a.yaml"), "would overwrite one"),
        (("--audience", "press"), "press"),
        (("--period", "2027-01"), "2027-01 has not begun"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    done = called("report", *arguments)
    assert done.code == 2
    assert said in done.err
    assert sorted(folder.rglob("*")) == before


def test_a_map_with_errors_leaves_the_old_page(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("old")
    (folder / "data/actuals.csv").write_text("date,kpi,value\n2026-01,trained,many\n")
    done = called("report", folder, "-o", page)
    assert done.code == 2
    assert "data/actuals.csv:2" in done.err
    assert page.read_text() == "old"


def test_what_was_said_and_decided_is_in_the_report(folder: Path, tmp_path: Path) -> None:
    assert called("note", "seen", "Reach fell <i>again</i>", "-m", folder).code == 0
    assert (
        called("decide", "seen", "change", "Fewer links", "--owner", "Ana", "--due", "2026-05-01", "-m", folder).code
        == 0
    )
    assert (
        called(
            "decide", "able", "stop", "The old course", "--due", "2026-03-01", "--period", "2026-02", "-m", folder
        ).code
        == 0
    )
    assert called("report", folder, "-o", tmp_path / "a.html").code == 0
    assert called("report", folder, "-o", tmp_path / "a.md").code == 0
    text = "".join(read((tmp_path / "a.html").read_text(encoding="utf-8")).texts)
    for words in (
        "Reach fell <i>again</i>",
        "Decided: change: Fewer links · Ana · due 1 May 2026",
        "Open since 2026-02: stop: The old course",
    ):
        assert words in text
    markdown = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "- [ ] change: Fewer links · Ana, due 1 May 2026 · Goal\n" in markdown
    assert "- [ ] open since 2026-02 · stop: The old course · nobody yet, late: due 1 March 2026 · Cause\n" in markdown


def test_words_about_goals_that_are_gone_are_kept(folder: Path, tmp_path: Path) -> None:
    (folder / "reviews").mkdir()
    (folder / "reviews/2026-03.md").write_text("## Old goal (old-goal)\n\n- It was too dear\n- [x] stop: The fair\n")
    assert called("report", folder, "-o", tmp_path / "a.html").code == 0
    text = "".join(read((tmp_path / "a.html").read_text(encoding="utf-8")).texts)
    assert "Comments on goals that are gone" in text
    assert "old-goal (no longer in the map): It was too dear" in text
    assert "stop: The fair" in text
    assert "done" in text


def test_a_review_that_cannot_be_read_is_named(folder: Path, tmp_path: Path) -> None:
    (folder / "reviews").mkdir()
    (folder / "reviews/2026-03.md").write_bytes(b"\xff\xfe\x00")
    done = called("report", folder, "-o", tmp_path / "a.html")
    assert done.code == 2
    assert "reviews/2026-03.md" in done.err
    assert not (tmp_path / "a.html").exists()
