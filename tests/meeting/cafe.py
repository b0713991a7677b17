"""A café and its reviews: a map small enough to be scored in a moment, with something of everything to talk about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from scorecard.api.examine import load
from scorecard.meeting.app import Meeting
from scorecard.meeting.session import Session

MAP = """\
name: Corner café
mission: Good coffee for the street
as_of: 2026-10-31
currency: EUR
perspectives: {money: Money, guests: Guests, work: How we work}
goals:
  a-living:
    name: The café pays a living
    perspective: money
    owner: Owner
    importance: 5
    urgency: 3
    lagging: [takings]
    driven_by:
      - regulars: {because: People who come back spend more}
  regulars:
    name: Guests come back
    perspective: guests
    lagging: [guests, satisfied]
    leading: [newsletter]
    driven_by: [quick-coffee]
    guardrails: [complaints]
  quick-coffee:
    name: The coffee is quick
    perspective: work
    owner: Head barista
    urgency: 5
    importance: 4
    lagging: [waiting-time]
    initiatives: [second-grinder]
kpis:
  takings: {unit: money, kind: flow, baseline: 10000, target: 16000}
  guests: {unit: count, kind: flow, baseline: 2000, target: 3000}
  satisfied: {unit: "%", kind: rate, baseline: 70%, target: 90%}
  newsletter: {unit: count, kind: stock, baseline: 0, target: 400}
  complaints: {unit: count, kind: flow, direction: minimise, warning: {above: 5, for: 1 of 1}}
  waiting-time: {unit: minutes, kind: rate, baseline: 9, target: 4}
  twice: {unit: count, formula: guests * 2}
initiatives:
  second-grinder: {name: A second grinder, owner: Owner, start: 2026-09-01, due: 2026-10-15, completion: 40%}
"""
FIGURES = """\
date,kpi,value
2026-08,takings,12100
2026-09,takings,12900
2026-10,takings,14200
2026-08,guests,2300
2026-09,guests,2450
2026-10,guests,2700
2026-09,satisfied,80%
2026-10,satisfied,82%
2026-09,newsletter,280
2026-10,newsletter,310
2026-10,complaints,7
2026-08,waiting-time,8
2026-09,waiting-time,7.9
2026-10,waiting-time,7.5
"""
SEPTEMBER = """\
# Review 2026-09

## The coffee is quick (quick-coffee)

- [ ] change: buy a second grinder · Owner · 2026-10-15 · quick-coffee
- [x] stop: cold brew · Owner · 2026-10-01 · quick-coffee
"""
AUGUST = """\
- [ ] ask guests what they miss · Ana · – · menu
"""


def cafe(folder: Path, text: str = MAP) -> Path:
    """The folder with the map, its figures and two earlier reviews."""
    for name, content in (
        ("strategy.yaml", text),
        ("data/actuals.csv", FIGURES),
        ("reviews/2026-09.md", SEPTEMBER),
        ("reviews/2026-08.md", AUGUST),
    ):
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(content, encoding="utf-8")
    return folder


def session(folder: Path, period: str | None = None) -> Session:
    """A meeting on the map of the folder."""
    return Session(load(folder / "strategy.yaml"), folder, date(2026, 10, 31), period)


def meeting(folder: Path, *, ascii: bool = False) -> Meeting:
    """The screen of that meeting."""
    return Meeting(session(folder), ascii=ascii)


def october(folder: Path) -> str:
    """What stands in the file of the review; empty where there is none."""
    path = folder / "reviews/2026-10.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""
