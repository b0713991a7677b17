"""Random strategy maps as texts, 9 to 120 goals, for the proof of the geometry: the same seed gives the same map."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml

import scorecard
from scorecard.result import Scorecard

SEEDS = range(40)
_LEAST, _MOST = 9, 120
_VERBS = ("Grow", "Keep", "Win", "Train", "Launch", "Simplify", "Understand", "Reach", "Protect", "Measure")
_THINGS = ("revenue", "the team", "loyal customers", "our partners", "service", "costs", "trust", "the platform")
_TAILS = (
    "in every region where we already have a branch",
    "so that people who need what we do find us, talk with us and come back",
    "<fast & safe>",
    "before the competition does",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "顧客との信頼関係を深める",
)
_RHYTHMS = ("month", "week", "quarter", "year")


def size_of(seed: int) -> int:
    """How many goals the map of a seed has; both ends are among them."""
    return _LEAST + int((_MOST - _LEAST) * (seed / SEEDS[-1]) ** 1.6)


def random_map(seed: int) -> str:
    """The text of a map without errors."""
    return str(yaml.safe_dump(map_data(seed), sort_keys=False, allow_unicode=True))


def random_card(seed: int, folder: Path) -> Scorecard:
    """The scorecard of a random map, whose file is written into a folder."""
    return card_of(random_map(seed), folder)


def card_of(text: str, folder: Path) -> Scorecard:
    """The scorecard of the text of a map, whose file is written into a folder."""
    path = folder / "strategy.yaml"
    path.write_text(text, encoding="utf-8")
    return scorecard.score(scorecard.load(path), folder=folder)


def map_data(seed: int) -> dict[str, Any]:
    """The data of a map as they would stand in its file."""
    chosen = random.Random(seed)
    count = size_of(seed)
    perspectives = [f"perspective-{number}" for number in range(chosen.randint(1, 6))]
    empty = {chosen.choice(perspectives)} if len(perspectives) > 2 and seed % 4 == 0 else set()
    homes = sorted(chosen.choice([name for name in perspectives if name not in empty]) for _ in range(count))
    themes = [f"theme-{number}" for number in range(seed % 6)]
    kpis: dict[str, Any] = {}
    goals: dict[str, Any] = {}
    for number, home in enumerate(homes):
        goals[f"goal-{number}"] = _goal(number, home, themes, kpis, chosen)
    wanted = chosen.choice([1, 2, 3, 4])
    for number in range(count):
        for _ in range(chosen.randint(0, wanted + 1)):
            _link(number, goals, homes, chosen)
    return {
        "name": _name(chosen),
        "as_of": "2026-10-31",
        "period": chosen.choice(_RHYTHMS),
        "perspectives": {name: _perspective(chosen) for name in perspectives},
        **({"themes": {theme: _name(chosen) for theme in themes}} if themes else {}),
        "goals": goals,
        "kpis": kpis,
    }


def _name(chosen: random.Random) -> str:
    words = f"{chosen.choice(_VERBS)} {chosen.choice(_THINGS)}"
    return words if chosen.random() < 0.6 else f"{words} {chosen.choice(_TAILS)}"


def _perspective(chosen: random.Random) -> dict[str, Any]:
    questions = [f"{_name(chosen)}?" for _ in range(chosen.choice([0, 1, 1, 2]))]
    return {"name": _name(chosen), **({"questions": questions} if questions else {})}


def _goal(number: int, home: str, themes: list[str], kpis: dict[str, Any], chosen: random.Random) -> dict[str, Any]:
    goal: dict[str, Any] = {"name": _name(chosen), "perspective": home}
    if themes and chosen.random() < 0.8:
        goal["theme"] = chosen.choice(themes)
    for kind, most in (("lagging", 3), ("leading", 2)):
        ids = [f"kpi-{number}-{kind}-{place}" for place in range(chosen.choice([0, 1, 1, most]))]
        kpis |= {kpi_id: _kpi(chosen) for kpi_id in ids}
        if ids:
            goal[kind] = ids
    return goal


def _kpi(chosen: random.Random) -> dict[str, Any]:
    kpi: dict[str, Any] = {"name": _name(chosen), "unit": chosen.choice(["count", "%", "EUR", "hours"])}
    unit = "%" if kpi["unit"] == "%" else ""
    large = 1 if unit else chosen.choice([1, 1000, 100_000])
    kpi |= {"baseline": _figure(10 * large, unit), "target": _figure(90 * large, unit)}
    if chosen.random() < 0.85:
        kpi["value"] = _figure(chosen.randint(0, 110) * large, unit)
    return kpi


def _figure(number: int, unit: str) -> int | str:
    return f"{number}%" if unit else number


def _link(number: int, goals: dict[str, Any], homes: list[str], chosen: random.Random) -> None:
    """Give a goal an effect: mostly a higher one, now and then one of its own perspective, or a lower one.

    A link to a goal further down in the file has a delay, so that every loop has one.
    """
    others = [other for other in range(len(goals)) if other != number]
    higher = [other for other in others if homes[other] < homes[number]]
    beside = [other for other in others if homes[other] == homes[number]]
    lower = [other for other in others if homes[other] > homes[number]]
    group = chosen.choices([higher, beside, lower], [0.78, 0.15, 0.07])[0] or higher or beside
    if not group:
        return
    other = chosen.choice(group[-12:] if group is higher and chosen.random() < 0.7 else group)
    goal = goals[f"goal-{other}"]
    taken = {cause for key in ("driven_by", "hindered_by") for cause in goal.get(key, {})}
    if f"goal-{number}" in taken:
        return
    delay = chosen.choice([0, 0, 0, 0, 1, 2, 12]) if other < number else chosen.choice([1, 3])
    entry: dict[str, Any] = {"weight": chosen.choice([1, 1, 2, 5]), "delay": delay}
    if chosen.random() < 0.4:
        entry["because"] = _name(chosen)
    goal.setdefault("hindered_by" if chosen.random() < 0.1 else "driven_by", {})[f"goal-{number}"] = entry
