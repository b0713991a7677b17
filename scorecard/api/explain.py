"""Why a number of a map is what it is, and why it moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from scorecard import __version__, explaining
from scorecard.actuals import Actuals
from scorecard.api.closed import closed_periods
from scorecard.api.compare import known_since
from scorecard.api.score import PeriodError, actuals_of, asked_period, score, scored
from scorecard.api.show import ItemNotFoundError, find_item
from scorecard.api.status import Screen
from scorecard.closed import ClosedPeriod
from scorecard.explanation import Explanation, NumberName, WholeKind
from scorecard.model import StrategyMap
from scorecard.period import period_before
from scorecard.result import GoalScore, PerspectiveScore, Scorecard

ExplanationFormat: TypeAlias = Literal["table", "json", "markdown"]
Before: TypeAlias = tuple[Scorecard | None, ClosedPeriod | None]
"""The card of an earlier period, and what was reported of it when that was closed otherwise."""


def explain(
    strategy_map: StrategyMap,
    as_of: date,
    item: str,
    number: NumberName | None = None,
    *,
    against: str | None = None,
    period: str | None = None,
    folder: Path | None = None,
) -> Explanation:
    """A number of a goal, a perspective or the ``"index"``, unrolled to the KPIs that it is made of.

    ``item`` is an id, where that stands for several things with its kind: ``goal:id``. Left out, ``number`` is the
    performance, or for an item without one the outlook. ``period`` and ``folder`` as in `score`. With ``against``, an
    earlier period as ``"2026-08"``, the change since then is split, too.

    All numbers are fractions (0.04 is four points): the products of `Explanation.paths` and its ``rest`` add up to
    its ``value`` within 1e-12 (1e-9 where goals drive each other round a loop), and so do the moves of its ``change``.
    The formulas: `scorecard.propagation.paths` (sums over paths of products of shares, after Wright's path
    coefficients), ``midpoint`` (``Δ(Σ s·x) = Σ s̄·Δx + Σ x̄·Δs``, Shapley's values for two causes).

    Raises:
        ItemNotFoundError: when nothing that has such numbers has the id, or several things have it.
        PeriodError: when a period is none of the map's rhythm, ``against`` does not lie before the scored one, or
            nothing is known of it.
        InvalidDataError: when sources, formulas or recorded figures have errors.
    """
    card = score(strategy_map, as_of, period=period, folder=folder)
    return card_explained(strategy_map, card, item, number, against=against, folder=folder)


def card_explained(
    strategy_map: StrategyMap,
    card: Scorecard,
    item: str,
    number: NumberName | None = None,
    *,
    against: str | None = None,
    folder: Path | None = None,
) -> Explanation:
    """The same of a number of a card that is at hand. Raises as `explain` does."""
    kind, item_id = _find(card, item)
    chosen = number or usual_number(card, kind, item_id)
    if against is None:
        return explaining.explain(card, kind, item_id, chosen)
    before = asked_period(strategy_map, against, card.as_of)
    assert before is not None  # a text was asked for
    if before >= card.period:
        raise PeriodError(f"{before} does not lie before the scored period, which is {card.period}")
    reported = closed_periods(folder, strategy_map.period, card.as_of).get(before)
    actuals = actuals_of(strategy_map, folder, card.as_of, since=before)
    if reported is None:
        known_since(actuals, before)
    earlier = scored(strategy_map, actuals, card.as_of, before, folder)
    return explaining.explain(card, kind, item_id, chosen, earlier=earlier, reported=reported)


def outlooks_explained(
    strategy_map: StrategyMap, actuals: Actuals, card: Scorecard, folder: Path | None
) -> tuple[Explanation, ...]:
    """The outlook of every goal that has one, and, where anything is known of it, its change since the period before;
    ``actuals`` are the figures that the card was scored from."""
    before = period_before_of(strategy_map, actuals, card, folder)
    return tuple(outlook_explained(card, goal.id, before) for goal in card.goals if goal.outlook is not None)


def outlook_explained(card: Scorecard, goal: str, before: Before = (None, None)) -> Explanation:
    """The outlook of one goal, and with what is known of the period ``before`` its change since then."""
    earlier, reported = before
    return explaining.explain(card, "goal", goal, "outlook", earlier=earlier, reported=reported)


def period_before_of(strategy_map: StrategyMap, actuals: Actuals, card: Scorecard, folder: Path | None) -> Before:
    """The period before that of a card, from the figures that the card was scored from; empty where nothing is known
    of it."""
    try:
        before = period_before(card.period)
        reported = closed_periods(folder, strategy_map.period, card.as_of).get(before)
        if reported is None:
            known_since(actuals, before)
        return scored(strategy_map, actuals, card.as_of, before, folder), reported
    except (PeriodError, OverflowError):
        return None, None


def usual_number(card: Scorecard, kind: WholeKind, item_id: str) -> NumberName:
    """The performance, which every table shows first; the outlook of what has no performance."""
    items: Iterable[GoalScore | PerspectiveScore] = card.goals if kind == "goal" else card.perspectives
    found = card.index if kind == "index" else next(item for item in items if item.id == item_id)
    return "outlook" if found.performance is None and found.outlook is not None else "performance"


def _find(card: Scorecard, name: str) -> tuple[WholeKind, str]:
    if name == "index":
        return "index", name
    kind, item_id = find_item(card, name)
    if kind == "goal" or kind == "perspective":
        return kind, item_id
    word = {"kpi": "a KPI", "initiative": "an initiative"}.get(kind, f"a {kind}")
    raise ItemNotFoundError(
        f"{item_id!r} is {word}; explained are goals, perspectives and the index. "
        f"What is known of it shows: scorecard show {kind}:{item_id}"
    )


def explanation_text(explanation: Explanation, style: ExplanationFormat, screen: Screen) -> str:
    """The explanation as text."""
    if style == "json":
        from scorecard.rendering.explanation.as_json import explanation_json

        return explanation_json(explanation, tool_version=__version__)
    if style == "markdown":
        from scorecard.rendering.explanation.as_markdown import explanation_markdown

        return explanation_markdown(explanation)
    from scorecard.rendering.explanation.terminal import explanation_tree
    from scorecard.rendering.spans import as_text

    return as_text(explanation_tree(explanation, width=screen.width, ascii=screen.ascii), colour=screen.colour)
