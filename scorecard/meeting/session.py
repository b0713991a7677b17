"""What a meeting knows and does: the card under review, what is noted, decided, recorded. No screen is known here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from scorecard.api import review as reviews
from scorecard.api.explain import Before, outlook_explained, period_before_of
from scorecard.api.history import history
from scorecard.api.levers import levers_of
from scorecard.api.record import new_figure, record_text, recordable
from scorecard.api.scenario import made_scenario
from scorecard.api.score import actuals_of, score
from scorecard.api.simulate import simulated
from scorecard.history import History
from scorecard.model import StrategyMap
from scorecard.period import Period
from scorecard.rendering.meeting.rows import Place
from scorecard.rendering.meeting.shown import Shown
from scorecard.result import Scorecard
from scorecard.review import Decision, DecisionKind
from scorecard.scoring.agenda import agenda
from scorecard.simulation import Simulation

_PERIODS = 12


class Session:
    """A meeting about one period. Everything that is said is written at once, through the code of the commands."""

    def __init__(self, strategy_map: StrategyMap, folder: Path, as_of: date, period: str | None = None) -> None:
        """Score the map.

        Raises:
            PeriodError, InvalidDataError, OSError: see `scorecard.api.score.score` and `scorecard.api.review`.
        """
        self.strategy_map = strategy_map
        self.folder = folder
        self.as_of = as_of
        self.names: Mapping[str, str] = reviews.names_of(strategy_map)
        card = score(strategy_map, as_of, period=period, folder=folder)
        self.period: Period = card.period
        earlier = reviews.open_decisions(folder, self.period, self.names)
        review = reviews.review_of(folder, self.period, self.names)
        self.shown = Shown(card=card, agenda=agenda(card, earlier), review=review)
        self._before: Before = (None, None)

    def comment(self, goal: str, text: str) -> str:
        """Note a comment; the path of the file."""
        path = reviews.add_comment(self.strategy_map, self.folder, self.period, goal, text)
        self.look_again()
        return path

    def decide(self, goal: str, kind: DecisionKind, text: str, owner: str | None, due: date | None) -> str:
        """Note a decision; the path of the file."""
        decision = reviews.new_decision(self.period, goal, kind, text, owner, due)
        path = reviews.add_decision(self.strategy_map, self.folder, decision)
        self.look_again()
        return path

    def close(self, decision: Decision) -> str:
        """Close a decision that is open, open one that is done; the path of the file."""
        path = reviews.close_decision(self.strategy_map, self.folder, decision, done=not decision.done)
        self.look_again()
        return path

    def look_again(self) -> None:
        """Read the reviews anew: decisions of earlier ones that were closed meanwhile stay, as done."""
        review = reviews.review_of(self.folder, self.period, self.names)
        now = reviews.open_decisions(self.folder, self.period, self.names)
        still = {_same(decision): decision for decision in now}
        known = [still.pop(_same(decision), replace(decision, done=True)) for decision in self.shown.agenda.decisions]
        self._show(review=review, agenda=replace(self.shown.agenda, decisions=(*known, *still.values())))

    def record(self, kpi: str, value: str, period: str | None, n: float | None, note: str | None) -> str:
        """Write a figure down, as ``scorecard record`` does; what it says.

        A ``period`` that is left out is the last of the KPI's rhythm that is over, whatever period is under review.
        """
        figure = new_figure(self.strategy_map, kpi, value, self.as_of, period=period or None, n=n, note=note)
        return record_text(self.strategy_map, self.folder, (figure,))

    def refuse_unrecordable(self, kpi: str) -> None:
        """Raise FigureError for a KPI whose figures do not come from people."""
        recordable(self.strategy_map, kpi)

    def scored(self) -> Scorecard:
        """The card of the period with the figures that are known now."""
        return score(self.strategy_map, self.as_of, period=self.period, folder=self.folder)

    def told(self) -> History:
        """The numbers of the last periods up to the one under review."""
        return history(self.strategy_map, self.as_of, last=_PERIODS, folder=self.folder, period=self.period)

    def before(self, card: Scorecard) -> Before:
        """What is known of the period before that of a card."""
        actuals = actuals_of(self.strategy_map, self.folder, self.as_of)
        return period_before_of(self.strategy_map, actuals, card, self.folder)

    def what_if(self, kpi: str, written: str) -> Simulation:
        """What another value of a KPI would do: ``450``, ``+10%`` or ``target``. Nothing is written.

        Raises:
            InvalidScenarioError: when it is no value, or the KPI has none to begin from.
            InvalidDataError: when sources, formulas or recorded figures have errors by now.
        """
        scenario = made_scenario(self.strategy_map, [(kpi, written)])
        actuals = actuals_of(self.strategy_map, self.folder, self.as_of, since=self.period)
        return simulated(self.strategy_map, actuals, self.shown.card, [scenario], folder=self.folder)

    def take(self, card: Scorecard | None = None, history: History | None = None, before: Before | None = None) -> None:
        """Show a card that was scored anew, a history, or what was in the period before."""
        self._before = self._before if before is None else before
        if card is not None:
            self._show(card=card, agenda=agenda(card, self.shown.agenda.decisions))
        if history is not None:
            self._show(history=history)

    def shown_at(self, place: Place) -> Shown:
        """What is shown, with what is behind the outlook of the goal of a place, or else of the index."""
        card = self.shown.card
        goal = next((goal for goal in card.goals if goal.id == place.id and place.kind in ("goal", "decision")), None)
        if goal is None:
            return replace(self.shown, levers=levers_of(card) if place.kind == "overview" else None)
        if goal.outlook is None:
            return self.shown
        why = outlook_explained(card, goal.id, self._before)
        return replace(self.shown, why=why, levers=levers_of(card, f"goal:{goal.id}"))

    def _show(self, **changed: object) -> None:
        self.shown = replace(self.shown, **changed)  # type: ignore[arg-type]


def _same(decision: Decision) -> Decision:
    return replace(decision, line=0, done=False)
