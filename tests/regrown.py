"""Maps that are changed as an author changes them: other scales, figures, arrows and settings, mostly still right."""

from __future__ import annotations

import random
from typing import Any, TypeAlias

Tree: TypeAlias = dict[str, Any]

_FIGURES = ("0", "1", "2", "3.3", "-7", "100", "80k", "0.001", "1e15", "-1e15", "1e-12", "-1e-12", "3.3e-5", "0x1F")
_CHANGES = ("+12%", "-100%", "+0.0000001%", "+0.0000000000000001%", "+99999999999999%", "-500", "+0.5", "-900000000M")
_WEIGHTS = ("0.001", "0.5", "1", "2", "1000")
_DATES = ("2026-10-31", "2026-10", "2026-Q3", "2025", "2026-W44", "1900", "2199", "2024-02-29")
_SCALE_KEYS = ("unit", "direction", "baseline", "target", "worst", "best", "scale", "curve", "range", "since", "by")


def regrown(chance: random.Random, tree: Tree) -> None:
    """Change some goals, KPIs and settings of a map in place."""
    for _ in range(chance.choice((1, 2, 5, 20))):
        chance.choice((_judge_anew, _judge_anew, _tie_anew, _tie_anew, _set_anew))(chance, tree)


def _judge_anew(chance: random.Random, tree: Tree) -> None:
    """A KPI gets another scale and value."""
    kpis = tree["kpis"]
    kpi = kpis[chance.choice(list(kpis))]
    for key in _SCALE_KEYS:
        kpi.pop(key, None)
    if chance.random() < 0.8:
        kpi["value"] = chance.choice(_FIGURES)
    else:
        kpi.pop("value", None)
    one, two = chance.sample(_FIGURES, 2)
    low, high = sorted((one, two), key=_size)
    kpi |= chance.choice(
        (
            {"baseline": one, "target": two},
            {"baseline": one, "target": two, "since": "1900", "by": chance.choice(_DATES)},
            {"baseline": one, "target": {"change": chance.choice(_CHANGES)}},
            {"worst": one, "best": two},
            {"worst": one, "target": {"kpi": chance.choice(list(kpis))}, "direction": "maximise"},
            {"target": one, "scale": "binary", "direction": chance.choice(("maximise", "minimise"))},
            {"curve": [[low, "0%"], [high, chance.choice(("100%", "1e-12", "40%"))]]},
            {"range": [low, high], "worst": ["-1e15", "1e15"]},
            {"target": one, "direction": chance.choice(("maximise", "none"))},
        )
    )


def _tie_anew(chance: random.Random, tree: Tree) -> None:
    """A goal gets other KPIs and causes; arrows with a delay may make a loop."""
    goals, kpis = list(tree["goals"]), list(tree.get("kpis", {}))
    goal = tree["goals"][chance.choice(goals)]
    key, ids = chance.choice(
        (("driven_by", goals), ("driven_by", goals), ("hindered_by", goals), ("lagging", kpis), ("leading", kpis))
    )
    named = chance.sample(ids, min(len(ids), chance.randrange(4)))
    goal[key] = {name: {"weight": chance.choice(_WEIGHTS)} for name in named}
    if key != "lagging":
        for entry in goal[key].values():
            entry["delay"] = chance.choice(("1", "1", "2", "2", "1000", "1000", "0"))


def _set_anew(chance: random.Random, tree: Tree) -> None:
    """The map, a goal or a KPI gets another setting."""
    key, value = chance.choice(
        (
            ("period", chance.choice(("day", "week", "month", "quarter", "year"))),
            ("as_of", chance.choice(_DATES)),
            ("min_coverage", chance.choice(("0", "100%", "1e-12", "50%"))),
            ("outlook", {"drivers": chance.choice(("10%", "90%"))}),
            ("thresholds", {"at_risk": "10%", "on_track": chance.choice(("10.0000001%", "100%"))}),
            ("weight", chance.choice(_WEIGHTS)),
            ("importance", chance.choice(("1", "5"))),
            ("urgency", chance.choice(("1", "5"))),
            (
                "name",
                chance.choice(("x" * 3000, "😀 e\u0301 \u202e", "<b> & \" ' \\ | ] }", "-", "\u2028", "汉字" * 30)),
            ),
            ("perspective", chance.choice(list(tree.get("perspectives", ("financial",))))),
        )
    )
    if key in ("period", "as_of", "min_coverage", "outlook") or (
        key in ("name", "thresholds") and chance.random() < 0.3
    ):
        tree[key] = value
    else:
        tree["goals"][chance.choice(list(tree["goals"]))][key] = value


def _size(figure: str) -> float:
    return 31.0 if figure == "0x1F" else 80_000.0 if figure == "80k" else float(figure)
