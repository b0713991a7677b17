"""Which parts of a number moved it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from scorecard.comparing.earlier import Earlier, NumberName, Whole, product
from scorecard.comparison import Change, MovedPart
from scorecard.result import Contribution, PartKind

_NOTHING = 1e-12

Delays = Mapping[tuple[str, PartKind, str], int]
"""How many periods a driver of a goal takes to show, by goal, kind and id of the driver."""


def change_of(
    whole: Whole,
    number: NumberName,
    before: float | None,
    now: float | None,
    parts: Sequence[Contribution],
    earlier: Earlier,
    delays: Delays,
) -> Change:
    """``now - before``, and what each part has of it: its product now less its product then.

    Of a period of which only the numbers were reported the move of a part is its share today × the change of its
    value; what other shares, or drivers of still earlier periods, had of the change is the rest.
    """
    if before is None or now is None:
        return Change(before=before, now=now, change=None)
    if earlier.contributions is None:
        moves = _by_values(whole, number, parts, earlier, delays)
    else:
        known = earlier.contributions.get(whole)
        moves = _by_products(parts, getattr(known, number) if known else ())
    moved = sorted((part for part in moves if abs(part.move) > _NOTHING), key=lambda part: -abs(part.move))
    rest = fsum([now, -before, *(-part.move for part in moved)])
    return Change(
        before=before, now=now, change=now - before, parts=tuple(moved), rest=rest if abs(rest) > _NOTHING else 0.0
    )


def _by_products(now: Sequence[Contribution], before: Sequence[Contribution]) -> list[MovedPart]:
    then = {(part.kind, part.id): part for part in before}
    here = {(part.kind, part.id): part for part in now}
    return [MovedPart(*key, product(here.get(key)) - product(then.get(key))) for key in dict.fromkeys([*here, *then])]


def _by_values(
    whole: Whole, number: NumberName, parts: Sequence[Contribution], earlier: Earlier, delays: Delays
) -> list[MovedPart]:
    kind, whole_id = whole
    found = []
    for part in parts:
        delayed = number != "outlook" and delays.get((whole_id, part.kind, part.id), 0) > 0
        was = None if delayed else earlier.value(number, part.kind, part.id, of_goal=kind == "goal")
        if was is not None and part.value is not None and part.share is not None:
            found.append(MovedPart(part.kind, part.id, part.share * (part.value - was)))
    return found
