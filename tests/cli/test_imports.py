"""Heavy libraries are imported only by the command that needs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, TEMPLATE

DRAWING = {"resvg_py", "typst", "fontTools", "fontpkg_inter", "textual", "watchfiles", "statsmodels", "scipy", "pandas"}
PROBE = """
import sys
from scorecard.cli.run import run
try:
    run(sys.argv[1:])
finally:
    print("LOADED", *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


def loaded(*arguments: str | Path) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )
    return set(ran.stderr.strip().splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["--version"], {"rich", "numpy", "graphviz", "networkx"}),
        (["status", TEMPLATE, "--format", "json"], {"rich", "numpy", "graphviz", "pygraphviz"}),
        (["status", TEMPLATE], {"numpy", "graphviz", "pygraphviz"}),
        (["check", TEMPLATE], {"numpy", "graphviz", "pygraphviz"}),
        (["show", "impressions", "-m", TEMPLATE, "--format", "json"], {"rich", "numpy", "graphviz"}),
        (["templates"], {"rich", "numpy", "graphviz"}),
    ],
)
def test_a_command_leaves_heavy_libraries_alone(arguments: list[str], never: set[str]) -> None:
    assert loaded(*arguments) & (never | DRAWING) == set()


def test_a_picture_loads_only_what_draws_it(tmp_path: Path) -> None:
    for ending, needed in (("svg", set()), ("png", {"resvg_py", "fontpkg_inter"}), ("pdf", {"typst", "fontpkg_inter"})):
        assert loaded("render", TEMPLATE, "-o", tmp_path / f"map.{ending}") & DRAWING == needed
