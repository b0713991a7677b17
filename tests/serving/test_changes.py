"""Every change of the map and of its folders is told; what we write ourselves is not."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from scorecard.serving.changes import WatchError, changes


class Watch:
    """A watch in a thread of its own, as the command has it in the main one."""

    def __init__(self, folder: Path, written: tuple[Path, ...]) -> None:
        self.stop = threading.Event()
        self.inner: list[Path] = [folder / "data", folder / "reviews"]
        self.told: Queue[None] = Queue()
        self._changes = changes(folder, lambda: self.inner, written, self.stop)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        for found in self._changes:
            self.told.put(found)

    def settle(self) -> None:
        """Wait until nothing has been told for a while."""
        self.told.get(timeout=20)
        try:
            while True:
                self.told.get(timeout=0.5)
        except Empty:
            return

    def end(self) -> None:
        self.stop.set()
        self._thread.join(20)
        assert not self._thread.is_alive()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data/deep").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "strategy.yaml").write_text("goals: {}\n")
    return tmp_path


@pytest.fixture
def watch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    monkeypatch.setattr("scorecard.serving.changes._PAUSE", 100)
    running = Watch(folder, (folder / "report.html",))
    running.settle()
    yield running
    running.end()


def replaced(path: Path) -> None:
    """Write as editors do."""
    new = path.with_name(".new")
    new.write_text("changed\n")
    new.replace(path)


DOINGS: list[Callable[[Path], object]] = [
    lambda folder: (folder / "strategy.yaml").write_text("changed\n"),
    lambda folder: replaced(folder / "strategy.yaml"),
    lambda folder: (folder / "strategy.yaml").unlink(),
    lambda folder: (folder / "data/actuals.csv").write_text("kpi,period,value\n"),
    lambda folder: (folder / "data/deep/rows.csv").write_text("a\n"),
    lambda folder: (folder / "reviews").mkdir(),
    lambda folder: shutil.rmtree(folder / "data"),
]


@pytest.mark.parametrize("doing", DOINGS)
def test_a_change_is_told(folder: Path, watch: Watch, doing: Callable[[Path], object]) -> None:
    doing(folder)
    watch.told.get(timeout=20)


def test_folders_that_come_later_are_watched(folder: Path, watch: Watch) -> None:
    (folder / "reviews").mkdir()
    watch.settle()
    (folder / "reviews/2026-10.md").write_text("# Review\n")
    watch.settle()
    watch.inner.append(folder / "other")
    watch.settle()
    (folder / "other/rows.csv").write_text("a\n")
    watch.settle()


def test_a_folder_that_comes_back_is_watched(folder: Path, watch: Watch) -> None:
    shutil.rmtree(folder)
    watch.settle()
    folder.mkdir()
    (folder / "strategy.yaml").write_text("goals: {}\n")
    watch.settle()
    (folder / "strategy.yaml").write_text("changed\n")
    watch.settle()


def test_what_we_write_and_what_is_none_of_ours_is_not_told(folder: Path, watch: Watch) -> None:
    (folder / "report.html").write_text("page\n")
    replaced(folder / "report.html")
    (folder / ".hidden").write_text("x\n")
    (folder / ".strategy.yaml.swp").write_text("x\n")
    (folder / "strategy.yaml~").write_text("x\n")
    (folder / "data/.actuals.lock").write_text("")
    (folder / "other/rows.csv").write_text("a\n")
    (folder / "strategy.yaml").read_text()
    with pytest.raises(Empty):
        watch.told.get(timeout=1.5)


def test_without_watchfiles_one_sentence_says_what_helps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(WatchError) as caught:
        changes(folder, list)
    assert "pip install 'watchfiles>=1.0'" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_system_that_lets_nothing_be_watched_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("watchfiles.watch", full)
    with pytest.raises(WatchError, match=r"cannot be watched: .*No space left"):
        next(changes(folder, list))
