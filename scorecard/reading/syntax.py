"""What people really type when YAML gives up: from the parser's complaint to the mistake behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError
from yaml.events import ScalarEvent

from scorecard.problem import Position, Problem, lines_of
from scorecard.reading.columns import wrong_column
from scorecard.reading.document import Mark, end_of, start_of
from scorecard.reading.quoting import SPECIAL_BLANKS, line_in_quotes, without_comment

_LONGEST_LINE = 10_000
_INDENT = re.compile(rf"[ \t{SPECIAL_BLANKS}]*(?:- *\t+)?")
_ODD_BLANK = re.compile(rf"[\t{SPECIAL_BLANKS}]")
_TIGHT_COLON = re.compile(r"(\s*(?:- )*)([a-z_][a-z0-9_-]*):([^ \t:/].*)", re.IGNORECASE)
_AFTER_QUOTE = re.compile(
    r"""^(?:[^:'"#]*:\s+|\s*-\s+)(?:'[^']*(?:''[^']*)*'|"[^"\\]*(?:\\.[^"\\]*)*")\s*(?=[^\s,}\]#:])"""
)
_SECOND_COLON = re.compile(r"""^\s*(?:- )*[^\s:'"{\[#][^:]*:\s+[^'"\s|>\[{&*!][^#]*?(:\s)""")
_PROPER_KEY = re.compile(r"[^\s#][^#]*:([ \t]|$)")
_ALMOST_KEY = re.compile(r"(\s*(?:- )*)([A-Za-z_][\w-]*)[ \t]*(?:=|：|[ \t]:|\b)[ \t]*(.*)")


class Stop(NamedTuple):
    """Where and why the parser gave up; ``since`` is where the part began that it was in, ``last`` the last scalar."""

    complaint: str
    context: str
    at: Mark
    since: Mark | None
    last: ScalarEvent | None
    lines: list[str]

    def place(self, mark: Mark) -> Position:
        """The marked place; one behind the last line with text moves back to that line's end."""
        line = min(mark.line, len(self.lines) - 1)
        column = mark.column
        while line > 0 and not self.lines[line].strip():
            line, column = line - 1, len(self.lines[line - 1])
        return Position(line=line + 1, column=min(column, len(self.lines[line])) + 1)

    def number(self, mark: Mark) -> int:
        """The line of a mark as an index of ``lines``."""
        return min(mark.line, len(self.lines) - 1)

    def around(self, mark: Mark) -> tuple[str, str]:
        """The line before and from a mark on."""
        place = self.place(mark)
        line = self.lines[place.line - 1]
        return line[: place.column - 1], line[place.column - 1 :]

    def not_key_lines(self) -> list[int]:
        """The lines from the stop upwards until one that has a proper key, that one left out."""
        last = self.number(self.at)
        found = [last]
        for number in range(last - 1, max(last - 20, -1), -1):
            line = self.lines[number].strip()
            if line and not line.startswith("#"):
                if _PROPER_KEY.match(line):
                    break
                found.append(number)
        return found


def explain(error: YAMLError, text: str) -> Problem:
    """The mistake that most likely made the parser stop with ``error``."""
    from scorecard.reading.braces import in_braces
    from scorecard.reading.rules import yaml_syntax
    from scorecard.reading.runaway import runaway_quote

    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return yaml_syntax.problem(None, str(getattr(error, "reason", error)))
    lines = [line[:_LONGEST_LINE] for line in lines_of(text)]
    complaint, context = str(error.problem), str(error.context)
    stop = Stop(complaint, context, error.problem_mark, error.context_mark, _last_scalar(text), lines)
    problem = runaway_quote(stop, text)
    if problem is not None:
        return problem
    for look in (_tab, _mark, _backslash, _tight_colon, _after_quote, in_braces, *_LATER_LOOKS):
        problem = look(stop)
        if problem is not None:
            return problem
    return yaml_syntax.problem(stop.place(stop.at), complaint)


def _last_scalar(text: str) -> ScalarEvent | None:
    """The last scalar that was read before the parser gave up."""
    get, last = CParser(text).get_event, None
    try:
        while (event := get()) is not None:
            if isinstance(event, ScalarEvent):
                last = event
    except YAMLError:
        pass
    return last


def _tab(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import tab

    last = stop.number(stop.at)
    for number in range(last, max(last - 3, -1), -1):
        line = stop.lines[number]
        indent = _INDENT.match(line)
        odd = _ODD_BLANK.search(indent[0]) if indent else None
        if odd is not None and line.strip():
            corrected = _indent_below(stop.lines[:number]) + re.sub(r"^-\s+", "- ", without_comment(line).strip())
            return tab.problem(Position(line=number + 1, column=odd.start() + 1), corrected, tab=odd[0] == "\t")
    return None


def _indent_below(above: list[str]) -> str:
    """The blanks with which a line goes on below the lines ``above``."""
    for line in reversed(above[-100:]):
        if line.strip() and not line.lstrip().startswith("#"):
            indent = len(line.expandtabs(2)) - len(line.expandtabs(2).lstrip())
            return " " * (indent + 2 if line.rstrip().endswith(":") else indent)
    return ""


def _mark(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import yaml_mark

    complaint, context = stop.complaint, stop.context
    if "cannot start any token" in complaint or "not allowed in this context" in complaint:
        before, rest = stop.around(stop.at)
        marks = "%@`>|" if "token" in complaint else "?-"
        return yaml_mark.problem(stop.place(stop.at), before, rest) if rest[:1] and rest[0] in marks else None
    if any(word in context for word in ("block scalar", "an anchor", "an alias", "a tag", "directive")):
        mark = stop.since or stop.at
        return yaml_mark.problem(stop.place(mark), *stop.around(mark))
    return None


def _backslash(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import yaml_mark

    before, rest = stop.around(stop.at)
    if "quoted scalar" not in stop.context or not ("escape" in stop.complaint or "hexdecimal" in stop.complaint):
        return None
    column = before.rfind("\\") if "hexdecimal" in stop.complaint else len(before) - (before[-1:] == "\\")
    return yaml_mark.backslash(Position(line=stop.place(stop.at).line, column=max(column, 0) + 1), before + rest)


def _tight_colon(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import space_after_colon

    for number in stop.not_key_lines():
        match = _TIGHT_COLON.fullmatch(stop.lines[number])
        if match is not None:
            written = without_comment(stop.lines[number]).strip()
            place = Position(line=number + 1, column=len(match[1]) + 1, length=len(written))
            return space_after_colon.problem(match[2], without_comment(match[3]), position=place)
    return None


def _after_quote(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import text_after_quote

    for number in dict.fromkeys((stop.number(stop.at), stop.number(stop.since or stop.at))):
        line = stop.lines[number]
        match = _AFTER_QUOTE.match(line)
        if match is not None:
            return text_after_quote.problem(Position(line=number + 1, column=match.end() + 1), line_in_quotes(line))
    return None


def _second_colon(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import second_colon

    if "mapping values are not allowed" not in stop.complaint:
        return None
    number = stop.number(stop.at)
    match = _SECOND_COLON.match(stop.lines[number] + " ")
    if match is None:
        return None
    place = Position(line=number + 1, column=match.start(1) + 1)
    return second_colon.problem(line_in_quotes(stop.lines[number]), position=place)


def _open_quote(stop: Stop) -> Problem | None:
    """A quote that nobody closed goes on to the next quote of the file, and the text behind that makes no sense."""
    from scorecard.reading.rules import unclosed

    last = stop.last
    if last is None or last.style not in ("'", '"') or start_of(last).line == end_of(last).line:
        return None
    behind = end_of(last).line == stop.at.line and end_of(last).column <= stop.at.column
    return unclosed.problem(stop.place(start_of(last)), last.style, stop.at.line + 1) if behind else None


def _unclosed_quote(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import unclosed

    if stop.since is None or "quoted scalar" not in stop.context:
        return None
    opening = stop.around(stop.since)[1][:1]
    return unclosed.problem(stop.place(stop.since), opening, stop.at.line + 1) if opening in ("'", '"') else None


def _behind_bracket(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import text_after_quote, unclosed

    before, rest = stop.around(stop.at)
    if "did not find expected" not in stop.complaint or not before.strip():
        return None
    if rest[:1] in ("]", "}"):
        return unclosed.too_many(stop.place(stop.at), rest[0])
    if before.rstrip()[-1] in "]}":
        return text_after_quote.behind_bracket(stop.place(stop.at), line_in_quotes(before + rest))
    return None


def _no_colon(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import missing_colon

    if "could not find expected ':'" in stop.complaint and stop.since is not None:
        number = stop.number(stop.since)
    elif "mapping values are not allowed" in stop.complaint and len(stop.not_key_lines()) > 1:
        number = stop.not_key_lines()[-1]
    else:
        return None
    line = without_comment(stop.lines[number])
    place = Position(line=number + 1, column=len(line) - len(line.lstrip()) + 1)
    if line.lstrip().startswith("//"):
        return missing_colon.other_comment(place, "# " + line.strip().lstrip("/ "))
    almost = _ALMOST_KEY.fullmatch(line.rstrip())
    if almost is None or not _is_key(almost, stop, number):
        return missing_colon.text_goes_on(place, _indent_below(stop.lines[:number]) + "  " + line.strip())
    sign = almost[0][almost.end(2) :].lstrip()[:1]
    return missing_colon.problem(place, f"{almost[2]}: {almost[3].strip()}".strip(), sign)


def _is_key(almost: re.Match[str], stop: Stop, number: int) -> bool:
    """Whether the line was meant as a key: a word of ours, a sign like a colon, or one word with a block below it."""
    from scorecard.reading.vocabulary import VOCABULARY

    if almost[2] in VOCABULARY or almost[0][almost.end(2) :].lstrip()[:1] in ("=", "：", ":"):
        return True
    below = next((line for line in stop.lines[number + 1 :] if line.strip()), "")
    return not almost[3] and len(below) - len(below.lstrip()) > len(almost[1])


def _no_key(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import missing_key

    before, rest = stop.around(stop.at)
    at_colon = not before.strip() and re.match(r":(\s|$)", rest) is not None
    return missing_key.before_colon(position=stop.place(stop.at)) if at_colon else None


def _second_document(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import yaml_feature

    if "document start" not in stop.complaint:
        return None
    ended = any(line.startswith("...") for line in stop.lines[: stop.at.line])
    return yaml_feature.several_documents(stop.place(stop.at), "...") if ended else None


_LATER_LOOKS: tuple[Callable[[Stop], Problem | None], ...] = (
    _second_colon,
    _open_quote,
    _unclosed_quote,
    _behind_bracket,
    _no_colon,
    _no_key,
    _second_document,
    wrong_column,
)
