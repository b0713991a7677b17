"""From a number to a status, a heading and a diagnosis."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.model import Thresholds
from scorecard.result import Diagnosis, Heading, Limits, Status

AT_RISK, ON_TRACK = 0.5, 0.8
TOLERANCE = 1e-9
_BESIDE_GOOD_RESULTS: Mapping[Status, Diagnosis] = {
    "on-track": "healthy",
    "at-risk": "watch",
    "off-track": "early-warning",
}
STEADY = 0.05
"""An outlook within five points of the results is steady."""


def limits(own: Thresholds, inherited: Limits) -> Limits:
    """Each limit by itself: the item's own, else the inherited one."""
    return Limits(
        at_risk=inherited.at_risk if own.at_risk is None else own.at_risk,
        on_track=inherited.on_track if own.on_track is None else own.on_track,
    )


def map_limits(thresholds: Thresholds) -> Limits:
    """The limits of a whole map: as written, else 50 % and 80 %."""
    return limits(thresholds, Limits(at_risk=AT_RISK, on_track=ON_TRACK))


def covered(coverage: float, min_coverage: float) -> bool:
    """Whether enough is known for a colour."""
    return coverage >= min_coverage - TOLERANCE


def status(number: float | None, limits: Limits) -> Status:
    """The half-open band a number falls into; a limit counts as reached within 1e-9."""
    if number is None:
        return "no-data"
    if number >= limits.on_track - TOLERANCE:
        return "on-track"
    return "at-risk" if number >= limits.at_risk - TOLERANCE else "off-track"


def covered_status(number: float | None, coverage: float, limits: Limits, min_coverage: float) -> Status:
    """As `status`, but no data where less than ``min_coverage`` of the number is known."""
    return status(number, limits) if covered(coverage, min_coverage) else "no-data"


def heading(outlook: float | None, lagging: float | None) -> Heading | None:
    """Where the drivers pull against the results: more than five points above is rising, below is falling."""
    if outlook is None or lagging is None:
        return None
    if outlook - lagging > STEADY + TOLERANCE:
        return "rising"
    return "falling" if lagging - outlook > STEADY + TOLERANCE else "steady"


def diagnosis(result: Status, drivers: Status, declares_drivers: bool) -> Diagnosis | None:
    """The reason to keep results and drivers apart (None: results are known and no driver is declared).

    "Hypothesis in doubt" needs several closed periods and is not told from one.
    """
    if not declares_drivers:
        return "no-data" if result == "no-data" else None
    if result == "no-data":
        return "no-data" if drivers == "no-data" else "results-not-measured"
    if drivers == "no-data":
        return "drivers-not-measured"
    if result == "on-track":
        return _BESIDE_GOOD_RESULTS[drivers]
    return "results-pending" if drivers == "on-track" else "needs-action"
