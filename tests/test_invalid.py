"""Every map of ``tests/invalid`` says itself what is wrong with it, and exactly that is reported.

``# error: rule-id`` stands on the line with the mistake, ``# error-next: rule-id`` on the line above it where a
comment would change what is wrong, and ``# error-at 3:9: rule-id`` anywhere, with line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scorecard.api.examine import examine_bytes
from scorecard.reading import lines_of
from scorecard.rendering.problems import problems_full
from scorecard.rendering.spans import as_text

FOLDER = Path(__file__).parent / "invalid"
FILES = sorted(FOLDER.glob("*.yaml"))

_EXPECTED = re.compile(r"# (error|warning)(?:-(next)|-at (\d+):(\d+))?: ([a-z0-9, -]+)$")
_CORRECTED = re.compile(r"(?:write|quotes:|alone:|separators:|blank:|first:|mean|or) `([^`]*\{\w+\}[^`]*)`")
_NOT_ONE_LINE = {"blank-after-dash", "bullet-sign", "indent-list-without-dash", "lost-text-two-lines"}
_NOT_A_TEXT = {"alias-unknown"}


def _expected(raw: bytes) -> list[tuple[int, int | None, str, str]]:
    """Line, column where it is given, severity and rule of every mistake."""
    found: list[tuple[int, int | None, str, str]] = []
    for number, line in enumerate(lines_of(raw.replace(b"\0", b"").decode("utf-8", "replace")), 1):
        match = _EXPECTED.search(line)
        if match is not None:
            severity, below, at_line, at_column, rules = match.groups()
            place = int(at_line) if at_line else number + 1 if below else number
            column = int(at_column) if at_column else None
            found += [(place, column, severity, rule.strip()) for rule in rules.split(",")]
    return sorted(found, key=lambda each: (each[0], each[3]))


def _found(raw: bytes) -> list[tuple[int, int, str, str]]:
    problems = examine_bytes(raw, "map.yaml").problems
    places = [(p.position.line, p.position.column) if p.position else (0, 0) for p in problems]
    found = [(*place, p.severity, p.rule) for place, p in zip(places, problems, strict=True)]
    return sorted(found, key=lambda each: (each[0], each[3]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_mistakes_are_reported_where_they_are_and_nothing_else(path: Path) -> None:
    raw = path.read_bytes()
    expected = _expected(raw)
    found = _found(raw)
    assert expected
    assert [(line, severity, rule) for line, _, severity, rule in found] == [
        (line, severity, rule) for line, _, severity, rule in expected
    ]
    for (_, column, _, _), (_, wanted, _, _) in zip(found, expected, strict=True):
        assert wanted in (None, column)


def test_messages(golden: Callable[[str, str], None]) -> None:
    """What a user reads for every one of these maps."""
    pages = []
    for path in FILES:
        examination = examine_bytes(path.read_bytes(), path.name)
        pages.append(as_text(problems_full([examination]), colour=False))
    golden("messages.txt", "\n".join(pages))


def _correctable() -> Iterator[tuple[str, int, str]]:
    """File, number of the problem and corrected text of all problems whose hint says what to write."""
    for path in FILES:
        if path.stem not in _NOT_ONE_LINE | _NOT_A_TEXT:
            for number, problem in enumerate(examine_bytes(path.read_bytes(), path.name).problems):
                for template in _CORRECTED.findall(problem.hint):
                    yield path.stem, number, template.format(**problem.params)


def _corrections(line: str, corrected: str) -> Iterator[str]:
    """The lines that a reader can mean who writes ``corrected`` over a part of ``line``."""
    starts = {0, *(match.start() for match in re.finditer(r"(?<=[ \t\[{:(])\S", line))}
    ends = {len(line), *(match.start() for match in re.finditer(r"[ ,:}\]]", line))}
    for start in sorted(starts):
        yield from (line[:start] + corrected + line[end:] for end in sorted(ends) if start < end)


def _errors(text: str, line: int) -> set[tuple[str, str]]:
    """The errors on a line and those without a place, but for ids that only the corrected line names."""
    problems = examine_bytes(text.encode(), "map.yaml").problems
    return {
        (problem.rule, problem.message.format(**problem.params))
        for problem in problems
        if problem.severity == "error"
        and not problem.rule.startswith("unknown-k")
        and (problem.position is None or problem.position.line == line)
    }


@pytest.mark.parametrize(("stem", "number", "corrected"), list(_correctable()))
def test_corrected_line_takes_the_mistake_away(stem: str, number: int, corrected: str) -> None:
    """Nothing is wrong any more on the line that is written as the hint says, but what was wrong there besides."""
    examination = examine_bytes((FOLDER / f"{stem}.yaml").read_bytes(), "map.yaml")
    problem = examination.problems[number]
    assert problem.position is not None
    at = problem.position.line
    mistake = (problem.rule, problem.message.format(**problem.params))
    before = _errors(examination.text, at) - {mistake}
    lines = lines_of(examination.text)
    for line in _corrections(lines[at - 1], corrected):
        if _errors("\n".join([*lines[: at - 1], line, *lines[at:]]), at) <= before:
            return
    pytest.fail(f"{corrected!r} does not mend {lines[at - 1]!r}")
