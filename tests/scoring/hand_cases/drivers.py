"""Leading and outlook, delays, hindrances and loops, worked out by hand."""

from __future__ import annotations

from tests.scoring.hand_cases.case import Case
from tests.scoring.hand_cases.case import of as f

CASES = [
    Case(
        "leading KPIs and causes are one sum",
        """
        goals:
          a: {perspective: financial, lagging: [r], leading: {k: 1}, driven_by: {b: 2, c: 1}}
          b: {perspective: customer, lagging: [l]}
          c: {perspective: customer, lagging: [m]}
        """,
        {"r": [0.5], "k": [0.2], "l": [0.6], "m": [1.0]},
        {
            "a.leading": [f(3, 5)],  # (0.2 + 2 * 0.6 + 1.0) / 4 = 2.4 / 4
            "a.outlook": [f(11, 20)],  # 1/2 * 0.5 + 1/2 * 0.6
        },
    ),
    Case(
        "the share of the drivers is the map's",
        """
        outlook: {drivers: 20%}
        goals:
          a: {perspective: financial, lagging: {r: 3, s: 1}, driven_by: [b]}
          b: {perspective: customer, lagging: [l]}
        """,
        {"r": [0.5], "s": [0.9], "l": [0.1]},
        {
            "a.lagging": [f(3, 5)],  # (3 * 0.5 + 0.9) / 4
            "a.outlook": [f(1, 2)],  # 0.8 * 0.6 + 0.2 * 0.1
        },
    ),
    Case(
        "one known driver of ten weighs five percent",
        """
        goals:
          a: {perspective: financial, lagging: [r], leading: [k1, k2, k3, k4, k5, k6, k7, k8, k9, k10]}
        """,
        {"r": [0.8], "k1": [0.25], **{f"k{number}": [None] for number in range(2, 11)}},
        {
            "a.leading": [f(1, 4)],
            "a.coverage.leading": [f(1, 10)],
            "a.outlook": [f(3, 4)],  # (0.5 * 0.8 + 0.05 * 0.25) / 0.55 = 0.4125 / 0.55
            "a.coverage.outlook": [f(11, 20)],
        },
    ),
    Case(
        "missing results leave the drivers",
        """
        goals:
          a: {perspective: financial, lagging: {r: 1, s: 1}, leading: [k]}
        """,
        {"r": [0.8, None], "s": [None, None], "k": [0.2, 0.2]},
        {
            "a.outlook": [f(2, 5), f(1, 5)],  # (0.25 * 0.8 + 0.5 * 0.2) / 0.75 = 0.3 / 0.75; then k alone
            "a.coverage.outlook": [f(3, 4), f(1, 2)],
        },
    ),
    Case(
        "a chain: leading looks one hop, the outlook all the way",
        """
        goals:
          a: {perspective: financial, lagging: [k], driven_by: [b]}
          b: {perspective: customer, driven_by: [c]}
          c: {perspective: internal, lagging: [l], driven_by: [d]}
          d: {perspective: learning, lagging: [m]}
        """,
        {"k": [1.0, 1.0], "l": [0.5, None], "m": [0.1, 0.1]},
        {
            "a.leading": [None, None],  # b has no results
            "b.leading": [f(1, 2), None],
            "c.leading": [f(1, 10), f(1, 10)],
            "c.outlook": [f(3, 10), f(1, 10)],  # (0.5 + 0.1) / 2; then d alone
            "b.outlook": [f(3, 10), f(1, 10)],
            "a.outlook": [f(13, 20), f(11, 20)],  # (1.0 + 0.3) / 2; (1.0 + 0.1) / 2
            "c.coverage.outlook": [1, f(1, 2)],
            "b.coverage.outlook": [1, f(1, 2)],
            "a.coverage.outlook": [1, f(3, 4)],  # 1/2 + 1/2 * 1/2
        },
    ),
    Case(
        "two ways from one goal add up",
        """
        goals:
          a: {perspective: financial, driven_by: {b: 1, c: 3}}
          b: {perspective: customer, lagging: [k], driven_by: [d]}
          c: {perspective: customer, driven_by: [d]}
          d: {perspective: learning, leading: [l]}
        """,
        {"k": [0.2], "l": [0.6]},
        {
            "b.outlook": [f(2, 5)],  # (0.2 + 0.6) / 2
            "c.outlook": [f(3, 5)],
            "a.outlook": [f(11, 20)],  # (0.4 + 3 * 0.6) / 4 = 2.2 / 4
            "a.leading": [f(1, 5)],  # b alone has results
            "a.coverage.leading": [f(1, 4)],
        },
    ),
    Case(
        "a leading KPI with a delay of one",
        """
        goals:
          a: {perspective: financial, leading: [{k: {delay: 1}}]}
        """,
        {"k": [0.2, 0.6, 0.4]},
        {
            "a.leading": [None, f(1, 5), f(3, 5)],  # nothing is known before the first period
            "a.coverage.leading": [0, 1, 1],
            "a.status": ["no-data", "off-track", "at-risk"],
            "a.outlook": [f(1, 5), f(3, 5), f(2, 5)],  # the outlook takes today's
        },
    ),
    Case(
        "a cause with a delay of two, and a gap",
        """
        goals:
          a: {perspective: financial, lagging: [r], driven_by: [{b: {delay: 2}}]}
          b: {perspective: learning, lagging: {k: 1, l: 1}}
        """,
        {"r": [0.5, 0.5, 0.5, 0.5], "k": [0.2, None, 0.4, 0.4], "l": [0.6, None, 0.4, None]},
        {
            "a.leading": [None, None, f(2, 5), None],  # (0.2 + 0.6) / 2 two periods ago; then the gap
            "b.lagging": [f(2, 5), None, f(2, 5), f(2, 5)],
            "b.coverage.lagging": [1, 0, 1, f(1, 2)],
            "a.outlook": [f(9, 20), f(1, 2), f(9, 20), f(9, 20)],  # (0.5 + 0.4) / 2; without b 0.5
            "a.coverage.outlook": [1, f(1, 2), 1, f(3, 4)],
        },
    ),
    Case(
        "delays of nothing, one and two in one sum",
        """
        goals:
          a: {perspective: financial, leading: [{k: {weight: 3}}, {l: {weight: 2, delay: 1}}, {m: {delay: 2}}]}
        """,
        {"k": [0.1, 0.2, 0.3], "l": [0.4, 0.5, 0.6], "m": [0.7, 0.8, 0.9]},
        {
            # k; (3 * 0.2 + 2 * 0.4) / 5 = 1.4 / 5; (3 * 0.3 + 2 * 0.5 + 0.7) / 6 = 2.6 / 6
            "a.leading": [f(1, 10), f(7, 25), f(13, 30)],
            "a.coverage.leading": [f(1, 2), f(5, 6), 1],
        },
    ),
    Case(
        "the coverage of a cause is that of then",
        """
        goals:
          a: {perspective: financial, lagging: [r], driven_by: [{b: {delay: 1}}]}
          b: {perspective: learning, lagging: {k: 1, l: 3}}
        """,
        {"r": [1.0, 1.0], "k": [0.4, 0.4], "l": [None, 0.8]},
        {
            "a.leading": [None, f(2, 5)],  # k alone a period ago
            "a.coverage.leading": [0, f(1, 4)],
            "b.lagging": [f(2, 5), f(7, 10)],  # (0.4 + 3 * 0.8) / 4
            "a.outlook": [f(7, 10), f(17, 20)],  # (1.0 + 0.4) / 2; (1.0 + 0.7) / 2
            "a.coverage.outlook": [f(5, 8), 1],  # 1/2 + 1/2 * 1/4
        },
    ),
    Case(
        "a hindrance takes no share",
        """
        goals:
          a: {perspective: financial, lagging: [r], driven_by: [b], hindered_by: {c: 9}}
          b: {perspective: learning, lagging: [k]}
          c: {perspective: learning, lagging: [l]}
        """,
        {"r": [0.6], "k": [0.4], "l": [0.9]},
        {"a.leading": [f(2, 5)], "a.coverage.leading": [1], "a.outlook": [f(1, 2)]},  # (0.6 + 0.4) / 2
    ),
    Case(
        "a loop of two with a delay",
        """
        goals:
          a: {perspective: financial, lagging: [k], driven_by: [b]}
          b: {perspective: learning, lagging: [l], driven_by: [{a: {delay: 1}}]}
        """,
        {"k": [0.9, 0.9], "l": [0.3, None]},
        {
            # x = 0.45 + y/2 and y = 0.15 + x/2: x = 0.45 + 0.075 + x/4, so x = 0.7 and y = 0.5
            # without l: y = x, so x = 0.45 + x/2 = 0.9
            "a.outlook": [f(7, 10), f(9, 10)],
            "b.outlook": [f(1, 2), f(9, 10)],
            "b.leading": [None, f(9, 10)],
            # p = 1/2 + q/2 and q = p/2: p = 1/2 + p/4 = 2/3, q = 1/3
            "a.coverage.outlook": [1, f(2, 3)],
            "b.coverage.outlook": [1, f(1, 3)],
        },
    ),
    Case(
        "a loop that no figure enters has no outlook, and one that a figure enters has",
        """
        goals:
          a: {perspective: financial, driven_by: [b]}
          b: {perspective: customer, driven_by: [{c: {delay: 1}}]}
          c: {perspective: customer, driven_by: [b], leading: [k]}
        """,
        {"k": [None, 0.4]},
        {
            "a.outlook": [None, f(2, 5)],  # b = c and c = (b + 0.4) / 2: both are 0.4
            "b.outlook": [None, f(2, 5)],
            "c.outlook": [None, f(2, 5)],
            "a.coverage.outlook": [0, 1],
            "index.outlook": [None, f(2, 5)],
        },
    ),
    Case(
        "a loop of three with weights",
        """
        outlook: {drivers: 75%}
        goals:
          a: {perspective: financial, lagging: [k], driven_by: {b: 2, c: 1}}
          b: {perspective: customer, driven_by: [c]}
          c: {perspective: learning, lagging: [l], driven_by: [{a: {delay: 2}}]}
        """,
        {"k": [1.0], "l": [0.2]},
        {
            # b = c; a = 1/4 + 3/4 * (2b + c) / 3 = 1/4 + 3/4 c; c = 1/20 + 3/4 a
            # c = 1/20 + 3/16 + 9/16 c: 7/16 c = 19/80, c = 19/35; a = 1/4 + 57/140 = 92/140
            "a.outlook": [f(23, 35)],
            "b.outlook": [f(19, 35)],
            "c.outlook": [f(19, 35)],
        },
    ),
]
