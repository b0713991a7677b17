"""Links: where they begin and end, and that they touch no card but their own two, and those only at the ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy

from tests.rendering.board.paths import Points
from tests.rendering.board.picture import Box, Link, Picture, box_around

_TOUCH = 1.0
_UNDER = (-0.2, 1.6)
"""The tip of a link that climbs lies at most so far below the lower edge of its effect."""
_NEAR = 2.0
_INTO = 0.3
_END = 12.0
"""So much of a line, from its end, belongs to the card that it touches there: head, gap and corner."""


def link_findings(picture: Picture) -> Iterator[str]:
    """What is wrong with links and cards."""
    for link in picture.links:
        if link.cause not in picture.cards or link.effect not in picture.cards:
            yield f"{link.name}: one of its ends is no card of the picture"
            continue
        yield from _beginning(link, picture.cards[link.cause])
        yield from _arrival(link, picture.cards[link.effect], picture.cards[link.cause])
        yield from _on_the_way(link, picture)


def _beginning(link: Link, cause: Box) -> Iterator[str]:
    if any(one[-1] != other[0] for one, other in pairwise(link.line)):
        yield f"{link.name}: its line is broken"
    start = tuple(link.points[0])
    if abs(cause.distance(start)) > _TOUCH:
        yield f"{link.name}: begins at {_at(start)}, off the edge of its cause"


def _arrival(link: Link, effect: Box, cause: Box) -> Iterator[str]:
    tip, end = link.head[0], tuple(link.points[-1])
    climbs = effect.bottom <= cause.top
    if climbs and abs(link.points[0][1] - cause.top) > _TOUCH:
        yield f"{link.name}: climbs, but does not leave the upper edge of its cause"
    if climbs and not (effect.left < tip[0] < effect.right and _UNDER[0] <= tip[1] - effect.bottom <= _UNDER[1]):
        yield f"{link.name}: its tip at {_at(tip)} is not under the lower edge of its effect"
    if not -_UNDER[1] <= effect.distance(tip) <= _NEAR:
        yield f"{link.name}: its tip at {_at(tip)} is not at the edge of its effect"
    if box_around(link.head).distance(end) > _TOUCH:
        yield f"{link.name}: its line ends at {_at(end)}, short of its head"
    foremost = sum(effect.distance(corner) <= effect.distance(tip) + 0.2 for corner in link.head)
    if link.hinders and foremost < 2:
        yield f"{link.name}: hinders, but does not end in a flat bar"
    if not link.hinders and foremost != 1:
        yield f"{link.name}: drives, but does not end in an arrowhead"


def _on_the_way(link: Link, picture: Picture) -> Iterator[str]:
    points = numpy.concatenate([link.points, link.head])
    for name, card in picture.cards.items():
        own = name in (link.cause, link.effect)
        inside = card.grown(-_INTO if own else link.thick / 2).around(points)
        if inside.any():
            yield f"{link.name}: runs through {'its own ' * own}card {name} at {_at(points[inside.argmax()])}"
    travelled = numpy.concatenate([[0.0], numpy.hypot(*numpy.diff(link.points, axis=0).T).cumsum()])
    for name, away in ((link.cause, travelled), (link.effect, travelled[-1] - travelled)):
        touching = picture.cards[name].grown(link.thick / 2).around(link.points) & (away > _END)
        if touching.any():
            where = _at(link.points[touching.argmax()])
            yield f"{link.name}: touches its own card {name} on the way, at {where}"


def _at(point: Sequence[float] | Points) -> str:
    return f"({point[0]:.1f}, {point[1]:.1f})"
