"""How every number was made: weight, share, value and product of each of its parts, which are seen to add up."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.contribution_lines import numbered_parts
from scorecard.rendering.numbers import WHOLE, exact_percent, percent, plain_number
from scorecard.rendering.report.element import Child, Html, el, joined, name
from scorecard.rendering.report.links import goal_link
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.section import folded
from scorecard.rendering.report.table import table
from scorecard.rendering.status.number_lines import MEANING, Number
from scorecard.result import Contribution, GoalScore, IndexScore, PerspectiveScore

_WORD = {"performance": "Performance", "lagging": "Results", "leading": "Drivers", "outlook": "Outlook"}
_HEADINGS = ("Part", "Weight", "Share", "Value", "Share × value")


def goal_made_of(found: Lookup, goal: GoalScore) -> Html | None:
    """The three numbers of a goal."""
    parts = goal.contributions
    entries: tuple[tuple[Number, Sequence[Contribution], float | None, float], ...] = (
        ("lagging", parts.lagging, goal.lagging, goal.coverage.lagging),
        ("leading", parts.leading, goal.leading, goal.coverage.leading),
        ("outlook", parts.outlook, goal.outlook, goal.coverage.outlook),
    )
    tables = [_number(found, *entry) for entry in entries if entry[1]]
    return folded("How every number was made", *tables) if tables else None


def roll_up_made_of(found: Lookup, score: PerspectiveScore | IndexScore, summary: str) -> Html | None:
    """The performance and the outlook of a perspective or of the index."""
    parts = score.contributions
    entries: tuple[tuple[Number, Sequence[Contribution], float | None, float], ...] = (
        ("performance", parts.performance, score.performance, score.performance_coverage),
        ("leading", parts.leading, score.leading, score.coverage.leading),
        ("outlook", parts.outlook, score.outlook, score.coverage.outlook),
    )
    tables = [_number(found, *entry) for entry in entries if entry[1]]
    return folded(summary, *tables) if tables else None


def _number(found: Lookup, number: Number, parts: Sequence[Contribution], total: float | None, coverage: float) -> Html:
    known = "" if total is None else f", coverage {percent(coverage, WHOLE)}"
    rows: list[tuple[Child, ...]] = [
        (
            _part(found, part),
            plain_number(part.weight),
            share,
            exact_percent(part.value),
            product,
        )
        for part, share, product in numbered_parts(parts, total)
    ]
    if total is not None:
        rows.append((el("strong", "Sum"), "", "100.00 %", "", el("strong", exact_percent(total))))
    caption = joined((el("strong", f"{_WORD[number]} {percent(total)}"), f"{known}: {MEANING[number]}"))
    return table(caption, _HEADINGS, rows, numbers=(1, 2, 3, 4), kind="made-of")


def _part(found: Lookup, part: Contribution) -> Html:
    if part.kind == "goal" and part.id in found.goals:
        return goal_link(found.goals[part.id])
    if part.kind == "kpi" and part.id in found.kpis:
        return name(found.kpis[part.id].name)
    named = {item.id: item.name for item in found.card.perspectives}
    return name(named.get(part.id, part.id))
