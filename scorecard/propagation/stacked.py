"""Scales as arrays: those of all KPIs, for all periods."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import nan
from typing import Literal, TypeAlias

import numpy

from scorecard.propagation.judged import Binaries, Curve, Lines, Plans, Ranges, Scales, Truths, expected_shares
from scorecard.propagation.scale import Scale
from scorecard.propagation.sweep_sums import Floats, indices

Form: TypeAlias = Literal["line", "plan", "binary", "range", "curve"]
OfKpis: TypeAlias = Sequence[Sequence[Scale]]


def stacked(scales: OfKpis, days: Sequence[date], own_days: Mapping[int, Sequence[date]] = {}) -> Scales:
    """The scales of all KPIs as arrays: of each KPI one that holds in all periods, or one for each of them.

    ``days`` are those at whose end the values of the periods are judged, ``own_days`` those of rows whose values are
    judged on others, because they were measured earlier, say. What kind of scale a KPI has is the same in
    all periods; in a period in which it has a flaw nothing is scored.
    """
    rows: dict[Form, list[int]] = {form: [] for form in ("line", "plan", "binary", "range", "curve")}
    for row, of_kpi in enumerate(scales):
        form = _form(of_kpi[0])
        if form is not None:
            rows[form].append(row)
    of = {form: [scales[row] for row in chosen] for form, chosen in rows.items()}
    days_of = {form: [own_days.get(row, days) for row in chosen] for form, chosen in rows.items()}
    return Scales(
        lines=Lines(indices(rows["line"]), _table(of["line"], _worst), _table(of["line"], _best)),
        plans=Plans(
            indices(rows["plan"]),
            _table(of["plan"], _baseline),
            _table(of["plan"], _target),
            _expected(of["plan"], days_of["plan"], len(days)),
        ),
        binaries=Binaries(
            indices(rows["binary"]),
            _table(of["binary"], _target),
            *_directions_and_dues(of["binary"], days_of["binary"], len(days)),
        ),
        ranges=Ranges(indices(rows["range"]), *(_table(of["range"], _edge(place)) for place in range(4))),
        curves=tuple(
            Curve(row, periods, scale.curve) for row in rows["curve"] for periods, scale in _by_period(scales[row])
        ),
    )


def _form(scale: Scale) -> Form | None:
    """The kind of a scale; a line without ends of its own is the road of a plan."""
    if scale.kind == "line":
        return "plan" if scale.worst is None and scale.best is None else "line"
    return scale.kind


def _table(scales: OfKpis, figure: Callable[[Scale], float | None]) -> Floats:
    """A figure of each scale: KPIs × periods, or KPIs × 1 when no KPI has a scale of its own for each period."""
    width = max(map(len, scales), default=1)
    table = numpy.empty((len(scales), width))
    for row, of_kpi in zip(table, scales, strict=True):
        row[:] = [_figure_of(scale, figure) for scale in of_kpi]
    return table


def _figure_of(scale: Scale, figure: Callable[[Scale], float | None]) -> float:
    number = None if scale.flaw else figure(scale)
    return nan if number is None else number


def _worst(scale: Scale) -> float | None:
    return scale.worst if isinstance(scale.worst, float) else None


def _best(scale: Scale) -> float | None:
    return scale.best


def _baseline(scale: Scale) -> float | None:
    return scale.baseline


def _target(scale: Scale) -> float | None:
    return scale.target


def _edge(place: int) -> Callable[[Scale], float | None]:
    """One of the four edges of a range, from left to right."""

    def edge(scale: Scale) -> float | None:
        if scale.range is None or not isinstance(scale.worst, tuple):
            return None
        return (scale.worst[0], *scale.range, scale.worst[1])[place]

    return edge


def _expected(scales: OfKpis, days: Sequence[Sequence[date]], periods: int) -> Floats:
    """What is expected of each KPI in each period: all of it where no dates are scored."""
    known: dict[tuple[date, date, tuple[date, ...]], Floats] = {}
    table = numpy.ones((len(scales), periods))
    for row, ((scale, *_), judged_on) in enumerate(zip(scales, days, strict=True)):
        if scale.planned and scale.since is not None and scale.by is not None:
            key = scale.since, scale.by, tuple(judged_on)
            if key not in known:
                known[key] = expected_shares(*key)
            table[row] = known[key]
    return table


def _directions_and_dues(scales: OfKpis, days: Sequence[Sequence[date]], periods: int) -> tuple[Truths, Truths]:
    """Of each KPI whether more is better, and whether it is due in each period."""
    maximise = [[scale.direction == "maximise"] for scale, *_ in scales]
    due = [
        [scale.by is None or day >= scale.by for day in judged_on]
        for (scale, *_), judged_on in zip(scales, days, strict=True)
    ]
    shape = len(scales), periods
    return numpy.array(maximise, dtype=bool).reshape(-1, 1), numpy.array(due, dtype=bool).reshape(shape)


def _by_period(scales: Sequence[Scale]) -> Iterator[tuple[slice, Scale]]:
    """The scales without a flaw, each with the periods in which it holds."""
    for period, scale in enumerate(scales):
        if not scale.flaw:
            yield slice(None) if len(scales) == 1 else slice(period, period + 1), scale
