"""The text of a review, line by line, and what it says.

What it says are list items and paragraphs below the heading of a goal (``## Engaging content (engaging-content)``),
which are comments, and list items with a box (``- [ ] …``) anywhere, which are decisions. Everything else is text that
stays: other headings and what stands below them, tables, quotes, HTML, rules, and what is between two fences.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.period import Period
from scorecard.problem import LINE_BREAK, Position, Problem
from scorecard.review import Comment, Decision, Review
from scorecard.reviewing.decision_line import fields_of, is_id
from scorecard.reviewing.files import review_path
from scorecard.reviewing.hidden import hidden
from scorecard.reviewing.rules import bad_due

_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)", re.ASCII)
_BOX = re.compile(r"\[([ xX]?)\](?=\s+\S)")
_HEADING = re.compile(r"(#{1,6})(?=[ \t]|$)")
_OTHER = (">", "|", "<")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""A backslash that keeps what follows from being a mark of Markdown."""

_OTHER_MARKS = "\ufeff"  # a byte order mark at the beginning is no part of the first line


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """From a heading (the line ``start``, counted from 0; -1 before the first one) up to the line ``end``."""

    goal: str | None
    level: int
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewText:
    """The lines of a file with their ends, the review that they say, and what is doubtful in them.

    ``boxes`` says for each decision of the review where the character inside of its box stands, as line and column
    counted from 0; ``items`` are the lines that belong to list items.
    """

    lines: tuple[str, ...]
    review: Review
    sections: tuple[Section, ...]
    boxes: tuple[tuple[int, int], ...]
    items: frozenset[int]
    problems: tuple[Problem, ...]

    @property
    def text(self) -> str:
        """The text of the file, letter by letter as it was."""
        return "".join(self.lines)


def parse(text: str, period: Period, goals: Mapping[str, str] | None = None) -> ReviewText:
    """What the review of ``period`` says; ``goals`` are the names of the map's goals by id.

    No text is wrong: what is not understood stays as it is.
    """
    reader = _Reader(lines_with_ends(text), period, goals or {})
    reader.read()
    review = Review(
        period=period,
        path=review_path(period),
        comments=tuple(reader.comments),
        decisions=tuple(reader.decisions),
    )
    return ReviewText(
        lines=tuple(reader.lines),
        review=review,
        sections=tuple(reader.sections),
        boxes=tuple(reader.boxes),
        items=frozenset(reader.items),
        problems=tuple(reader.problems),
    )


def lines_with_ends(text: str) -> list[str]:
    """The lines of a text, each with what ends it."""
    lines, at = [], 0
    for found in LINE_BREAK.finditer(text):
        lines.append(text[at : found.end()])
        at = found.end()
    return [*lines, text[at:]] if at < len(text) else lines


def body(line: str) -> str:
    """A line without its end, without blanks there, and without a byte order mark before it."""
    return line.lstrip(_OTHER_MARKS).rstrip()


class _Reader:
    """Goes through the lines once."""

    def __init__(self, lines: list[str], period: Period, goals: Mapping[str, str]) -> None:
        self.lines = lines
        self.comments: list[Comment] = []
        self.decisions: list[Decision] = []
        self.sections: list[Section] = []
        self.boxes: list[tuple[int, int]] = []
        self.items: set[int] = set()
        self.problems: list[Problem] = []
        self._period = period
        self._goals = goals
        self._named: dict[str, str | None] = {}
        for goal, name in goals.items():
            self._named[name.casefold()] = None if name.casefold() in self._named else goal
        self._goal: str | None = None
        self._level = 0
        self._heading = -1
        self._block: list[tuple[int, str]] = []
        self._marked = False

    def read(self) -> None:
        bodies = [body(line) for line in self.lines]
        inside = hidden(bodies)
        for place, line in enumerate(bodies):
            if inside[place] or not line:
                self._end_block()
            elif heading := _HEADING.match(line.lstrip(" ") if _indent(line) < 4 else ""):
                self._end_block()
                self._begin_section(place, len(heading[1]), line)
            else:
                self._line(place, line)
        self._end_block()
        self._end_section(len(bodies))

    def _begin_section(self, place: int, level: int, line: str) -> None:
        self._end_section(place)
        words = _heading_words(line)
        goal = self._goal_of(words)
        if goal is not None or level <= self._level or self._goal is None:
            self._goal, self._level = goal, level
        self._heading = place

    def _goal_of(self, heading: str) -> str | None:
        """The goal that a heading names: by the id in brackets at its end, or by the id or the name of a goal."""
        if heading.endswith(")"):
            in_brackets = heading[heading.rfind("(") + 1 : -1]
            if is_id(in_brackets):
                return in_brackets
        return heading if heading in self._goals else self._named.get(heading.casefold())

    def _end_section(self, place: int) -> None:
        self.sections.append(Section(goal=self._goal, level=self._level, start=self._heading, end=place))

    def _line(self, place: int, line: str) -> None:
        words, indent = line.lstrip(), _indent(line)
        marker = _MARKER.match(words)
        is_box = marker is not None and _BOX.match(words, marker.end()) is not None
        nested = self._marked and bool(self._block) and indent >= 2
        if is_box or (marker is not None and not nested):
            assert marker is not None
            self._end_block()
            self._marked = True
            self._block = [(place, words[marker.end() :])]
        elif not nested and (words.startswith(_OTHER) or _RULE.fullmatch(words)):
            self._end_block()
        else:
            self._block.append((place, words))

    def _end_block(self) -> None:
        block, marked = self._block, self._marked
        self._block, self._marked = [], False
        if not block:
            return
        place, first = block[0]
        text = " ".join(words for _, words in block).strip()
        if marked:
            self.items.update(line for line, _ in block)
        box = _BOX.match(first) if marked else None
        if box is not None:
            self._decision(place, box, text[box.end() :])
        elif self._goal is not None and not (marked and _RULE.fullmatch(text)):
            self.comments.append(Comment(goal=self._goal, text=text[bool(ESCAPED.match(text)) :], line=place + 1))

    def _decision(self, place: int, box: re.Match[str], content: str) -> None:
        found = fields_of(content, self._goal, self._goals)
        if found is None:
            return
        line = self.lines[place]
        column = line.index("[") + 1
        if found.bad_due is not None:
            at = max(line.find(found.bad_due), 0)
            position = Position(line=place + 1, column=at + 1, length=len(found.bad_due) if at else 1)
            self.problems.append(bad_due.problem(found.bad_due, review_path(self._period), position))
        self.boxes.append((place, column))
        self.decisions.append(
            Decision(
                period=self._period,
                goal=found.goal,
                kind=found.kind,
                text=found.text,
                owner=found.owner,
                due=found.due,
                done=box[1] in ("x", "X"),
                line=place + 1,
            )
        )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _heading_words(line: str) -> str:
    """The words of a heading, without the number signs before and behind them."""
    words = line.strip().lstrip("#").strip()
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else words
