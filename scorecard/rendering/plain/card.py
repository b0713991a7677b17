"""The card of a goal in the plain style, as a label of DOT, and its tooltip."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.kpi_words import standing
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.palette import HEADING_MARK, LIGHT, STATUS_MARK
from scorecard.rendering.plain.markup import bar, block, cell, measure, paragraph, shortened, styled, table, wrapped
from scorecard.rendering.spans import printable
from scorecard.rendering.words import STATUS_WORD, coverage_words, goal_sentence, outlook_words
from scorecard.result import GoalScore, KpiScore, Status

WIDTH = 214
_NAME = 27
_KPI_LINE = 40
_KPI_FIGURES = 22
_KPIS = 4
_WORD = 46
_BAR = 104


def goal_label(goal: GoalScore, kpis: Sequence[KpiScore], currency: str | None) -> str:
    """The label of a goal: name and performance, status in words, results, drivers, outlook and ``kpis``."""
    lines = [_head(goal), _status_line(goal), *_bars(goal), *_outlook_line(goal)]
    if kpis:
        lines += [cell(table([block(WIDTH, 1, LIGHT.rule)])), *_kpi_lines(kpis, currency)]
    body = table([cell(table(lines, padding=2), width=WIDTH)], padding=5)
    spine = f'<TD WIDTH="7" BGCOLOR="{LIGHT.status_fill[goal.status]}"></TD>'
    return "<" + table([spine + cell(body)], BORDER="1", COLOR=LIGHT.outline, BGCOLOR=LIGHT.card) + ">"


def _line(left: str, right: str) -> str:
    return cell(table([cell(left) + cell(right, align="RIGHT")]))


def _head(goal: GoalScore) -> str:
    number = percent(goal.performance, goal.limits) if goal.performance is not None else "–"
    return _line(
        # The number beside the name is set larger, and takes that much more room.
        paragraph(wrapped(goal.name, _NAME - 1.4 * measure(number), 3), 13, bold=True),
        # In a wide font the name fills its half of the line: the space keeps the two apart.
        styled(f"\u00a0{number}", 19, LIGHT.status_text[goal.status], bold=True),
    )


def _status_line(goal: GoalScore) -> str:
    status = styled(
        f"{STATUS_MARK[goal.status]} {STATUS_WORD[goal.status]}", 11, LIGHT.status_text[goal.status], bold=True
    )
    coverage = ""
    if 0 < goal.performance_coverage < 1:
        coverage = f"coverage {percent(goal.performance_coverage, WHOLE)}"
    return _line(status, styled(coverage, 10, LIGHT.muted))


def _bars(goal: GoalScore) -> list[str]:
    results = _bar_line("Results", goal.lagging, goal.lagging_status, goal)
    if goal.causes or goal.kpis_leading:
        return [results, _bar_line("Drivers", goal.leading, goal.leading_status, goal)]
    none = cell(styled("Drivers", 10, LIGHT.muted), width=_WORD) + cell(
        styled("none", 10, LIGHT.muted), width=WIDTH - _WORD
    )
    return [results, cell(table([none]))]


def _bar_line(word: str, share: float | None, status: Status, goal: GoalScore) -> str:
    number = "–" if share is None else percent(share, goal.limits)
    cells = [
        cell(styled(word, 10, LIGHT.muted), width=_WORD),
        cell(bar(share, goal.limits, LIGHT.status_fill[status], _BAR, 7), width=_BAR),
        cell(styled(number, 10.5, LIGHT.ink, bold=True), align="RIGHT", width=WIDTH - _BAR - _WORD),
    ]
    return cell(table(["".join(cells)]))


def _outlook_line(goal: GoalScore) -> list[str]:
    if goal.heading is None and goal.outlook is None:
        return []
    if goal.heading is None:
        heading = styled(outlook_words(goal), 10.5, LIGHT.muted)
    else:
        heading = styled(f"{HEADING_MARK[goal.heading]} {goal.heading}", 10.5, LIGHT.ink, bold=True)
    return [cell(table([cell(styled("Outlook", 10, LIGHT.muted), width=_WORD) + cell(heading, width=WIDTH - _WORD)]))]


def _kpi_lines(kpis: Sequence[KpiScore], currency: str | None) -> list[str]:
    shown = kpis if len(kpis) <= _KPIS else kpis[: _KPIS - 1]
    lines = [_kpi_line(kpi, currency) for kpi in shown]
    if len(shown) < len(kpis):
        lines.append(_line(styled(f"+ {len(kpis) - len(shown)} more", 9.5, LIGHT.muted), styled("", 9.5)))
    return lines


def _kpi_line(kpi: KpiScore, currency: str | None) -> str:
    figures = standing(kpi, currency)
    if measure(figures) > _KPI_FIGURES:
        figures = shortened(standing(kpi, currency, brief=True), _KPI_FIGURES)
    # A value that is shown only, never scored, is known all the same: it has no mark.
    sign = " " if kpi.value is not None and kpi.performance is None else STATUS_MARK[kpi.status]
    mark = styled(f"{sign} ", 9.5, LIGHT.status_text[kpi.status])
    name = styled(wrapped(kpi.name, _KPI_LINE - measure(figures), 1)[0], 9.5, LIGHT.ink)
    return _line(mark + name, styled(figures, 9.5, LIGHT.ink, bold=True))


def goal_tooltip(goal: GoalScore) -> str:
    """The name, what to think of the goal, what is known of it, its description and its owner, in lines of text."""
    owner = f"Owner: {goal.owner}" if goal.owner else None
    lines = (goal.name, goal_sentence(goal), coverage_words(goal), goal.description, owner)
    return "\n".join(printable(line) for line in lines if line)
