"""Scenarios as Markdown, for a ticket or a pull request."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.rendering.comparison.phrases import still
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import percent
from scorecard.rendering.simulation import expectations, phrases
from scorecard.rendering.simulation.distributed_markdown import distribution_markdown
from scorecard.rendering.simulation.periods import shown_paths
from scorecard.rendering.simulation.side_by_side import NUMBERS, known, rows_of
from scorecard.rendering.words import STATUS_GLYPH, STATUS_WORD
from scorecard.result import Scorecard, Status
from scorecard.simulation import KpiMove, Outcome, Path, ScoreMove, Simulation


def simulation_markdown(simulation: Simulation) -> str:
    """What is changed, what was expected, every goal that is otherwise, and the way there."""
    card, several = simulation.before, len(simulation.outcomes) > 1
    names = phrases.names_of(card)
    lines = [f"## {markdown_text(phrases.title(simulation))}", "", markdown_text(phrases.about(card)), ""]
    for place, outcome in enumerate(simulation.outcomes):
        if several:
            lines += [f"### {phrases.letter(place)}  {markdown_text(outcome.scenario.name)}", ""]
        if several or phrases.changes_something(outcome):
            lines += [f"**{phrases.headline(outcome)}**", ""]
        lines += [*_changes(outcome, card, names), *_expected(outcome, card)]
    if several:
        lines += _side_by_side(simulation)
    elif phrases.changes_something(simulation.outcomes[0]):
        lines += _scores(simulation.outcomes[0])
    for place, outcome in enumerate(simulation.outcomes if simulation.periods else ()):
        lines += _paths(simulation, outcome, f" of {phrases.letter(place)}" if several else "")
    for place, outcome in enumerate(simulation.outcomes):
        if outcome.distribution is not None:
            lines += distribution_markdown(outcome.distribution, card, phrases.letter(place) if several else "")
    return "\n".join([*lines, f"<sub>{markdown_text(phrases.AFTER)}</sub>"]) + "\n"


def _changes(outcome: Outcome, card: Scorecard, names: Mapping[str, str]) -> list[str]:
    scenario = outcome.scenario
    lines = [markdown_text(scenario.description), ""] if scenario.description else []
    headings = ("KPI", "Value", "Performance", "Points", "Status", "")
    lines += markdown_table(headings, [_kpi(kpi, card.map.currency) for kpi in outcome.kpis], right=(1, 2, 3))
    said = [*phrases.changes(scenario, names), *phrases.steps(scenario), *phrases.notes(outcome, names)]
    if not said and not outcome.kpis and not scenario.uncertain:
        said = [phrases.NOTHING]
    return [*lines, *(f"- {markdown_text(text)}" for text in said), *([""] if said else [])]


def _kpi(kpi: KpiMove, currency: str | None) -> tuple[str, ...]:
    both, change = phrases.ends(kpi.performance, kpi.limits)
    return (
        f"{markdown_text(kpi.name)}<br>{markdown_id(kpi.id)}",
        markdown_text(phrases.values(kpi, currency)),
        both,
        change,
        _status(kpi.status_after),
        markdown_text(phrases.why_words(kpi)),
    )


def _status(status: Status) -> str:
    return f"{STATUS_GLYPH[status]} {STATUS_WORD[status]}"


def _expected(outcome: Outcome, card: Scorecard) -> list[str]:
    rows = []
    for verdict in outcome.verdicts:
        asked, actual = expectations.expected_and_actual(verdict, card)
        rows.append(
            (
                f"{STATUS_GLYPH['on-track' if verdict.met else 'off-track']} {expectations.verdict_words(verdict)}",
                markdown_text(expectations.item_name(verdict, card)),
                markdown_text(asked),
                markdown_text(actual),
                markdown_text(expectations.place(verdict, outcome.scenario)),
            )
        )
    table = markdown_table(("", "What", "Expected", "It is", "Where"), rows, right=(3,))
    return [*table, f"**{expectations.summary(outcome)}**", ""] if table else []


def _scores(outcome: Outcome) -> list[str]:
    goals = [score for score in outcome.scores if score.kind == "goal"]
    moved = [score for score in goals if phrases.moves(score)]
    rolled = [score for score in outcome.scores if score.kind != "goal"]
    headings = ("Status", "What", "Performance", "Points", "Outlook", "Points", "")
    lines = markdown_table(
        headings, [_score(score) for score in (*rolled[-1:], *rolled[:-1], *moved)], right=range(2, 6)
    )
    rest = still(len(goals), len(moved), "goal", nearly=True)
    return [*lines, *([rest, ""] if rest else [])]


def _score(score: ScoreMove) -> tuple[str, ...]:
    return (
        _status(score.status_after),
        _named(score),
        *phrases.ends(score.performance, score.limits),
        *phrases.ends(score.outlook, score.limits),
        markdown_text("; ".join(phrases.remarks(score))),
    )


def _named(item: ScoreMove | Path) -> str:
    name = markdown_text(item.name)
    return name if item.kind == "index" else f"{name}<br>{markdown_id(item.id)}"


def _side_by_side(simulation: Simulation) -> list[str]:
    letters = [phrases.letter(place) for place in range(len(simulation.outcomes))]
    lines = []
    for title, number in NUMBERS.items():
        rows = [
            (
                "<br>".join([_named(row[0]), *known(row, title)]),
                percent(number(row[0]).before, row[0].limits),
                *(phrases.after_and_change(number(score), score.limits) for score in row),
            )
            for row in rows_of(simulation, number)
        ]
        lines += markdown_table((title, "Now", *letters), rows, right=range(1, 2 + len(letters)))
    return lines


def _paths(simulation: Simulation, outcome: Outcome, of: str) -> list[str]:
    shown = shown_paths(outcome)
    periods = [str(period) for period in simulation.periods]
    table = markdown_table(
        (f"Outlook{of}", "Now", *periods, ""), [_path(path) for path in shown], right=range(1, 2 + len(periods))
    )
    return [*table, *([phrases.CLAMPED_LINE.replace("*", "\\*"), ""] if any(map(phrases.is_clamped, shown)) else [])]


def _path(path: Path) -> tuple[str, ...]:
    numbers = (phrases.path_value(value, path.limits) for value in (path.start, *path.values))
    return (_named(path), *(text.replace("*", "\\*") for text in numbers), "; ".join(phrases.path_remarks(path)))
