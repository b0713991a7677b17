"""A map and its data as the docstring of a test tells them, and what is known of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path

from scorecard.actuals import Actuals, DimensionValues, Figure
from scorecard.api.examine import examine, load
from scorecard.api.score import score
from scorecard.measuring import measure
from scorecard.model import StrategyMap
from scorecard.period import Period, parse_period
from scorecard.problem import Problem
from scorecard.result import GoalScore, KpiScore, Scorecard

GOALS = "goals:\n  goal: {perspective: financial}\n"


class Told:
    """A map in a folder of its own.

    Behind the first sentence of the docstring stand the lines of the map and, below the path of each data file, its
    lines. A map without goals gets one, a map without ``as_of`` is looked at on the last day of October 2026.
    """

    def __init__(self, folder: Path, text: str) -> None:
        self.folder = folder
        self.path = folder / "strategy.yaml"
        written = [""]
        for line in text.splitlines(keepends=True):
            if line.startswith("data/"):
                written.append(line)
            else:
                written[-1] += line
        own, *files = written
        own += "" if "\nas_of:" in f"\n{own}" else "as_of: 2026-10-31\n"
        self.path.write_text(own if "\ngoals:" in f"\n{own}" else own + GOALS, encoding="utf-8")
        for file in files:
            name, lines = file.split(":\n", 1)
            self.write(name, inspect.cleandoc(lines) + "\n")

    def write(self, name: str, text: str) -> None:
        """Write a file below the folder of the map."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @cached_property
    def map(self) -> StrategyMap:
        """The map, which has no errors."""
        return load(self.path)

    def actuals(self, as_of: str | None = None, split: tuple[str, ...] = ()) -> Actuals:
        """What is known on a day, left out that of the map; no data are wrong."""
        measured = measure(self.map, self.folder, self._day(as_of), split)
        assert measured.problems == ()
        return measured.actuals

    def _day(self, as_of: str | None) -> date:
        day = date.fromisoformat(as_of) if as_of else self.map.as_of
        assert day is not None
        return day

    def figure(self, item_id: str, period: str, as_of: str | None = None, **part: str) -> Figure:
        """The figure in force in a period, of the whole or of a part."""
        values: DimensionValues = tuple(part.items())
        return self.actuals(as_of, tuple(part)).figures[item_id, parse_period(period), values]

    def value(self, item_id: str, period: str, as_of: str | None = None, **part: str) -> float | None:
        """Its value, which nothing keeps from being scored."""
        figure = self.figure(item_id, period, as_of, **part)
        assert figure.reason is None or figure.value is None
        return figure.value

    def reference(self, item_id: str, period: str, as_of: str | None = None) -> float | None:
        """What a relative target is a step from."""
        return self.actuals(as_of).references[item_id, parse_period(period)]

    def card(self, period: str | Period | None = None, as_of: str | None = None) -> Scorecard:
        """The card of a period."""
        return score(self.map, self._day(as_of), period=period, folder=self.folder)

    def kpi(self, kpi_id: str, period: str | None = None, as_of: str | None = None) -> KpiScore:
        """A KPI on the card."""
        return next(kpi for kpi in self.card(period, as_of).kpis if kpi.id == kpi_id)

    def goal(self, goal_id: str, period: str | None = None, as_of: str | None = None) -> GoalScore:
        """A goal on the card."""
        return next(goal for goal in self.card(period, as_of).goals if goal.id == goal_id)

    def problems(self) -> list[Problem]:
        """The errors that `scorecard check` lists."""
        return [problem for problem in examine(self.path).problems if problem.severity == "error"]


def text_of(test: Callable[..., object]) -> str:
    """The lines of a docstring behind its first paragraph."""
    return inspect.cleandoc(test.__doc__ or "").partition("\n\n")[2] + "\n"
