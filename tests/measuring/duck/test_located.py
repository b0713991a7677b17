"""No path of a map leads to a file outside of its folder, or to what is no file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorecard.measuring.duck.located import locate
from scorecard.model import SourceFile
from tests.measuring.duck.raw import csv, said


def located(folder: Path, *files: str) -> tuple[list[str], list[str]]:
    """The paths that are found, and the rules that are broken."""
    found, problems = locate("posts", [SourceFile(file=file) for file in files], folder)
    return [file.path for file in found], [problem.rule for problem in problems]


def test_files_come_as_listed_and_those_of_a_pattern_by_name(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", "data/10.csv", "data/9.csv", "data/.hidden.csv"):
        csv(tmp_path, "x", name)
    (tmp_path / "data/folder.csv").mkdir()
    found = located(tmp_path, "b.csv", "data/*.csv", "a.csv", "./b.csv")
    assert found == (["b.csv", "data/10.csv", "data/9.csv", "a.csv", "b.csv"], [])


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../secret.csv",
        "data/../../secret.csv",
        "~/x.csv",
        "..",
        "/etc/*",
        "../*.csv",
        "a\0.csv",
        "\\\\h\\x",
    ],
)
def test_a_path_that_leads_out(tmp_path: Path, path: str) -> None:
    csv(tmp_path, "x", "secret.csv")
    (tmp_path / "map").mkdir()
    assert located(tmp_path / "map", path) == ([], ["file-outside"])


def test_links_that_lead_out_and_links_that_stay(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    csv(tmp_path, "x", "secret.csv")
    csv(tmp_path, "x", "outside/secret.csv")
    csv(folder, "x", "data/real.csv")
    (folder / "out.csv").symlink_to(tmp_path / "secret.csv")
    (folder / "up").symlink_to(tmp_path / "outside")
    (folder / "in.csv").symlink_to("data/real.csv")
    assert located(folder, "out.csv", "up/secret.csv", "in.csv") == (["in.csv"], ["file-outside", "file-outside"])
    assert located(folder, "*.csv") == (["in.csv"], ["file-outside"])
    assert located(folder, "up/*.csv") == ([], ["file-outside"])


def test_the_folder_of_the_map_may_itself_be_a_link(tmp_path: Path) -> None:
    csv(tmp_path, "x", "real/a.csv")
    (tmp_path / "map").symlink_to("real")
    assert located(tmp_path / "map", "a.csv", "*.csv") == (["a.csv", "a.csv"], [])


def test_two_names_of_one_file_in_a_pattern_count_once(tmp_path: Path) -> None:
    csv(tmp_path, "x", "a.csv")
    (tmp_path / "b.csv").symlink_to("a.csv")
    assert located(tmp_path, "*.csv") == (["a.csv"], [])


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    (tmp_path / "dangling.csv").symlink_to("nowhere.csv")
    for path in ("data", "pipe.csv", "loop.csv", "dangling.csv"):
        found, (problem,) = locate("posts", [SourceFile(file=path)], tmp_path)
        assert found == []
        assert problem.rule in ("file-unreadable", "file-missing")
        assert problem.loc == ("sources", "posts", "files", 0, "file")
        assert path in said(problem)[0]
    assert located(tmp_path, "*.csv")[1] == ["file-unreadable"] * 3


def test_a_device(tmp_path: Path) -> None:
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    assert located(tmp_path, "zero.csv") == ([], ["file-outside"])
