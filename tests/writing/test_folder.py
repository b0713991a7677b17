from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.writing.folder import what_is_there, write_folder


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_folder(tmp_path / "new", {"a.yaml": b"a", "x/y/b": b"b"})
    assert (tmp_path / "new/a.yaml").read_bytes() == b"a"
    assert (tmp_path / "new/x/y/b").read_bytes() == b"b"


@pytest.mark.parametrize("there", ["a.yaml", "x", "x/y"])
def test_what_is_in_the_way_is_named(there: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).touch()
    assert what_is_there(tmp_path, ["a.yaml", "x/y/b"]) == tmp_path / there


def test_a_link_that_leads_nowhere_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere")
    assert what_is_there(tmp_path, ["a.yaml"]) == tmp_path / "a.yaml"


def test_folders_that_are_there_are_welcome(tmp_path: Path) -> None:
    (tmp_path / "x/y").mkdir(parents=True)
    assert what_is_there(tmp_path, ["a.yaml", "x/y/b"]) is None
    assert what_is_there(tmp_path / "not-there-yet", ["a.yaml"]) is None
