"""``scorecard note``, ``decide`` and ``decisions``: a meeting without a screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scorecard.cli.decide import Kind
from scorecard.review import KINDS
from tests.cli.commands import called

MAP = """\
name: Coffee
as_of: 2026-10-31
goals:
  good-coffee: {perspective: customer, name: Good coffee, lagging: [liked]}
  staff: {perspective: learning, lagging: [liked]}
kpis:
  liked: {value: 3, baseline: 0, target: 4}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "strategy.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path


def review(path: Path, period: str = "2026-10") -> str:
    return (path.parent / f"reviews/{period}.md").read_text(encoding="utf-8")


def test_a_comment_says_where_it_went(path: Path) -> None:
    ran = called("note", "good-coffee", "The new roast\nis liked", "--map", path)
    assert ran == (0, "Good coffee: The new roast is liked\nwrote a comment to reviews/2026-10.md\n", "")
    assert called("note", "Good Coffee", "by name", "-m", path, "--period", "2026-09").code == 0
    assert review(path) == "# Review 2026-10\n\n## Good coffee (good-coffee)\n\n- The new roast is liked\n"
    assert "- by name\n" in review(path, "2026-09")


def test_a_decision_says_who_does_it_until_when(path: Path) -> None:
    ran = called("decide", "staff", "Slow down", "Hiring", "--owner", "Ann", "--due", "2026-Q4", "-m", path)
    assert ran.code == 0
    assert ran.out == ("Staff: slow-down: Hiring (Ann, due 31 December 2026)\nwrote a decision to reviews/2026-10.md\n")
    assert review(path).endswith("- [ ] slow-down: Hiring · Ann · 2026-12-31 · staff\n")
    assert "(nobody yet, no date)" in called("decide", "staff", "stop", "It", "-m", path).out


@pytest.mark.parametrize("owner", ["  ", "–", "-"])
def test_what_is_said_is_what_is_written(owner: str, path: Path) -> None:
    ran = called("decide", "staff", "stop", " It\nnow ", "--owner", owner, "-m", path)
    assert ran.out == "Staff: stop: It now (nobody yet, no date)\nwrote a decision to reviews/2026-10.md\n"
    assert "- [ ] stop: It now · – · – · staff\n" in review(path)


@pytest.mark.parametrize("options", [["--format", "json"], ["--output", "list.txt"]])
def test_closing_is_no_data(options: list[str], path: Path) -> None:
    called("decide", "staff", "stop", "It", "-m", path)
    ran = called("decisions", path, "--close", "1", *options)
    assert (ran.code, ran.out) == (2, "")
    assert "--close lists nothing, so it goes without --format json and --output" in ran.err
    assert "- [ ] stop: It" in review(path)


def test_the_kinds_are_those_of_the_noun() -> None:
    assert tuple(Kind) == KINDS


def test_what_is_open_is_listed_and_closed_by_its_number(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert called("decisions", path).out == "No decision is open.\n"
    called("decide", "staff", "stop", "Old", "--due", "2026-09-30", "--period", "2026-08", "-m", path)
    called("decide", "staff", "change", "One", "-m", path)
    called("decide", "good-coffee", "change", "Two", "-m", path)
    with (path.parent / "reviews/2026-08.md").open("a") as file:
        file.write("- [ ] by hand · Bob · – · gone\n")
    assert called("decisions", path).out == (
        "4 open decisions, 1 late\n\n"
        "Review 2026-10\n"
        "  1. change: One\n     Staff · nobody yet, no date\n"
        "  2. change: Two\n     Good coffee · nobody yet, no date\n\n"
        "Review 2026-08\n"
        "  3. stop: Old\n     Staff · nobody yet, late: due 30 September 2026\n"
        "  4. by hand\n     gone (no longer in the map) · Bob, no date\n"
    )
    found = json.loads(called("decisions", path, "--format", "json").out)
    assert [(one["number"], one["review"], one["late"]) for one in found["decisions"]] == [
        (1, "2026-10", False),
        (2, "2026-10", False),
        (3, "2026-08", True),
        (4, "2026-08", False),
    ]
    ran = called("decisions", path, "--close", "3", "--close", "1")
    assert ran.out == "done: stop: Old\nwrote reviews/2026-08.md\ndone: change: One\nwrote reviews/2026-10.md\n"
    assert "- [x] stop: Old" in review(path, "2026-08")
    assert "1. change: Two" in called("decisions", path).out
    monkeypatch.setenv("COLUMNS", "30")
    assert max(map(len, called("decisions", path).out.splitlines())) <= 30


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["note", "good-cofee", "x"], "the map has no goal 'good-cofee'; did you mean 'good-coffee'?"),
        (["note", "staff", " "], "the comment is empty"),
        (["note", "staff", "x", "--period", "2026-Q3"], "2026-Q3 is a quarter"),
        (["decide", "stff", "stop", "x"], "did you mean 'staff'"),
        (["decide", "staff", "hold", "x"], "there are: continue, intensify, slow-down, stop, change"),
        (["decide", "staff", "stop", "x", "--due", "soon"], "'soon' is not a date"),
        (["decide", "staff", "stop", "x", "--owner", "A · B"], "holds no '·'"),
        (["decisions", "--close", "1"], "no open decision has the number 1; none is open"),
        (["decisions", "--close", "x"], "'x' is no number of a decision; scorecard decisions lists them"),
    ],
)
def test_wrong_use_writes_nothing(arguments: list[str], said: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    ran = called(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not list(path.parent.rglob("*.md"))


def test_a_file_that_cannot_be_read_is_shown_with_its_place(path: Path) -> None:
    (path.parent / "reviews").mkdir()
    (path.parent / "reviews/2026-10.md").write_bytes(b"# Review\n\n- caf\xe9\n")
    for arguments in (("note", "staff", "x", "-m", path), ("decisions", path)):
        ran = called(*arguments)
        assert ran.code == 2
        assert "reviews/2026-10.md:3:6" in ran.err
        assert "save the file with the encoding UTF-8" in ran.err


def test_a_link_out_of_the_folder_is_not_written_through(path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (path.parent / "reviews").symlink_to(outside)
    ran = called("note", "staff", "x", "-m", path)
    assert (ran.code, ran.out) == (2, "")
    assert "leads out of the folder" in ran.err
    assert list(outside.iterdir()) == []


def test_hostile_names_and_texts_cannot_move_the_cursor(path: Path) -> None:
    path.write_text(MAP.replace("name: Good coffee", 'name: "Good\\e[2J <b> \\u202e [x](y)"'), encoding="utf-8")
    ran = called("note", "good-coffee", "a\x1b[2Jb", "-m", path)
    assert ran.code == 0
    assert "\x1b" not in ran.out
    called("decide", "good-coffee", "stop", "a\x1b[2Jb", "--owner", "O\x1b[2J", "-m", path)
    listed = called("decisions", path).out
    assert "\x1b" not in listed
    assert "\u202e" not in listed
