"""One goal in Markdown with everything behind it: what was said, causes and effects, history, how numbers were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.rendering.contribution_lines import numbered_parts
from scorecard.rendering.history.series_words import cell_text
from scorecard.rendering.markdown import markdown_table, markdown_text
from scorecard.rendering.numbers import exact_percent, plain_number
from scorecard.rendering.report.decisions_in_markdown import goal_said_in_markdown
from scorecard.rendering.report.goal import ENDS, hypothesis_words
from scorecard.rendering.report.history_chart import goal_series
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.made_of import HEADINGS, Made, made_of_goal, made_of_roll_up, made_words, part_name
from scorecard.rendering.report.reasons import reasons_of
from scorecard.rendering.words import STATUS_GLYPH
from scorecard.result import GoalScore, IndexScore, PerspectiveScore

BEHIND = "Causes and effects, history, and how every number was made"
MADE = "How it was made"
_NUMBER = {"lagging": "Results", "leading": "Drivers"}


def goal_in_markdown(found: Lookup, goal: GoalScore) -> list[str]:
    """The name, what it means, what was said of it; the rest folded away."""
    return [
        f"#### {markdown_text(goal.name)}",
        "",
        *((markdown_text(goal.description), "") if goal.description else ()),
        *goal_said_in_markdown(found, goal.id),
        *folded(
            BEHIND,
            [
                *_links(found, goal),
                *_history(found, goal),
                *_made(found, made_of_goal(goal)),
                *_reasons(found, goal),
            ],
        ),
    ]


def roll_up_in_markdown(found: Lookup, score: PerspectiveScore | IndexScore, summary: str = MADE) -> list[str]:
    """How the numbers of a perspective or of the index were made, folded away."""
    return folded(summary, _made(found, made_of_roll_up(score)))


def folded(summary: str, lines: Sequence[str]) -> list[str]:
    """Lines of Markdown that are closed until somebody opens them; ``summary`` is a text of ours."""
    return [f"<details><summary>{summary}</summary>", "", *lines, "</details>", ""] if lines else []


def _reasons(found: Lookup, goal: GoalScore) -> list[str]:
    """The paths to the outlook, and why it moved."""
    lines: list[str] = []
    for lead, told in reasons_of(found, goal.id):
        lines += [markdown_text(lead), "", *(f"1. {markdown_text(sentence)}" for sentence in told), ""]
    return lines


def _links(found: Lookup, goal: GoalScore) -> list[str]:
    lines = [*_ends(found, goal), *_hypotheses(found, goal)]
    return [*lines, ""] if lines else []


def _ends(found: Lookup, goal: GoalScore) -> Iterator[str]:
    for kind, end, title in ENDS:
        for link in found.card.links:
            here, there = (link.effect, link.cause) if end == "cause" else (link.cause, link.effect)
            if link.kind == kind and here == goal.id:
                other = found.goals[there]
                words = markdown_text(f"{other.name}{hypothesis_words(found, link)}")
                yield f"- {title} {STATUS_GLYPH[other.status]} {words}"


def _hypotheses(found: Lookup, goal: GoalScore) -> Iterator[str]:
    """What the author says of KPIs in this goal."""
    for note in goal.kpi_notes:
        if note.delay or note.because:
            yield f"- {markdown_text(f'{found.kpis[note.kpi].name}{hypothesis_words(found, note)}')}"


def _history(found: Lookup, goal: GoalScore) -> list[str]:
    """Results and drivers by period, the newest last."""
    history, drawn = found.report.history, goal_series(found, goal)
    if not found.has_past or not drawn:
        return []
    rows = [
        (str(period), *(markdown_text(cell_text(series, place, history.currency)) for series in drawn))
        for place, period in enumerate(history.periods)
    ]
    headings = ("Period", *(_NUMBER[series.number] for series in drawn))
    return markdown_table(headings, rows, right=range(1, len(headings)))


def _made(found: Lookup, numbers: Sequence[Made]) -> list[str]:
    return [line for made in numbers for line in _number(found, made)]


def _number(found: Lookup, made: Made) -> list[str]:
    rows = [
        (markdown_text(part_name(found, part)), plain_number(part.weight), share, exact_percent(part.value), product)
        for part, share, product in numbered_parts(made.parts, made.total)
    ]
    if made.total is not None:
        rows.append(("**Sum**", "", "100.00 %", "", f"**{exact_percent(made.total)}**"))
    title, said = made_words(made)
    table = markdown_table(HEADINGS, rows, right=(1, 2, 3, 4))
    return [f"**{markdown_text(title)}**{markdown_text(said)}", "", *table]
