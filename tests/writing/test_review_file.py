"""Files of reviews are changed whole, by one writer at a time, and never outside of the folder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scorecard.writing.closed import OutsideError
from scorecard.writing.lock import LockedError, locked
from scorecard.writing.review_file import LOCK, amend
from tests.cli.commands import ROOT

PATH = "reviews/2026-10.md"


def test_no_file_is_no_bytes_and_the_folder_is_made(tmp_path: Path) -> None:
    amend(tmp_path, PATH, lambda before: before + b"one\n")
    amend(tmp_path, PATH, lambda before: before + b"two\n")
    assert (tmp_path / PATH).read_bytes() == b"one\ntwo\n"
    assert sorted(os.listdir(tmp_path / "reviews")) == [LOCK, "2026-10.md"]


def test_a_change_of_nothing_writes_nothing(tmp_path: Path) -> None:
    amend(tmp_path, PATH, lambda before: before)
    assert not (tmp_path / PATH).exists()


def test_a_change_that_fails_leaves_the_file(tmp_path: Path) -> None:
    amend(tmp_path, PATH, lambda before: b"one\n")

    def fails(before: bytes) -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        amend(tmp_path, PATH, fails)
    assert (tmp_path / PATH).read_bytes() == b"one\n"
    amend(tmp_path, PATH, lambda before: before + b"two\n", wait=1)


def test_another_writer_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "reviews").mkdir()
    with locked(tmp_path / "reviews" / LOCK, 1), pytest.raises(LockedError):
        amend(tmp_path, PATH, lambda before: b"", wait=0.05)


def test_links_out_of_the_folder_are_not_written_through(tmp_path: Path) -> None:
    folder, outside = tmp_path / "map", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (folder / "reviews").symlink_to(outside)
    with pytest.raises(OutsideError, match="reviews is a link"):
        amend(folder, PATH, lambda before: b"x")
    assert list(outside.iterdir()) == []
    (folder / "reviews").unlink()
    (folder / "reviews").mkdir()
    (folder / PATH).symlink_to(outside / "new.md")
    with pytest.raises(OutsideError, match="is a link that leads out"):
        amend(folder, PATH, lambda before: b"x")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("target", ["../strategy.yaml", "../data/actuals.csv", "2026-09.md"])
def test_links_to_other_files_of_the_map_are_not_written_through(target: str, tmp_path: Path) -> None:
    for name in ("reviews", "data"):
        (tmp_path / name).mkdir()
    there = tmp_path / "reviews" / target
    there.write_text("goals: {}\n")
    (tmp_path / PATH).symlink_to(target)
    with pytest.raises(OutsideError, match=r"reviews/2026-10\.md is a link"):
        amend(tmp_path, PATH, lambda before: before + b"- x\n")
    assert there.read_text() == "goals: {}\n"


def test_the_folder_may_be_a_link_inside_of_that_of_the_map(tmp_path: Path) -> None:
    (tmp_path / "minutes").mkdir()
    (tmp_path / "reviews").symlink_to("minutes")
    amend(tmp_path, PATH, lambda before: b"- x\n")
    assert (tmp_path / "minutes/2026-10.md").read_text() == "- x\n"


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / PATH).mkdir(parents=True)
    with pytest.raises(OutsideError, match="is not a file"):
        amend(tmp_path, PATH, lambda before: b"x")


WRITER = """\
import sys
from pathlib import Path
from scorecard.api.examine import load
from scorecard.api.review import add_comment, add_decision
from scorecard.period import parse_period
from scorecard.review import Decision
folder, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
strategy_map, month = load(folder / "strategy.yaml"), parse_period("2026-10")
for time in range(times):
    if time % 2:
        decision = Decision(
            period=month, goal="b", kind="stop", text=f"{name} {time}", owner=None, due=None, done=False, line=0
        )
        add_decision(strategy_map, folder, decision)
    else:
        add_comment(strategy_map, folder, month, "a", f"{name} {time}")
    print(f"{name} {time}", flush=True)
"""
MAP = "goals: {a: {perspective: customer}, b: {perspective: customer}}\n"


def start(folder: Path, name: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), name, str(times)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def noted(folder: Path) -> list[str]:
    from scorecard.api.review import review_of
    from scorecard.period import parse_period

    review = review_of(folder, parse_period("2026-10"))
    return [*(comment.text for comment in review.comments), *(decision.text for decision in review.decisions)]


def test_ten_at_once_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "strategy.yaml").write_text(MAP)
    writers = [start(tmp_path, f"writer-{number}", 6) for number in range(10)]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0] * 10
    assert sorted(noted(tmp_path)) == sorted(f"writer-{number} {time}" for number in range(10) for time in range(6))


@pytest.mark.skipif(sys.platform == "win32", reason="the system there cannot kill like this")
def test_a_kill_at_any_moment_loses_nothing_that_was_noted(tmp_path: Path) -> None:
    (tmp_path / "strategy.yaml").write_text(MAP)
    said: list[str] = []
    for seed in range(10):
        with start(tmp_path, f"w{seed}", 10_000) as writer:
            assert writer.stdout is not None
            said.append(writer.stdout.readline().rstrip("\n"))
            time.sleep(0.013 * seed % 0.05)
            writer.kill()
            said += [line for line in writer.stdout.read().splitlines() if line]
        there = noted(tmp_path)
        assert set(said[:-1]) <= set(there)  # of the last line only a part may have come through
        assert len(there) == len(set(there)) <= len(said) + seed + 1
        assert all(text.rsplit(" ", 1)[1].isdigit() for text in there), "half a line"
    assert len(said) > 20, "no writer got beyond its first note"
    temporary = [name for name in os.listdir(tmp_path / "reviews") if name not in (LOCK, "2026-10.md")]
    assert all(name.startswith(".scorecard-") for name in temporary)


def test_a_folder_without_rights_is_named_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # an administrator may write everywhere
    with pytest.raises(PermissionError, match="nothing can be written in this folder; check its rights: 'reviews'"):
        amend(tmp_path, PATH, lambda before: b"one\n")
