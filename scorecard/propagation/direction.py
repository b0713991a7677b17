"""Which way is better, read off what a KPI says of itself."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from scorecard.model import Change, Kpi, PeriodTargets

Way: TypeAlias = Literal["maximise", "minimise"]


class Evidence(NamedTuple):
    """What a part of a KPI's definition says about its direction; ``said_by`` names the keys."""

    said_by: str
    way: Way


def target_figures(kpi: Kpi) -> tuple[float, ...]:
    """The figures that a target names: none for one that is relative or another KPI, several by period."""
    if isinstance(kpi.target, PeriodTargets):
        return tuple(kpi.target.steps.values())
    return (kpi.target,) if isinstance(kpi.target, float) else ()


def evidence_of_direction(kpi: Kpi) -> tuple[Evidence, ...]:
    """All that speaks for a direction, strongest first: ``direction``, the order of worst and best, of baseline and
    target, the sign of a relative change, the shape of the curve, a yes-no target. ``direction: none`` says nothing.

    Left out, ``best`` is the target and ``worst`` the baseline. Equal ends say nothing.
    """
    target = next(reversed(target_figures(kpi)), None)
    worst = kpi.worst if isinstance(kpi.worst, float) else None
    found: list[Evidence] = []
    if kpi.direction in ("maximise", "minimise"):
        found.append(Evidence("direction", "maximise" if kpi.direction == "maximise" else "minimise"))
    if worst is not None or kpi.best is not None:
        start, start_key = (kpi.baseline, "baseline") if worst is None else (worst, "worst")
        end, end_key = (target, "target") if kpi.best is None else (kpi.best, "best")
        found += _order(f"{start_key} and {end_key}", start, end)
    found += _order("baseline and target", kpi.baseline, target)
    if isinstance(kpi.target, Change):
        found.append(Evidence("the sign of the change", "minimise" if kpi.target.change[0] == "-" else "maximise"))
    if kpi.curve is not None and len(kpi.curve) > 1:
        found += _order("the curve", kpi.curve[0][1], kpi.curve[-1][1])
    if kpi.unit == "yes-no" and target is not None:
        found += _order("the target", 0.5, target)
    return tuple(found)


def _order(said_by: str, start: float | None, end: float | None) -> list[Evidence]:
    if start is None or end is None or start == end:
        return []
    return [Evidence(said_by, "maximise" if start < end else "minimise")]


def direction_of(kpi: Kpi) -> Way | Literal["none"] | None:
    """The direction of a KPI; None when nothing tells it. Contradictions are for the checker to find."""
    if kpi.direction == "none":
        return "none"
    evidence = evidence_of_direction(kpi)
    return evidence[0].way if evidence else None
