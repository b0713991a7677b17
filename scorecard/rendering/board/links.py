"""The links: lines with a halo where they cross others, ends of their own for drivers and hindrances, delays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from scorecard.geometry import Geometry, Line, Point, Route
from scorecard.layout.labels import Sizes
from scorecard.layout.path import pieces
from scorecard.rendering.board.evidence_marks import DASHES, MARK, evidence_mark
from scorecard.rendering.board.look import Look
from scorecard.rendering.board.pen import comma, group, num, polygon, titled
from scorecard.rendering.evidence.sentences import sentence
from scorecard.rendering.letters import width_of
from scorecard.rendering.numbers import percent
from scorecard.rendering.words import delay_short, delay_words, link_strength
from scorecard.result import LinkScore

WIDTH = {3: 3.0, 2: 2.1, 1: 1.5}
"""The width of a line in px by its strength."""
_HALF_HEAD = {3: 6.8, 2: 5.6, 1: 5.0}
_HEAD = 10.0
SHORT, _SHORT_OF_BAR = 9.0, 3.0
"""How far before its effect a line ends, where its head begins: an arrowhead, and a bar."""
_BAR = 3.4
_LABEL, _LABEL_HEIGHT = 10.5, 16.0

Key = tuple[str, str, bool]


def link_key(link: LinkScore) -> Key:
    """What a link is found by."""
    return link.cause, link.effect, link.kind == "hindered-by"


def label_sizes(look: Look) -> dict[Key, Sizes]:
    """Widths and heights of what may be written on each link that has a delay or that was tested."""
    return {
        link_key(link): tuple((_label_width(text, link, look), _LABEL_HEIGHT) for text in _texts(link, look))
        for link in look.card.links
        if link.delay or link_key(link) in look.evidence
    }


def _delays(link: LinkScore, look: Look) -> tuple[str, str]:
    """The delay in words, and for places where these do not fit; nothing without a delay."""
    if not link.delay:
        return "", ""
    rhythm = look.card.map.rhythm
    return delay_words(link.delay, rhythm), delay_short(link.delay, rhythm)


def _texts(link: LinkScore, look: Look) -> tuple[str, ...]:
    """What may be written, the best first: beside a mark no words at all, where there is no room for any."""
    texts = _delays(link, look)
    return (*texts, "") if link_key(link) in look.evidence and link.delay else texts


def _label_width(text: str, link: LinkScore, look: Look) -> float:
    if not text:
        return _LABEL_HEIGHT  # round, with a mark and nothing else
    mark = MARK + 4 if link_key(link) in look.evidence else 0.0
    return width_of(text, _LABEL, 500) + mark + 12


def links_svg(geometry: Geometry, look: Look) -> str:
    """All links, weak ones first; the lines of one bundle share a halo, which makes crossings read as bridges."""
    links = {link_key(link): link for link in look.card.links}
    strong = {
        bundle: max(link_strength(links[_key(route)].share) for route in routes)
        for bundle, routes in _bundles(geometry.routes)
    }
    ordered = sorted(geometry.routes, key=lambda route: (strong[route.bundle], route.bundle))
    parts: list[str] = []
    for bundle, routes in groupby(ordered, key=lambda route: route.bundle):
        members = list(routes)
        ways = {_key(route): _way(route) for route in members}
        parts.append(_halo(ways.values(), strong[bundle], members[0].arrow.cause, look))
        members.sort(key=lambda route: link_strength(links[_key(route)].share))
        parts += [_link(links[_key(route)], route, ways[_key(route)], geometry, look) for route in members]
    labels = [_label(links[_key(route)], route, look) for route in ordered if route.label is not None]
    return group([*parts, *labels], class_="links", fill="none")


def _key(route: Route) -> Key:
    return route.arrow.cause, route.arrow.effect, route.arrow.hinders


def _bundles(routes: Sequence[Route]) -> Iterator[tuple[Line, Iterable[Route]]]:
    return groupby(sorted(routes, key=lambda route: route.bundle), key=lambda route: route.bundle)


def _halo(ways: Iterable[str], strength: int, cause: str, look: Look) -> str:
    role, width = f"{look.band_of[cause]}-tint", num(WIDTH[strength] + 4)
    return look.pen.path(" ".join(ways), kind="halo", stroke=role, stroke_width=width, stroke_opacity="0.9")


def _way(route: Route) -> str:
    start, path = pieces(route, _SHORT_OF_BAR if route.arrow.hinders else SHORT)
    return " ".join([f"M{comma(start)}", *(piece.kind + " ".join(map(comma, piece.points)) for piece in path)])


def _link(link: LinkScore, route: Route, way: str, geometry: Geometry, look: Look) -> str:
    strength = link_strength(link.share)
    role = _role(link, geometry, look)
    line = look.pen.path(
        way, kind="line", stroke=role, stroke_width=num(WIDTH[strength]), stroke_linejoin="round", **_dashes(link, look)
    )
    head = look.pen.path(_head(route.points[-1], link, strength), role, kind="head")
    return group(
        [titled(said(link, look)), line, head],
        id=f"{look.prefix}edge--{link.cause}--{link.effect}",
        class_=f"link {link.kind} strength-{strength}",
        data_from=link.cause,
        data_to=link.effect,
    )


def _dashes(link: LinkScore, look: Look) -> dict[str, str]:
    """A line is solid where nothing was tested, and where the figures support it."""
    arrow = look.evidence.get(link_key(link))
    return {} if arrow is None or arrow.verdict == "supported" else {"stroke_dasharray": DASHES}


def _role(link: LinkScore, geometry: Geometry, look: Look) -> str:
    """In columns a link has the colour of its effect's theme, so that the strands can be told apart."""
    theme = look.goals[link.effect].theme if geometry.columns else None
    return look.theme_role(theme) or "link"


def _head(end: Point, link: LinkScore, strength: int) -> str:
    """The end of a link just below its effect: an arrowhead, or the flat bar of a hindrance."""
    x, y = end.x, end.y + 1
    half = _HALF_HEAD[strength]
    if link.kind == "hindered-by":
        half += 2
        return polygon((x, y), (x + half, y), (x + half, y + _BAR), (x - half, y + _BAR), (x - half, y))
    return polygon((x, y), (x + half, y + _HEAD), (x, y + _HEAD - 2), (x - half, y + _HEAD))


def said(link: LinkScore, look: Look) -> str:
    """A link in words: who drives whom, by how much, after what time, and why."""
    does = "hinders" if link.kind == "hindered-by" else "drives"
    parts = [f"{look.goals[link.cause].name} {does} {look.goals[link.effect].name}"]
    if link.share is not None:
        parts.append(f"{percent(link.share)} of its drivers")
    if link.delay:
        parts.append(f"after {_delays(link, look)[0]}")
    text = ", ".join(parts) + (f". {link.because}" if link.because else "")
    arrow = look.evidence.get(link_key(link))
    if arrow is None:
        return text
    return f"{text}{'' if text.endswith('.') else '.'} {sentence(arrow, look.card.map.rhythm)}"


def _label(link: LinkScore, route: Route, look: Look) -> str:
    box = route.label
    assert box is not None  # the caller looked
    texts = _texts(link, look)
    text = next((text for text in texts if _label_width(text, link, look) <= box.width + 0.01), texts[-1])
    arrow = look.evidence.get(link_key(link))
    warned = arrow is not None and arrow.verdict == "contradicted"
    outline, width = ("ink", "1.6") if warned else ("outline", "1")
    inside = [
        titled(said(link, look)),
        look.pen.rect(
            box.x, box.y, box.width, box.height, "page", radius=box.height / 2, stroke=outline, stroke_width=width
        ),
    ]
    middle = box.middle
    if arrow is not None:
        inside.append(
            evidence_mark(
                look.pen, arrow.verdict, box.right - (6 + MARK / 2 if text else box.width / 2), box.y + box.height / 2
            )
        )
        middle -= (MARK + 4) / 2
    if text:
        inside.append(
            look.pen.text(middle, box.y + 11.6, text, _LABEL, "muted", 500, text_anchor="middle", kind="delay")
        )
    # The line itself is read out with its delay.
    return group(inside, class_="delay-label", data_from=link.cause, data_to=link.effect, aria_hidden="true")
