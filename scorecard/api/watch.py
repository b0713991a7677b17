"""A report that follows its map: written, shown in the browser, and made again at every change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from pathlib import Path, PurePosixPath

from scorecard.api.errors import FOR_PEOPLE
from scorecard.api.examine import by_file, data_problems, load
from scorecard.api.score import InvalidDataError
from scorecard.api.status import Screen
from scorecard.model import StrategyMap
from scorecard.problem import Examination, InvalidMapError
from scorecard.rendering.no_page import no_page
from scorecard.rendering.problems import problems_full
from scorecard.rendering.spans import Line, Span, as_text, printable
from scorecard.serving.changes import changes
from scorecard.serving.serve import serve
from scorecard.writing.text import write_bytes

_FOLDERS = ("data", "reviews", "closed")
_PAGE_WIDTH = 100
_EXPECTED: tuple[type[Exception], ...] = (InvalidMapError, InvalidDataError, OSError, *FOR_PEOPLE)
_PATTERN = frozenset("*?[")


def watch(
    path: Path, output: Path, page_of: Callable[[StrategyMap], str], *, screen: Screen, tell: Callable[[str], None]
) -> None:
    """Write the page of a map to a file, show it in the browsers of this machine, and do so again whenever the map,
    its data, its reviews or its closed periods change. It goes on until it is interrupted.

    What is wrong with the map or its data is told, and stands in the browser in the place of the page; the file keeps
    the last good one. ``tell`` gets what a person should read.

    Raises:
        WatchError: when nothing can be watched.
        KeyboardInterrupt: when it is interrupted.
    """
    kept = _Kept(path, output, page_of, screen, tell)
    changed = changes(path.parent, lambda: kept.folders, (output,))
    name = printable(path.name)
    serve(kept.page, changed, lambda url: tell(f"{url} shows it and follows {name} and its data; Ctrl-C ends it"))


class _Kept:
    """The file that is kept up to date, and the folders of which it is made."""

    def __init__(
        self,
        path: Path,
        output: Path,
        page_of: Callable[[StrategyMap], str],
        screen: Screen,
        tell: Callable[[str], None],
    ) -> None:
        self.folders = [path.parent / name for name in _FOLDERS]
        self._path, self._output, self._page_of = path, output, page_of
        self._screen, self._tell = screen, tell
        self._last, self._written = "", False

    def page(self) -> str:
        """The page as it should be shown now; a good one is in the file then."""
        try:
            page = self._made()
        except _EXPECTED as error:
            page = self._failed(error)
        else:
            if page != self._last:
                write_bytes(self._output, page.encode("utf-8", "replace"))
                self._tell(f"wrote {printable(str(self._output))}{' again' if self._written else ''}")
                self._written = True
        self._last = page
        return page

    def _made(self) -> str:
        strategy_map = load(self._path)
        self.folders = [*(self._path.parent / name for name in _FOLDERS), *_source_folders(strategy_map, self._path)]
        return self._page_of(strategy_map)

    def _failed(self, error: Exception) -> str:
        output = printable(str(self._output))
        there = self._output.exists()
        page = no_page(_lines(self._path, error, _PAGE_WIDTH), output if there else None)
        if page != self._last:
            lines = _lines(self._path, error, self._screen.width)
            self._tell(as_text(lines, colour=self._screen.colour))
            self._tell(f"{output} stays as it was" if there else f"{output} is not written yet")
        return page


def _lines(path: Path, error: Exception, width: int | None) -> Iterable[Line]:
    """What is wrong, in lines of this width."""
    if isinstance(error, InvalidMapError):
        return problems_full((error.examination,), width=width)
    if isinstance(error, InvalidDataError):
        found: tuple[Examination, ...] = by_file(data_problems(path, error.problems))
        return problems_full(tuple(examination for examination in found if examination.problems), width=width)
    sentence = str(error)
    if isinstance(error, OSError):
        reason = error.strerror or sentence
        sentence = f"{error.filename}: {reason}" if error.filename else reason
    return [(Span("error", "bad strong"), Span(f": {line}", "strong")) for line in sentence.split("\n")]


def _source_folders(strategy_map: StrategyMap, path: Path) -> Iterator[Path]:
    """The folders below that of the map in which the files of its sources lie, as far as no pattern begins."""
    for source in strategy_map.sources.values():
        for entry in source.files:
            *folders, _ = PurePosixPath(entry.file).parts
            plain = list(takewhile(lambda part: part not in ("..", "/") and _PATTERN.isdisjoint(part), folders))
            if folders:
                yield path.parent.joinpath(*plain)
