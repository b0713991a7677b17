"""Which map is meant when none is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.reading.finding import USUAL, maps_in


def _write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")


def test_usual_name_wins_whatever_is_in_it(tmp_path: Path) -> None:
    _write(tmp_path, strategy__yaml="", other__yaml="goals: {}\n")
    assert maps_in(tmp_path) == (tmp_path / USUAL,)


def test_every_file_with_goals_is_a_map(tmp_path: Path) -> None:
    _write(tmp_path, b__yml="# map\n'goals' :\n  a: {}\n", a__yaml='name: x\n"goals": {}\n', data__csv="goals:\n")
    _write(tmp_path, scenario__yaml="scenario: x\n  goals: {}\n", other__yaml="name: goals\n", _x__yaml="goals: {}")
    (tmp_path / ".hidden.yaml").write_text("goals: {}", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    assert [path.name for path in maps_in(tmp_path)] == ["_x.yaml", "a.yaml", "b.yml"]


def test_folder_without_maps_and_no_folder(tmp_path: Path) -> None:
    assert maps_in(tmp_path) == ()
    with pytest.raises(FileNotFoundError):
        maps_in(tmp_path / "nowhere")
