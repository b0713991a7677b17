"""All that is said of a KPI points the same way.

Which way is better is told by `direction`, by the order of `worst` and `best`, by the order of `baseline` and
`target`, by the sign of a `change`, by the shape of a `curve`. When two of them disagree, one is a mistake, and good
news would be shown as bad. A `range` is best in its middle and has no direction.

Good:
    goals:
      quick-answers: {perspective: customer, lagging: [response-time]}
    kpis:
      response-time: {direction: minimise, baseline: 24, target: 2}

Bad:
    goals:
      quick-answers: {perspective: customer, lagging: [response-time]}
    kpis:
      response-time: {direction: maximise, baseline: 24, target: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking.curve_shape import well_shaped
from scorecard.checking.two_scales import has_two_scales
from scorecard.model import Change, Kpi, StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.direction import evidence_of_direction
from scorecard.propagation.scale import scale_of

_BETTER = {"maximise": "higher", "minimise": "lower", "none": "the middle"}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI of which two pieces of evidence speak for different directions, with the first two that do."""
    for kpi_id, kpi in strategy_map.kpis.items():
        # Without these three nothing is left that two pieces of evidence could come from.
        if kpi.direction is None and kpi.worst is None and kpi.best is None:
            continue
        found = _evidence(kpi)
        for said_by, way in found[1:]:
            if way != found[0][1]:
                yield _problem(kpi_id, found[0], said_by, way)
                break


def _evidence(kpi: Kpi) -> tuple[tuple[str, str], ...]:
    if has_two_scales(kpi):
        return ()
    if kpi.range is not None:
        by_direction = evidence_of_direction(kpi)[:1] if kpi.direction in ("maximise", "minimise") else ()
        return (*by_direction, ("range", "none"))
    if kpi.curve is not None and not well_shaped(kpi.curve):
        return ()
    found = evidence_of_direction(kpi)
    if isinstance(kpi.target, Change) and (reached := scale_of(kpi).target) is not None:
        found += evidence_of_direction(kpi.model_copy(update={"target": reached}))
    return found


def _problem(kpi_id: str, first: tuple[str, str], said_by: str, way: str) -> Problem:
    by_direction = first[0] == "direction"
    key = "direction" if by_direction else "best" if said_by.endswith("best") else "target"
    if said_by == "range":
        hint = "take `direction` out: a range needs none"
    elif by_direction:
        hint = "take `direction` out, or correct {second}"
    else:
        hint = "correct one of them"
    return Problem(
        rule="direction-contradiction",
        loc=("kpis", kpi_id, key),
        message="KPI '{kpi}' points two ways: to go by {first}, {first_better} is better; "
        "to go by {second}, {second_better} is better",
        label="this says that {first_better} is better" if by_direction else "",
        hint=hint,
        params={
            "kpi": kpi_id,
            "first": first[0],
            "first_better": _BETTER[first[1]],
            "second": said_by,
            "second_better": _BETTER[way],
        },
    )
