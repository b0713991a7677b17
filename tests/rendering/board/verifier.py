"""Proof of the geometry of a board picture, from the written text of its SVG alone.

``findings`` returns what is wrong as sentences, none for a picture that is in order. Every line is sampled at least
every 2 px; texts are as wide as the width table says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree

from scorecard.result import Scorecard
from tests.rendering.board.link_checks import link_findings
from tests.rendering.board.picture import Picture
from tests.rendering.board.reading import read_picture
from tests.rendering.board.spacing import spacing_findings
from tests.rendering.board.text_checks import text_findings

_ROUNDING = 0.11


def findings(svg: str, card: Scorecard | None = None) -> list[str]:
    """What is wrong with a picture, and what of its ``card`` is not in it."""
    try:
        picture = read_picture(svg)
    except ElementTree.ParseError as error:
        return [f"not well-formed: {error}"]
    found = [*picture.faults, *_ids(picture), *_boxes(picture)]
    if card is not None:
        found += [*_missing(picture, card), *_homes(picture, card)]
    return [*found, *link_findings(picture), *spacing_findings(picture), *text_findings(picture)]


def _ids(picture: Picture) -> Iterator[str]:
    for name, times in Counter(picture.ids).items():
        if times > 1:
            yield f"id {name} stands there {times} times"


def _boxes(picture: Picture) -> Iterator[str]:
    for (one, first), (other, second) in combinations(picture.cards.items(), 2):
        if first.meets(second):
            yield f"cards {one} and {other} overlap"
    for (one, first), (other, second) in combinations(picture.bands.items(), 2):
        if first.meets(second):
            yield f"bands {one} and {other} overlap"
    for part, box in picture.shapes:
        if not picture.page.holds(box, -_ROUNDING, -_ROUNDING):
            yield f"a shape of {part} lies outside the view box"


def _missing(picture: Picture, card: Scorecard) -> Iterator[str]:
    drawn = Counter((link.cause, link.effect, link.hinders) for link in picture.links)
    wanted = Counter((link.cause, link.effect, link.kind == "hindered-by") for link in card.links)
    for cause, effect, _ in wanted - drawn:
        yield f"link {cause} → {effect} is not in the picture"
    for cause, effect, _ in drawn - wanted:
        yield f"link {cause} → {effect} is not in the card"
    goals, bands = {goal.id for goal in card.goals}, {perspective.id for perspective in card.perspectives}
    yield from (f"goal {name} is not in the picture" for name in goals - set(picture.cards))
    yield from (f"goal {name} is not in the card" for name in set(picture.cards) - goals)
    yield from (f"perspective {name} is not in the picture" for name in bands - set(picture.bands))
    delayed = {(link.cause, link.effect) for link in card.links if link.delay}
    labelled = {(label.cause, label.effect) for label in picture.labels}
    yield from (f"the delay of {cause} → {effect} is not written" for cause, effect in delayed - labelled)


def _homes(picture: Picture, card: Scorecard) -> Iterator[str]:
    for goal in card.goals:
        band, box = picture.bands.get(goal.perspective), picture.cards.get(goal.id)
        if band and box and not band.holds(box):
            yield f"card {goal.id} is not inside its perspective {goal.perspective}"
