"""The same map on the same day gives the same bytes, wherever and in whatever language; and nothing that is not
needed is imported for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.coffee import coffee
from tests.cli.commands import ROOT, TEMPLATE, scorecard

PLACES = (
    {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2"},
)
PROBE = """
import sys
from scorecard.cli.run import run
code = run(sys.argv[1:])
print("LOADED", code, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("arguments", "least"),
    [
        (["status", TEMPLATE, "--format", "json"], 10_000),
        (["status", TEMPLATE, "--as-of", "2026-10-10", "--period", "2026-10", "--format", "json"], 10_000),
        (["status", TEMPLATE, "--by", "network", "--format", "json"], 2_000),
        (["status", TEMPLATE, "--compare", "2026-09", "--format", "json"], 10_000),
        (["history", "--map", TEMPLATE, "--format", "json"], 10_000),
        (["forecast", "-m", ROOT / "maps/corner-cafe/strategy.yaml", "--format", "json"], 9_000),
        (["simulate", TEMPLATE, "--set", "likes=+9%", "--periods", "3", "--format", "json"], 9_000),
        (["top", "posts", "--by", "reach", "-n", "500", "--map", TEMPLATE, "--format", "csv"], 1_500),
    ],
)
def test_any_time_zone_and_language_gives_the_same_bytes(arguments: list[str | Path], least: int) -> None:
    first, second = (scorecard(*arguments, environment=place) for place in PLACES)
    assert (first.code, first.err) == (0, "")
    assert first.out == second.out
    assert len(first.out) > least


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "dot", "mmd"])
def test_a_picture_is_the_same_bytes(ending: str, tmp_path: Path) -> None:
    found = []
    for number, place in enumerate(PLACES):
        path = tmp_path / f"{number}.{ending}"
        assert scorecard("render", TEMPLATE, "-o", path, environment=place).code == 0
        found.append(path.read_bytes())
    assert found[0] == found[1]


def test_a_closed_period_is_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for number, place in enumerate(PLACES):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = coffee(folder, "2026-09,followers,5000\n2026-10,followers,6000\n")
        assert scorecard("close", "2026-10", "--map", path, environment=place).code == 0
        found.append((folder / "closed/2026-10.json").read_bytes())
    assert found[0] == found[1]


@pytest.mark.parametrize("style", ["table", "json"])
def test_without_sources_neither_duckdb_nor_numpy_is_imported(style: str, tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-09,followers,5000\n2026-10,followers,6000\n")
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, "status", str(path), *(["--format", "json"] if style == "json" else [])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )
    word, code, *loaded = ran.stderr.strip().splitlines()[-1].split()
    assert (word, code) == ("LOADED", "0")
    assert {"scorecard", "yaml"} <= set(loaded)
    assert {"duckdb", "numpy", "python_calamine", "scipy"}.isdisjoint(loaded)
