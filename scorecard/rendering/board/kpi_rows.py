"""The KPI rows of a full card: mark, name, trend, actual and target in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.rendering.board.blocks import PAD, Block
from scorecard.rendering.board.look import Look
from scorecard.rendering.board.marks import status_mark, trend_mark
from scorecard.rendering.board.pen import group, titled
from scorecard.rendering.kpi_words import MOST_KPIS, most_urgent, part_words, standing, verdict
from scorecard.rendering.letters import fitted, width_of
from scorecard.result import GoalScore, KpiScore

PART = "†"
"""Stands behind a target that is only a part of a larger one; the star is taken by changes not like for like."""
_SLASH = 10.0


class Columns(NamedTuple):
    """The widths of the figures of a card: those of the widest actual and the widest target."""

    actual: float
    target: float


def shown_kpis(goal: GoalScore, look: Look) -> tuple[list[KpiScore], list[KpiScore]]:
    """Which KPIs a card shows as results and as drivers: four in all, those that need attention before others."""
    results = [look.kpis[kpi_id] for kpi_id in goal.kpis_lagging if kpi_id in look.kpis]
    drivers = [look.kpis[kpi_id] for kpi_id in goal.kpis_leading if kpi_id in look.kpis]
    of_drivers = min(len(drivers), max(MOST_KPIS - len(results), 1))
    return most_urgent(results, MOST_KPIS - of_drivers), most_urgent(drivers, of_drivers)


def columns_for(kpis: Sequence[KpiScore], look: Look, width: float) -> Columns:
    """The columns for the figures of some KPIs; figures that would crowd out the names are cut."""
    figures = [_figures(kpi, look) for kpi in kpis]
    most = (width - 2 * PAD) * 0.32
    actual = max((width_of(value, 12, 600) for value, _ in figures), default=0.0)
    target = max((width_of(value, 12) for _, value in figures), default=0.0)
    return Columns(min(actual, most), min(target, most * 0.9))


def _figures(kpi: KpiScore, look: Look) -> tuple[str, str]:
    actual, _, target = standing(kpi, look.card.map.currency, brief=True).partition(" / ")
    return actual, f"{target}{PART}" if target and kpi.part != 1 else target


def kpi_row(kpi: KpiScore, columns: Columns, look: Look, width: float) -> Block:
    """A KPI on one line."""
    pen = look.pen
    actual, target = _figures(kpi, look)
    target_left = width - PAD - columns.target
    actual_right = target_left - (_SLASH if columns.target else 0.0)
    name_right = actual_right - columns.actual - 14
    name = fitted(kpi.name, name_right - 33 - 4, 12)
    trend = look.kpi_trend(kpi)
    said = f"{kpi.name}: {standing(kpi, look.card.map.currency)} — {verdict(kpi, look.card.period)}"
    if part := part_words(kpi, look.card):
        said += f"; {part}"

    def draw(x: float, y: float) -> str:
        base = y + 13.5
        parts = [
            titled(said),
            status_mark(pen, kpi.status, x + PAD + 6, base - 4.2, 5.2),
            pen.text(x + PAD + 18, base, name, 12),
            pen.right(x + actual_right, base, fitted(actual, columns.actual, 12, 600), 12, "ink", 600),
        ]
        if trend is not None:
            parts.append(trend_mark(pen, trend, x + name_right + 4, base - 4, 8))
        if target:
            parts.append(pen.text(x + actual_right + 3, base, "/", 12, "muted"))
            parts.append(pen.text(x + target_left, base, fitted(target, columns.target, 12), 12, "muted"))
        return group(parts, class_=f"kpi status-{kpi.status}")

    return Block(19.0, draw)


def more_line(count: int, look: Look) -> Block:
    """How many KPIs are not shown."""
    return Block(16.0, lambda x, y: look.pen.text(x + PAD + 18, y + 11.5, f"+ {count} more", 10.5, "muted"))
