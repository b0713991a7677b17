"""A report that follows its map: what is good goes into the file, what is wrong is told and shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from urllib.request import urlopen

import pytest

from scorecard.api.status import Screen
from scorecard.api.watch import watch
from scorecard.model import StrategyMap

GOOD = "name: Plan\ngoals:\n  growth: {perspective: financial}\n"
BAD = "name: Plan\ngoals:\n  growth: {perspective: nowhere}\n"


class Watched:
    """What is seen while the map changes: in the browser, in the file, and in the terminal."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.map = folder / "strategy.yaml"
        self.output = folder / "out.html"
        self.told: list[str] = []
        self.pages: list[str] = []
        self.files: list[str] = []
        self.folders: list[set[Path]] = []
        self._doings: Iterable[Callable[[], object]] = []
        monkeypatch.setattr("scorecard.api.watch.changes", self._changes)

    def run(self, *doings: Callable[[], object], page_of: Callable[[StrategyMap], str] | None = None) -> None:
        """Watch, while one thing after the other is done."""
        self._doings = doings
        screen = Screen(width=80)
        watch(self.map, self.output, page_of or (lambda plan: f"<p>{plan.name}"), screen=screen, tell=self.told.append)

    def _changes(self, folder: Path, inner: Callable[[], Sequence[Path]], written: Sequence[Path]) -> Iterator[None]:
        assert folder == self.map.parent
        assert list(written) == [self.output]
        self._look(inner)
        for doing in self._doings:
            doing()
            yield
            self._look(inner)

    def _look(self, inner: Callable[[], Sequence[Path]]) -> None:
        address = next(text.split()[0] for text in self.told if text.startswith("http"))
        with urlopen(address, timeout=10) as answer:
            self.pages.append(answer.read().decode().partition("<script>")[0])
        self.files.append(self.output.read_text() if self.output.exists() else "")
        self.folders.append(set(inner()))


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    found = Watched(tmp_path, monkeypatch)
    found.map.write_text(GOOD)
    return found


def test_a_change_of_the_map_is_written_and_shown(watched: Watched) -> None:
    watched.run(lambda: watched.map.write_text(GOOD.replace("Plan", "Other")))
    assert watched.pages == watched.files == ["<p>Plan", "<p>Other"]
    written = f"wrote {watched.output}"
    assert [text for text in watched.told if not text.startswith("http")] == [written, f"{written} again"]
    assert any(text.endswith("follows strategy.yaml and its data; Ctrl-C ends it") for text in watched.told)


def test_a_change_that_changes_nothing_is_not_told(watched: Watched) -> None:
    watched.run(lambda: watched.map.write_text("# a comment\n" + GOOD))
    assert watched.told.count(f"wrote {watched.output}") == 1


def test_errors_are_shown_and_told_once_while_the_file_keeps_the_last_good_page(watched: Watched) -> None:
    watched.run(
        lambda: watched.map.write_text(BAD),
        lambda: watched.output.stat(),
        lambda: watched.map.write_text(GOOD),
    )
    first, broken, still, last = watched.pages
    assert watched.files == ["<p>Plan"] * 4
    assert first == last == "<p>Plan"
    assert broken == still
    for text in ("error[unknown-perspective]", "strategy.yaml:3:25", "growth: {perspective: nowhere}"):
        assert text in broken
    problems = [text for text in watched.told if "error[unknown-perspective]" in text]
    assert len(problems) == 1
    assert watched.told.count(f"{watched.output} stays as it was") == 1


def test_a_map_that_is_wrong_from_the_start_is_shown_so(watched: Watched) -> None:
    watched.map.write_text(BAD)
    watched.run(lambda: watched.map.write_text(GOOD))
    assert "error[unknown-perspective]" in watched.pages[0]
    assert watched.pages[1] == "<p>Plan"
    assert watched.files == ["", "<p>Plan"]
    assert f"{watched.output} is not written yet" in watched.told
    assert "last good page" not in watched.pages[0]


def test_a_map_that_is_gone_for_a_moment_is_waited_for(watched: Watched) -> None:
    watched.run(watched.map.unlink, lambda: watched.map.write_text(GOOD))
    assert "No such file or directory" in watched.pages[1]
    assert watched.pages[2] == "<p>Plan"


def test_errors_in_the_data_are_shown_with_their_place(watched: Watched) -> None:
    from scorecard.api.score import score

    def page_of(plan: StrategyMap) -> str:
        return f"<p>{score(plan, folder=watched.map.parent).as_of}"

    watched.map.write_text("as_of: 2026-10-31\nperiod: month\n" + GOOD)
    data = watched.map.parent / "data"
    data.mkdir()
    watched.run(lambda: (data / "actuals.csv").write_text("kpi,period,value\nx,2026-10,1\n"), page_of=page_of)
    assert watched.pages[0] == "<p>2026-10-31"
    assert "a file of figures has no column `period`" in watched.pages[1]
    assert "data/actuals.csv:1:5" in watched.pages[1]
    assert watched.files[1] == "<p>2026-10-31"


def test_a_bug_of_ours_ends_it(watched: Watched) -> None:
    def page_of(plan: StrategyMap) -> str:
        raise RuntimeError(plan.name)

    with pytest.raises(RuntimeError, match="Plan"):
        watched.run(page_of=page_of)


def test_a_file_that_cannot_be_written_ends_it(watched: Watched) -> None:
    watched.output = watched.map.parent / "nowhere/out.html"
    with pytest.raises(FileNotFoundError):
        watched.run()


def test_the_folders_of_its_sources_are_watched(watched: Watched) -> None:
    folder = watched.map.parent
    entries = "[exports/2026/*.csv, here.csv, raw/*/posts.csv, '*/deep.csv', ../outside/x.csv, /etc/x.csv]"
    source = f"sources:\n  posts: {{date: day, files: {entries}}}\n"
    watched.run(lambda: watched.map.write_text(GOOD + source))
    always = {folder / "data", folder / "reviews", folder / "closed"}
    assert watched.folders == [always, always | {folder / "exports/2026", folder / "raw", folder}]
