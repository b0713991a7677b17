"""The bands of the perspectives, and the frames of the themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.geometry import Box
from scorecard.naming import counted
from scorecard.rendering.board.blocks import Block, height_of, stacked
from scorecard.rendering.board.look import Detail, Look
from scorecard.rendering.board.marks import status_mark
from scorecard.rendering.board.pen import group, num, titled
from scorecard.rendering.letters import Weight, fitted, width_of, wrapped
from scorecard.rendering.numbers import WHOLE, percent, points
from scorecard.rendering.palette import band_role, theme_role
from scorecard.rendering.words import STATUS_WORD, counts_by_status
from scorecard.result import PerspectiveScore

PANEL = 134.0
_RADIUS = 14.0
_INSIDE = 14.0
_TEXT = PANEL - 2 * _INSIDE + 4
_PILL = 23.0
_QUESTIONS: Mapping[Detail, int] = {"full": 2, "standard": 1, "chip": 0}


def label_height(perspective: PerspectiveScore, number: int, look: Look) -> float:
    """How high a band must be for what stands in its panel."""
    return height_of(_blocks(perspective, number, look)) + 20


def _blocks(perspective: PerspectiveScore, number: int, look: Look) -> list[Block]:
    role = f"{band_role(number)}-text"
    found = _lines(perspective.name, 3, 15.0, 19.0, role, 700, look)
    for question in perspective.questions[: _QUESTIONS[look.detail]]:
        found += [Block(3.0, lambda x, y: ""), *_lines(question, 5, 11.5, 14.5, "muted", 400, look)]
    goals = sum(counts_by_status(perspective.counts).values())
    return [*found, Block(5.0, lambda x, y: ""), _score(perspective, goals, look)]


def _lines(text: str, most: int, size: float, line: float, role: str, weight: Weight, look: Look) -> list[Block]:
    def block(content: str) -> Block:
        return Block(line, lambda x, y: look.pen.text(x, y + line * 0.76, content, size, role, weight))

    return [block(content) for content in wrapped(text, _TEXT, most, size, weight)]


def _score(perspective: PerspectiveScore, goals: int, look: Look) -> Block:
    shown = sum(goal.perspective == perspective.id for goal in look.card.goals)
    count = f"{shown} of {counted(goal=goals)}" if shown < goals else counted(goal=goals) if goals else "no goals"
    if not goals:
        return Block(16.0, lambda x, y: look.pen.text(x, y + 12, count, 11.5, "muted"))
    number = "–" if perspective.performance is None else percent(perspective.performance, look.card.limits)
    status = perspective.status
    word = STATUS_WORD[status]
    known = perspective.performance_coverage
    below = [f"coverage {percent(known, WHOLE)}"] if perspective.performance is not None and known < 1 else []
    beside = f"· {count}"
    if width_of(word, 11.5, 600) + 2 + width_of(beside, 11.5) > _TEXT + 8:
        beside, below = "", [count, *below]
    change = look.perspective_changes.get(perspective.id)
    after = 21 + width_of(number, 17, 700) + 5
    moved = "" if change is None else f"{points(change)} pts"
    if after + width_of(moved, 10.5, 500) > _TEXT:
        moved = moved.removesuffix(" pts")

    def draw(x: float, y: float) -> str:
        parts = [
            status_mark(look.pen, status, x + 7, y + 11, 7),
            look.pen.text(x + 21, y + 17, number, 17, f"{status}-text", 700),
            look.pen.text(x, y + 34, word, 11.5, f"{status}-text", 600),
            look.pen.text(x + width_of(word, 11.5, 600) + 2, y + 34, beside, 11.5, "muted"),
        ]
        if moved:
            parts.append(look.pen.text(x + after, y + 17, moved, 10.5, "muted", 500))
        parts += [
            look.pen.text(x, y + 49 + 15 * place, text, 11.5, "muted") for place, text in enumerate(below) if text
        ]
        return "".join(parts)

    return Block(39.0 + 15 * len(below), draw)


def bands_svg(boxes: Sequence[Box], look: Look) -> str:
    """All bands, each with its panel on the left."""
    return "".join(
        _band(perspective, number, box, look)
        for number, (perspective, box) in enumerate(zip(look.card.perspectives, boxes, strict=True))
    )


def _band(perspective: PerspectiveScore, number: int, box: Box, look: Look) -> str:
    blocks = _blocks(perspective, number, look)
    hue = band_role(number)
    inside = [
        titled(f"{perspective.name}: {' '.join(perspective.questions)}" if perspective.questions else perspective.name),
        look.pen.rect(box.x, box.y, box.width, box.height, f"{hue}-tint", radius=_RADIUS),
        look.pen.path(_panel(box), f"{hue}-panel"),
        stacked(blocks, box.x + _INSIDE, box.y + (box.height - height_of(blocks)) / 2),
    ]
    return group(inside, id=f"{look.prefix}band--{perspective.id}", class_="band")


def _panel(box: Box) -> str:
    right, left, r = num(box.x + PANEL), num(box.x), _RADIUS
    top, bottom, after = num(box.y), num(box.bottom), num(box.x + r)
    return (
        f"M{right},{top} L{right},{bottom} L{after},{bottom} Q{left},{bottom} {left},{num(box.bottom - r)} "
        f"L{left},{num(box.y + r)} Q{left},{top} {after},{top} Z"
    )


def columns_svg(boxes: Sequence[Box], look: Look) -> str:
    """The dotted frames of the themes with their names on top."""
    names = {theme.id: theme.name for theme in look.card.themes}
    themes = list(look.theme_of)
    return "".join(
        _column(box, names[themes[number]] if number < len(themes) else None, number, look)
        for number, box in enumerate(boxes)
    )


def _column(box: Box, name: str | None, number: int, look: Look) -> str:
    if name is None:
        return ""
    role = theme_role(number)
    text = fitted(name, box.width - 40, 12, 600)
    width = width_of(text, 12, 600) + 28
    top = box.y - _PILL / 2 - 12
    frame = look.pen.rect(
        box.x,
        top,
        box.width,
        box.bottom + 6 - top,
        "",
        radius=12,
        stroke=role,
        stroke_width="1.3",
        stroke_dasharray="2 4",
    )
    pill = look.pen.rect(box.middle - width / 2, top - _PILL / 2, width, _PILL, role, radius=_PILL / 2)
    label = look.pen.text(box.middle, top + 4.3, text, 12, "cut", 600, text_anchor="middle")
    return group([titled(name), frame, pill, label], class_=f"theme {role}")
