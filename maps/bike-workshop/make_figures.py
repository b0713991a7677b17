"""Writes data/actuals.csv: four years of invented weeks in which some arrows of the map are true and some are not.

    python maps/bike-workshop/make_figures.py

What is true here: training shows in repairs on time 3 weeks later, repairs on time in recommendations 2 weeks later,
recommendations in takings 4 weeks later; discounts take from takings in the week after. Stands at races do nothing.
The same seed gives the same figures on every machine.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from math import cos, pi
from pathlib import Path
from random import Random

FIRST, WEEKS, EARLIER = date(2022, 10, 31), 208, 60
CHOSEN = Random(1817)


def wandering(memory: float = 0.7) -> list[float]:
    """Chance that remembers the week before, with a standard deviation of about 1."""
    level, found = 0.0, []
    for _ in range(EARLIER + WEEKS):
        level = memory * level + (1 - memory**2) ** 0.5 * CHOSEN.gauss(0, 1)
        found.append(level)
    return found


def later(series: list[float], weeks: int) -> list[float]:
    """The same, so many weeks later."""
    return [0.0] * weeks + series[: len(series) - weeks]


def mixed(*parts: tuple[float, list[float]]) -> list[float]:
    """A sum of series, each with its weight."""
    return [sum(weight * series[week] for weight, series in parts) for week in range(EARLIER + WEEKS)]


def main() -> None:
    """Write the file."""
    training, races, discounts = wandering(), wandering(), wandering()
    on_time = mixed((0.7, later(training, 3)), (0.7, wandering()))
    recommended = mixed((0.7, later(on_time, 2)), (0.7, wandering()))
    takings = mixed((0.6, later(recommended, 4)), (-0.6, later(discounts, 1)), (0.6, wandering()))
    rows = []
    for week in range(WEEKS):
        day = FIRST + timedelta(weeks=week)
        place, growth = EARLIER + week, week / WEEKS
        summer = -cos(2 * pi * day.timetuple().tm_yday / 365.25)
        figures = {
            "training-hours": f"{9 + 3 * growth + 1.5 * training[place]:.1f}",
            "ready-on-time": f"{74 + 8 * growth + 5 * on_time[place]:.1f}%",
            "recommendations": f"{24 + 8 * growth + 4 * summer + 4 * recommended[place]:.0f}",
            "race-visitors": f"{max(120 + 40 * summer + 25 * races[place], 0):.0f}",
            "discounts": f"{1500 + 300 * discounts[place]:.0f}",
            "takings": f"{9000 + 1500 * growth + 2200 * summer + 700 * takings[place]:.0f}",
        }
        if week >= WEEKS - 18:  # asked since the summer only
            figures["pickup-wait"] = f"{11 - 2 * on_time[place] + CHOSEN.gauss(0, 1):.1f}"
        year, number, _ = day.isocalendar()
        rows += [(f"{year}-W{number:02}", kpi, value) for kpi, value in figures.items()]
    path = Path(__file__).parent / "data/actuals.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([("date", "kpi", "value"), *rows])


if __name__ == "__main__":
    main()
