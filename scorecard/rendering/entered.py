"""What recording a figure says: what stands there now, and what stood there before."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.naming import counted
from scorecard.period import Period
from scorecard.recorded import NewFigure
from scorecard.rendering.numbers import exact_amount
from scorecard.rendering.spans import printable

_MOST = 20


def entered_line(
    figure: NewFigure, replaced: float | None, before: float | None, before_period: Period | None, currency: str | None
) -> str:
    """``followers 2026-10: 12,280 (was 11,960 in 2026-09)``; of a figure that was replaced also the old one."""
    part = "".join(f" {name}={value}" for name, value in figure.dimensions)
    words = [] if replaced is None else [f"replaces {exact_amount(replaced, figure.unit, currency)}"]
    if before is not None:
        words.append(f"was {exact_amount(before, figure.unit, currency)} in {before_period}")
    said = f" ({', '.join(words)})" if words else " (its first figure)"
    return printable(f"{figure.kpi}{part} {figure.period}: {exact_amount(figure.value, figure.unit, currency)}{said}")


def entered_text(lines: Sequence[str], paths: Sequence[str], closed: Sequence[Period] = ()) -> str:
    """The line of every figure, at most twenty, and the files they were written to; ``closed`` are the periods among
    theirs that were closed."""
    shown = [*lines[:_MOST], *([f"and {len(lines) - _MOST} more"] if len(lines) > _MOST else [])]
    where = ", ".join(dict.fromkeys(map(printable, paths)))
    notes = [f"{period} is closed: what was reported stays, this is listed as restated" for period in closed]
    return "".join(f"{line}\n" for line in [*shown, f"wrote {counted(figure=len(lines))} to {where}", *notes])
