"""KPIs on every kind of scale, and what comes of them, worked out by hand."""

from __future__ import annotations

from tests.scoring.hand_cases.case import Case
from tests.scoring.hand_cases.case import of as f

CASES = [
    Case(
        "a line up, a line down, and beyond both ends",
        """
        goals:
          a: {perspective: financial, lagging: [up, down]}
        kpis:
          up: {baseline: 15, target: 45}
          down: {baseline: 40, target: 10}
        """,
        {"up": [16, 0, 60], "down": [25, 50, 5]},
        {"a.lagging": [f(4, 15), 0, 1]},  # (1/30 + 1/2) / 2 = 16/60
        {"up": [f(1, 30), 0, 1], "down": [f(1, 2), 0, 1]},
    ),
    Case(
        "from worst to best",
        """
        goals:
          a: {perspective: financial, lagging: {rises: 1, falls: 3}}
        kpis:
          rises: {worst: 15, best: 80}
          falls: {worst: 48, best: 0}
        """,
        {"rises": [22], "falls": [1]},
        {"a.lagging": [f(3167, 4160)]},  # (7/65 + 3 * 47/48) / 4, and 7/65 + 47/16 = (112 + 3055) / 1040
        {"rises": [f(7, 65)], "falls": [f(47, 48)]},
    ),
    Case(
        "a plan over the year",
        """
        goals:
          a: {perspective: financial, lagging: [k]}
        kpis:
          k: {baseline: 100, target: 465, since: 2026-01-01, by: 2026-12-31}
        """,
        {"k": [190, 190, 100, 300]},
        {
            # at the ends of March to June 90, 120, 151 and 181 of 365 days have passed; the way is 365 long
            "a.performance": [1, f(335, 365), f(214, 365), 1],  # 1; 1 - (120 - 90)/365; 1 - 151/365; 200 > 181
            "a.status": ["on-track", "on-track", "at-risk", "on-track"],
        },
        {"k": [1, f(335, 365), f(214, 365), 1]},
    ),
    Case(
        "a plan with a worst value is shown and not scored",
        """
        goals:
          a: {perspective: financial, lagging: [k]}
        kpis:
          k: {baseline: 100, target: 200, worst: 0, since: 2026-01-01, by: 2026-12-31}
        """,
        {"k": [150]},
        {"a.performance": [f(3, 4)]},  # (150 - 0) / (200 - 0)
        {"k": [f(3, 4)]},
    ),
    Case(
        "inside and outside a range",
        """
        goals:
          a: {perspective: financial, lagging: [k]}
        kpis:
          k: {range: [40, 60], worst: [20, 100]}
        """,
        {"k": [25, 40, 90, 120]},
        {"a.performance": [f(1, 4), 1, f(1, 4), 0]},  # (25 - 20)/20; inside; (100 - 90)/40; beyond
        {"k": [f(1, 4), 1, f(1, 4), 0]},
    ),
    Case(
        "a curve goes beyond the whole, and so does what is made of it",
        """
        goals:
          a: {perspective: financial, lagging: [k], driven_by: [b]}
          b: {perspective: learning, lagging: [l]}
        kpis:
          k: {curve: [[10, 80%], [20, 100%], [25, 120%]]}
        """,
        {"k": [9, 15, 24, 30], "l": [1.0, 1.0, 1.0, 1.0]},
        {
            "a.performance": [0, f(9, 10), f(29, 25), f(6, 5)],  # below: 0; 0.8 + 0.2/2; 1 + 0.2 * 4/5; the end value
            "a.outlook": [f(1, 2), f(19, 20), f(27, 25), f(11, 10)],
            "index.performance": [f(1, 2), f(19, 20), f(27, 25), f(11, 10)],
            "index.status": ["at-risk", "on-track", "on-track", "on-track"],
        },
        {"k": [0, f(9, 10), f(29, 25), f(6, 5)]},
    ),
    Case(
        "a curve that falls",
        """
        goals:
          a: {perspective: financial, lagging: [k]}
        kpis:
          k: {curve: [[0, 110%], [10, 60%], [40, 0%]]}
        """,
        {"k": [-5, 4, 25, 50]},
        {"a.performance": [f(11, 10), f(9, 10), f(3, 10), 0]},  # 1.1 - 0.5 * 4/10; 0.6 - 0.6 * 15/30
        {"k": [f(11, 10), f(9, 10), f(3, 10), 0]},
    ),
    Case(
        "reached or not",
        """
        goals:
          a: {perspective: financial, lagging: [k, done, low]}
        kpis:
          k: {scale: binary, target: 50, direction: maximise}
          done: {unit: yes-no, target: "yes", direction: maximise}
          low: {scale: binary, target: 3, direction: minimise}
        """,
        {"k": [49.9, 50], "done": [1, 0], "low": [3, 4]},
        {"a.lagging": [f(2, 3), f(1, 3)]},
        {"k": [0, 1], "done": [1, 0], "low": [1, 0]},
    ),
    Case(
        "what is not due yet is not scored while it is not reached",
        """
        goals:
          a: {perspective: financial, lagging: [k, l]}
        kpis:
          k: {scale: binary, baseline: 0, target: 50, since: 2026-01-01, by: 2026-05-31}
        """,
        {"k": [20, 50, 20, 20], "l": [0.5, 0.5, 0.5, 0.5]},
        {
            "a.lagging": [f(1, 2), f(3, 4), f(1, 4), f(1, 4)],  # l alone; (1 + 0.5)/2; (0 + 0.5)/2 from the 31st of May
            "a.coverage.lagging": [f(1, 2), 1, 1, 1],
        },
        {"k": [None, 1, 0, 0]},
    ),
    Case(
        "another KPI is the bar",
        """
        goals:
          a: {perspective: financial, lagging: [ours]}
        kpis:
          ours: {direction: minimise, worst: 4, target: {kpi: theirs}}
          theirs: {direction: none}
        """,
        {"ours": [3, 3, 3], "theirs": [2, None, 1]},
        {"a.performance": [f(1, 2), None, f(1, 3)]},  # (3 - 4) / (2 - 4); no bar; (3 - 4) / (1 - 4)
        {"ours": [f(1, 2), None, f(1, 3)], "theirs": [None, None, None]},
    ),
    Case(
        "a step from the baseline, in percent and in units",
        """
        goals:
          a: {perspective: financial, lagging: [k, l]}
        kpis:
          k: {baseline: 40, target: {change: +50%}}
          l: {baseline: 80, target: {change: -30}}
        """,
        {"k": [45], "l": [65]},
        {"a.lagging": [f(3, 8)]},  # (5/20 + 15/30) / 2
        {"k": [f(1, 4)], "l": [f(1, 2)]},
    ),
    Case(
        "a target for each of some periods",
        """
        goals:
          a: {perspective: financial, lagging: [k]}
        kpis:
          k: {baseline: 0, target: {2026-04: 10, 2026-06: 20}}
        """,
        {"k": [8, 8, 8, 8]},
        {"a.performance": [None, f(4, 5), f(4, 5), f(2, 5)]},
        {"k": [None, f(4, 5), f(4, 5), f(2, 5)]},
    ),
    Case(
        "maximise starts at nothing",
        """
        goals:
          a: {perspective: financial, lagging: [k]}
          b: {perspective: learning, leading: [{k: {delay: 1}}]}
        kpis:
          k: {direction: maximise, target: 80}
        """,
        {"k": [20, 60]},
        {"a.lagging": [f(1, 4), f(3, 4)], "b.performance": [None, f(1, 4)]},
        {"k": [f(1, 4), f(3, 4)]},
    ),
]
