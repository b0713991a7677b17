"""The tour of the README is run as it stands: every command, and what it prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard import model
from tests.cli.commands import ROOT, command_folder

README = ROOT / "README.md"
DOTS = re.MULTILINE | re.DOTALL
BLOCK = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", DOTS)
WIDTH = "110"


def test_the_tour_prints_what_it_says(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = f"{command_folder(tmp_path / 'bin')}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "COLUMNS": WIDTH, "HOME": str(tmp_path), "PYTHONUTF8": "1"}
    text = README.read_text(encoding="utf-8")
    folder = tmp_path

    def ran(block: re.Match[str]) -> str:
        nonlocal folder
        command = block["command"]
        if command.startswith("cd "):
            folder /= command[3:]
            return f"```console\n$ {command}\n```"
        done = subprocess.run(
            command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        assert done.returncode in (0, 1), done.stderr
        return f"```console\n$ {command}\n{done.stdout}{done.stderr}```"

    now = BLOCK.sub(ran, text)
    if request.config.getoption("--update-golden"):
        README.write_text(now, encoding="utf-8")
    assert now == README.read_text(encoding="utf-8")


def test_figures_are_recorded_as_it_says(tmp_path: Path) -> None:
    commands = re.search(r"^```sh\n(cp -r maps/corner-cafe .*?)^```$", README.read_text(encoding="utf-8"), DOTS)
    assert commands is not None
    copied, recorded, asked, taken = commands[1].splitlines()
    shutil.copytree(ROOT / "maps/corner-cafe", tmp_path / "maps/corner-cafe")
    path = f"{command_folder(tmp_path / 'bin')}{os.pathsep}{os.environ['PATH']}"

    def ran(*lines: str) -> str:
        done = subprocess.run(
            "\n".join(lines),
            shell=True,
            cwd=tmp_path,
            env={"PATH": path, "HOME": str(tmp_path), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "guests 2026-11: 2,640 (was 2,606 in 2026-10)" in ran(copied, recorded)
    ran("cd cafe", asked)
    form = tmp_path / "cafe/to-fill-in.csv"
    text = form.read_text(encoding="utf-8")
    assert text.count(",91%,,,") == 1
    form.write_text(text.replace(",91%,,,", ",91%,93%,,"), encoding="utf-8")
    assert "wrote 1 figure" in ran("cd cafe", taken)
    assert "2026-11,trained,93%" in (tmp_path / "cafe/data/actuals-bar.csv").read_text(encoding="utf-8")


def test_the_tour_has_commands() -> None:
    commands = [block["command"] for block in BLOCK.finditer(README.read_text(encoding="utf-8"))]
    assert len(commands) >= 10
    assert {command.split()[1] for command in commands if command.startswith("scorecard")} >= {
        "init",
        "status",
        "show",
        "check",
        "render",
        "report",
    }


@pytest.mark.parametrize(
    ("row", "noun"),
    [
        ("map", model.StrategyMap),
        ("perspective", model.Perspective),
        ("theme", model.Theme),
        ("goal", model.Goal),
        ("source", model.Source),
        ("measure", model.Measure),
        ("KPI", model.Kpi),
        ("alarm, warning", model.Alarm),
        ("initiative", model.Initiative),
    ],
)
def test_the_table_names_every_key_and_no_other(row: str, noun: type[model.Noun]) -> None:
    line = re.search(rf"^\| {row} \| (.*) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert line is not None
    assert [key.partition(":")[0] for key in re.findall(r"`([^`]+)`", line[1])] == list(model.keys_of(noun))


def test_the_example_files_are_maps_without_errors(tmp_path: Path) -> None:
    """The files of the second one's sources are not there, so its data are not looked at."""
    from scorecard.api.examine import examine

    blocks = re.findall(r"^```yaml\n(.*?)^```$", README.read_text(encoding="utf-8"), DOTS)
    assert len(blocks) == 2
    for block in blocks:
        path = tmp_path / "strategy.yaml"
        path.write_text(block, encoding="utf-8")
        found = examine(path, data="sources:" not in block).problems
        assert [problem for problem in found if problem.severity == "error"] == []


def test_the_python_example_runs(tmp_path: Path) -> None:
    code = re.search(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), DOTS)
    assert code is not None
    subprocess.run(
        [sys.executable, "-m", "scorecard", "init", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    done = subprocess.run(
        [sys.executable, "-c", code[1]],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "engaging-content at-risk" in done.stdout
