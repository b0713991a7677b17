"""All that a report of one period shows: the card, the way to it, the rows behind it, and what was said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from scorecard.arrow_evidence import Evidence
from scorecard.comparison import Comparison
from scorecard.explanation import Explanation
from scorecard.forecasted import Forecast
from scorecard.history import History
from scorecard.lever import Levers
from scorecard.ranking import Ranking
from scorecard.result import Scorecard
from scorecard.review import Decision, Review
from scorecard.simulation import Simulation
from scorecard.split import Split
from scorecard.top_question import TopQuestion

Audience: TypeAlias = Literal["board", "team", "newcomer"]
"""How deep a report goes: the big picture, everything, or the key figures with their definitions beside them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RankedRows:
    """The best or the worst rows of a source in the period of the report.

    ``figure`` says what they are ranked by, in words: the name of the figure of the map that is made of just that,
    else the expression itself.
    """

    figure: str
    question: TopQuestion
    ranking: Ranking


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """A card with all that explains it, for one kind of reader.

    ``history`` holds the periods up to that of the card, oldest first, and the series of everything in the map;
    ``comparison`` is what moved since the period before, None where nothing is known of that; ``splits`` are the
    headline figures by each dimension of the map that any of them splits by; ``rankings`` the best and the worst rows
    of the sources whose rows have names. ``review`` is what was said and decided in the review of the period, and
    ``open_decisions`` are those of earlier ones that are not done, the newest review first.
    ``reasons`` unroll the outlook of every goal that has one, and split its change since the period before;
    ``levers`` are those of the index, ``scenarios`` what those beside the map would do, ``broken_scenarios`` the files
    of those that have errors; ``evidence`` and ``forecast`` are there when they were asked for.
    """

    card: Scorecard
    audience: Audience = "team"
    history: History
    comparison: Comparison | None = None
    splits: tuple[Split, ...] = ()
    rankings: tuple[RankedRows, ...] = ()
    review: Review | None = None
    open_decisions: tuple[Decision, ...] = ()
    reasons: tuple[Explanation, ...] = ()
    levers: Levers | None = None
    scenarios: Simulation | None = None
    broken_scenarios: tuple[str, ...] = ()
    evidence: Evidence | None = None
    forecast: Forecast | None = None
