"""Changes of a review's text: each adds a line, or changes one character of one."""

from __future__ import annotations

import re
from dataclasses import replace

from scorecard.problem import LINE_BREAK
from scorecard.recorded import one_line
from scorecard.review import Decision
from scorecard.reviewing.decision_line import DASHES, decision_text, fields_of
from scorecard.reviewing.document import ReviewText, body, lines_with_ends
from scorecard.reviewing.hidden import COMMENT_END, hidden

LONGEST = 10_000
"""No comment and no decision has more characters."""

_MARKS = re.compile(r"[\\`*_\[<]")
_MARKS_AT_FIRST = r"\-*+#[]|>`~=<_"


class NoteError(Exception):
    """A comment or decision cannot be written down; the message says why."""


class DecisionGoneError(Exception):
    """A decision no longer stands in the file it was read from."""


def as_written(decision: Decision) -> Decision:
    """A decision as it will be read: its text and owner in one line, no owner where that says none.

    Raises:
        NoteError: when a field of it is empty or too long.
    """
    owner = one_line(decision.owner or "")
    return replace(
        decision,
        text=_said(decision.text, "the decision"),
        owner=None if owner in ("", *DASHES) else _said(owner, "the name of the owner"),
    )


def with_comment(document: ReviewText, goal: str, name: str, text: str) -> str:
    """The text with a comment on a goal, which is called ``name``, at the end of what stands below its heading.

    Raises:
        NoteError: when the comment is empty or too long.
    """
    said = _said(text, "the comment")
    mark = "\\" if said[0] in _MARKS_AT_FIRST else ""
    return _with_item(document, goal, name, f"- {mark}{said}")


def with_decision(document: ReviewText, decision: Decision, name: str) -> str:
    """The text with a decision, which has a kind and a goal, below the heading of the goal, which is called ``name``.

    Raises:
        NoteError: when a field of it is empty, too long, or would not be read as the same.
    """
    assert decision.goal is not None
    assert decision.kind is not None
    written = as_written(decision)
    line = decision_text(written)
    read = fields_of(line, decision.goal, ())
    if read is None or read.owner != written.owner:
        raise NoteError(f"the name of an owner holds no '·', which stands between the fields: {written.owner!r}")
    if read.due != written.due:
        raise NoteError(f"due dates go from 1900 to 2199, and {written.due} is not among them")
    return _with_item(document, decision.goal, name, f"- [{'x' if decision.done else ' '}] {line}")


def with_done(document: ReviewText, decision: Decision, done: bool) -> str:
    """The text with a decision closed, or opened again; one that is already stays as it is.

    Raises:
        DecisionGoneError: when no line says this decision.
    """
    wanted = replace(decision, line=0, done=False)
    found = document.review.decisions
    same = [place for place, one in enumerate(found) if replace(one, line=0, done=False) == wanted]
    if not same:
        raise DecisionGoneError(f"the decision no longer stands in {document.review.path}; somebody has changed it")
    other = [place for place in same if found[place].done != done]
    if not other:
        return document.text
    line, column = document.boxes[min(other, key=lambda place: abs(found[place].line - decision.line))]
    before, after = document.lines[line][:column], document.lines[line][column:]
    marked = f"{before}{'x' if done else ' '}{after if after.startswith(']') else after[1:]}"
    return "".join((*document.lines[:line], marked, *document.lines[line + 1 :]))


def _said(text: str, what: str) -> str:
    said = one_line(text)
    if not said:
        raise NoteError(f"{what} is empty")
    if len(said) > LONGEST:
        raise NoteError(f"{what} has {len(said):,} characters; {LONGEST:,} are allowed")
    return said


def _with_item(document: ReviewText, goal: str, name: str, item: str) -> str:
    """The text with a list item below the heading of a goal: the first one, or a new one at the end."""
    added = _placed(document, goal, name, item)
    if COMMENT_END in item + name and sum(_hidden(added)) != sum(_hidden(document.text)):
        raise NoteError(f"'{COMMENT_END}' would end a comment of HTML that is open in {document.review.path}")
    return added


def _hidden(text: str) -> list[bool]:
    return hidden([body(line) for line in lines_with_ends(text)])


def _placed(document: ReviewText, goal: str, name: str, item: str) -> str:
    end = "\r\n" if document.lines and document.lines[0].endswith("\r\n") else "\n"
    home = next((section for section in document.sections if section.goal == goal and section.start >= 0), None)
    if home is None:
        return f"{_before_a_section(document, end)}## {_heading(goal, name)}{end}{end}{item}{end}"
    last = max(line for line in range(home.start, home.end) if body(document.lines[line]))
    before, after = document.lines[: last + 1], document.lines[last + 1 :]
    blank_before = "" if last in document.items else end
    blank_after = end if after and body(after[0]) else ""
    return f"{_ended(''.join(before), end)}{blank_before}{item}{end}{blank_after}{''.join(after)}"


def _before_a_section(document: ReviewText, end: str) -> str:
    """What stands before a section at the end of the file; a file that says nothing gets its title."""
    if any(map(body, document.lines)):
        return _ended(document.text, end) + ("" if not body(document.lines[-1]) else end)
    title = f"# Review {document.review.period}{end}{end}"
    return title if not document.lines else f"{document.text}{title}"


def _ended(text: str, end: str) -> str:
    """The text, its last line ended."""
    return text if text and LINE_BREAK.fullmatch(text[-1]) else text + end


def _heading(goal: str, name: str) -> str:
    """The heading of a goal: its name, in which nothing is a mark of Markdown, and its id."""
    words = _MARKS.sub(lambda found: f"\\{found[0]}", one_line(name))
    return f"{words} ({goal})".lstrip()
