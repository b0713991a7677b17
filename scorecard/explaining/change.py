"""The change of a number between two cards, split by the midpoint rule at every step, down to the KPIs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum
from typing import NamedTuple

from scorecard.explaining.by_terms import by_terms
from scorecard.explaining.web import Branch, Card, Web, number_of, parts_first
from scorecard.explanation import Move, NumberChange, NumberName, PartChange, Split, WholeKind
from scorecard.period import Period
from scorecard.propagation.midpoint import ShareSplit, product_split, share_splits
from scorecard.propagation.system import path_sums

_NOTHING = 1e-15
_NAMED = tuple[str, ...]


class Side(NamedTuple):
    """A period: its card, and the explained number in it with everything behind it."""

    card: Card
    web: Web


class Link(NamedTuple):
    """A part that a split leads on to: its place, its mean share, and whether it is split further itself."""

    place: str
    share: float
    goes_on: bool


def change_between(number: NumberName, before: Side, now: Side, period: Period) -> NumberChange:
    """What moved the number from one card to the other: for every sum ``Δ(Σ s·x) = Σ s̄·Δx + Σ x̄·Δs``, and the Δx of
    what is a sum itself split in the same way; round a loop as the linear system of the mean shares."""
    root = now.web.wholes[now.web.root]
    was, is_ = _value(before.card, root, number), _value(now.card, root, number)
    if was is None or is_ is None:
        return NumberChange(period=period, before=was, now=is_, change=None)
    both = [
        place for place in now.web.branches if place in before.web.branches and _in_both(place, number, before, now)
    ]
    links = {place: _links(place, set(both), before.web, now.web) for place in both}
    reach = _reach(links, now.web.root)
    splits = [_split(place, number, reach[place], before, now) for place in both if reach[place]]
    moves = [*_leaf_moves(links, reach, before, now), *map(_share_moves, splits)]
    return NumberChange(
        period=period,
        before=was,
        now=is_,
        change=is_ - was,
        moves=largest_first([move for found in moves for move in found]),
        splits=_ordered(splits, root),
    )


def largest_first(moves: Sequence[Move]) -> tuple[Move, ...]:
    """The moves that moved anything, and those of which a part did and another undid it."""
    seen = [move for move in moves if abs(move.change) > _NOTHING or abs(move.by_value or 0.0) > _NOTHING]
    return tuple(sorted(seen, key=lambda move: -abs(move.change)))


def _value(card: Card, whole: tuple[WholeKind, str], number: NumberName) -> float | None:
    item = card.item(*whole)
    return None if item is None else number_of(item, number)


def _in_both(place: str, number: NumberName, before: Side, now: Side) -> bool:
    whole = now.web.wholes[place]
    return _value(before.card, whole, number) is not None and _value(now.card, whole, number) is not None


def _links(place: str, both: set[str], before: Web, now: Web) -> list[Link]:
    """The parts with data in both periods."""
    links = []
    for part, branch in now.branches[place].items():
        then = before.branches[place].get(part)
        if branch.share is not None and then is not None and then.share is not None:
            links.append(Link(part, (branch.share + then.share) / 2, part in both))
    return links


def _reach(links: Mapping[str, Sequence[Link]], root: str) -> dict[str, float]:
    """By how many points the whole moves with one point of every place."""
    rows = {place: {link.place: link.share for link in found if link.goes_on} for place, found in links.items()}
    return path_sums(rows, parts_first(rows), root)


def _leaf_moves(
    links: Mapping[str, Sequence[Link]], reach: Mapping[str, float], before: Side, now: Side
) -> list[list[Move]]:
    """What the KPIs did, each over all its ways."""
    shares: dict[str, float] = {}
    for place, found in links.items():
        for link in found:
            if not link.goes_on:
                shares[link.place] = shares.get(link.place, 0.0) + reach[place] * link.share
    then, here = before.web.leaves(), now.web.leaves()
    return [[_leaf_move(then[place], here[place], share, before.card, now.card)] for place, share in shares.items()]


def _leaf_move(then: Branch, here: Branch, share: float, before: Card, now: Card) -> Move:
    was, is_ = then.value or 0.0, here.value or 0.0
    split = None
    if here.kind == "kpi" and not here.delay and here.id in before.kpis and here.id in now.kpis:
        split = by_terms(before.kpis[here.id], now.kpis[here.id])
    return Move(
        what="performance",
        kind=here.kind,
        id=here.id,
        name=now.name(here.kind, here.id),
        change=share * (is_ - was),
        share=share,
        before=was,
        now=is_,
        by_value=None if split is None else share * split.by_value,
        by_terms=None if split is None else share * split.by_terms,
        terms=None if split is None else split.terms,
        delay=here.delay,
    )


def _split(place: str, number: NumberName, reach: float, before: Side, now: Side) -> Split:
    kind, item_id = now.web.wholes[place]
    then, here = before.web.branches[place], now.web.branches[place]
    known = _known(then), _known(here)
    reasons = share_splits((_declared(then), _declared(here)), known)
    rows, by_data, by_weights = [], [], []
    for part in {**here, **then}:
        row, mean = _part(then.get(part), here.get(part), now.card, before.card)
        rows.append(row)
        reason = reasons.get(part, ShareSplit(0.0, 0.0))
        by_data.append(mean * reason.by_data)
        by_weights.append(mean * reason.by_weight)

    def names(parts: Sequence[str]) -> _NAMED:
        found = [here.get(part) or then[part] for part in parts]
        return tuple(
            (now if part in here else before).card.name(branch.kind, branch.id)
            for part, branch in zip(parts, found, strict=True)
        )

    was, is_ = _value(before.card, (kind, item_id), number), _value(now.card, (kind, item_id), number)
    assert was is not None  # only what has data in both periods is split
    assert is_ is not None
    return Split(
        kind=kind,
        id=item_id,
        name=now.card.name(kind, item_id),
        before=was,
        now=is_,
        change=is_ - was,
        reach=reach,
        parts=tuple(rows),
        by_data=fsum(by_data),
        by_weights=fsum(by_weights),
        came=names([part for part in known[1] if part in then and part not in known[0]]),
        went=names([part for part in known[0] if part in here and part not in known[1]]),
        added=names([part for part in here if part not in then]),
        removed=names([part for part in then if part not in here]),
    )


def _known(branches: Mapping[str, Branch]) -> dict[str, float]:
    return {part: branch.share for part, branch in branches.items() if branch.share is not None}


def _declared(branches: Mapping[str, Branch]) -> dict[str, float]:
    return {part: branch.declared for part, branch in branches.items()}


def _part(then: Branch | None, here: Branch | None, now: Card, before: Card) -> tuple[PartChange, float]:
    """A part in both periods, and its mean value."""
    share = (then.share or 0.0) if then else 0.0, (here.share or 0.0) if here else 0.0
    value = then.value if then and then.share else None, here.value if here and here.share else None
    by_value, by_share = product_split(*share, *value)
    known = [found for found in value if found is not None]
    one = here or then
    assert one is not None  # it stands in one of the two
    row = PartChange(
        kind=one.kind,
        id=one.id,
        name=(now if here else before).name(one.kind, one.id),
        share_before=share[0],
        share_now=share[1],
        value_before=value[0],
        value_now=value[1],
        by_value=by_value,
        by_share=by_share,
    )
    return row, fsum(known) / len(known) if known else 0.0


def _share_moves(split: Split) -> list[Move]:
    """What other shares did: because data came or went, and because somebody edited the map."""
    by_data = Move(
        what="data",
        kind=split.kind,
        id=split.id,
        name=split.name,
        change=split.reach * split.by_data,
        share=split.reach,
        came=split.came,
        went=split.went,
    )
    by_weights = replace(
        by_data,
        what="weights",
        change=split.reach * split.by_weights,
        came=(),
        went=(),
        added=split.added,
        removed=split.removed,
    )
    return [by_data, by_weights]


def _ordered(splits: Sequence[Split], root: tuple[WholeKind, str]) -> tuple[Split, ...]:
    """The explained number first, then what moved it most."""
    return tuple(
        sorted(
            splits, key=lambda split: ((split.kind, split.id) != root, -abs(split.reach * (split.now - split.before)))
        )
    )
