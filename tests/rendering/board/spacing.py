"""Lines of different bundles keep apart, and off each other's delays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy

from tests.rendering.board.paths import Piece, Stretch, level, upright
from tests.rendering.board.picture import Link, Picture

_APART = 4.0
_ROUNDING = 0.05
"""Coordinates are written to a tenth."""
_SHARED = 0.5
"""Stretches that only meet at their ends do not run beside each other."""
_ON = 8.0


class _Laid(NamedTuple):
    """A stretch of a link, and what it is bundled by."""

    stretch: Stretch
    bundle: tuple[str, bool]
    link: Link


def spacing_findings(picture: Picture) -> Iterator[str]:
    """What lies too near to each other."""
    yield from _too_near(picture.links, upright, "upright", "x")
    yield from _too_near(picture.links, level, "level", "y")
    yield from _labels(picture)


def _too_near(
    links: Sequence[Link], stretches: Callable[[Sequence[Piece]], list[Stretch]], kind: str, axis: str
) -> Iterator[str]:
    laid = sorted(
        (_Laid(stretch, (link.effect, link.hinders), link) for link in links for stretch in stretches(link.line)),
        key=lambda item: item.stretch,
    )
    told: set[tuple[object, object]] = set()
    for place, one in enumerate(laid):
        for other in laid[place + 1 :]:
            apart = other.stretch.at - one.stretch.at
            if apart > _APART - _ROUNDING * 2:
                break
            shared = min(one.stretch.end, other.stretch.end) - max(one.stretch.start, other.stretch.start)
            pair = one.bundle, other.bundle
            if one.bundle == other.bundle or shared <= _SHARED or pair in told:
                continue
            told.add(pair)
            yield (
                f"{kind} pieces of {one.link.name} and {other.link.name} run {apart:.1f} px apart for {shared:.1f} px, "
                f"at {axis} {one.stretch.at:.1f}"
            )


def _labels(picture: Picture) -> Iterator[str]:
    for place, label in enumerate(picture.labels):
        whose = f"the delay of {label.cause} → {label.effect}"
        own = [link for link in picture.links if (link.cause, link.effect) == (label.cause, label.effect)]
        if not any(label.box.grown(_ON).around(link.points).any() for link in own):
            yield f"{whose} does not stand on its link"
        for link in picture.links:
            is_own = (link.cause, link.effect) == (label.cause, label.effect)
            if not is_own and label.box.grown(-0.5).around(numpy.concatenate([link.points, link.head])).any():
                yield f"{link.name} passes through {whose}"
        for name, card in picture.cards.items():
            if card.meets(label.box):
                yield f"{whose} covers card {name}"
        for name, panel in picture.panels.items():
            if panel.meets(label.box):
                yield f"{whose} covers the panel of {name}"
        for other in picture.labels[:place]:
            if other.box.meets(label.box):
                yield f"{whose} covers the delay of {other.cause} → {other.effect}"
        for link in own:
            if label.box.around(numpy.array(link.head)).all():
                yield f"{whose} hides its head"
