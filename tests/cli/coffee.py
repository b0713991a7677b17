"""A map of a coffee bar whose figures people write down."""

from __future__ import annotations

from pathlib import Path

COFFEE = """\
name: Coffee
as_of: 2026-10-31
currency: EUR
dimensions: [network]
goals:
  goal: {perspective: customer, lagging: [followers], leading: [rate]}
kpis:
  followers: {unit: count, kind: stock, owner: Ann, baseline: 0, target: 20000}
  rate: {unit: "%", owner: Bob, cadence: quarter}
  spend: {unit: money, kind: flow, owner: Ann}
  agreed: {unit: yes-no}
  worked: {unit: count, formula: followers * 2}
  fixed: {unit: count, value: 3}
"""
ACTUALS = "data/actuals.csv"


def coffee(folder: Path, rows: str = "", heading: str = "date,kpi,value") -> Path:
    """The map, and the rows of its figures below their heading."""
    path = folder / "strategy.yaml"
    path.write_text(COFFEE, encoding="utf-8")
    if rows:
        (folder / "data").mkdir()
        (folder / ACTUALS).write_text(f"{heading}\n{rows}", encoding="utf-8")
    return path
