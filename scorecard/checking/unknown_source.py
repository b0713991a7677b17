"""Every source that is named is defined under `sources`.

A KPI or a measure names the source whose rows its formula is worked out over. Without its definition nobody knows
which files to read.

Good:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      engaging-content: {perspective: customer, lagging: [shares]}
    kpis:
      shares: {source: posts, formula: sum(shares), baseline: 80, target: 120}

Bad:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      engaging-content: {perspective: customer, lagging: [shares]}
    kpis:
      shares: {source: post, formula: sum(shares), baseline: 80, target: 120}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._formulas import figures_of, whose
from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import StrategyMap
from scorecard.problem import Problem

_WRONG_KIND = {
    "measures": "that is a measure: name it in the formula, and take `source` out",
    "kpis": "that is a KPI: name it in the formula, and take `source` out",
}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id that a KPI or a measure gives as its source."""
    uses = (
        Use(
            item.source,
            (section, item_id, "source"),
            "value",
            "{whose} takes its figures from an unknown source '{id}'",
            {"whose": whose(section, item_id)},
            _WRONG_KIND,
        )
        for section, item_id, item in figures_of(strategy_map)
        if item.source is not None and item.source not in strategy_map.sources
    )
    return unknown_ids("unknown-source", uses, strategy_map, "sources", "no source has this id")
