"""Periods that were closed: what was reported then stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from scorecard.closed import ClosedPeriod
from scorecard.period import Period, Rhythm

FOLDER = "closed"


def closed_periods(folder: Path | None, rhythm: Rhythm, as_of: date) -> Mapping[Period, ClosedPeriod]:
    """The closed periods of a map that were over on ``as_of``, read from ``closed/*.json`` in its folder."""
    if folder is None or not (folder / FOLDER).is_dir():
        return {}
    from scorecard.measuring.closed import read_closed

    found = read_closed(folder / FOLDER, rhythm)
    return {period: reported for period, reported in found.items() if period.end <= as_of}
