"""Data files that someone, or a broken download, has changed at random: each is answered with problems that have a
sentence and a place, or with a scorecard; never with anything else."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

import scorecard
from scorecard.api.examine import by_file
from scorecard.api.problems import problems_text
from scorecard.api.status import Screen

ROOT = Path(__file__).parents[1]
FOLDERS = {"social-media": ROOT / "templates/social-media", "corner-cafe": ROOT / "maps/corner-cafe"}
SEEDS = range(60)
PIECES = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b"'", b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\x85"),
    *(b"1e400", b"-1", b"1,5", b"NaN", b"inf", b"-", b"2026-02-30", b"9999-12-31", b"0001-01-01", b"12/31/2026"),
    *(b"=1+1", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"9" * 400, b"x" * 20_000, b"yes", b"%", b"\\"),
)


def changed(raw: bytes, chosen: random.Random) -> bytes:
    """The bytes of a file with one to four places cut out, doubled or overwritten."""
    for _ in range(chosen.randint(1, 4)):
        start = chosen.randrange(len(raw) + 1)
        end = min(len(raw), start + chosen.choice((0, 1, 3, 30, 500)))
        piece = chosen.choice((b"", chosen.choice(PIECES), raw[start:end] * 2))
        raw = raw[:start] + piece + raw[end:]
    return raw[: chosen.randrange(len(raw) + 1)] if chosen.random() < 0.15 else raw


@pytest.mark.parametrize("seed", SEEDS)
def test_changed_data_are_answered(seed: int, tmp_path: Path) -> None:
    chosen = random.Random(seed)
    name = list(FOLDERS)[seed % len(FOLDERS)]
    folder = tmp_path / name
    shutil.copytree(FOLDERS[name], folder)
    path = chosen.choice(sorted(folder.glob("data/*.csv")))
    path.write_bytes(changed(path.read_bytes(), chosen))
    examination = scorecard.examine(folder / "strategy.yaml")
    for problem in examination.problems:
        assert problem.path or problem.position is not None
    for style in ("full", "concise", "json", "github"):
        text = problems_text(by_file(examination), style, Screen(width=80))
        assert all(problem.rule in text for problem in examination.problems[:10])
    if any(problem.severity == "error" for problem in examination.problems):
        with pytest.raises(scorecard.InvalidDataError):
            scorecard.score(scorecard.load(folder / "strategy.yaml"), folder=folder)
    else:
        assert scorecard.score(scorecard.load(folder / "strategy.yaml"), folder=folder).kpis
