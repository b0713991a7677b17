"""The limit of at risk lies below the limit of on track.

Below `at_risk` a number is off track, from `on_track` on it is on track, and what lies between is at risk. A KPI or a
goal may have limits of its own; a limit it leaves out is the map's, which is 50 % and 80 % unless said otherwise.

Good:
    goals:
      safe-work: {perspective: internal, thresholds: {at_risk: 85%, on_track: 95%}}

Bad:
    goals:
      safe-work: {perspective: internal, thresholds: {at_risk: 85%}}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import share
from scorecard.model import StrategyMap, Thresholds
from scorecard.problem import Loc, Problem
from scorecard.propagation.status import limits, map_limits


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield the map, every goal and every KPI whose limits, own and inherited, are in the wrong order."""
    inherited = map_limits(strategy_map.thresholds)
    sound = inherited.at_risk < inherited.on_track
    if not sound:
        yield _problem((), strategy_map.thresholds, "the map", inherited.at_risk, inherited.on_track)
    for section, kind in (("goals", "goal"), ("kpis", "KPI")):
        for item_id, item in getattr(strategy_map, section).items():
            own = item.thresholds
            written = (own.at_risk is not None) + (own.on_track is not None)
            # One limit beside an inherited pair that is wrong itself is not the item's fault.
            if written == 2 or (written == 1 and sound):
                mine = limits(own, inherited)
                if mine.at_risk >= mine.on_track:
                    yield _problem((section, item_id), own, f"{kind} '{item_id}'", mine.at_risk, mine.on_track)


def _problem(loc: Loc, own: Thresholds, whose: str, at_risk: float, on_track: float) -> Problem:
    inherited = "at_risk" if own.at_risk is None else "on_track" if own.on_track is None else None
    return Problem(
        rule="thresholds-order",
        loc=(*loc, "thresholds", "at_risk" if inherited == "on_track" else "on_track"),
        message="for {whose}, at risk and on track begin at the same {on_track}, so nothing lies between"
        if at_risk == on_track
        else "for {whose}, on track begins at {on_track}, below at risk, which begins at {at_risk}",
        label="`{inherited}` is inherited" if inherited else "",
        hint="`at_risk` must be below `on_track`" + (": write both here" if inherited else ""),
        params={
            "whose": whose,
            "at_risk": share(at_risk),
            "on_track": share(on_track),
            **({"inherited": inherited} if inherited else {}),
        },
    )
