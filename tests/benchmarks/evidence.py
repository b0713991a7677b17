"""The evidence for 1,000 arrows over 120 periods against the Granger tests of statsmodels one by one.

The other side calls `grangercausalitytests` with lags 1 to 6 for each arrow and nothing else: no differences, no
seasons, no power, no correction. It is run on a sample of 20 arrows, and its time is multiplied by 50; that is said.
Ours is the law, `scorecard.inference.arrows`; the whole verb, from figures to verdicts, is told without a limit.
"""

from __future__ import annotations

import warnings
from datetime import date

import numpy
from statsmodels.tsa.stattools import grangercausalitytests

from scorecard.actuals import Actuals, Figure
from scorecard.evidencing import evidence
from scorecard.inference.arrows import examined
from scorecard.model import StrategyMap
from scorecard.period import Period, period_before, period_of
from tests.benchmarks.measured import in_turn, report

ARROWS, PERIODS, SAMPLE, DELAY = 1000, 120, 20, 2
AS_OF = date(2026, 12, 31)


def figures(values: numpy.ndarray) -> Actuals:
    """A KPI for each row."""
    periods: list[Period] = [period_of(AS_OF, "month")]
    while len(periods) < PERIODS:
        periods.insert(0, period_before(periods[0]))
    return Actuals(
        figures={
            (f"k{row}", period, ()): Figure(value=float(value), end=period.end)
            for row, series in enumerate(values)
            for period, value in zip(periods, series, strict=True)
        },
        periods=tuple(periods),
    )


def strategy() -> StrategyMap:
    """A goal for each series, driven by the next one."""
    goals = {
        f"g{row}": {
            "perspective": "internal",
            "lagging": [f"k{row}"],
            "driven_by": [{f"g{row + 1}": {"delay": DELAY}}] if row < ARROWS else [],
        }
        for row in range(ARROWS + 1)
    }
    kpis = {f"k{row}": {"kind": "stock", "direction": "maximise"} for row in range(ARROWS + 1)}
    return StrategyMap.model_validate({"name": "Large", "goals": goals, "kpis": kpis})


def main() -> None:
    """Print the medians of both sides and their ratio."""
    values = numpy.cumsum(numpy.random.default_rng(1).standard_normal((ARROWS + 1, PERIODS)), axis=1)
    moved = numpy.diff(values)
    cause, effect = moved[1:], moved[:-1]
    seasons = [place % 12 for place in range(PERIODS - 1)]
    strategy_map, actuals = strategy(), figures(values)

    def theirs() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for row in range(SAMPLE):
                grangercausalitytests(numpy.column_stack([effect[row], cause[row]]), 6)

    times = in_turn(
        {
            f"statsmodels, {SAMPLE} arrows": theirs,
            "evidence": lambda: examined(cause, effect, DELAY, seasons),
            "evidence from figures to verdicts": lambda: evidence(strategy_map, actuals, AS_OF),
        },
        5,
    )
    scale = ARROWS / SAMPLE
    times[f"statsmodels × {scale:.0f}"] = times[f"statsmodels, {SAMPLE} arrows"] * scale
    report(f"{ARROWS} arrows × {PERIODS} periods", times, f"statsmodels × {scale:.0f}", "evidence", "≥ 100")


if __name__ == "__main__":
    main()
