"""What closing a period says."""

from __future__ import annotations

from pathlib import Path

from scorecard.naming import counted
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import printable
from scorecard.rendering.words import STATUS_WORD
from scorecard.result import Scorecard


def closing_text(card: Scorecard, path: Path, *, reopened: bool) -> str:
    """Which period was closed into which file, its index, and how many of its KPIs have no figure."""
    index = card.index
    missing = sum(kpi.value is None for kpi in card.kpis)
    how = "closed again" if reopened else "closed"
    lines = [f"{card.period} is {how}: index {percent(index.performance, card.limits)} {STATUS_WORD[index.status]}"]
    if missing:
        lines.append(f"{counted(KPI=missing)} of {len(card.kpis)} had no figure")
    lines.append(f"wrote {printable(f'{path.parent.name}/{path.name}')}")
    return "".join(f"{line}\n" for line in lines)
