"""What is behind an outlook: the paths that make it, what moved it, and the levers that move it, as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.explanation import Explanation
from scorecard.lever import Levers
from scorecard.rendering.columns import paragraph
from scorecard.rendering.explanation import sentences
from scorecard.rendering.levers import phrases
from scorecard.rendering.meeting.rows import Row, marked, text_rows, title_row
from scorecard.rendering.numbers import exact_points
from scorecard.rendering.spans import Span, printable

_PATHS = 5
_MOVES = 3
_LEVERS = 3


def why_rows(why: Explanation | None, width: int) -> list[Row]:
    """The number, and the largest paths that make it."""
    if why is None or why.value is None:
        return []
    points = sentences.points_of(why)
    shown = why.paths[:_PATHS]
    said = [sentences.path_sentence(why, path, text) for path, text in zip(shown, points, strict=False)]
    return [
        title_row("Why the outlook is what it is", width=width),
        *text_rows(paragraph(printable(sentences.unrolled_sentence(why, len(shown))), width=width)),
        *_listed(said, width),
    ]


def move_rows(why: Explanation | None, width: int) -> list[Row]:
    """What moved the number most since the period before; nothing where that is not known."""
    if why is None or why.change is None or why.change.before is None:
        return []
    moved = zip(why.change.moves, sentences.points_of_moves(why), strict=False)
    seen = [(move, points) for move, points in moved if points != exact_points(0.0)][:_MOVES]
    head = " ".join(filter(None, (sentences.change_sentence(why), sentences.reported_sentence(why))))
    return [
        title_row(f"What moved it most since {why.change.period}", width=width),
        *text_rows(paragraph(printable(head), width=width)),
        *_listed((sentences.move_sentence(why, move, points) for move, points in seen), width),
    ]


def lever_rows(levers: Levers | None, width: int) -> list[Row]:
    """The KPIs that move an outlook most, and what would turn it."""
    if levers is None:
        return []
    shown = [lever for lever in levers.levers if lever.gain > 0][:_LEVERS]
    said = [
        " ".join(filter(None, (phrases.lever_sentence(lever, levers), _turn(phrases.turn_words(lever, levers)))))
        for lever in shown
    ]
    if not said:
        return []
    head = paragraph(printable(phrases.outlook_sentence(levers)), width=width)
    return [title_row("Levers", width=width), *text_rows(head), *_listed(said, width)]


def _turn(words: str | None) -> str:
    return f"It {words}." if words else ""


def _listed(said: Iterable[str], width: int) -> list[Row]:
    return [row for text in said for row in text_rows(marked(Span("-", "muted"), printable(text), "", width))]
