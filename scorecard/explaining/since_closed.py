"""The change of a number since a closed period, of which only the numbers were kept and not what made them."""

from __future__ import annotations

from math import fsum

from scorecard.closed import ClosedNumbers, ClosedPeriod
from scorecard.explaining.change import Side, largest_first
from scorecard.explaining.web import Branch, number_of, parts_first
from scorecard.explanation import Move, NumberChange, NumberName, PartChange, Split, WholeKind
from scorecard.propagation.system import path_sums

_SAME = 1e-9


def reported_number(closed: ClosedPeriod, kind: WholeKind, item_id: str, number: NumberName) -> float | None:
    """A number of a goal, a perspective or the index as it was reported."""
    of_kind = {"goal": closed.goals, "perspective": closed.perspectives}
    found: ClosedNumbers | None = closed.index if kind == "index" else of_kind[kind].get(item_id)
    value: float | None = None if found is None else getattr(found, number)
    return value


def still_the_same(closed: ClosedPeriod, side: Side, number: NumberName) -> bool:
    """Whether everything behind the number was reported as today's map and figures give it, so that what it was made
    of is known after all."""
    for whole in side.web.wholes.values():
        item = side.card.item(*whole)
        if item is None or not _near(number_of(item, number), reported_number(closed, *whole, number)):
            return False
    leaves = side.web.leaves().values()
    return all(leaf.delay or _near(leaf.value, _value(leaf, number, closed)) for leaf in leaves)


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _SAME


def change_since(number: NumberName, closed: ClosedPeriod, now: Side) -> NumberChange:
    """What moved the number since a closed period, with the shares of today: ``Σ s·Δx``. What is left, because shares
    were others or a value of then is not kept, stays one sum for each step."""
    root = now.web.wholes[now.web.root]
    was, item = reported_number(closed, *root, number), now.card.item(*root)
    is_ = None if item is None else number_of(item, number)
    if was is None or is_ is None:
        return NumberChange(period=closed.period, before=was, now=is_, change=None, reported=True)
    both = {
        place
        for place, whole in now.web.wholes.items()
        if reported_number(closed, *whole, number) is not None and _now(now, whole, number) is not None
    }
    rows = {
        place: {part: branch.share or 0.0 for part, branch in branches.items() if part in both and branch.share}
        for place, branches in now.web.branches.items()
        if place in both
    }
    reach = path_sums(rows, parts_first(rows), now.web.root)
    splits = [_split(place, number, reach[place], closed, now) for place in rows if reach[place]]
    moves = [*_leaf_moves(reach, number, closed, now, both), *map(_not_kept, splits)]
    ordered = sorted(splits, key=lambda one: ((one.kind, one.id) != root, -abs(one.reach * (one.now - one.before))))
    return NumberChange(
        period=closed.period,
        before=was,
        now=is_,
        change=is_ - was,
        moves=largest_first(moves),
        splits=tuple(ordered),
        reported=True,
    )


def _now(side: Side, whole: tuple[WholeKind, str], number: NumberName) -> float | None:
    item = side.card.item(*whole)
    return None if item is None else number_of(item, number)


def _value(branch: Branch, number: NumberName, closed: ClosedPeriod) -> float | None:
    """What a part was worth then; a value of some periods before that is not kept."""
    if branch.delay:
        return None
    if branch.kind == "kpi":
        return closed.performances.get(branch.id)
    if branch.kind == "perspective":
        return reported_number(closed, "perspective", branch.id, number)
    return reported_number(closed, "goal", branch.id, "lagging" if branch.place.startswith("results:") else number)


def _split(place: str, number: NumberName, reach: float, closed: ClosedPeriod, now: Side) -> Split:
    kind, item_id = now.web.wholes[place]
    was, is_ = reported_number(closed, kind, item_id, number), _now(now, (kind, item_id), number)
    assert was is not None  # only what has data in both periods is split
    assert is_ is not None
    rows = []
    for branch in now.web.branches[place].values():
        share, then = branch.share or 0.0, _value(branch, number, closed)
        moved = 0.0 if then is None or branch.value is None else share * (branch.value - then)
        rows.append(
            PartChange(
                kind=branch.kind,
                id=branch.id,
                name=now.card.name(branch.kind, branch.id),
                share_before=None,
                share_now=share,
                value_before=then,
                value_now=branch.value,
                by_value=moved,
                by_share=0.0,
            )
        )
    rest = fsum([is_, -was, *(-row.by_value for row in rows)])
    return Split(
        kind=kind,
        id=item_id,
        name=now.card.name(kind, item_id),
        before=was,
        now=is_,
        change=is_ - was,
        reach=reach,
        parts=tuple(rows),
        rest=rest if abs(rest) > 1e-12 else 0.0,
    )


def _leaf_moves(
    reach: dict[str, float], number: NumberName, closed: ClosedPeriod, now: Side, both: set[str]
) -> list[Move]:
    shares: dict[str, float] = {}
    leaves = now.web.leaves()
    for place, weight in reach.items():
        for part, branch in now.web.branches[place].items():
            if part in leaves and branch.share is not None:
                shares[part] = shares.get(part, 0.0) + weight * branch.share
    moves = []
    for place, share in shares.items():
        leaf, then = leaves[place], _value(leaves[place], number, closed)
        if then is not None and leaf.value is not None:
            name = now.card.name(leaf.kind, leaf.id)
            change = share * (leaf.value - then)
            moves.append(
                Move(
                    what="performance",
                    kind=leaf.kind,
                    id=leaf.id,
                    name=name,
                    change=change,
                    share=share,
                    before=then,
                    now=leaf.value,
                )
            )
    return moves


def _not_kept(split: Split) -> Move:
    return Move(
        what="not-kept",
        kind=split.kind,
        id=split.id,
        name=split.name,
        change=split.reach * split.rest,
        share=split.reach,
    )
