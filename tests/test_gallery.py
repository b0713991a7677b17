"""The template and the example maps in every format: the computed scorecard and each text that is made of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest

import scorecard
from scorecard.api.status import Screen, StatusFormat, StatusOptions, status_text
from scorecard.result import Scorecard
from tests.cli.commands import command_folder

ROOT = Path(__file__).parents[1]
MAPS = {
    "social-media": ROOT / "templates/social-media/strategy.yaml",
    **{path.stem: path for path in sorted((ROOT / "maps").glob("*.yaml"))},
    **{path.parent.name: path for path in sorted((ROOT / "maps").glob("*/strategy.yaml"))},
}
PICTURES = ROOT / "maps/pictures"
README = ROOT / "maps/README.md"
PLAIN = StatusOptions()
DRAWN = StatusOptions(draw=True)
ALL = StatusOptions(kpis=True, initiatives=True, full=True)

FORMATS: dict[str, Callable[[Scorecard], str]] = {
    "card.json": lambda card: json.dumps(_plain(card), indent=1, ensure_ascii=False) + "\n",
    "status.txt": lambda card: status_text(card, "table", PLAIN, Screen(width=100)),
    "status-full.txt": lambda card: status_text(card, "table", ALL, Screen(width=140)),
    "status-narrow.txt": lambda card: status_text(card, "table", PLAIN, Screen(width=60, ascii=True)),
    **{
        f"draw-{width}.txt": lambda card, width=width: status_text(card, "table", DRAWN, Screen(width=width))  # type: ignore[misc]
        for width in (60, 80, 100, 120, 160)
    },
    "draw-kpis.txt": lambda card: status_text(card, "table", replace(DRAWN, kpis=True), Screen(width=140)),
    "draw-ascii.txt": lambda card: status_text(card, "table", DRAWN, Screen(width=100, ascii=True)),
    "status.json": lambda card: _text(card, "json"),
    "status.csv": lambda card: _text(card, "csv"),
    "kpis.csv": lambda card: status_text(card, "csv", ALL, Screen()),
    "status.md": lambda card: status_text(card, "markdown", ALL, Screen()),
    "map.dot": lambda card: scorecard.render(card, "dot"),
    "map.mmd": lambda card: scorecard.render(card, "mmd"),
}


def _text(card: Scorecard, style: StatusFormat) -> str:
    return status_text(card, style, PLAIN, Screen())


def _plain(value: Any) -> Any:
    """A computed object as data, numbers to ten digits, so that the last bits of another processor do not matter."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        return float(f"{value:.10g}")
    return value.isoformat() if isinstance(value, date) else value


@cache
def card_of(name: str) -> Scorecard:
    """The scorecard of a map of the gallery."""
    return scorecard.score(scorecard.load(MAPS[name]), folder=MAPS[name].parent)


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("file", FORMATS)
def test_each_map_in_each_format(name: str, file: str, golden: Callable[[str, str], None]) -> None:
    golden(f"gallery/{name}/{file}", FORMATS[file](card_of(name)))


@pytest.mark.parametrize("name", MAPS)
def test_maps_of_the_gallery_have_no_problems(name: str) -> None:
    assert scorecard.examine(MAPS[name]).problems == ()


def test_pictures_of_the_gallery_are_those_its_commands_make(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """After a change: run the commands of maps/README.md, or this test with ``--update-golden``."""
    for folder in ("maps", "templates"):
        copytree(ROOT / folder, tmp_path / folder)
    rmtree(tmp_path / "maps/pictures")
    commands = re.search(r"<!-- pictures -->\n```sh\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert commands is not None
    path = f"{command_folder(tmp_path / 'bin')}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-e", "-c", commands[1]],
        cwd=tmp_path,
        env={"PATH": path, "HOME": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "note: " not in done.stderr
    made = {file.name: file.read_bytes() for file in (tmp_path / "maps/pictures").iterdir()}
    if request.config.getoption("--update-golden"):
        rmtree(PICTURES)
        copytree(tmp_path / "maps/pictures", PICTURES)
    assert sorted(made) == sorted(file.name for file in PICTURES.iterdir())
    for name, content in made.items():
        assert (PICTURES / name).read_bytes() == content, name


def test_the_gallery_shows_every_map() -> None:
    text = README.read_text("utf-8")
    for name in MAPS:
        assert f"](pictures/{name}.svg)" in text
    for file in PICTURES.iterdir():
        assert f"](pictures/{file.name})" in text
