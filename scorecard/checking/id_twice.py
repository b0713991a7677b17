"""An id is that of a KPI or of a measure, not of both.

Formulas, the headline, recorded values and the command line name both by their id alone. With one id for two figures
nobody could tell which is meant.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [leads]}
    kpis:
      leads: {baseline: 80, target: 120}
    measures:
      leads-of-partners: {}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [leads]}
    kpis:
      leads: {baseline: 80, target: 120}
    measures:
      leads: {}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Place, Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every measure that has the id of a KPI."""
    for measure_id in strategy_map.measures:
        if measure_id in strategy_map.kpis:
            yield Problem(
                rule="id-twice",
                loc=("measures", measure_id),
                part="key",
                message="'{id}' is the id of a measure and of a KPI",
                label="the KPI has it too",
                hint="give this measure another id, or take it out: formulas may name the KPI as well ({place})",
                params={"id": measure_id, "place": Place(loc=("kpis", measure_id))},
            )
