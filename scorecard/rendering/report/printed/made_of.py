"""How every number was made: weight, share, value and product of each of its parts, which are seen to add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorecard.rendering.contribution_lines import numbered_parts
from scorecard.rendering.numbers import exact_percent, plain_number
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.made_of import HEADINGS, Made, made_of_goal, made_of_roll_up, made_words, part_name
from scorecard.rendering.report.printed.marks import goal_name, small, strong
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.report.printed.section import part, section
from scorecard.rendering.report.printed.table import row, stacked
from scorecard.rendering.report.reasons import reasons_of
from scorecard.result import GoalScore


def made_of(found: Lookup) -> Typst:
    """The index, then each perspective with its goals."""
    card = found.card
    parts = [part("Index of the whole map", _table(found, made_of_roll_up(card.index)))]
    for perspective in card.perspectives:
        inside = [goal for goal in card.goals if goal.perspective == perspective.id]
        if inside:
            parts.append(part(perspective.name, _table(found, made_of_roll_up(perspective))))
            parts += [_goal(found, goal) for goal in inside]
    return section("How every number was made", *parts, new_page=True)


def _goal(found: Lookup, goal: GoalScore) -> Typst:
    reasons = [
        stacked(lead, call("enum", *(small(sentence) for sentence in told)))
        for lead, told in reasons_of(found, goal.id)
    ]
    title = call("heading", goal_name(found, goal), level=3, outlined=False)
    return joined((title, _table(found, made_of_goal(goal)), *reasons))


def _table(found: Lookup, entries: Iterable[Made]) -> Child:
    """A number below the other, each with its parts and their sum."""
    numbers = [_number(found, entry) for entry in entries]
    if not numbers:
        return call("par", "Nothing is measured.")
    return call("sums", [*HEADINGS], *(Typst(f"..{number}") for number in numbers))


def _number(found: Lookup, made: Made) -> Typst:
    number, said = made_words(made)
    title = joined((strong(number), said))
    sums: list[Child] = [*_rows(found, made)]
    if made.total is not None:
        sums.append(row((strong("Sum"), "", "100.00 %", "", strong(exact_percent(made.total)))))
    return call("summed", title, *sums)


def _rows(found: Lookup, made: Made) -> Iterator[Typst]:
    for item, share, product in numbered_parts(made.parts, made.total):
        named = found.goals.get(item.id) if item.kind == "goal" else None
        name = goal_name(found, named) if named else part_name(found, item)
        yield row((name, plain_number(item.weight), share, exact_percent(item.value), product))
