"""Changes of the files that a page is made of."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from scorecard.extras import lacking

if TYPE_CHECKING:
    from watchfiles import Change

_PAUSE = 1000
"""So many milliseconds without a change pass until the watch is known to stand, and between two looks at which folders
there are."""


class WatchError(Exception):
    """Nothing can be watched; the message says what helps."""


def changes(
    folder: Path,
    inner: Callable[[], Iterable[Path]],
    written: Collection[Path] = (),
    stop: Event | None = None,
) -> Iterator[None]:
    """Something in ``folder``, or anywhere below one of the folders ``inner``, may have changed: told once soon after
    the watch begins, so that nothing that happened before it stood is missed, and then after every change.

    ``inner`` is asked again and again, for a map may come to name other folders, and folders come and go; one that is
    not there is waited for. Hidden files, those that editors make for themselves and the files ``written`` by us do
    not count. It ends when ``stop`` is set.

    Raises:
        WatchError: when watchfiles is not installed, at once; when the system lets nothing be watched, later.
        KeyboardInterrupt: when it is interrupted.
    """
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        raise WatchError(lacking("--watch", "watchfiles")) from None
    return _changes(lambda: _there(folder, inner()), _filter({os.path.realpath(path) for path in written}), stop)


def _changes(
    there: Callable[[], Mapping[str, int]], counts: Callable[[Change, str], bool], stop: Event | None
) -> Iterator[None]:
    """Watch the folders that are there, and begin again when there are others."""
    from watchfiles import watch

    while True:
        watched, told = there(), False
        settings: Any = {"rust_timeout": _PAUSE, "yield_on_timeout": True, "recursive": False}
        try:
            for found in watch(*watched, watch_filter=counts, stop_event=stop, **settings):
                if found or not told:
                    told = True
                    yield
                if there() != watched:
                    break
            else:
                return
        except FileNotFoundError:  # a folder went while the watch began
            continue
        except OSError as error:
            raise WatchError(f"the folders of the map cannot be watched: {error}") from None


def _filter(written: Collection[str]) -> Callable[[Change, str], bool]:
    from watchfiles import DefaultFilter

    no_leftover = DefaultFilter(ignore_dirs=())

    def counts(change: Change, path: str) -> bool:
        hidden = os.path.basename(path).startswith(".")
        return not hidden and no_leftover(change, path) and os.path.realpath(path) not in written

    return counts


def _there(folder: Path, inner: Iterable[Path]) -> Mapping[str, int]:
    """The folders that are there, those below inner ones too; a number tells two of the same name apart."""
    names = [str(folder)]
    for place in inner:
        for name, below, _ in os.walk(place):
            below[:] = [each for each in below if not each.startswith(".")]
            names.append(name)
    found: dict[str, int] = {}
    for name in names:
        with contextlib.suppress(OSError):
            found[name] = os.stat(name).st_ino
    return found
