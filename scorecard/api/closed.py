"""Periods that were closed: what was reported then stays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scorecard.closed import ClosedPeriod
from scorecard.period import Period, Rhythm

FOLDER = "closed"


def closed_periods(folder: Path | None, rhythm: Rhythm) -> Mapping[Period, ClosedPeriod]:
    """The closed periods of a map, read from ``closed/*.json`` in its folder."""
    if folder is None or not (folder / FOLDER).is_dir():
        return {}
    from scorecard.measuring.closed import read_closed

    return read_closed(folder / FOLDER, rhythm)
