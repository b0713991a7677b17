"""The keys of the meeting, and what the marks say."""

from __future__ import annotations

from scorecard.rendering.columns import paragraph
from scorecard.rendering.meeting.rows import Row, text_rows, title_row
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE, STATUS_WORD

_KEYS = (
    ("n p", "the next or the previous point of the order of business"),
    ("c", "a comment on the goal that is shown"),
    ("d", "a decision on it, with who does it until when"),
    ("x", "close the chosen decision; once more opens it again"),
    ("s", "set the value of a KPI; everything is scored anew"),
    ("w", "what if a KPI had another value; nothing is written"),
    ("m", "the strategy map; the arrows go from goal to goal, Enter opens one"),
    ("/", "find a goal or a KPI"),
    ("Tab", "from the map on the left to the page on the right, and back"),
    ("↑ ↓", "choose what one can go to; further lines are scrolled"),
    ("Enter", "go there: to a cause or an effect, to a KPI"),
    ("Backspace", "back to where you came from"),
    ("q", "end the meeting"),
)


def help_page(path: str, width: int) -> tuple[Row, ...]:
    """The page; ``path`` is the file in which comments and decisions are kept."""
    lines: list[Line] = []
    for keys, words in _KEYS:
        first, *more = paragraph(words, indent=12, width=width)
        lines += [(Span(f"{keys:<12}", "strong"), *first[1:]), *more]
    kept = f"Every comment and decision is written at once to {path} beside the map, values to data/actuals.csv."
    marks = [(Span(f"{STATUS_GLYPH[status]} {word}", STATUS_STYLE[status]),) for status, word in STATUS_WORD.items()]
    order = (
        "Open decisions of earlier reviews come first, then goals with flags and goals off track, most urgent × "
        "important first, then the largest losses: what a KPI takes away from the index, its share × what it lacks."
    )
    return (
        *text_rows([(Span("Keys", "strong"),), *lines, (), *paragraph("A click does what Enter does.", width=width)]),
        title_row("What is noted"),
        *text_rows(paragraph(kept, width=width)),
        title_row("The order of business"),
        *text_rows(paragraph(order, width=width)),
        title_row("Marks"),
        *text_rows(marks),
    )
