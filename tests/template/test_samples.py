"""The sample rows are what the script makes, small, and the only source of figures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copy

import yaml

from tests.cli.commands import TEMPLATE

DATA = TEMPLATE.parent / "data"
FILES = sorted(path.name for path in DATA.glob("*.csv"))
LARGEST = 400 * 1024


def test_the_script_makes_the_files_again_byte_for_byte(tmp_path: Path) -> None:
    for script in DATA.glob("*.py"):
        copy(script, tmp_path)
    subprocess.run([sys.executable, "-B", tmp_path / "make_samples.py"], check=True, timeout=60)
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == FILES
    assert [name for name in FILES if (tmp_path / name).read_bytes() != (DATA / name).read_bytes()] == []


def test_the_folder_is_small() -> None:
    assert len(FILES) == 10
    assert sum(path.stat().st_size for path in DATA.iterdir() if path.is_file()) <= LARGEST


def test_everything_is_called_synthetic_where_a_reader_begins() -> None:
    for path in (TEMPLATE, TEMPLATE.parent / "README.md", DATA / "README.md", DATA / "make_samples.py"):
        assert "synthetic" in path.read_text(encoding="utf-8")[:800].lower(), path


def test_every_file_is_described() -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert [
        path.name for path in DATA.iterdir() if path.is_file() and path.name not in text and path != DATA / "README.md"
    ] == []


def test_no_figure_is_typed_in() -> None:
    written = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))
    assert [kpi for kpi, said in written["kpis"].items() if "value" in said or "formula" not in said] == []
    assert not list(DATA.glob("actuals*"))


def test_every_file_of_data_is_named_in_the_map() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    unnamed = [name for name in FILES if f"data/{name}" not in text and not name.startswith("instagram-")]
    assert unnamed == []
