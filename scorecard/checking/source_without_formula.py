"""A source comes with a formula, and a condition with a source.

`source` says which rows a figure comes from, `formula` what is worked out over them. `where` chooses among the rows
and `sample` counts them, so both need a source; a formula without one is arithmetic over other figures.

Good:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      engaging-content: {perspective: customer, lagging: [shares]}
    kpis:
      shares: {source: posts, formula: sum(shares), where: not promoted, baseline: 80, target: 120}

Bad:
    sources:
      posts: {date: published, files: data/posts.csv}
    goals:
      engaging-content: {perspective: customer, lagging: [shares], leading: [sharing-rate]}
    kpis:
      shares: {source: posts, baseline: 80, target: 120}
      sharing-rate: {unit: "%", formula: shares / impressions, where: not promoted, baseline: 1%, target: 2%}
    measures:
      impressions: {source: posts, formula: sum(impressions)}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import listed
from scorecard.checking._formulas import figures_of, whose
from scorecard.model import Kpi, Measure, StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI and measure with a source and no formula, or with what only a source needs and none."""
    for section, item_id, item in figures_of(strategy_map):
        of_rows = [key for key in ("where", "sample") if getattr(item, key, None) is not None]
        if item.formula is None and (item.source is not None or of_rows):
            yield _without_formula(section, item_id, item, of_rows)
            continue
        if item.formula is not None and getattr(item, "min_sample", None) is not None:
            of_rows.append("min_sample")  # of recorded figures `n` is the sample, of other figures there is none
        if item.source is None and of_rows:
            yield Problem(
                rule="source-without-formula",
                loc=(section, item_id, of_rows[0]),
                part="key",
                message="{whose} has {keys} and no source, so there are no rows to look at",
                label="this is about rows",
                hint="name the `source` whose rows are meant, or take it out",
                params={"whose": whose(section, item_id), "keys": listed([f"`{key}`" for key in of_rows])},
            )


def _without_formula(section: str, item_id: str, item: Kpi | Measure, of_rows: list[str]) -> Problem:
    keys = (["source"] if item.source is not None else []) + of_rows
    return Problem(
        rule="source-without-formula",
        loc=(section, item_id, keys[0]),
        part="key",
        message="{whose} has {keys} and no formula, so nothing says what its figure is",
        label="`formula` is missing",
        hint="say what is worked out over the rows, `formula: count(*)` or `formula: sum(…)`; or take {them} out",
        params={
            "whose": whose(section, item_id),
            "keys": listed([f"`{key}`" for key in keys]),
            "them": "it" if len(keys) == 1 else "them",
        },
    )
