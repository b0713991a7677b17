"""``scorecard diff`` on a map that is small enough to be worked out on paper, in real repositories."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import TEMPLATE, called
from tests.needs import needs

STRATEGY = """\
name: Chain
as_of: 2026-10-31
goals:
  profit: {perspective: financial, lagging: {margin: 1}, driven_by: {loyal: 1}}
  loyal: {perspective: customer, owner: Host, lagging: {guests: 1, smiles: 1}}
kpis:
  margin: {unit: "%", worst: 0%, best: 10%, value: 6%}
  guests: {unit: count, baseline: 0, target: 1000, value: 200}
  smiles: {worst: 0, best: 10, value: 9}
"""


def git(folder: Path, *arguments: str) -> None:
    needs("git")
    names = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(folder: Path, *pairs: tuple[str, str]) -> None:
    text = STRATEGY
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (folder / "strategy.yaml").write_text(text, encoding="utf-8")


def found(*arguments: str) -> dict[str, Any]:
    ran = called("diff", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    document: dict[str, Any] = json.loads(ran.out)
    return document


TARGET = ("target: 1000", "target: 400")
WEIGHT = ("smiles: 1}", "smiles: 3}")


def test_a_target_lowered_after_a_miss_and_a_weight_onto_green(shop: Path) -> None:
    edit(shop, TARGET, WEIGHT)
    document = found("HEAD")
    target, weight = document["edits"]
    assert target["sentence"] == "Target of Guests lowered from 1,000 to 400"
    assert target["look_twice"] == ["easier-after-miss"]
    assert weight["sentence"] == "Smiles in Loyal now weighs 3, was 1"
    assert weight["look_twice"] == ["weight-onto-green"]
    # loyal: (20 % + 90 %) / 2 = 55 %, then (50 % + 90 %) / 2 = 70 %, then (50 % + 3 × 90 %) / 4 = 80 %
    moves = [step["goals"][0] for step in document["steps"]]
    assert [move["before"]["performance"] for move in moves] == pytest.approx([0.55, 0.70])
    assert [move["after"]["performance"] for move in moves] == pytest.approx([0.70, 0.80])
    # the index: the mean of profit's 60 % and loyal
    assert document["index_before"]["performance"] == pytest.approx(0.575)
    assert document["index_after"]["performance"] == pytest.approx(0.70)
    assert document["steps"][0]["after"] == document["steps"][1]["before"]
    out = called("diff", "HEAD").out
    assert "Look twice" in out
    assert "it was off track, and is judged more mildly now" in out


def test_backwards_nothing_is_to_be_looked_at_twice(shop: Path) -> None:
    edit(shop, TARGET, WEIGHT)
    git(shop, "commit", "-qam", "second")
    edit(shop)
    assert [one["look_twice"] for one in found("HEAD")["edits"]] == [[], []]


def test_no_difference(shop: Path) -> None:
    ran = called("diff", "HEAD", "--exit-code")
    assert (ran.code, ran.err) == (0, "")
    assert "No difference that matters" in ran.out
    edit(shop, ("owner: Host", "owner: Cook"))
    ran = called("diff", "HEAD", "--exit-code")
    assert ran.code == 1
    assert "1 edit; no score depends on it." in ran.out
    assert called("diff", "HEAD").code == 0


def test_two_files_and_two_revisions(shop: Path) -> None:
    shutil.copy("strategy.yaml", "old.yaml")
    edit(shop, TARGET)
    git(shop, "commit", "-qam", "second")
    by_file, by_revision = found("old.yaml", "strategy.yaml"), found("HEAD~1", "HEAD", "-m", "strategy.yaml")
    assert by_file["edits"] == by_revision["edits"]
    assert len(by_file["edits"]) == 1
    assert "the data are those of" in called("diff", "HEAD~1", "HEAD", "-m", "strategy.yaml").err


def test_a_file_wins_over_a_revision_of_its_name(shop: Path) -> None:
    git(shop, "branch", "old")
    (shop / "old").write_text(STRATEGY.replace("owner: Host", "owner: Cook"), encoding="utf-8")
    ran = called("diff", "old")
    assert "the file is meant" in ran.err
    assert "Owner of Loyal: now Host, was Cook" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "neither a file nor a revision"),
        (("--", "--output=stolen"), "is no name of a revision"),
        (("--", "-h"), "is no name of a revision"),
        (("HEAD:strategy.yaml",), "is no name of a revision"),
        (("HEAD\x1b[31m",), "is no name of a revision"),
        (("",), "is no name of a revision"),
        (("HEAD", "-m", "new.yaml"), "new.yaml is not in the revision HEAD"),
        (("HEAD", "nowhere"), "neither a file nor a revision"),
    ],
)
def test_what_cannot_be_read(shop: Path, arguments: tuple[str, ...], said: str) -> None:
    shutil.copy("strategy.yaml", "new.yaml")
    ran = called("diff", *arguments) if "-m" in arguments else called("diff", "-m", "strategy.yaml", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "\x1b" not in ran.err
    assert not (shop / "stolen").exists()


def test_without_a_repository_and_without_git(tmp_path: Path, shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(shop / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "lies in no git repository" in called("diff", "HEAD").err
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = called("diff", "HEAD")
    assert ran.code == 2
    assert "git is not installed" in ran.err


def test_errors_of_either_side_with_their_places(shop: Path) -> None:
    edit(shop, ("driven_by: {loyal: 1}", "driven_by: {layal: 1}"))
    ran = called("diff", "HEAD")
    assert ran.code == 2
    assert "strategy.yaml:4:" in ran.err
    git(shop, "commit", "-qam", "broken")
    edit(shop)
    ran = called("diff", "HEAD")
    assert ran.code == 2
    assert "HEAD:strategy.yaml:4:" in ran.err


def test_hostile_names(shop: Path) -> None:
    edit(shop, ("owner: Host", 'owner: "\\e[31m<b>|@all"'), ("name: Chain", "name: '<b>|@x'"))
    for form in ("table", "markdown"):
        out = called("diff", "HEAD", "--format", form).out
        assert "\x1b" not in out
    assert "<b>" not in called("diff", "HEAD", "--format", "markdown").out


def test_a_formula_over_a_column_that_comes_with_another_edit(shop: Path) -> None:
    (shop / "rows.csv").write_text("date,a,b\n2026-10-05,3,8\n", encoding="utf-8")
    rows = "sources:\n  rows: {date: date, files: rows.csv%s}\n"
    one = ("smiles: {worst: 0, best: 10, value: 9}\n", "smiles: {worst: 0, best: 10, source: rows, formula: sum(a)}\n")
    edit(shop, one, ("kpis:\n", rows % "" + "kpis:\n"))
    git(shop, "commit", "-qam", "rows")
    edit(
        shop,
        (one[0], one[1].replace("sum(a)", "sum(c)")),
        ("kpis:\n", "sources:\n  rows: {date: date, files: rows.csv, derive: {c: a + b - 5}}\nkpis:\n"),
    )
    document = found("HEAD")
    assert document["index_after"]["performance"] == pytest.approx((0.6 + (0.2 + 0.6) / 2) / 2)
    assert document["steps"][-1]["after"] == document["index_after"]


@pytest.mark.parametrize("name", ["80.txt", "140.txt", "ascii.txt", "comment.md", "all.json"])
def test_how_it_looks(
    name: str, shop: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    git(shop, "tag", "then")
    quick = (
        "  quick: {perspective: internal, lagging: [speed]}\nkpis:\n  speed: {worst: 9, best: 1, target: 3, value: 4}\n"
    )
    edit(shop, TARGET, WEIGHT, ("owner: Host", "driven_by: {quick: {weight: 2, delay: 1}}"), ("kpis:\n", quick))
    monkeypatch.setenv("COLUMNS", name.partition(".")[0] if name[0].isdecimal() else "100")
    form = {"md": "markdown", "json": "json"}.get(name.rpartition(".")[2], "table")
    ran = called("diff", "then", "--format", form, encoding="ascii" if name == "ascii.txt" else "utf-8")
    assert ran.code == 0, ran.err
    golden(f"diff/{name}", ran.out)


def test_json_says_these_things_and_no_others(shop: Path) -> None:
    edit(shop, TARGET)
    document = found("HEAD")
    assert set(document) == {
        *("schema_version", "tool_version", "as_of", "period", "closed", "map", "before", "after"),
        *("index_before", "index_after", "coverage_before", "coverage_after", "edits", "steps", "goals"),
    }
    assert set(document["edits"][0]) == {
        *("kind", "section", "id", "name", "list", "goal", "field", "before", "after", "unit"),
        *("step", "look_twice", "sentence"),
    }
    assert set(document["steps"][0]) == {"edits", "before", "after", "goals"}
    assert set(document["goals"][0]) == {"id", "name", "before", "after"}


def test_the_older_map_asks_for_data_that_are_gone(shop: Path) -> None:
    rows = "sources:\n  rows: {date: date, files: rows.csv}\nkpis:\n"
    edit(shop, ("worst: 0, best: 10, value: 9", "worst: 0, best: 10, source: rows, formula: sum(a)"), ("kpis:\n", rows))
    git(shop, "commit", "-qam", "rows")
    edit(shop)
    ran = called("diff", "HEAD")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: the older map cannot be scored with the data of today: there is no file `rows.csv`\n"


@pytest.mark.parametrize("name", ["map.svg", "map.PNG", "map.pdf"])
def test_a_file_that_is_called_like_a_picture_is_refused(name: str, tmp_path: Path) -> None:
    ran = called("diff", TEMPLATE, TEMPLATE, "-o", tmp_path / name)
    assert ran.code == 2
    assert "is called like a picture" in ran.err
    assert not (tmp_path / name).exists()
