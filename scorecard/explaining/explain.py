"""The explanation of one number of a card."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from typing import Literal

from scorecard.closed import ClosedPeriod
from scorecard.explaining.change import Side, change_between
from scorecard.explaining.since_closed import change_since, still_the_same
from scorecard.explaining.unrolled import largest_paths, missing, totals
from scorecard.explaining.web import Card, Scored, Web, number_of, web_of
from scorecard.explanation import Explanation, NumberChange, NumberName, WholeKind
from scorecard.propagation.paths import number_of_ways
from scorecard.propagation.status import covered_status
from scorecard.result import GoalScore, Limits, Scorecard

MOST = 20
"""So many paths are listed."""


def explain(
    card: Scorecard,
    kind: WholeKind,
    item_id: str,
    number: NumberName,
    *,
    earlier: Scorecard | None = None,
    reported: ClosedPeriod | None = None,
    most: int = MOST,
) -> Explanation:
    """Unroll a number of a goal, a perspective (``kind`` and id) or the index (``"index", "index"``).

    With ``earlier``, the card of an earlier period, also its change since then. ``reported`` is that period as it was
    closed: where today's figures give the same numbers the split is exact, else it is by today's shares alone.
    """
    found = Card(card)
    item = found.item(kind, item_id)
    assert item is not None  # only what the card holds is asked for
    web = web_of(found, kind, item_id, number)
    value = number_of(item, number)
    paths = largest_paths(found, web, most)
    ways = number_of_ways(web.shares(), web.components, web.root)
    more = None if ways is None else ways - len(paths)
    whole = Explanation(
        map=card.map.name,
        as_of=card.as_of,
        period=card.period,
        rhythm=card.map.rhythm,
        closed=card.closed,
        kind=kind,
        id=item_id,
        name=found.name(kind, item_id),
        number=number,
        basis=item.basis if isinstance(item, GoalScore) and number == "performance" else None,
        value=value,
        reason=_reason(web, value),
        coverage=_coverage(item, number),
        status=covered_status(value, _coverage(item, number), _limits(card, item), card.map.min_coverage),
        limits=_limits(card, item),
        paths=paths,
        more=more,
        rest=0.0 if more == 0 else fsum([value or 0.0, *(-path.product for path in paths)]),
        rest_share=0.0 if more == 0 else fsum([1.0, *(-path.share for path in paths)]),
        totals=totals(found, web),
        missing=missing(found, web),
    )
    if earlier is None:
        return whole
    change = _change(Side(found, web), earlier, reported, kind, item_id, number)
    return replace(whole, change=_cut(change, most))


def _change(
    now: Side, earlier: Scorecard, reported: ClosedPeriod | None, kind: WholeKind, item_id: str, number: NumberName
) -> NumberChange:
    then = Card(earlier)
    if then.item(kind, item_id) is None:
        return NumberChange(period=earlier.period, before=None, now=_value(now, number), change=None)
    before = Side(then, web_of(then, kind, item_id, number))
    if reported is None or still_the_same(reported, before, number):
        item = then.item(kind, item_id)
        covered = None if item is None else _coverage(item, number)
        return replace(change_between(number, before, now, earlier.period), coverage_before=covered)
    return change_since(number, reported, now)


def _cut(change: NumberChange, most: int) -> NumberChange:
    """The largest moves, and the sum of the others."""
    others = change.moves[most:]
    return replace(change, moves=change.moves[:most], more=len(others), rest=fsum(move.change for move in others))


def _reason(web: Web, value: float | None) -> Literal["no-data", "no-kpis"] | None:
    if value is not None:
        return None
    return "no-data" if web.branches[web.root] else "no-kpis"


def _value(side: Side, number: NumberName) -> float | None:
    item = side.card.item(*side.web.wholes[side.web.root])
    return None if item is None else number_of(item, number)


def _coverage(item: Scored, number: NumberName) -> float:
    found: float = item.performance_coverage if number == "performance" else getattr(item.coverage, number)
    return found


def _limits(card: Scorecard, item: Scored) -> Limits:
    return item.limits if isinstance(item, GoalScore) else card.limits
