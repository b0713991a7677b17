"""What is wrong with maps, for people (``full``, ``concise``), for programs (``json``) and for GitHub."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.naming import counted
from scorecard.problem import Examination, Loc, Problem, Severity, lines_of
from scorecard.rendering.columns import folded
from scorecard.rendering.excerpt import excerpt
from scorecard.rendering.json_text import Json, document, json_text, rows
from scorecard.rendering.spans import Line, Span, as_ascii, printable

SCHEMA_VERSION = 1

_MOST = 50
_MOST_COMMANDS = 10
_LONGEST_WORD = 300
_WIDTH = 100
_LEAST = 44
_STYLE: Mapping[Severity, str] = {"error": "bad", "warning": "caution"}


def problems_full(
    examinations: Sequence[Examination], *, width: int | None = None, ascii: bool = False
) -> tuple[Line, ...]:
    """Every problem with its line and a caret, at most 50 of them (errors before warnings), then a line per file.

    On a screen of ``width`` cells sentences are folded, and of a line of the map the part around the caret is shown,
    so that the caret stands under its text.
    """
    shown = _chosen(examinations)
    lines: list[Line] = []
    for examination in examinations:
        text: list[str] = []
        for problem in examination.problems:
            if id(problem) in shown:
                text = text or lines_of(examination.text)
                lines += [*_problem(problem, examination.path, text, width), ()]
    left = sum(len(examination.problems) for examination in examinations) - len(shown)
    if left:
        lines += [(Span(f"and {counted(**{'more problem': left})}"),), ()]
    lines += [line for text in _summaries(examinations) for line in folded((Span(text),), width, indent=2)]
    return as_ascii(lines) if ascii else tuple(lines)


def _chosen(examinations: Sequence[Examination]) -> set[int]:
    """Which problems there is room for: errors first."""
    everything = [problem for examination in examinations for problem in examination.problems]
    return {id(problem) for problem in _errors_first(everything)[:_MOST]}


def _errors_first(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.severity != "error")


def _problem(problem: Problem, path: str, text: list[str], width: int | None) -> list[Line]:
    style = _STYLE[problem.severity]
    name = Span(f"{problem.severity}[{problem.rule}]", f"{style} strong")
    lines = folded((name, Span(f": {message(problem)}", "strong")), width, indent=2)
    lines.append((Span("  --> ", "muted"), Span(_place(path, problem))))
    margin = " " * max(2, len(str(problem.position.line)) if problem.position else 2)
    if problem.position is not None:
        room = _WIDTH if width is None else min(_WIDTH, max(width - len(margin) - len(" | …"), _LEAST))
        *shown, caret = excerpt(text, problem.position, _filled(problem.label, problem), style, room) or [()]
        lines += [*shown, *folded(caret, width, indent=len(margin) + 3)] if caret else []
    if problem.hint:
        mend = (Span(f"{margin} = ", "muted"), Span(hint(problem)))
        lines += folded(mend, width, indent=len(margin) + 3)
    return lines


def message(problem: Problem) -> str:
    """What is wrong, in one line."""
    return _filled(problem.message, problem)


def hint(problem: Problem) -> str:
    """What would mend it, in one line; empty where nothing is known to."""
    return _filled(problem.hint, problem)


def _filled(template: str, problem: Problem) -> str:
    """The sentence of a template; what comes from the map cannot add lines or grow without limit."""
    return printable(template.format(**{name: _word(value) for name, value in problem.params.items()}))


def _word(value: object) -> object:
    if isinstance(value, (tuple, list)):
        value = ", ".join(map(str, value))
    if isinstance(value, str):
        text = printable(value)
        return text if len(text) <= _LONGEST_WORD else f"{text[:_LONGEST_WORD]}…"
    return value


def _place(path: str, problem: Problem) -> str:
    position = problem.position
    return printable(path) if position is None else f"{printable(path)}:{position.line}:{position.column}"


def _summaries(examinations: Sequence[Examination]) -> list[str]:
    return [_summary(examination) for examination in examinations]


def _summary(examination: Examination) -> str:
    numbers = _numbers(examination.problems)
    found = f"{' and '.join(numbers) or 'No problems'} in {printable(examination.path)}"
    holds = f": {examination.holds}" if examination.holds and not numbers else ""
    twice = [
        f"; {counted(row=count)} of {source} twice, of which the later ones count"
        for source, count in examination.replaced.items()
    ]
    return "".join([found, holds, *twice])


def _numbers(problems: Sequence[Problem]) -> list[str]:
    severities = [problem.severity for problem in problems]
    kinds: tuple[Severity, ...] = ("error", "warning")
    return [counted(**{kind: severities.count(kind)}) for kind in kinds if kind in severities]


def problems_concise(examinations: Sequence[Examination]) -> str:
    """One line for each problem: ``strategy.yaml:48:18: error[unknown-goal] goal 'x' is …``."""
    return "".join(f"{line}\n" for line in _concise(examinations))


def _concise(examinations: Sequence[Examination]) -> list[str]:
    return [
        f"{_place(examination.path, problem)}: {problem.severity}[{problem.rule}] {message(problem)}"
        for examination in examinations
        for problem in examination.problems
    ]


def problems_json(examinations: Sequence[Examination]) -> str:
    """One document: every file with its problems, each with rule, place and parameters apart from its sentences."""
    files = [
        Json(
            f'{{"path": {json_text(examination.path)}, "errors": {_number_of(examination, "error")}, '
            f'"warnings": {_number_of(examination, "warning")}, "replaced": {json_text(dict(examination.replaced))}, '
            f'"problems": {rows(map(_problem_json, examination.problems))}}}'
        )
        for examination in examinations
    ]
    return document({"schema_version": SCHEMA_VERSION, "files": rows(files)})


def _number_of(examination: Examination, severity: Severity) -> int:
    return sum(problem.severity == severity for problem in examination.problems)


def _problem_json(problem: Problem) -> str:
    position = problem.position
    return json_text(
        {
            "rule": problem.rule,
            "severity": problem.severity,
            "at": yaml_path(problem.loc),
            "line": position.line if position else None,
            "column": position.column if position else None,
            "length": position.length if position else None,
            "message": message(problem),
            "label": _filled(problem.label, problem),
            "hint": _filled(problem.hint, problem),
            "params": {name: _plain(value) for name, value in problem.params.items()},
        }
    )


def _plain(value: object) -> object:
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    return [_plain(item) for item in value] if isinstance(value, (tuple, list)) else str(value)


def yaml_path(loc: Loc) -> str:
    """The path of an item as people write it: ``goals.engaging-content.driven_by[0]``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc).lstrip(".")


def problems_github(examinations: Sequence[Examination]) -> str:
    """Workflow commands that GitHub shows beside the lines, then all problems as plain lines, then a summary.

    GitHub shows at most ten errors and ten warnings of a step, so errors come first and the rest only as lines.
    """
    found = [(examination.path, problem) for examination in examinations for problem in examination.problems]
    commands = [
        _command(path, problem)
        for severity in ("error", "warning")
        for path, problem in [pair for pair in found if pair[1].severity == severity][:_MOST_COMMANDS]
    ]
    lines = [_no_command(line) for line in (*_concise(examinations), *_summaries(examinations))]
    return "".join(f"{line}\n" for line in (*commands, *lines))


def _command(path: str, problem: Problem) -> str:
    properties = {"file": path}
    if problem.position is not None:
        end = problem.position.column + problem.position.length
        properties |= {
            "line": str(problem.position.line),
            "col": str(problem.position.column),
            "endColumn": str(end),
        }
    properties["title"] = problem.rule
    text = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    words = message(problem) + (f"\n{_filled(problem.hint, problem)}" if problem.hint else "")
    return f"::{problem.severity} {text}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _no_command(line: str) -> str:
    """A line that GitHub cannot take for a command, whatever the file is called and whatever stands in it."""
    calm = line.replace("##[", "## [")
    return f"./{calm.lstrip()}" if calm.lstrip().startswith("::") else calm
