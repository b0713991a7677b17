"""How a board is to look, and what is known besides its scorecard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from scorecard.arrow_evidence import ArrowEvidence, Evidence
from scorecard.comparison import Comparison, ScoreChange
from scorecard.period import period_before
from scorecard.rendering.board.pen import Pen
from scorecard.rendering.numbers import points
from scorecard.rendering.palette import band_role, theme_role
from scorecard.rendering.words import goal_trend
from scorecard.result import GoalScore, KpiScore, Scorecard, TrendWord

Detail: TypeAlias = Literal["full", "standard", "chip"]

_MOST_FULL = 15
_MOST_STANDARD = 30
_LEAST_FULL = 260.0
_FULL_OVER, _STANDARD_OVER = 1.15, 1.2


def detail_for(goals: int) -> Detail:
    """How much a card says at most when nobody chose: everything up to 15 goals, no KPIs up to 30, then the name and
    number."""
    return "full" if goals <= _MOST_FULL else "standard" if goals <= _MOST_STANDARD else "chip"


def fits(detail: Detail, goals: int, card: float, share: float) -> bool:
    """Whether cards of that width in px and a picture that is ``share`` of the width asked for go with a density.

    Names of KPIs need 260 px. A map of few goals takes more room rather than say no more than names and numbers.
    """
    if detail == "full":
        return card >= _LEAST_FULL and share <= _FULL_OVER
    return detail == "chip" or goals <= _MOST_FULL or share <= _STANDARD_OVER


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """A scorecard and how it is drawn: ``detail`` of the cards, ``pen`` for the colours, ``prefix`` before every id.
    ``band_of`` are the roles of the goals' perspectives, ``theme_of`` the numbers of the themes that goals have.

    ``linked``: the picture is part of a page, and each card a link to its ``#goal-ID``. ``compares``: ``changes`` are
    those of the goals since the period ``against``, ``index_change`` that of the index, and ``kpi_words`` which way the
    KPIs went since; ``perspective_changes`` are those of the perspectives in fractions, ``gone`` counts the goals that
    only ``against`` had, ``unlike`` the KPIs that have data in only one of the two. ``around``: the id of the goal
    that the picture is about, with what lies within ``depth`` links of it. ``evidence`` is what the figures say of the
    links, by cause, effect and whether it hinders; empty where nothing was tested.
    """

    card: Scorecard
    detail: Detail
    pen: Pen
    width: int
    band_of: Mapping[str, str]
    theme_of: Mapping[str, int]
    goals: Mapping[str, GoalScore]
    kpis: Mapping[str, KpiScore]
    changes: Mapping[str, ScoreChange]
    kpi_words: Mapping[str, TrendWord | None]
    index_change: float | None
    compares: bool
    against: str
    perspective_changes: Mapping[str, float | None]
    gone: int
    unlike: int
    around: str | None = None
    depth: int = 1
    prefix: str = ""
    linked: bool = False
    evidence: Mapping[tuple[str, str, bool], ArrowEvidence] = field(default_factory=dict)

    def theme_role(self, theme: str | None) -> str | None:
        """The role of a theme's colour; None without a theme, and for one that no goal has."""
        number = self.theme_of.get(theme) if theme is not None else None
        return None if number is None else theme_role(number)

    def kpi_trend(self, kpi: KpiScore) -> TrendWord | None:
        """Which way a KPI went since the period that is compared with."""
        return self.kpi_words.get(kpi.id) if self.compares else kpi.trend_word

    def is_new_status(self, goal: GoalScore) -> bool:
        """Whether a goal had another status in the period that is compared with, or was not there."""
        change = self.changes.get(goal.id)
        return change is not None and (change.status_before is None or change.is_new_status)

    def trend(self, goal: GoalScore) -> tuple[TrendWord, str] | None:
        """Which way a goal went and by how many points, since the period that is compared with."""
        if not self.compares:
            return (goal.trend_word, goal_trend(goal, self.card)) if goal.trend_word else None
        change = self.changes[goal.id].performance.change if goal.id in self.changes else None
        if change is None:
            return None
        same = abs(change) <= self.card.map.trend_same
        return ("same" if same else "better" if change > 0 else "worse"), points(change)


def look_at(
    card: Scorecard,
    *,
    detail: Detail,
    pen: Pen,
    width: int,
    comparison: Comparison | None = None,
    around: str | None = None,
    depth: int = 1,
    prefix: str = "",
    linked: bool = False,
    evidence: Evidence | None = None,
) -> Look:
    """A look at a scorecard, with what is looked up again and again at hand."""
    used = {goal.theme for goal in card.goals}
    roles = {perspective.id: band_role(place) for place, perspective in enumerate(card.perspectives)}
    themes = [theme.id for theme in card.themes if theme.id in used]
    return Look(
        card=card,
        detail=detail,
        pen=pen,
        width=width,
        band_of={goal.id: roles[goal.perspective] for goal in card.goals},
        theme_of={theme: number for number, theme in enumerate(themes)},
        goals={goal.id: goal for goal in card.goals},
        kpis={kpi.id: kpi for kpi in card.kpis},
        changes={change.id: change for change in comparison.goals} if comparison else {},
        kpi_words={change.id: change.word for change in comparison.kpis} if comparison else {},
        compares=comparison is not None,
        index_change=comparison.index.performance.change if comparison else None,
        against=str(comparison.before if comparison else period_before(card.period)),
        perspective_changes={item.id: item.performance.change for item in comparison.perspectives}
        if comparison
        else {},
        gone=len(comparison.gone) if comparison else 0,
        unlike=len(comparison.unlike if comparison else card.unlike),
        around=around,
        depth=depth,
        prefix=prefix,
        linked=linked,
        evidence={
            (arrow.cause, arrow.effect, arrow.kind == "hindered-by"): arrow
            for arrow in (evidence.arrows if evidence else ())
            if arrow.kind != "leading"
        },
    )
