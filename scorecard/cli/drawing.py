"""How values are drawn, with a bar that shows how far it is where there is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scorecard.api.uncertain import Chance

_LONG = 200_000
"""So many draws take long enough to be watched."""


@contextmanager
def drawing(draws: int, seed: int, workers: int, correlated: bool) -> Iterator[Chance]:
    """What the options say, with a bar on a terminal when there is much to draw."""
    from scorecard.api.uncertain import Chance

    if draws < _LONG or not sys.stderr.isatty():
        yield Chance(draws=draws, seed=seed, workers=workers, correlated=correlated)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        bar = shown.add_task("drawing", total=draws)
        yield Chance(
            draws=draws,
            seed=seed,
            workers=workers,
            correlated=correlated,
            progress=lambda count: shown.advance(bar, count),
        )
