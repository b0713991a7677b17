"""What the parts of a page look up in a report, made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.explanation import Explanation
from scorecard.history import NumberName, Series, SeriesKind
from scorecard.report import Report
from scorecard.result import GoalScore, InitiativeScore, KpiScore, Scorecard


@dataclass(frozen=True, kw_only=True, slots=True)
class Lookup:
    """A report with its goals, KPIs, initiatives and reasons by id, and its series by kind, id and number."""

    report: Report
    goals: Mapping[str, GoalScore]
    kpis: Mapping[str, KpiScore]
    initiatives: Mapping[str, InitiativeScore]
    series: Mapping[tuple[SeriesKind, str, NumberName], Series]
    reasons: Mapping[str, Explanation]

    @property
    def card(self) -> Scorecard:
        """The card of the report."""
        return self.report.card

    @property
    def currency(self) -> str | None:
        """The currency of the map."""
        return self.report.card.map.currency

    @property
    def names(self) -> Mapping[str, str]:
        """The names of goals, KPIs and other figures by id."""
        card = self.card
        figures = {item.id: item.name for item in card.measures} | {kpi.id: kpi.name for kpi in card.kpis}
        return {goal.id: goal.name for goal in card.goals} | figures

    @property
    def has_past(self) -> bool:
        """Whether there is more than one period to be seen."""
        return len(self.report.history.periods) > 1


def lookup(report: Report) -> Lookup:
    """The report and what is found in it by id."""
    card = report.card
    return Lookup(
        report=report,
        goals={goal.id: goal for goal in card.goals},
        kpis={kpi.id: kpi for kpi in card.kpis},
        initiatives={item.id: item for item in card.initiatives},
        series={(series.kind, series.id, series.number): series for series in report.history.series},
        reasons={told.id: told for told in report.reasons},
    )
