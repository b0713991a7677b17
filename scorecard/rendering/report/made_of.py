"""How every number was made: weight, share, value and product of each of its parts, which are seen to add up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.rendering.contribution_lines import numbered_parts
from scorecard.rendering.numbers import WHOLE, exact_percent, percent, plain_number
from scorecard.rendering.report.element import Child, Html, el, joined, name
from scorecard.rendering.report.links import goal_link
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.reasons import reasons_of
from scorecard.rendering.report.section import folded
from scorecard.rendering.report.table import table
from scorecard.rendering.status.number_lines import MEANING, Number
from scorecard.result import Contribution, GoalScore, IndexScore, PerspectiveScore

_WORD = {"performance": "Performance", "lagging": "Results", "leading": "Drivers", "outlook": "Outlook"}
HEADINGS = ("Part", "Weight", "Share", "Value", "Share × value")


class Made(NamedTuple):
    """A number with its parts, its ``total`` (None is no data) and its coverage."""

    number: Number
    parts: Sequence[Contribution]
    total: float | None
    coverage: float


def goal_made_of(found: Lookup, goal: GoalScore) -> Html | None:
    """The three numbers of a goal, the paths to its outlook, and why that moved."""
    tables = [_number(found, made) for made in made_of_goal(goal)]
    tables += [
        joined((el("p", lead), el("ol", joined(el("li", said) for said in told), class_="small")))
        for lead, told in reasons_of(found, goal.id)
    ]
    return folded("How every number was made", *tables) if tables else None


def roll_up_made_of(found: Lookup, score: PerspectiveScore | IndexScore, summary: str) -> Html | None:
    """The performance and the outlook of a perspective or of the index."""
    tables = [_number(found, made) for made in made_of_roll_up(score)]
    return folded(summary, *tables) if tables else None


def made_of_goal(goal: GoalScore) -> list[Made]:
    """The numbers of a goal that are made of anything."""
    parts, coverage = goal.contributions, goal.coverage
    numbers = (
        Made("lagging", parts.lagging, goal.lagging, coverage.lagging),
        Made("leading", parts.leading, goal.leading, coverage.leading),
        Made("outlook", parts.outlook, goal.outlook, coverage.outlook),
    )
    return [made for made in numbers if made.parts]


def made_of_roll_up(score: PerspectiveScore | IndexScore) -> list[Made]:
    """The numbers of a perspective or of the index that are made of anything."""
    parts, coverage = score.contributions, score.coverage
    numbers = (
        Made("performance", parts.performance, score.performance, score.performance_coverage),
        Made("leading", parts.leading, score.leading, coverage.leading),
        Made("outlook", parts.outlook, score.outlook, coverage.outlook),
    )
    return [made for made in numbers if made.parts]


def _number(found: Lookup, made: Made) -> Html:
    rows: list[tuple[Child, ...]] = [
        (
            _part(found, part),
            plain_number(part.weight),
            share,
            exact_percent(part.value),
            product,
        )
        for part, share, product in numbered_parts(made.parts, made.total)
    ]
    if made.total is not None:
        rows.append((el("strong", "Sum"), "", "100.00 %", "", el("strong", exact_percent(made.total))))
    title, said = made_words(made)
    return table(joined((el("strong", title), said)), HEADINGS, rows, numbers=(1, 2, 3, 4), kind="made-of")


def made_words(made: Made) -> tuple[str, str]:
    """The number, and what is said of it: ``Results 78 %``, ``, coverage 86 %: what was achieved …``."""
    known = "" if made.total is None else f", coverage {percent(made.coverage, WHOLE)}"
    return f"{_WORD[made.number]} {percent(made.total)}", f"{known}: {MEANING[made.number]}"


def _part(found: Lookup, part: Contribution) -> Html:
    if part.kind == "goal" and part.id in found.goals:
        return goal_link(found.goals[part.id])
    return name(part_name(found, part))


def part_name(found: Lookup, part: Contribution) -> str:
    """What a KPI, a goal or a perspective is called."""
    if part.kind == "perspective":
        return next((item.name for item in found.card.perspectives if item.id == part.id), part.id)
    named = found.kpis.get(part.id) if part.kind == "kpi" else found.goals.get(part.id)
    return named.name if named else part.id
