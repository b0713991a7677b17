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
from scorecard.problem import Problem, lines_of
from scorecard.rendering.problems import problems_full
from scorecard.rendering.spans import as_text

FOLDER = Path(__file__).parent / "invalid"
FILES = sorted(FOLDER.glob("*.yaml"))

_EXPECTED = re.compile(r"# (error|warning)(?:-(next)|-at (\d+):(\d+))?: ([a-z0-9, -]+)$")
_CORRECTED = re.compile(r"(?:write|quotes:|alone:|separators:|blank:|first:|mean|or) `([^`]*\{\w+\}[^`]*)`")

EXEMPT = {
    "alias-unknown": "the text in quotes is offered, but here the ids are wanted that the author forgot to mark",
    "blank-after-dash": "the corrected line stands for the two lines of the list",
    "bullet-sign": "the corrected line stands for the two lines of the list",
    "indent-list-without-dash": "the corrected line stands for the two lines of the list",
    "lost-text-two-lines": "the corrected line stands for the two lines of the text",
}
"""The files whose corrected line cannot be put in the place of the line with the mistake, and why."""

NOTHING_TO_WRITE = {
    "alias-limit": "what is repeated has to be written out by its author",
    "byte-order-mark": "the file is to be saved in another way",
    "control-character": "a character is to be deleted",
    "doubled-key": "only the author knows which of the two is meant",
    "empty-section": "only the author knows what belongs in it",
    "format-version": "another version is to be installed",
    "indentation": "a line is to be moved, by columns",
    "missing-key": "a line is to be added",
    "nesting": "brackets are to be closed",
    "not-a-map": "the file is something else",
    "not-utf8": "the file is to be saved in another way",
    "out-of-range": "only the author knows which number is meant",
    "unknown-goal": "the id that is meant is named, with its line",
    "unknown-kpi": "the id that is meant is named, with its line",
    "unknown-perspective": "the id that is meant is named",
    "unused-ignore": "a comment is to be deleted",
    "yaml-feature": "a line is to be deleted, or its author has to choose a key",
    "yes-no": "only the author knows the answer",
}
"""The rules whose hints offer no corrected line, and why. All other rules offer one wherever one can be told."""

TYPED = {
    "name: # of leads": ("text-hash", 'name: "# of leads"'),
    "name: % of leads": ("text-percent", 'name: "% of leads"'),
    "unit: %": ("unit-percent", 'unit: "%"'),
    "{weight: 2, because: Sharing, not likes, brings trials}": (
        "comma-in-text",
        'because: "Sharing, not likes, brings trials"',
    ),
    "because: Train the team: they answer faster": ("second-colon", 'because: "Train the team: they answer faster"'),
    "name: @mentions": ("mark-at", 'name: "@mentions"'),
    "target: >= 80%": ("comparison", "target: 80%"),
    "\tgrowth:": ("tab-indent", "  growth:"),
    "   owner: Sales": ("indent-too-little", "begin it in column 3 or 5"),
    "name:Coffee": ("blank-after-colon", "name: Coffee"),
    "ownr: Ana": ("misspelt-key", "owner"),
    "driven_by: [skils]": ("misspelt-id", "skills"),
    "the #1 choice": ("lost-text", 'name: "the #1 choice"'),
    "value: 1,200}": ("thousands-in-braces", "value: 1200"),
    "value: 3,5": ("decimal-comma-in-braces", "value: 3.5"),
    "formula: round(a, 2)}": ("formula-in-braces", 'formula: "round(a, 2)"'),
    "name: &growth": ("mark-and", 'name: "&growth"'),
    "name: *best": ("mark-star", 'name: "*best"'),
    "where: !promoted": ("mark-exclamation", 'where: "!promoted"'),
    "- deals:": ("two-keys", "indent `weight` two blanks further in"),
    "unit: # how many": ("text-hash-kpi", 'unit: "# how many"'),
    "because: #1 reason": ("text-hash-because", 'because: "#1 reason people stay"'),
    "owner: # nobody yet": ("text-hash-owner", 'owner: "# nobody yet"'),
}
"""What people really type: the line, the file it stands in, and what the message offers for it."""


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
        if path.stem not in EXEMPT:
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


@pytest.mark.parametrize("stem", EXEMPT)
def test_file_is_exempt_that_offers_a_corrected_line(stem: str) -> None:
    problems = examine_bytes((FOLDER / f"{stem}.yaml").read_bytes(), "map.yaml").problems
    assert any(_CORRECTED.search(problem.hint) for problem in problems)


def test_rules_that_offer_no_corrected_line_are_known() -> None:
    problems = [problem for path in FILES for problem in examine_bytes(path.read_bytes(), path.name).problems]
    offering = {problem.rule for problem in problems if _CORRECTED.search(problem.hint)}
    assert {problem.rule for problem in problems} - offering == set(NOTHING_TO_WRITE)


@pytest.mark.parametrize("line", TYPED)
def test_what_people_really_type_is_answered_with_what_to_write(line: str) -> None:
    stem, offered = TYPED[line]
    raw = (FOLDER / f"{stem}.yaml").read_bytes()
    assert line in raw.decode()
    hints = [problem.hint.format(**_words(problem)) for problem in examine_bytes(raw, "map.yaml").problems]
    assert any(offered in hint for hint in hints)


def _words(problem: Problem) -> dict[str, object]:
    """The params of a problem; another place of the map is left as it is."""
    return {name: str(value) for name, value in problem.params.items()}
