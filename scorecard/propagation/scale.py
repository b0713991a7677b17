"""The scale a KPI is judged on, after defaults."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from scorecard.model import Change, Kpi, OtherKpi, PeriodTargets
from scorecard.propagation import performance as law
from scorecard.propagation.direction import Way, direction_of
from scorecard.propagation.plan import expected, pace, planned_value
from scorecard.scalars import read_number

ScaleKind: TypeAlias = Literal["line", "binary", "curve", "range"]
NotScored: TypeAlias = Literal["no-target", "no-baseline", "target-beyond-worst", "not-due", "not-scored"]


def scale_kind(kpi: Kpi) -> ScaleKind | None:
    """The one scale a KPI has: ``unit: yes-no`` is binary; None when nothing is said to judge it by."""
    if kpi.curve is not None:
        return "curve"
    if kpi.range is not None:
        return "range"
    if kpi.target is None and kpi.best is None:
        return None
    return "binary" if kpi.scale == "binary" or kpi.unit == "yes-no" else "line"


def changed(reference: float, change: str) -> float | None:
    """The reference after a change such as ``+12%`` (of it), ``+500`` or ``+0.5pp`` (0.005).

    None for a percentage of a reference that is not above 0: there it would say nothing.
    """
    if change.endswith("pp"):
        return reference + read_number(change[:-2]) / 100
    step = read_number(change)
    if not change.endswith("%"):
        return reference + step
    return reference * (1 + step) if reference > 0 else None


class Terms(NamedTuple):
    """What the scale of a KPI takes from elsewhere, for one period.

    ``other`` is the value of the KPI that the target names, ``reference`` the value that a change is measured from
    (``against``), ``figure`` the target in force of those named by period; None where there is none. ``part`` is the
    share of the scale that is asked for: of a flow in an open period the share of its time that has passed.
    ``begun`` is False before the period from which on the target holds.
    """

    other: float | None = None
    reference: float | None = None
    figure: float | None = None
    part: float = 1.0
    begun: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """A KPI's scale in numbers: what is left out has its default, relative targets are worked out.

    ``flaw`` says why the KPI cannot be scored whatever its value is: ``no-target`` (none, or that of another KPI
    without a value), ``no-baseline`` (a relative target without its reference), ``target-beyond-worst`` (a target
    that leaves no way from ``worst``), ``not-due`` (it holds only later) or ``not-scored`` (``direction: none``).
    """

    kind: ScaleKind | None
    direction: Way | Literal["none"] | None
    baseline: float | None
    target: float | None
    worst: float | tuple[float, float] | None
    best: float | None
    range: tuple[float, float] | None
    curve: tuple[tuple[float, float], ...]
    since: date | None
    by: date | None
    planned: bool
    flaw: NotScored | None


_NO_TERMS = Terms()


def scale_of(kpi: Kpi, terms: Terms = _NO_TERMS) -> Scale:
    """Work out the scale of a KPI in a period, from what it says itself and the ``terms`` of that period.

    Defaults: maximise without baseline and worst starts at 0; ``best`` left out is the target, ``worst`` left out
    the baseline; without a baseline of its own a change starts from its reference. ``planned`` says that the dates
    are scored: they are when neither worst nor best is given.
    """
    kind, direction = scale_kind(kpi), direction_of(kpi)
    baseline, target = kpi.baseline, _target(kpi, terms)
    on_line = kind in ("line", "binary") and not isinstance(kpi.target, Change)
    if baseline is None and isinstance(kpi.target, Change):
        baseline = terms.reference
    elif baseline is None and kpi.worst is None and direction == "maximise" and on_line:
        # What is reached or not needs no baseline, so a target below 0 is legal there; 0 is no road to it.
        baseline = None if kind == "binary" and target is not None and target <= 0 else 0.0
    from_ends = kpi.worst is not None or kpi.best is not None
    worst = kpi.worst if kpi.worst is not None else baseline
    best = kpi.best if kpi.best is not None else target
    flaw = "not-scored" if direction == "none" else _flaw(kpi, kind, target, worst, best, direction)
    whole = Scale(
        kind=kind,
        direction=direction,
        baseline=baseline,
        target=target,
        worst=worst if kind == "range" or (kind == "line" and from_ends) else None,
        best=best if kind == "line" and from_ends else None,
        range=kpi.range,
        curve=kpi.curve or (),
        since=kpi.since,
        by=kpi.by,
        planned=kind == "line" and not from_ends and kpi.by is not None,
        flaw=flaw if terms.begun or direction == "none" else "not-due",
    )
    return whole if terms.part == 1.0 else part_of(whole, terms.part)


def part_of(scale: Scale, part: float) -> Scale:
    """The scale of so large a part of the time: every figure on it times ``part``, above 0 and at most 1."""

    def times(figure: float | None) -> float | None:
        return None if figure is None else figure * part

    worst = scale.worst
    return replace(
        scale,
        baseline=times(scale.baseline),
        target=times(scale.target),
        worst=(worst[0] * part, worst[1] * part) if isinstance(worst, tuple) else times(worst),
        best=times(scale.best),
        range=None if scale.range is None else (scale.range[0] * part, scale.range[1] * part),
        curve=tuple((value * part, performance) for value, performance in scale.curve),
    )


def _flaw(
    kpi: Kpi,
    kind: ScaleKind | None,
    target: float | None,
    worst: float | tuple[float, float] | None,
    best: float | None,
    direction: Way | Literal["none"] | None,
) -> NotScored | None:
    if kind is None:
        return "no-target"
    if kind not in ("line", "binary"):
        return None
    end = target if kind == "binary" else best
    if end is None:
        return "no-baseline" if isinstance(kpi.target, Change) else "no-target"
    if kind == "binary":
        return None
    if not isinstance(worst, float):
        return "no-baseline"
    leads_there = worst != end and (direction is None or (worst < end) == (direction == "maximise"))
    return None if leads_there else "target-beyond-worst"


def _target(kpi: Kpi, terms: Terms) -> float | None:
    if isinstance(kpi.target, Change):
        reference = kpi.baseline if kpi.target.against is None else terms.reference
        return None if reference is None else changed(reference, kpi.target.change)
    if isinstance(kpi.target, OtherKpi):
        return terms.other
    return terms.figure if isinstance(kpi.target, PeriodTargets) else kpi.target


class Judgement(NamedTuple):
    """What a scale says of a value on a day; see `scorecard.result.KpiScore` for the meaning of the fields."""

    progress: float | None
    expected: float | None
    plan: float | None
    pace: float | None
    of_target: float | None
    performance: float | None
    reason: NotScored | None


def judge(scale: Scale, value: float | None, day: date) -> Judgement:
    """Progress, plan and performance of ``value`` at the end of ``day``; without a value only what the plan says."""
    elapsed = plan = None
    if scale.since is not None and scale.by is not None:
        elapsed = expected(scale.since, scale.by, day)
        if scale.baseline is not None and scale.target is not None:
            plan = planned_value(elapsed, scale.baseline, scale.target)
    if value is None:
        return Judgement(None, elapsed, plan, None, None, None, scale.flaw)
    road = speed = share = None
    if scale.baseline is not None and scale.target is not None and scale.baseline != scale.target:
        road = law.progress(value, scale.baseline, scale.target)
        speed = None if elapsed is None else pace(road, elapsed)
    if scale.direction == "maximise" and scale.target is not None:
        share = law.of_target(value, scale.target)
    reason = scale.flaw
    performance = None if reason else _performance(scale, value, road, elapsed)
    if scale.kind == "binary" and performance == 0 and scale.by is not None and day < scale.by:
        performance, reason = None, "not-due"
    return Judgement(road, elapsed, plan, speed, share, performance, reason)


def performance_at(scale: Scale, value: float, elapsed: float | None) -> float | None:
    """The performance that a scale without a flaw gives a value when ``elapsed`` of its plan's time has passed."""
    road = None
    if scale.baseline is not None and scale.target is not None and scale.baseline != scale.target:
        road = law.progress(value, scale.baseline, scale.target)
    return _performance(scale, value, road, elapsed)


def _performance(scale: Scale, value: float, road: float | None, elapsed: float | None) -> float | None:
    if scale.kind == "curve":
        return law.curve_performance(value, scale.curve)
    if scale.kind == "range" and scale.range is not None and isinstance(scale.worst, tuple):
        return law.range_performance(value, scale.worst, scale.range)
    if scale.kind == "binary" and scale.target is not None:
        return law.binary_performance(value, scale.target, scale.direction == "maximise")
    if isinstance(scale.worst, float) and scale.best is not None:
        return law.line_performance(value, scale.worst, scale.best)
    if road is None:
        return None
    return law.plan_performance(road, elapsed if scale.planned and elapsed is not None else 1.0)
