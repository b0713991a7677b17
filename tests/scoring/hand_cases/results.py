"""Results, coverage, status and roll-up, worked out by hand."""

from __future__ import annotations

from tests.scoring.hand_cases.case import Case
from tests.scoring.hand_cases.case import of as f

CASES = [
    Case(
        "one result",
        """
        goals:
          a: {perspective: financial, lagging: [k]}
        """,
        {"k": [0.6]},
        {
            "a.lagging": [f(3, 5)],
            "a.performance": [f(3, 5)],
            "a.leading": [None],
            "a.outlook": [f(3, 5)],  # no driver is declared: d = 0
            "a.coverage.lagging": [1],
            "a.coverage.leading": [0],
            "a.coverage.outlook": [1],
            "a.status": ["at-risk"],  # 50 % <= 60 % < 80 %
            "financial.performance": [f(3, 5)],
            "index.performance": [f(3, 5)],
        },
    ),
    Case(
        "weights of results",
        """
        goals:
          a: {perspective: financial, lagging: {k: 2, l: 1}}
        """,
        {"k": [0.9], "l": [0.3]},
        {"a.lagging": [f(7, 10)], "a.status": ["at-risk"]},  # (2 * 0.9 + 1 * 0.3) / 3 = 2.1 / 3
    ),
    Case(
        "a missing result is left out, and missed in the coverage",
        """
        goals:
          a: {perspective: financial, lagging: {k: 3, l: 1}}
        """,
        {"k": [0.8, None, None], "l": [0.4, 0.4, None]},
        {
            "a.lagging": [f(7, 10), f(2, 5), None],  # (3 * 0.8 + 0.4) / 4 = 2.8 / 4; then l alone; then nothing
            "a.coverage.lagging": [1, f(1, 4), 0],  # then l, 1 of 4
            "a.status": ["at-risk", "no-data", "no-data"],  # 1/4 < 1/2
            "index.performance": [f(7, 10), f(2, 5), None],  # the number is passed on all the same
            "index.coverage.lagging": [1, f(1, 4), 0],
            "index.status": ["at-risk", "no-data", "no-data"],
        },
    ),
    Case(
        "a coverage of exactly the least has a colour",
        """
        min_coverage: 60%
        goals:
          a: {perspective: financial, lagging: {k: 3, l: 2}}
          b: {perspective: financial, lagging: {k: 2, l: 3}}
        """,
        {"k": [0.9], "l": [None]},
        {
            "a.coverage.lagging": [f(3, 5)],
            "a.status": ["on-track"],
            "b.coverage.lagging": [f(2, 5)],
            "b.performance": [f(9, 10)],
            "b.status": ["no-data"],
            "financial.coverage.lagging": [f(1, 2)],  # (3/5 + 2/5) / 2
            "financial.status": ["no-data"],  # 1/2 < 3/5
        },
    ),
    Case(
        "every number needs no colour where no coverage is asked for",
        """
        min_coverage: 0
        goals:
          a: {perspective: financial, lagging: {k: 999, l: 1}}
        """,
        {"k": [None], "l": [0.1]},
        {"a.coverage.lagging": [f(1, 1000)], "a.status": ["off-track"]},
    ),
    Case(
        "what is only shown takes no share",
        """
        goals:
          a: {perspective: financial, lagging: {k: 1, shown: 5}}
        kpis:
          shown: {direction: none}
        """,
        {"k": [0.5], "shown": [0.9]},
        {"a.lagging": [f(1, 2)], "a.coverage.lagging": [1], "a.status": ["at-risk"]},
        {"shown": [None]},
    ),
    Case(
        "a goal without results is judged by its leading KPIs",
        """
        goals:
          a: {perspective: financial, leading: {k: 1, l: 3}}
          b: {perspective: learning, driven_by: [a], lagging: [k]}
        """,
        {"k": [0.2], "l": [0.8]},
        {
            "a.lagging": [None],
            "a.leading": [f(13, 20)],  # (0.2 + 3 * 0.8) / 4 = 2.6 / 4
            "a.performance": [f(13, 20)],
            "a.outlook": [f(13, 20)],  # no result is declared: d = 1
            "b.leading": [None],  # a has no lagging
            "b.coverage.leading": [0],
            "b.outlook": [f(17, 40)],  # 1/2 * 0.2 + 1/2 * 0.65 = 0.425
            "index.performance": [f(17, 40)],  # (0.65 + 0.2) / 2: the same by chance of these figures
        },
    ),
    Case(
        "basis leading counts the causes among the drivers",
        """
        goals:
          a: {perspective: financial, leading: [k], driven_by: {b: 3}}
          b: {perspective: learning, lagging: [l]}
        """,
        {"k": [0.4], "l": [0.8]},
        {"a.leading": [f(7, 10)], "a.performance": [f(7, 10)]},  # (0.4 + 3 * 0.8) / 4 = 2.8 / 4
    ),
    Case(
        "a goal without KPIs has no performance, whatever drives it",
        """
        goals:
          a: {perspective: financial, driven_by: [b]}
          b: {perspective: learning, lagging: [k]}
        """,
        {"k": [0.7]},
        {
            "a.performance": [None],
            "a.status": ["no-data"],
            "a.leading": [f(7, 10)],
            "a.outlook": [f(7, 10)],
            "financial.performance": [None],
            "financial.leading": [f(7, 10)],
            "index.performance": [f(7, 10)],  # learning alone
            "index.coverage.lagging": [f(1, 2)],  # (0 + 1) / 2: no data counts 0
        },
    ),
    Case(
        "limits of a goal, of the map, and on the limit",
        """
        thresholds: {at_risk: 40%, on_track: 70%}
        goals:
          a: {perspective: financial, lagging: [k], thresholds: {on_track: 90%}}
          b: {perspective: financial, lagging: [k], thresholds: {at_risk: 10%, on_track: 30%}}
          c: {perspective: financial, lagging: [k]}
        """,
        {"k": [0.39, 0.4, 0.7, 0.9]},
        {
            "a.status": ["off-track", "at-risk", "at-risk", "on-track"],
            "b.status": ["on-track"] * 4,
            "c.status": ["off-track", "at-risk", "on-track", "on-track"],
            "financial.status": ["off-track", "at-risk", "on-track", "on-track"],
            "index.status": ["off-track", "at-risk", "on-track", "on-track"],
        },
    ),
    Case(
        "weights of goals and of perspectives, and perspectives without goals",
        """
        perspectives: {top: {weight: 3}, empty: {weight: 100}, low: {weight: 1}}
        goals:
          a: {perspective: top, lagging: [k], weight: 2}
          b: {perspective: top, lagging: [l]}
          c: {perspective: low, lagging: [m]}
        """,
        {"k": [0.9, 0.9], "l": [0.3, None], "m": [0.1, 0.1]},
        {
            "top.performance": [f(7, 10), f(9, 10)],  # (2 * 0.9 + 0.3) / 3; then a alone
            "top.coverage.lagging": [1, f(2, 3)],
            "low.performance": [f(1, 10), f(1, 10)],
            "empty.performance": [None, None],
            "empty.status": ["no-data", "no-data"],
            "index.performance": [f(11, 20), f(7, 10)],  # (3 * 0.7 + 0.1) / 4 = 2.2 / 4; (3 * 0.9 + 0.1) / 4
            "index.coverage.lagging": [1, f(3, 4)],  # (3 * 2/3 + 1) / 4
            "index.status": ["at-risk", "at-risk"],
        },
    ),
    Case(
        "each number rolls up by itself",
        """
        goals:
          a: {perspective: financial, lagging: [k], driven_by: [b]}
          b: {perspective: financial, lagging: [l]}
          c: {perspective: learning, lagging: [k]}
        """,
        {"k": [0.8], "l": [0.4]},
        {
            "financial.lagging": [f(3, 5)],  # (0.8 + 0.4) / 2
            "financial.leading": [f(2, 5)],  # a alone: lagging(b)
            "financial.coverage.leading": [f(1, 2)],  # b declares no driver
            "financial.outlook": [f(1, 2)],  # (0.6 + 0.4) / 2, where outlook(a) = 1/2 * 0.8 + 1/2 * 0.4
            "index.lagging": [f(7, 10)],  # (0.6 + 0.8) / 2
            "index.leading": [f(2, 5)],  # financial alone
            "index.coverage.leading": [f(1, 4)],
            "index.outlook": [f(13, 20)],  # (0.5 + 0.8) / 2
        },
    ),
]
