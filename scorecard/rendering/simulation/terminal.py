"""Scenarios for the terminal: what is changed, what was expected, goals before and after, and the way there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from scorecard.rendering.columns import GAP, Row, folded, natural_width, paragraph, table, table_rows
from scorecard.rendering.comparison.phrases import still
from scorecard.rendering.simulation import expectations, phrases
from scorecard.rendering.simulation.distributed import distribution_lines
from scorecard.rendering.simulation.periods import paths_lines
from scorecard.rendering.simulation.side_by_side import side_by_side
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.words import SCALE_LINE, STATUS_GLYPH, STATUS_STYLE, STATUS_WORD
from scorecard.result import Scorecard, Status
from scorecard.simulation import KpiMove, Outcome, ScoreMove, Simulation

_INDENT = 2
_STATUS = 11
_LEAST_NAME = 20


def simulation_table(simulation: Simulation, *, width: int | None, ascii: bool = False) -> tuple[Line, ...]:
    """The scenarios as lines of at most ``width`` cells; names and sentences fold, ids are never cut."""
    card = simulation.before
    names = phrases.names_of(card)
    lines = paragraph(printable(phrases.title(simulation)), "strong", width=width)
    lines += [*paragraph(printable(phrases.about(card)), "muted", width=width), ()]
    several = len(simulation.outcomes) > 1
    for place, outcome in enumerate(simulation.outcomes):
        if several:
            lines += paragraph(printable(f"{phrases.letter(place)}  {outcome.scenario.name}"), "strong", width=width)
        if several or phrases.changes_something(outcome):
            lines += [*paragraph(phrases.headline(outcome), width=width), ()]
        lines += [*_changes(outcome, card, names, width), *_expected(outcome, card, width)]
    if several:
        lines += side_by_side(simulation, width)
    elif phrases.changes_something(simulation.outcomes[0]):
        lines += _scores(simulation.outcomes[0], width)
    for place, outcome in enumerate(simulation.outcomes if simulation.periods else ()):
        title = f"{phrases.letter(place)}  {outcome.scenario.name}" if several else ""
        lines += [(), *paths_lines(simulation, outcome, printable(title), width)]
    for place, outcome in enumerate(simulation.outcomes):
        if outcome.distribution is not None:
            title = f"{phrases.letter(place)}  {outcome.scenario.name}" if several else ""
            lines += [] if lines[-1] == () else [()]
            lines += distribution_lines(outcome.distribution, card, printable(title), width)
    lines += [(), *paragraph(f"{phrases.AFTER} {SCALE_LINE}", "muted", width=width)]
    return as_ascii(lines) if ascii else tuple(lines)


def _changes(outcome: Outcome, card: Scorecard, names: Mapping[str, str], width: int | None) -> list[Line]:
    scenario = outcome.scenario
    lines = paragraph(printable(scenario.description), width=width) if scenario.description else []
    lines += _kpis(outcome.kpis, card.map.currency, width)
    for text in (*phrases.changes(scenario, names), *phrases.steps(scenario)):
        lines += paragraph(printable(text), indent=_INDENT, width=width)
    if not outcome.kpis and not scenario.dropped and not scenario.weights and not scenario.uncertain:
        lines += paragraph(phrases.NOTHING, indent=_INDENT, width=width)
    for text in phrases.notes(outcome, names):
        lines += paragraph(printable(text), "muted", indent=_INDENT, width=width)
    return [*lines, ()] if lines else []


def _kpis(kpis: Sequence[KpiMove], currency: str | None, width: int | None) -> list[Line]:
    """Each KPI in one line where all of them fit, else its name and below it everything else."""
    if not kpis:
        return []
    words = ("", "", "value", "performance", "", "", "")
    rows: list[Row] = [tuple((Span(word, "muted"),) for word in words), *(_kpi(kpi, currency) for kpi in kpis)]
    nameless = [row[1:] for row in rows]
    if width is None or _INDENT + natural_width(nameless) + GAP + _LEAST_NAME <= width:
        return table(rows, right=(2, 3, 4), indent=_INDENT, width=width, folding=0)
    lines: list[Line] = []
    for kpi in kpis:
        lines += paragraph(printable(f"{kpi.name}, {phrases.why_words(kpi)}"), indent=_INDENT, width=width)
        lines += paragraph(kpi.id, "muted", indent=_INDENT * 2, width=width)
        lines += paragraph(phrases.kpi_words(kpi, currency), indent=_INDENT * 2, width=width)
    return lines


def _kpi(kpi: KpiMove, currency: str | None) -> Row:
    before_and_after, change = phrases.ends(kpi.performance, kpi.limits)
    return (
        (Span(printable(kpi.name)),),
        (Span(kpi.id, "muted"),),
        (Span(phrases.values(kpi, currency)),),
        (Span(before_and_after),),
        (Span(change),),
        _status(kpi.status_after),
        (Span(printable(phrases.why_words(kpi)), "muted"),),
    )


def _status(status: Status) -> Line:
    return (Span(f"{STATUS_GLYPH[status]} {STATUS_WORD[status]}", STATUS_STYLE[status]),)


def _expected(outcome: Outcome, card: Scorecard, width: int | None) -> list[Line]:
    """Each expectation with its verdict, and where it stands."""
    lines: list[Line] = []
    for verdict in outcome.verdicts:
        asked, actual = expectations.expected_and_actual(verdict, card)
        style = "good" if verdict.met else "bad"
        line = (
            *(Span(" " * _INDENT), Span(f"{STATUS_GLYPH['on-track' if verdict.met else 'off-track']} ", style)),
            Span(f"{expectations.verdict_words(verdict):7}  ", style),
            Span(f"{printable(expectations.item_name(verdict, card))}: {asked}, it is {actual}"),
            Span(f"  {printable(expectations.place(verdict, outcome.scenario))}", "muted"),
        )
        lines += folded(line, width, indent=_INDENT * 2)
    summary = expectations.summary(outcome)
    return [*lines, *paragraph(summary, "strong", indent=_INDENT, width=width), ()] if lines else []


def _scores(outcome: Outcome, width: int | None) -> list[Line]:
    """Index and perspectives, then the goals that are otherwise."""
    goals = [score for score in outcome.scores if score.kind == "goal"]
    moved = [score for score in goals if phrases.moves(score)]
    rolled = [score for score in outcome.scores if score.kind != "goal"][::-1]
    lines = _table("Index and perspectives", [rolled[0], *rolled[:0:-1]], width)
    if moved:
        lines += [(), *_table("Goals", moved, width)]
    if rest := still(len(goals), len(moved), "goal", nearly=True):
        lines += paragraph(rest, "muted", indent=_INDENT, width=width)
    return lines


def _table(title: str, scores: Sequence[ScoreMove], width: int | None) -> list[Line]:
    lines: list[Line] = [(Span(title, "strong"),)]
    head: Row = (
        *((Span(" " * _STATUS),), ()),
        *((Span(word, "muted"),) for word in ("performance", "", "outlook", "")),
    )
    rows = [head, *map(_score, scores)]
    nameless = [(*row[:1], *row[2:]) for row in rows]
    if width is not None and _INDENT + natural_width(nameless) + GAP + _LEAST_NAME // 2 > width:
        return [*lines, *chain.from_iterable(_stacked(score, width) for score in scores)]
    for score, row in zip([None, *scores], _fitted(rows, width), strict=True):
        lines += row
        if score is None:
            continue
        words = [*([] if score.kind == "index" else [score.id]), *phrases.remarks(score)]
        lines += paragraph(" · ".join(words), "muted", indent=_INDENT + _STATUS + GAP, width=width) if words else []
    return lines


def _stacked(score: ScoreMove, width: int) -> list[Line]:
    """A score below each other: status and name, each number, what else is to be said."""
    lines = folded((*_status(score.status_after), Span(f"  {printable(score.name)}")), width, indent=_INDENT)
    words = [] if score.kind == "index" else [score.id]
    for word, move in (("performance", score.performance), ("outlook", score.outlook)):
        ends, change = phrases.ends(move, score.limits)
        lines += paragraph(f"{word} {ends}{f', {change}' if change else ''}", indent=_INDENT * 2, width=width)
    words += phrases.remarks(score)
    return [*lines, *(paragraph(" · ".join(words), "muted", indent=_INDENT * 2, width=width) if words else [])]


def _score(score: ScoreMove) -> Row:
    performance, one = phrases.ends(score.performance, score.limits)
    outlook, other = phrases.ends(score.outlook, score.limits)
    return (
        _status(score.status_after),
        (Span(printable(score.name)),),
        (Span(performance),),
        (Span(one),),
        (Span(outlook),),
        (Span(other),),
    )


def _fitted(rows: Sequence[Row], width: int | None) -> list[list[Line]]:
    return table_rows(rows, right=(2, 3, 4, 5), indent=_INDENT, width=width, folding=1)
