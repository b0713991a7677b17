"""One initiative and the goals it serves."""

from __future__ import annotations

from scorecard.rendering.numbers import WHOLE, day, percent
from scorecard.rendering.show.parts import facts, goal_line, head, section
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.status.initiative_lines import money, state
from scorecard.result import InitiativeScore, Scorecard


def initiative_page(card: Scorecard, initiative: InitiativeScore, width: int | None) -> list[Line]:
    """What is done, by whom, until when, for how much, why and with what result."""
    lines = head("initiative", initiative.id, initiative.name, None, "", width)
    word, _ = state(initiative)
    lines += facts(
        (
            ("stands", ", ".join(dict.fromkeys(filter(None, (word, initiative.status))))),
            ("what", initiative.description),
            ("because", initiative.because),
            ("owner", initiative.owner),
            ("start", None if initiative.start is None else day(initiative.start)),
            ("due", None if initiative.due is None else day(initiative.due)),
            ("done", None if initiative.completion is None else percent(initiative.completion, WHOLE)),
            ("money", money(initiative, card.map.currency)),
            ("shows in", initiative.kpi),
            ("result", initiative.result),
            ("page", initiative.url),
        ),
        width,
    )
    goals = [goal for goal in card.goals if goal.id in initiative.goals]
    if not goals:
        return [*lines, (Span("No goal names it.", "caution"),)]
    rows = [line for goal in goals for line in goal_line(goal, width)]
    return [*lines, *section("Serves", "it never enters a score", width), *rows]
