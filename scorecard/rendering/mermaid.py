"""The strategy map as a Mermaid flowchart, which GitHub and GitLab draw inside Markdown."""

from __future__ import annotations

from itertools import pairwise, product

from scorecard.period import Rhythm
from scorecard.rendering.numbers import day, percent
from scorecard.rendering.palette import LIGHT
from scorecard.rendering.spans import printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_WORD, counts_words, delay_words, link_strength, period_words
from scorecard.result import GoalScore, Limits, LinkScore, PerspectiveScore, Scorecard, Status

_LONGEST_NAME = 80
_LONGEST_REASON = 60
_WIDTH = {3: "3px", 2: "2px", 1: "1.5px"}
# These stay as they are; whatever else is ASCII could be read as Mermaid, as HTML or as Markdown.
_HARMLESS = frozenset(" ,%('")


def mermaid(card: Scorecard) -> str:
    """The map as Mermaid text: a box per perspective, the top one on top, a node per goal, an arrow per link.

    A hindrance ends in a cross. Delays are written on the arrows, reasons as far as they are short. What a name could
    do to Mermaid, HTML or Markdown is written as entities. The same card gives the same text.
    """
    lines = ["flowchart BT"]
    lines.append(f"    accTitle: {_escaped(card.map.name, _LONGEST_NAME)}")
    lines.append(f"    accDescr: {_description(card)}")
    for perspective in card.perspectives:
        lines += _box(perspective, [goal for goal in card.goals if goal.perspective == perspective.id], card.limits)
    order = [perspective.id for perspective in card.perspectives]
    at = {goal.id: order.index(goal.perspective) for goal in card.goals}
    lines += [_arrow(link, card.map.rhythm, climbs=at[link.cause] >= at[link.effect]) for link in card.links]
    lines += _order(card)
    lines += _link_styles(card)
    lines += [_class(status) for status in _statuses(card)]
    lines += [_band_style(perspective, index) for index, perspective in enumerate(card.perspectives)]
    return "\n".join(lines) + "\n"


def _escaped(text: str, longest: int) -> str:
    """A text for a label: shortened, and everything that means something to Mermaid written as an entity."""
    words = " ".join(printable(text).split())
    if len(words) > longest:
        words = words[: longest - 1].rstrip() + "…"
    # A dash is harmless inside a word and starts a list or a rule before one.
    return "".join(
        character if _is_harmless(character) or (character == "-" and index) else f"#{ord(character)};"
        for index, character in enumerate(words)
    )


def _is_harmless(character: str) -> bool:
    return character.isalnum() or not character.isascii() or character in _HARMLESS


def _description(card: Scorecard) -> str:
    index = percent(card.index.performance, card.limits)
    return (
        f"Strategy map, {period_words(card)}, as of {day(card.as_of)}, {counts_words(card.index.counts)}, index {index}"
    )


def _box(perspective: PerspectiveScore, goals: list[GoalScore], limits: Limits) -> list[str]:
    title = f"{_escaped(perspective.name, _LONGEST_NAME)} · {_score(perspective, limits)}"
    nodes = [f"        {_node(goal)}" for goal in goals]
    return [f'    subgraph perspective_{_id(perspective.id)}["{title}"]', "        direction BT", *nodes, "    end"]


def _node(goal: GoalScore) -> str:
    label = f"{_escaped(goal.name, _LONGEST_NAME)}<br/>{_score(goal, goal.limits)}"
    return f'goal_{_id(goal.id)}["{label}"]:::{_id(goal.status)}'


def _score(scored: GoalScore | PerspectiveScore, limits: Limits) -> str:
    word = f"{STATUS_GLYPH[scored.status]} {STATUS_WORD[scored.status]}"
    return word if scored.performance is None else f"{word} {percent(scored.performance, limits)}"


def _id(name: str) -> str:
    # A dash may be read as the beginning of an arrow, and no id of a map has an underscore.
    return name.replace("-", "_")


def _arrow(link: LinkScore, rhythm: Rhythm, *, climbs: bool) -> str:
    hinders = link.kind == "hindered-by"
    if climbs:
        ends, line, said = (link.cause, link.effect), "--x" if hinders else "-->", []
    else:
        # Drawn as it is, an arrow that runs down would turn the boxes over; so the words say its direction.
        ends, line = (link.effect, link.cause), "x--x" if hinders else "---"
        said = ["↓ hinders" if hinders else "↓ drives"]
    said += [delay_words(link.delay, rhythm)] if link.delay else []
    said += [_escaped(link.because, _LONGEST_REASON)] if link.because and len(link.because) <= _LONGEST_REASON else []
    label = f'|"{" · ".join(said)}"|' if said else ""
    return f"    goal_{_id(ends[0])} {line}{label} goal_{_id(ends[1])}"


def _order(card: Scorecard) -> list[str]:
    """Unseen links between neighbouring perspectives that no arrow joins, which else might stand side by side.

    They come last, because link styles count links.
    """
    inside = {
        perspective.id: [goal.id for goal in card.goals if goal.perspective == perspective.id]
        for perspective in card.perspectives
    }
    joined = {frozenset((link.cause, link.effect)) for link in card.links}
    return [
        f"    {_first(below, inside[below])} ~~~ {_first(above, inside[above])}"
        for above, below in pairwise(inside)
        if not any(frozenset(pair) in joined for pair in product(inside[above], inside[below]))
    ]


def _first(perspective_id: str, goal_ids: list[str]) -> str:
    return f"goal_{_id(goal_ids[0])}" if goal_ids else f"perspective_{_id(perspective_id)}"


def _link_styles(card: Scorecard) -> list[str]:
    """One line for each width that occurs, with the links, counted from 0, that have it."""
    found: dict[int, list[str]] = {}
    for index, link in enumerate(card.links):
        found.setdefault(link_strength(link.share), []).append(str(index))
    return [
        f"    linkStyle {','.join(found[strength])} stroke:{LIGHT.link},stroke-width:{_WIDTH[strength]}"
        for strength in sorted(found, reverse=True)
    ]


def _statuses(card: Scorecard) -> list[Status]:
    shown = {goal.status for goal in card.goals}
    return [status for status in LIGHT.status_fill if status in shown]


def _class(status: Status) -> str:
    style = f"fill:{LIGHT.card},stroke:{LIGHT.status_fill[status]},stroke-width:3px,color:{LIGHT.status_text[status]}"
    return f"    classDef {_id(status)} {style}"


def _band_style(perspective: PerspectiveScore, index: int) -> str:
    band = LIGHT.bands[index % len(LIGHT.bands)]
    return f"    style perspective_{_id(perspective.id)} fill:{band.tint},stroke:{band.panel},color:{band.text}"
