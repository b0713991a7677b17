"""The cards of the goals, in three densities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from scorecard.geometry import Box
from scorecard.rendering.board.blocks import (
    PAD,
    Block,
    caption,
    height_of,
    number_parts,
    outlook,
    part_number,
    rule,
    score_bar,
    stacked,
    tops,
)
from scorecard.rendering.board.kpi_rows import columns_for, kpi_row, more_line, shown_kpis
from scorecard.rendering.board.look import Look
from scorecard.rendering.board.marks import bar, status_mark, trend_mark
from scorecard.rendering.board.pen import group, num, safe, titled
from scorecard.rendering.letters import fitted, width_of, wrapped
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.spans import printable
from scorecard.rendering.words import STATUS_WORD, flag_words, goal_sentence, status_and_number
from scorecard.result import GoalScore

_RADIUS = 10.0
_SPINE = 6.0
_NARROW = 290.0
_BETWEEN, _SUMMARY = 24.0, 16.0
_MARK = 7.0
_CHIP_NAME, _CHIP_LINE, _CHIP_NUMBER = 12.0, 14.2, 13.0


def blocks(goal: GoalScore, look: Look, width: float) -> list[Block]:
    """What the card of a goal says, from top to bottom."""
    if look.detail == "chip":
        return [_chip(goal, look, width)]
    top = [Block(9.0, _nothing), *tops(goal, look, width), score_bar(goal, look, width)]
    body = _sections(goal, look, width) if look.detail == "full" else [_summary(goal, look, width)]
    return [*top, *body, Block(8.0, _nothing)]


def _nothing(x: float, y: float) -> str:
    return ""


def _sections(goal: GoalScore, look: Look, width: float) -> list[Block]:
    results, drivers = shown_kpis(goal, look)
    columns = columns_for([*results, *drivers], look, width)
    causes = f"{len(goal.causes)} cause{'' if len(goal.causes) == 1 else 's'}" if goal.causes else ""
    found = [rule(look, width)]
    note = "" if goal.kpis_lagging else "not measured"
    found.append(caption("RESULTS", goal.lagging, goal.lagging_status, note, goal, look, width))
    found += [kpi_row(kpi, columns, look, width) for kpi in results]
    if len(results) < len(goal.kpis_lagging):
        found.append(more_line(len(goal.kpis_lagging) - len(results), look))
    found.append(rule(look, width))
    note = causes if goal.causes or goal.kpis_leading else "none declared"
    known = goal.coverage.leading if goal.leading is not None else 1.0
    found.append(caption("DRIVERS", goal.leading, goal.leading_status, note, goal, look, width, known))
    found += [kpi_row(kpi, columns, look, width) for kpi in drivers]
    if len(drivers) < len(goal.kpis_leading):
        found.append(more_line(len(goal.kpis_leading) - len(drivers), look))
    if goal.outlook is not None or goal.heading is not None:
        found += [rule(look, width), outlook(goal, look, width)]
    return found


def _summary(goal: GoalScore, look: Look, width: float) -> Block:
    """Results and drivers with the mark of the outlook, side by side, on a narrow card one below the other."""
    narrow = width < _NARROW
    length = width - 2 * PAD if narrow else (width - 2 * PAD - _BETWEEN) / 2
    mark = _MARK + 4 if goal.heading else 0.0

    def draw(x: float, y: float) -> str:
        base, left = y + 14, x + PAD
        results = _part(goal, "results", look, (left, base, length), mark if narrow else 0.0)
        left, base = (left, base + _SUMMARY) if narrow else (left + length + _BETWEEN, base)
        drivers = _part(goal, "drivers", look, (left, base, length), mark)
        if goal.heading is None:
            return results + drivers
        # Behind the number, as before it a bar would be read as a minus.
        return results + drivers + trend_mark(look.pen, goal.heading, left + length - _MARK / 2, base - 4, _MARK)

    return Block(19.0 + (_SUMMARY if narrow else 0), draw)


def _part(
    goal: GoalScore, part: Literal["results", "drivers"], look: Look, line: tuple[float, float, float], after: float
) -> str:
    """One of the two numbers of a goal with word and bar, on a ``line`` (x, base, length), ``after`` px kept free."""
    x, base, length = line
    of_results = part == "results"
    share, status = (goal.lagging, goal.lagging_status) if of_results else (goal.leading, goal.leading_status)
    number = part_number(share, 1.0 if of_results else goal.coverage.leading, goal)
    free = length - 52 - width_of(number, 11.5, 600) - after - 6
    drawn = look.pen.text(x, base, part.capitalize(), 11.5, "muted")
    if free >= 12:
        drawn += bar(look.pen, share, status, (x + 50, base - 6.2, free, 5))
    return drawn + look.pen.right(x + length - after, base, number, 11.5, "ink", 600)


def _chip(goal: GoalScore, look: Look, width: float) -> Block:
    """Name above, status and number below: a name needs all the width there is."""
    pen = look.pen
    number = ("~" if is_part_known(goal) else "") + " ".join(part for part in number_parts(goal) if part)
    lines = wrapped(goal.name, width - 34 - 10, 3, _CHIP_NAME, 600)
    trend = look.trend(goal)
    beside = width_of(number, _CHIP_NUMBER, 700) + (12 if trend else 0)
    word = _chip_words(goal, look, width - 34 - 10 - beside - 6)
    height = 32 + _CHIP_LINE * len(lines)

    def draw(x: float, y: float) -> str:
        first = y + 17
        base = first + _CHIP_LINE * len(lines) + 1.5
        right = x + width - 10
        parts = [status_mark(pen, goal.status, x + 20, y + height / 2, 7.2)]
        parts += [
            pen.text(x + 34, first + _CHIP_LINE * place, line, _CHIP_NAME, "ink", 600)
            for place, line in enumerate(lines)
        ]
        parts.append(pen.text(x + 34, base - 0.5, word, 9.5, f"{goal.status}-text", 500))
        parts.append(pen.right(right, base, number, _CHIP_NUMBER, f"{goal.status}-text", 700))
        if trend:
            parts.append(trend_mark(pen, trend[0], right - beside + 5, base - 4.5, 6.5))
        return "".join(parts)

    return Block(height, draw)


def _chip_words(goal: GoalScore, look: Look, room: float) -> str:
    """The status, and as much of what else is to be said as has room; a number known in part is marked anyway."""
    status = STATUS_WORD[goal.status]
    said = [f"{status} · {percent(goal.performance_coverage, WHOLE)} known"] if is_part_known(goal) else []
    if look.is_new_status(goal) and (before := look.changes[goal.id].status_before):
        said.insert(0, f"{status}, was {STATUS_WORD[before]}")
    return next((words for words in said if width_of(words, 9.5, 500) <= room), fitted(status, room, 9.5, 500))


def is_part_known(goal: GoalScore) -> bool:
    """Whether a goal has a number of which only a part is known."""
    return goal.performance is not None and goal.performance_coverage < 1


def card_height(goal: GoalScore, look: Look, width: float) -> float:
    """How high the card of a goal must be at a width."""
    return height_of(blocks(goal, look, width))


def card_svg(goal: GoalScore, box: Box, look: Look) -> str:
    """The card of a goal in its box."""
    said, is_new, is_centre = spoken(goal, look), look.is_new_status(goal), goal.id == look.around
    inside = [
        titled(said),
        look.pen.rect(box.x, box.y + 2.5, box.width, box.height, "shadow", radius=_RADIUS, fill_opacity="0.1"),
        look.pen.rect(
            box.x,
            box.y,
            box.width,
            box.height,
            "card",
            radius=_RADIUS,
            stroke="ink" if is_centre else goal.status if is_new else "outline",
            stroke_width="2.4" if is_centre or is_new else "1.1",
            kind="card",
        ),
        look.pen.path(_spine(box), goal.status),
        *_theme(goal, box, look),
        stacked(blocks(goal, look, box.width), box.x, box.y),
    ]
    role = look.theme_role(goal.theme)
    theme = f" {role}" if role else ""
    drawn = group(
        inside,
        id=f"{look.prefix}goal--{goal.id}",
        class_=f"goal status-{goal.status}{theme}",
        data_goal=goal.id,
        role="img",
        aria_label=printable(said),
        **({} if look.linked else {"tabindex": "0"}),
    )
    return f'<a href="#goal-{safe(goal.id)}">{drawn}</a>' if look.linked else drawn


def spoken(goal: GoalScore, look: Look) -> str:
    """A goal in words, for those who point at its card or have it read out."""
    parts = [f"{goal.name} — {status_and_number(goal.status, goal.performance, goal.limits)}"]
    if is_part_known(goal):
        parts.append(f"coverage {percent(goal.performance_coverage, WHOLE)}")
    if goal.outlook is not None:
        parts.append(f"outlook {percent(goal.outlook, goal.limits)}")
        parts += [f"coverage {percent(goal.coverage.outlook, WHOLE)}"] if goal.coverage.outlook < 1 else []
        parts += [goal.heading] if goal.heading else []
    if look.theme_role(goal.theme) is not None:
        parts.append(f"theme {next(theme.name for theme in look.card.themes if theme.id == goal.theme)}")
    trend = look.trend(goal)
    if trend:
        parts.append(f"{trend[1]} points since {look.against}, {trend[0]}")
    sentences = [goal_sentence(goal), *(f"{flag_words(flag)}." for flag in goal.flags)]
    return ", ".join(parts) + ". " + " ".join(sentences)


def _spine(box: Box) -> str:
    """The left edge in the colour of the status, round where the card is."""
    x, y, bottom = num(box.x), num(box.y), num(box.bottom)
    inner, r = num(box.x + _SPINE), _RADIUS
    return (
        f"M{inner},{y} L{inner},{bottom} Q{x},{bottom} {x},{num(box.bottom - r)} L{x},{num(box.y + r)} "
        f"Q{x},{y} {inner},{y} Z"
    )


def _theme(goal: GoalScore, box: Box, look: Look) -> Sequence[str]:
    role = look.theme_role(goal.theme)
    if role is None:
        return ()
    if look.detail == "chip":
        return (look.pen.rect(box.x + 14, box.bottom - 4, box.width - 24, 3, role, radius=1.5),)
    return (look.pen.rect(box.right - PAD - 46, box.y - 2.2, 46, 4.4, role, radius=2.2),)
