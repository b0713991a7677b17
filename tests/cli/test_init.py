"""`init` makes a working folder in which every other command works at once."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, TEMPLATE, scorecard

FILES = {
    "strategy.yaml",
    "README.md",
    "data/README.md",
    ".schema/strategy-map.schema.json",
    ".gitignore",
    ".gitattributes",
    ".github/workflows/scorecard.yml",
}


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_init_writes_the_folder_and_check_and_status_work_there(tmp_path: Path) -> None:
    folder = tmp_path / "my strategy"
    made = scorecard("init", folder)
    assert made.code == 0
    assert files_in(folder) == FILES
    assert (folder / "strategy.yaml").read_bytes() == TEMPLATE.read_bytes()
    assert json.loads((folder / ".schema/strategy-map.schema.json").read_text()) == json.loads(scorecard("schema").out)
    assert scorecard("check", cwd=folder).code == 0
    assert "Social media" in scorecard("status", cwd=folder).out
    assert scorecard("render", "-o", "map.mmd", cwd=folder).code == 0


def test_init_overwrites_nothing_and_then_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine")
    refused = scorecard("init", tmp_path)
    assert refused.code == 2
    assert ".gitignore is already there; nothing was written" in refused.err
    assert files_in(tmp_path) == {".gitignore"}


def test_templates_lists_what_init_takes() -> None:
    assert scorecard("templates").out.startswith("social-media  Social media marketing")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_templates_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "scorecard/templates/social-media/strategy.yaml" in names
    assert "scorecard/templates/social-media/gitignore" in names
    assert not [name for name in names if name.startswith(("tests/", "maps/"))]


def test_the_wheel_alone_makes_a_working_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    python = environment / "bin/python"
    subprocess.run([python, "-m", "pip", "install", "-q", str(wheel)], check=True, capture_output=True)
    for arguments in (["init", "work"], ["status", "work"], ["check", "work/strategy.yaml"]):
        ran = subprocess.run(
            [environment / "bin/scorecard", *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env={},
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
    assert files_in(tmp_path / "work") == FILES
