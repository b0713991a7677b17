"""The outlooks of goals, perspectives and the index as plain sums in levels, for very many columns at once.

Loops are taken out first: what goes all the way round is worked into the shares of what enters them. Then each row
is a sum over KPIs and rows of earlier levels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy

from scorecard.propagation.loop import against, reduced
from scorecard.propagation.outlook_system import OutlookSystem, SystemPart
from scorecard.propagation.sweep_sums import Floats, Integers, Sums, grouped, products

Key: TypeAlias = tuple[str, str]
"""Kind and id of what has an outlook, or of a KPI."""
Parts: TypeAlias = Mapping[Key, float]


class FlatOutlooks(NamedTuple):
    """``size`` rows: first the KPIs (so many), then everything that has an outlook; by kind and id in ``rows``."""

    kpis: int
    size: int
    rows: Mapping[str, Mapping[str, int]]
    levels: tuple[Sums, ...]


@dataclass(frozen=True, slots=True)
class PathSums:
    """d outlook / d performance: the ``share`` of every ``kpi`` in every ``row``, only what is not 0, by row (the KPIs
    themselves are rows). ``size`` is the number of rows."""

    row: Integers
    kpi: Integers
    share: Floats
    size: int

    def mean(self, mean: Floats) -> Floats:
        """``E x = Σ c·E p`` of every row, from the mean performances of the KPIs."""
        return self._summed(self.share * mean[self.kpi])

    def variance(self, variance: Floats) -> Floats:
        """``Var x = Σ c²·Var p`` of every row, from the variances of the KPIs' performances, which are independent."""
        return self._summed(self.share * self.share * variance[self.kpi])

    def reached(self, kpis: Integers) -> Integers:
        """Which rows any of these KPIs reach, as 0 and 1."""
        asked = numpy.zeros(self.size)
        asked[kpis] = 1.0
        return (self._summed(asked[self.kpi] * (self.share != 0)) > 0).astype(numpy.intp)

    def _summed(self, weights: Floats) -> Floats:
        summed: Floats = numpy.bincount(self.row, weights=weights, minlength=self.size).astype(float, copy=False)
        return summed


def flat_outlooks(system: OutlookSystem, kpis: Sequence[str], rolled: Mapping[Key, Parts]) -> FlatOutlooks:
    """The rows of a system, and of ``rolled``: perspectives, then the index, as shares of rows before them."""
    places: dict[str, dict[str, int]] = {
        "kpi": dict(zip(kpis, range(len(kpis)), strict=True)),
        "goal": {},
        "perspective": {},
        "index": {},
    }
    height = [0] * len(kpis)
    levels: list[dict[int, Sequence[tuple[int, float]]]] = []

    def add(kind: str, item: str, parts: Sequence[tuple[int, float]]) -> None:
        above = max([height[row] for row, _ in parts])
        if above == len(levels):
            levels.append({})
        row = places[kind][item] = len(height)
        levels[above][row] = parts
        height.append(above + 1)

    for component in system.components:
        members = [goal for goal in component if system.parts[goal]]
        if len(members) > 1:
            for goal, shares in _without_loop(system.parts, members).items():
                found = [(places[kind][item], share) for (kind, item), share in shares.items()]
                add("goal", goal, found)
        else:
            for goal in members:
                add("goal", goal, [(places[kind][item], share) for kind, item, share, _ in system.parts[goal]])
    for (kind, item), shares in rolled.items():
        if shares:
            add(kind, item, [(places[kind][item], share) for (kind, item), share in shares.items()])
    return FlatOutlooks(
        kpis=len(kpis),
        size=len(height),
        rows=places,
        levels=tuple(map(grouped, levels)),
    )


def _without_loop(parts: Mapping[str, tuple[SystemPart, ...]], members: Sequence[str]) -> dict[str, Parts]:
    """The parts of the goals of one component from outside of it: ``(I - A)⁻¹`` times what enters each."""
    inside = set(members)
    entering: dict[str, dict[Key, float]] = {goal: {} for goal in members}
    shares: dict[str, dict[str, float]] = {goal: {} for goal in members}
    for goal in members:
        for kind, item, share, _ in parts[goal]:
            if kind == "goal" and item in inside:
                shares[goal][item] = share
            else:
                entering[goal][kind, item] = share
    loop = reduced(shares, {goal: sum(entering[goal].values()) for goal in members})
    found: dict[str, Parts] = {}
    for goal in members:
        counts = against(loop, {other: float(other == goal) for other in members})
        own: dict[Key, float] = {}
        for other, weight in counts.items():
            for part, share in entering[other].items() if weight else ():
                own[part] = own.get(part, 0.0) + weight * share
        found[goal] = own
    return found


def swept(flat: FlatOutlooks, block: Floats) -> None:
    """Fill the rows behind the KPIs (rows × columns, in place)."""
    for sums in flat.levels:
        for rows, found in products(sums, block):
            block[rows] = found


def path_sums(flat: FlatOutlooks) -> PathSums:
    """All path sums, level by level: those of the parts of a row, times their shares, summed by KPI."""
    kpis = flat.kpis
    begin = numpy.zeros(flat.size, dtype=numpy.intp)
    count = numpy.zeros(flat.size, dtype=numpy.intp)
    begin[:kpis], count[:kpis] = numpy.arange(kpis), 1
    rows = [numpy.arange(kpis)]
    columns, shares = numpy.arange(kpis), numpy.ones(kpis)
    for sums in flat.levels:
        row = numpy.concatenate([numpy.repeat(one.rows, one.parts.shape[1]) for one in sums])
        part = numpy.concatenate([one.parts.ravel() for one in sums])
        share = numpy.concatenate([one.shares.ravel() for one in sums])
        lengths = count[part]
        ends = numpy.cumsum(lengths)
        taken = numpy.arange(ends[-1]) + numpy.repeat(begin[part] - ends + lengths, lengths)
        key = numpy.repeat(row * kpis, lengths) + columns[taken]
        order = numpy.argsort(key, kind="stable")
        key = key[order]
        first = numpy.flatnonzero(numpy.concatenate(([True], key[1:] != key[:-1])))
        values = numpy.add.reduceat((shares[taken] * numpy.repeat(share, lengths))[order], first)
        of, column = numpy.divmod(key[first], kpis)
        found = numpy.bincount(of, minlength=flat.size)
        some = numpy.flatnonzero(found)
        count[some], begin[some] = found[some], (numpy.cumsum(found) - found)[some] + len(columns)
        rows.append(of)
        columns, shares = numpy.concatenate((columns, column)), numpy.concatenate((shares, values))
    return PathSums(numpy.concatenate(rows), columns, shares, flat.size)
