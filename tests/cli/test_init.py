"""`init` makes a working folder in which every other command works at once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.cli.commands import TEMPLATE, called, surroundings

FILES = {
    "strategy.yaml",
    "README.md",
    "data/README.md",
    "data/make_samples.py",
    "data/sample_plan.py",
    *(f"data/{name}.csv" for name in ("accounts", "ads", "service", "site", "survey", "team")),
    *(f"data/{name}.csv" for name in ("facebook-posts", "instagram-2025", "instagram-2026", "linkedin-posts")),
    "scenarios/fewer-better-posts.yaml",
    "scenarios/proven-tactics.yaml",
    ".schema/strategy-map.schema.json",
    ".gitignore",
    ".gitattributes",
    ".github/workflows/scorecard.yml",
}


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_init_writes_the_folder_and_every_command_works_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "my strategy"
    made = called("init", folder)
    assert (made.code, made.err) == (0, "")
    assert files_in(folder) == FILES
    listed = [line.strip() for line in made.out.splitlines()[1:-1]]
    assert listed[0] == "strategy.yaml"
    assert set(listed) == FILES
    assert (folder / "strategy.yaml").read_bytes() == TEMPLATE.read_bytes()
    assert json.loads((folder / ".schema/strategy-map.schema.json").read_text()) == json.loads(called("schema").out)
    monkeypatch.chdir(folder)
    assert called("check").code == 0
    assert "Social media" in called("status").out
    assert called("render", "-o", "map.mmd").code == 0


def test_what_to_do_next_is_right_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = called("init", "coffee").out.splitlines()
    assert made[0] == "Wrote 21 files to coffee:"
    assert made[-1] == "Next: change coffee/strategy.yaml, then run: scorecard status coffee"
    assert called("status", "coffee").code == 0
    monkeypatch.chdir(tmp_path / "coffee/data")
    Path("README.md").unlink()
    here = called("init").out.splitlines()
    assert here[0] == "Wrote 21 files to this folder:"
    assert here[-1] == "Next: change strategy.yaml, then run: scorecard status"
    assert called("status").code == 0


@pytest.mark.parametrize("there", sorted(FILES))
def test_init_overwrites_nothing_and_then_writes_nothing(there: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("mine")
    refused = called("init", tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert f"{there} is already there; nothing was written" in refused.err
    assert files_in(tmp_path) == {there}
    assert (tmp_path / there).read_text() == "mine"


def test_a_second_init_is_refused(tmp_path: Path) -> None:
    assert called("init", tmp_path).code == 0
    assert called("init", tmp_path).code == 2


@pytest.mark.parametrize("name", ["file", "file/inside"])
def test_a_file_is_no_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    refused = called("init", tmp_path / name)
    assert (refused.code, refused.out) == (2, "")
    assert str(tmp_path / "file") in refused.err
    assert (tmp_path / "file").read_text() == "mine"


def test_the_workflow_checks_and_puts_the_status_into_the_summary(tmp_path: Path) -> None:
    called("init", tmp_path)
    text = (tmp_path / ".github/workflows/scorecard.yml").read_text(encoding="utf-8")
    workflow = YAML(typ="safe").load(text)
    assert set(workflow) == {"name", "on", "permissions", "env", "jobs"}
    assert {"push", "pull_request"} <= set(workflow["on"])
    assert workflow["permissions"] == {"contents": "read"}
    # No package index is asked for the name: a stranger's package may have it.
    assert workflow["env"]["SCORECARD"].startswith("scorecard @ git+https://")
    (job,) = workflow["jobs"].values()
    assert job["runs-on"] == "ubuntu-latest"
    assert all(("uses" in step) != ("run" in step) for step in job["steps"])
    assert [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step] == [
        "actions/checkout",
        "actions/setup-python",
    ]
    python = next(step["with"]["python-version"] for step in job["steps"] if "setup-python" in step.get("uses", ""))
    assert isinstance(python, str)
    runs = [step["run"] for step in job["steps"] if "run" in step]
    assert "scorecard check --format github" in runs
    assert 'scorecard status --format markdown >> "$GITHUB_STEP_SUMMARY"' in runs
    assert next(step for step in job["steps"] if "SUMMARY" in step.get("run", ""))["if"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here, in which workflows run")
def test_the_lines_of_the_workflow_run(tmp_path: Path) -> None:
    """As the runner does it: each line with ``bash -e``, the summary in a file; only the installing is left out."""
    called("init", tmp_path)
    workflow = YAML(typ="safe").load((tmp_path / ".github/workflows/scorecard.yml").read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    summary = tmp_path / "summary.md"
    for step in job["steps"]:
        line = step.get("run", "")
        if line.startswith("scorecard "):
            line = f"{sys.executable} -m {line}"
            environment = surroundings({"GITHUB_STEP_SUMMARY": str(summary), "CI": "true"})
            subprocess.run(["bash", "-e", "-c", line], cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert summary.read_text(encoding="utf-8").startswith("## Social media marketing\n\n**Stakeholders' interests")


def test_templates_lists_what_init_takes() -> None:
    ran = called("templates")
    assert ran.out.startswith("social-media  Social media marketing")
    assert ran.err == ""


def test_a_file_in_the_place_of_a_folder_is_in_the_way_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/workflows").touch()
    answer = called("init", tmp_path)
    assert answer.code == 2
    assert "workflows is already there; nothing was written" in answer.err
    assert [path.name for path in tmp_path.iterdir()] == [".github"]


def test_the_next_command_can_be_typed_as_it_is_printed(tmp_path: Path) -> None:
    assert called("init", tmp_path / "a b#1").out.endswith(f"scorecard status '{tmp_path}/a b#1'\n")
