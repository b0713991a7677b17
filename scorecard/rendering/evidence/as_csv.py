"""The evidence as CSV: one row for each arrow."""

from __future__ import annotations

from scorecard.arrow_evidence import Evidence
from scorecard.rendering.csv_table import csv_table

COLUMNS = (
    *("kind", "cause", "cause_name", "effect", "effect_name", "delay", "verdict", "reason", "periods", "first", "last"),
    *("n", "seen_delay", "r", "low", "high", "p", "q", "power", "granger_f", "granger_p"),
)


def evidence_csv(found: Evidence) -> str:
    """Raw numbers; what is not known is an empty field, and ``reason`` says why."""
    return csv_table(
        COLUMNS,
        (
            (
                *(arrow.kind, arrow.cause, arrow.cause_name, arrow.effect, arrow.effect_name, arrow.delay),
                *(arrow.verdict, arrow.why, arrow.periods),
                *(None if period is None else str(period) for period in (arrow.first, arrow.last)),
                *(arrow.n, arrow.seen_delay, arrow.r, arrow.low, arrow.high, arrow.p, arrow.q, arrow.power),
                *(arrow.granger_f, arrow.granger_p),
            )
            for arrow in found.arrows
        ),
    )
