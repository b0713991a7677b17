"""What recording a figure says: what stands there now, and what stood there before."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.naming import counted
from scorecard.period import Period
from scorecard.recorded import NewFigure
from scorecard.rendering.numbers import amount
from scorecard.rendering.spans import printable

_MOST = 20


def entered_line(
    figure: NewFigure, replaced: str | None, before: float | None, before_period: Period | None, currency: str | None
) -> str:
    """``followers 2026-10: 12,280 (was 11,960 in 2026-09)``; of a figure that was replaced also the old one."""
    part = "".join(f" {name}={value}" for name, value in figure.dimensions)
    words = [] if replaced is None else [f"replaces {replaced}"]
    if before is not None:
        words.append(f"was {amount(before, figure.unit, currency)} in {before_period}")
    said = f" ({', '.join(words)})" if words else " (its first figure)"
    return printable(f"{figure.kpi}{part} {figure.period}: {amount(figure.value, figure.unit, currency)}{said}")


def entered_text(lines: Sequence[str], paths: Sequence[str]) -> str:
    """The line of every figure, at most twenty, and the files they were written to."""
    shown = [*lines[:_MOST], *([f"and {len(lines) - _MOST} more"] if len(lines) > _MOST else [])]
    where = ", ".join(dict.fromkeys(map(printable, paths)))
    return "".join(f"{line}\n" for line in [*shown, f"wrote {counted(figure=len(lines))} to {where}"])
