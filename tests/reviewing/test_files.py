"""The files of reviews: hostile ones are not read, and the reason says where."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorecard.period import parse_period
from scorecard.problem import Problem
from scorecard.reviewing.files import LARGEST, periods_reviewed, read_review

OCTOBER = parse_period("2026-10")


def review(folder: Path, content: bytes, name: str = "2026-10.md") -> Path:
    path = folder / "reviews" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def refused(folder: Path) -> Problem:
    found = read_review(folder, OCTOBER)
    assert isinstance(found, Problem)
    assert (found.rule, found.path) == ("review-file", "reviews/2026-10.md")
    return found


def place(problem: Problem) -> tuple[int, int]:
    assert problem.position is not None
    return problem.position.line, problem.position.column


def test_no_file_is_no_text(tmp_path: Path) -> None:
    assert read_review(tmp_path, OCTOBER) is None
    assert periods_reviewed(tmp_path) == ()


def test_the_periods_that_have_a_file_newest_first(tmp_path: Path) -> None:
    for name in ("2026-09.md", "2026-10.md", "2025-Q4.md", "2026-W40.md", "notes.md", "2026-08.txt", "2026-13.md"):
        review(tmp_path, b"", name)
    assert list(map(str, periods_reviewed(tmp_path))) == ["2026-10", "2026-W40", "2026-09", "2025-Q4"]


def test_another_encoding_is_said_with_its_place(tmp_path: Path) -> None:
    review(tmp_path, b"# Review\n\n## A (a)\n- caf\xe9\n")
    assert place(refused(tmp_path)) == (4, 6)
    review(tmp_path, "# Review".encode("utf-16"))
    assert place(refused(tmp_path)) == (1, 1)
    review(tmp_path, b"# Review\n- \x00")
    assert "zero bytes" in refused(tmp_path).message


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    review(tmp_path, b"x" * (LARGEST + 1))
    assert "more than {most} MB" in refused(tmp_path).message


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    (folder / "reviews").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("- [ ] secret\n")
    (folder / "reviews/2026-10.md").symlink_to(tmp_path / "secret.md")
    assert "leads out of the folder" in refused(folder).message
    (folder / "reviews/2026-10.md").unlink()
    (folder / "reviews/2026-10.md").symlink_to(tmp_path / "not-there.md")
    assert "leads out of the folder" in refused(folder).message


@pytest.mark.parametrize("target", ["../strategy.yaml", "2026-09.md"])
def test_links_to_other_files_are_not_followed(target: str, tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / target).write_text("- [ ] stop: it\n")
    (tmp_path / "reviews/2026-10.md").symlink_to(target)
    assert "to another file" in refused(tmp_path).message


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "reviews/2026-10.md").mkdir(parents=True)
    assert "is not a file" in refused(tmp_path).message
    (tmp_path / "reviews/2026-10.md").rmdir()
    os.mkfifo(tmp_path / "reviews/2026-10.md")
    assert "is not a file" in refused(tmp_path).message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_the_system_keeps_is_said(tmp_path: Path) -> None:
    review(tmp_path, b"x").chmod(0)
    assert "cannot be read" in refused(tmp_path).message
