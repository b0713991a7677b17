"""The strategy map as a tree: perspectives, their goals, and what each goal is driven and hindered by."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.columns import folded
from scorecard.rendering.draw.sketch import links_of
from scorecard.rendering.draw.strokes import EAST, NORTH, SOUTH, Strokes
from scorecard.rendering.kpi_words import kpis_of, standing
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import (
    STATUS_GLYPH,
    STATUS_STYLE,
    delay_words,
    goal_trend,
    status_and_number,
)
from scorecard.result import GoalScore, KpiScore, LinkScore, PerspectiveScore, Scorecard


def tree_lines(card: Scorecard, width: int, strokes: Strokes, *, kpis: bool = False) -> list[Line]:
    """Every goal under its perspective, under it its causes with their numbers, and with ``kpis`` what it measures."""
    goals = {goal.id: goal for goal in card.goals}
    links: dict[str, list[LinkScore]] = {}
    for link in links_of(card):
        links.setdefault(link.effect, []).append(link)
    kpi_of = {kpi.id: kpi for kpi in card.kpis} if kpis else {}
    lines: list[Line] = []
    for perspective in card.perspectives:
        inside = [goal for goal in card.goals if goal.perspective == perspective.id]
        if not inside:
            continue
        lines += [()] if lines else []
        lines += folded(_title(perspective, card), width, indent=2)
        for goal in inside:
            lines += folded(_goal(goal, card), width, indent=4)
            branches = [_cause(link, goals[link.cause], card) for link in links.get(goal.id, ())]
            branches += [_kpi(part, kpi_of[kpi_id], card) for part, kpi_id in kpis_of(goal) if kpi_id in kpi_of]
            lines += _branches(branches, width, strokes)
    return lines


def _title(perspective: PerspectiveScore, card: Scorecard) -> Line:
    words = status_and_number(perspective.status, perspective.performance, card.limits)
    style = STATUS_STYLE[perspective.status]
    spans = [Span(printable(perspective.name), "strong"), Span(f" {STATUS_GLYPH[perspective.status]} {words}", style)]
    if perspective.performance is not None and perspective.performance_coverage < 1:
        spans.append(Span(f", coverage {percent(perspective.performance_coverage, WHOLE)}", "muted"))
    return tuple(spans)


def _goal(goal: GoalScore, card: Scorecard) -> Line:
    """A goal with its status in a word, coverage, trend and the kinds of its flags."""
    style = STATUS_STYLE[goal.status]
    words = [status_and_number(goal.status, goal.performance, goal.limits)]
    if goal.performance is not None and goal.performance_coverage < 1:
        words.append(f"coverage {percent(goal.performance_coverage, WHOLE)}")
    if trend := goal_trend(goal, card):
        words.append(f"trend {trend}")
    words += sorted({flag.kind for flag in goal.flags})
    return (
        Span(f"  {STATUS_GLYPH[goal.status]} ", style),
        Span(printable(goal.name), "strong"),
        Span(f" {words[0]}", style),
        Span("".join(f", {word}" for word in words[1:]), "muted"),
    )


def _cause(link: LinkScore, cause: GoalScore, card: Scorecard) -> Line:
    verb = "hindered by" if link.kind == "hindered-by" else "driven by"
    style = STATUS_STYLE[cause.status]
    delay = f", {delay_words(link.delay, card.map.rhythm)} until it shows" if link.delay else ""
    return (
        Span(f"{verb} ", "muted"),
        Span(f"{STATUS_GLYPH[cause.status]} ", style),
        Span(printable(cause.name)),
        Span(f" {status_and_number(cause.status, cause.performance, cause.limits)}", style),
        Span(delay, "muted"),
    )


def _kpi(part: str, kpi: KpiScore, card: Scorecard) -> Line:
    mark = Span(f"{STATUS_GLYPH[kpi.status]} ", STATUS_STYLE[kpi.status])
    figures = Span(f" {standing(kpi, card.map.currency)}", "muted")
    return (Span(f"{part} ", "muted"), mark, Span(printable(kpi.name)), figures)


def _branches(branches: Sequence[Line], width: int, strokes: Strokes) -> list[Line]:
    """What hangs below a goal, each on a branch, the last on the last one."""
    flat, lines = strokes.flat, []
    for number, branch in enumerate(branches, start=1):
        last = number == len(branches)
        joint = strokes.joints[NORTH + EAST + (0 if last else SOUTH)]
        first, *more = folded(branch, max(width - 9, 16))
        lines.append((Span(f"    {joint}{flat} ", "muted"), *first))
        beside = " " if last else strokes.upright
        lines += [(Span(f"    {beside}    ", "muted"), *line) for line in more]
    return lines
