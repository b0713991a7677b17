"""A change split exactly: the midpoint rule for sums of products, and the mean of both orders.

The rule is that of Shapley for two causes (Shapley 1953): each cause is given the mean of what it changes when it
comes first and when it comes second. For a product that is the mean of the other factor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import fsum
from typing import NamedTuple, TypeVar

Value = TypeVar("Value")
Terms = TypeVar("Terms")


class ProductSplit(NamedTuple):
    """The change of a product ``s·x``: ``by_value`` is ``s̄·Δx``, ``by_share`` is ``x̄·Δs``."""

    by_value: float
    by_share: float


def product_split(
    share_before: float, share_now: float, value_before: float | None, value_now: float | None
) -> ProductSplit:
    """``Δ(s·x) = s̄·Δx + x̄·Δs``, bars being the mean of both periods.

    What has data in one period only (the other value is None and its share 0) has Δx = 0 and its one value as x̄.
    The two add up to the change of the product, always.
    """
    if value_before is None and value_now is None:
        return ProductSplit(0.0, 0.0)
    before = value_now if value_before is None else value_before
    now = value_before if value_now is None else value_now
    assert before is not None  # one of the two has data
    assert now is not None
    return ProductSplit(
        (share_before + share_now) / 2 * (now - before), (before + now) / 2 * (share_now - share_before)
    )


def in_both_orders(
    of: Callable[[Value, Terms], float], before: tuple[Value, Terms], now: tuple[Value, Terms]
) -> tuple[float, float]:
    """The change ``f(v1, T1) − f(v0, T0)`` split into that by v and that by T.

    By v: ``½[f(v1,T1) − f(v0,T1) + f(v1,T0) − f(v0,T0)]``, by T the same with the two exchanged; they add up.
    """
    (v0, t0), (v1, t1) = before, now
    both, neither, first, second = of(v1, t1), of(v0, t0), of(v1, t0), of(v0, t1)
    return (both - second + first - neither) / 2, (both - first + second - neither) / 2


class ShareSplit(NamedTuple):
    """The change of a share: ``by_data`` because data came or went, ``by_weight`` because the map was edited."""

    by_data: float
    by_weight: float


def share_splits(
    declared: tuple[Mapping[str, float], Mapping[str, float]], known: tuple[Mapping[str, float], Mapping[str, float]]
) -> dict[str, ShareSplit]:
    """The change of every share of a sum, ``s = declared / Σ declared over the parts with data``, by its reasons.

    ``declared`` are the declared shares before and now, ``known`` the shares in force of the parts with data. By the
    mean of both orders; where nothing that was declared in one period has data in the other, there is no such mixture
    and the order that there is stands alone. The two of a part add up to the change of its share.
    """
    parts = dict.fromkeys([*known[0], *known[1]])
    if declared[0] == declared[1]:
        return {part: ShareSplit(known[1].get(part, 0.0) - known[0].get(part, 0.0), 0.0) for part in parts}
    data_first, weight_first = _among(declared[0], known[1]), _among(declared[1], known[0])
    found = {}
    for part in parts:
        before, now = known[0].get(part, 0.0), known[1].get(part, 0.0)
        weight = []
        if data_first:
            weight.append(now - data_first.get(part, 0.0))
        if weight_first:
            weight.append(weight_first.get(part, 0.0) - before)
        by_weight = fsum(weight) / len(weight) if weight else now - before
        found[part] = ShareSplit(now - before - by_weight, by_weight)
    return found


def _among(declared: Mapping[str, float], known: Mapping[str, float]) -> dict[str, float]:
    """The declared shares of the parts with data, made a whole; empty where there are none."""
    whole = fsum(share for part, share in declared.items() if part in known)
    return {part: share / whole for part, share in declared.items() if part in known} if whole > 0 else {}
