"""What is installed from the wheel alone: no extra, no Graphviz, no font of the machine."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests import pixels
from tests.cli.commands import ROOT, Ran, called
from tests.cli.test_init import FILES, files_in


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command as the wheel installs it into an empty environment."""
    environment = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(environment)
    python = environment / "bin/python"
    # The pip of this environment serves the empty one, too: a pip of its own would take longer than everything else.
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-compile", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    return environment / "bin/scorecard"


def run(command: Path, folder: Path, *arguments: str) -> Ran:
    """Run the installed command where nothing is on the PATH, and the one folder of fonts that is known is empty."""
    (folder / "fonts").mkdir(exist_ok=True)
    (folder / "fonts.conf").write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{folder}/fonts</dir></fontconfig>"
    )
    bare = {"PATH": "/nonexistent", "HOME": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    done = subprocess.run([command, *arguments], cwd=folder, capture_output=True, text=True, env=bare, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_the_wheel_carries_the_templates_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "scorecard/templates/social-media/strategy.yaml" in names
    assert "scorecard/templates/social-media/gitignore" in names
    assert not [name for name in names if name.startswith(("tests/", "maps/"))]


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    files = {file.relative_to(ROOT).as_posix() for file in (ROOT / "scorecard").rglob("*") if file.is_file()}
    assert {name for name in files if "__pycache__" not in name} <= names


def test_the_wheel_alone_makes_a_working_folder(command: Path, tmp_path: Path) -> None:
    for arguments in (["init", "work"], ["status", "work", "--draw"], ["check", "work/strategy.yaml"]):
        ran = run(command, tmp_path, *arguments)
        assert ran.code == 0, ran.err
    assert files_in(tmp_path / "work") == FILES


def test_the_wheel_alone_reports(command: Path, tmp_path: Path) -> None:
    run(command, tmp_path, "init", "work")
    for name in ("report.html", "report.md"):
        ran = run(command, tmp_path, "report", "work", "-o", name)
        assert ran.code == 0, ran.err
        assert "Engaging content" in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig says where the fonts are on Linux only")
@pytest.mark.parametrize("switches", [[], ["--dark"]])
def test_without_graphviz_and_without_any_font_a_png_has_text(
    switches: list[str], command: Path, tmp_path: Path
) -> None:
    run(command, tmp_path, "init", "work")
    assert "needs pygraphviz" in run(command, tmp_path, "doctor").out
    ran = run(command, tmp_path, "render", "work", *switches, "-o", "map.png")
    assert ran == (0, "", "wrote map.png: 9 goals, 8 arrows, as of 2026-10-31, in the board style\n")
    png = (tmp_path / "map.png").read_bytes()
    # The name of the map: 26 px, baseline at 42, drawn with two pixels to a px.
    ground = pixels.rows(png, 1)[0][:3]
    box = [row[4 * 44 : 4 * 640] for row in pixels.rows(png, 100)[30:]]
    inked = sum(row[at : at + 3] != ground for row in box for at in range(0, len(row), 4))
    assert 4_000 < inked < len(box) * 300
    called("render", tmp_path / "work", *switches, "--engine", "builtin", "-o", tmp_path / "same.png")
    assert (tmp_path / "same.png").read_bytes() == png


def test_what_needs_an_extra_says_which(command: Path, tmp_path: Path) -> None:
    run(command, tmp_path, "init", "work")
    ran = run(command, tmp_path, "render", "work", "-o", "map.pdf")
    assert ran.code == 2
    assert "python -m pip install 'typst>=0.15'" in ran.err
    assert not (tmp_path / "map.pdf").exists()
    for arguments, package in (
        (["report", "work", "-o", "report.pdf"], "typst"),
        (["report", "work", "-o", "report.html", "--watch"], "watchfiles"),
        (["review", "work"], "textual"),
    ):
        ran = run(command, tmp_path, *arguments)
        assert ran.code == 2
        assert package in ran.err
