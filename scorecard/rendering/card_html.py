"""How a scorecard shows itself in a notebook: a table without scripts, and one line of text."""

from __future__ import annotations

from html import escape

from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.numbers import day, percent
from scorecard.rendering.palette import LIGHT
from scorecard.rendering.spans import printable
from scorecard.rendering.words import (
    SCALE_LINE,
    STATUS_GLYPH,
    STATUS_WORD,
    counts_words,
    coverage_words,
    flag_words,
    goal_sentence,
    goal_trend,
    has_trend,
    outlook_words,
    period_words,
    status_and_number,
    top_perspective,
    trend_line,
)
from scorecard.result import GoalScore, IndexScore, Limits, PerspectiveScore, Scorecard, Status

_CELL = "text-align:left;vertical-align:top;padding:2px 10px"
_NUMBER = "text-align:right;vertical-align:top;white-space:nowrap;padding:2px 10px"
_BAND = "text-align:left;padding:10px 10px 2px;border-bottom:1px solid"


def card_line(card: Scorecard) -> str:
    """The scorecard in one line, for ``repr``: map, period, top perspective, counts, index."""
    top = top_perspective(card)
    return (
        f"<Scorecard {printable(card.map.name)!r} {period_words(card)}: "
        f"{printable(top.name)} {STATUS_WORD[top.status]} ({percent(top.performance, card.limits)}); "
        f"{counts_words(card.index.counts)}; index {percent(card.index.performance, card.limits)}>"
    )


def card_html(card: Scorecard) -> str:
    """The review as an HTML table; every text is escaped, colours other than those of statuses are the page's."""
    trend = has_trend(card.goals)
    rows = [_heading_row(trend)]
    for perspective in card.perspectives:
        goals = [goal for goal in card.goals if goal.perspective == perspective.id]
        if goals:
            rows += [_band(perspective, card.limits, trend), *(_goal_row(goal, card, trend) for goal in goals)]
    index = f"index {_state(card.index, card.limits)}"
    caption = (
        f"<strong>{_text(card.map.name)}</strong> · {period_words(card)}, as of {day(card.as_of)}<br>"
        f"{counts_words(card.index.counts)} · {index}{_notes(card)}"
    )
    below = f"{SCALE_LINE} {trend_line(card, kpis=False)}".rstrip()
    return (
        '<table style="border-collapse:collapse">'
        f'<caption style="text-align:left;padding:2px 10px">{caption}</caption>\n'
        + "\n".join(rows)
        + f'\n</table>\n<p style="font-size:smaller;opacity:.75">{_text(below)}</p>\n'
    )


def _notes(card: Scorecard) -> str:
    lines = [text for note in card_notes(card) for text in (note.text, *(f"– {line}" for line in note.lines))]
    return "".join(f"<br>{_text(line)}" for line in lines)


def _text(text: str) -> str:
    return escape(printable(text))


def _status(status: Status, words: str) -> str:
    mark = f'<span style="color:{LIGHT.status_fill[status]}">{STATUS_GLYPH[status]}</span>'
    return f'<span style="white-space:nowrap">{mark} {words}</span>'


def _state(score: PerspectiveScore | IndexScore, limits: Limits) -> str:
    return _status(score.status, status_and_number(score.status, score.performance, limits))


def _heading_row(trend: bool) -> str:
    cells = [("Status", _CELL), ("Goal", _CELL), ("Results", _NUMBER), ("Drivers", _NUMBER), ("Outlook", _CELL)]
    cells += [("Trend", _NUMBER)] if trend else []
    marks = "".join(f'<th scope="col" style="{style}">{word}</th>' for word, style in cells)
    return f'<tr>{marks}<th scope="col" style="{_CELL}">What it means</th></tr>'


def _band(perspective: PerspectiveScore, limits: Limits, trend: bool) -> str:
    words = f"{_text(perspective.name)} · {_state(perspective, limits)}"
    return f'<tr><th colspan="{7 if trend else 6}" scope="colgroup" style="{_BAND}">{words}</th></tr>'


def _goal_row(goal: GoalScore, card: Scorecard, trend: bool) -> str:
    words = " ".join(filter(None, (goal_sentence(goal), coverage_words(goal), *map(flag_words, goal.flags))))
    cells = (
        (_status(goal.status, STATUS_WORD[goal.status]), _CELL),
        (f"{_text(goal.name)}<br><code>{goal.id}</code>", _CELL),
        (_number(goal.lagging, goal), _NUMBER),
        (_number(goal.leading, goal), _NUMBER),
        (outlook_words(goal), _CELL),
        *(((goal_trend(goal, card) or "–", _NUMBER),) * trend),
        (_text(words), _CELL),
    )
    return "<tr>" + "".join(f'<td style="{style}">{cell}</td>' for cell, style in cells) + "</tr>"


def _number(share: float | None, goal: GoalScore) -> str:
    return "–" if share is None else percent(share, goal.limits)
